import type { Field } from '../editing/description.ts'
import { placeInput, rowsIn } from '../editing/typed.ts'
import { wordsOf } from '../editing/words.ts'
import { valueOf } from '../forms.ts'
import { idOf } from './form.tsx'
import { ProfileField, type ProfileFieldProps } from './profile-field.tsx'

/** How many rows are left to fill in. */
const spareRows = 2

/** Several of one shape, each a group of its own; some are empty, and more come with each save. */
export const ProfileRows = ({ columns, ...props }: ProfileFieldProps & { columns: readonly Field[] }) => {
  const { resource, field, name, filled, reader } = props
  const { editing: { rows } } = reader.words
  const { label, hint } = wordsOf(reader, resource, name)
  const count = rowsIn({ ...filled.values }, field) + spareRows
  const faults = filled.problem?.errors.filter(({ pointer }) => pointer === `/${name}`) ?? []
  return (
    <fieldset id={idOf({ name })} tabIndex={-1} class='field'>
      <legend>{label}</legend>
      {hint !== undefined && <p class='hint'>{hint} {rows.more}</p>}
      {faults.map(({ detail }) => <p key={detail} class='fault'>{detail}</p>)}
      {Array.from({ length: count }, (_, index) => (
        <div key={index} role='group' class='row rows' aria-label={reader.fill(rows.row, { what: label, number: reader.number(index + 1) })}>
          <input type='hidden' name={`${name}.${index}.${placeInput}`} value={valueOf(filled, `${name}.${index}.${placeInput}`)} />
          {columns.map((column) => <div key={column.name} class='grow'><ProfileField {...props} field={column} name={`${name}.${index}.${column.name}`} /></div>)}
        </div>
      ))}
    </fieldset>
  )
}

import type { Resource } from '../../../db/vocabulary.ts'
import type { Field } from '../editing/description.ts'
import { countryOptions, currencyOptions } from '../editing/names.ts'
import { optionsOf, wordsOf } from '../editing/words.ts'
import { type Filled, valueOf } from '../forms.ts'
import type { Reader } from '../reader.ts'
import { Checkboxes, Select, TextArea, TextField } from './form.tsx'
import { ProfileRows } from './profile-rows.tsx'
import { Translations } from './translations.tsx'

export type Choices = Readonly<Record<string, ReadonlyArray<readonly [id: string, label: string]>>>

export interface ProfileFieldProps {
  resource: Resource
  field: Field
  /** Name of its input: the field's own, or with the row's number. */
  name: string
  filled: Filled
  reader: Reader
  /** What references may name, by field. */
  choices: Choices
}

/** What was chosen stays a choice, whatever else is offered. */
const withChosen = (options: Choices[string], chosen: string, reader: Reader): Choices[string] =>
  chosen === '' || options.some(([value]) => value === chosen) ? options : [...options, [chosen, reader.words.editing.chosen]]

/** The control of one field, as its description has it. */
export const ProfileField = (props: ProfileFieldProps) => {
  const { resource, field, name, filled, reader, choices } = props
  const { editing } = reader.words
  const { control, required, max } = field
  const { label: plainLabel, hint, fault } = wordsOf(reader, resource, name)
  const label = required === true ? `${plainLabel} (${editing.required})` : plainLabel
  const common = { name, label, filled, hint, fault, required }
  const empty = field.preset === undefined ? editing.notSaid : undefined
  switch (control.kind) {
    case 'text': return (
      <>
        {control.rows === undefined ? <TextField {...common} maxLength={max} /> : <TextArea {...common} rows={control.rows} maxLength={max} />}
        <Translations name={name} filled={filled} rows={control.rows} max={max} reader={reader} />
      </>
    )
    case 'texts': return <TextArea {...common} rows={4} />
    case 'list': return control.lines === true ? <TextArea {...common} rows={3} /> : <TextField {...common} />
    case 'places': return <TextField {...common} />
    case 'plain': return <TextField {...common} type={control.type} maxLength={max} />
    case 'number': return <TextField {...common} inputMode={control.as === 'whole' ? 'numeric' : undefined} />
    case 'money': return <TextField {...common} inputMode='decimal' />
    case 'day': return <TextField {...common} type='date' />
    case 'code': return <Select {...common} options={optionsOf(reader, control.list)} empty={empty} />
    case 'codes': return <Checkboxes {...common} options={optionsOf(reader, control.list)} />
    case 'country': return <Select {...common} options={countryOptions(reader)} empty={empty} />
    case 'currency': return <Select {...common} options={currencyOptions(reader)} empty={empty} />
    case 'reference': return <Select {...common} options={withChosen(choices[name] ?? [], valueOf(filled, name), reader)} empty={empty} />
    case 'rows': return <ProfileRows {...props} columns={control.columns} />
  }
}

import type { Improvement } from '../editing/improving.ts'
import type { Reader } from '../reader.ts'

/**
 * What is not said yet, and how many matches would be surer for it; each line leads to its field.
 * @param form address of the form, where it is another page
 */
export const Improve = ({ improvements, cityId, reader, form = '' }: { improvements: readonly Improvement[], cityId: string | undefined, reader: Reader, form?: string }) => {
  const { improve } = reader.words.editing
  const shown = improvements.filter(({ of }) => of === 'form' || cityId !== undefined)
  if (shown.length === 0) return null
  return (
    <section class='card' aria-labelledby='improve-title'>
      <h2 id='improve-title'>{improve.title}</h2>
      <ul>
        {shown.map(({ say, field, of, kind, count }) => (
          <li key={field}><a href={`${of === 'form' ? form : `/cities/${cityId}/edit`}#f-${field}`}>{reader.fill(reader.count(improve[kind], count), { what: (improve.add as Readonly<Record<string, string>>)[say] ?? say })}</a></li>
        ))}
      </ul>
    </section>
  )
}

import { versionInput } from '../editing/typed.ts'
import { translationCount, translationsOf } from '../editing/translations.ts'
import { errorsOf, type Filled, valueOf } from '../forms.ts'
import type { Reader } from '../reader.ts'
import { TextArea, TextField } from './form.tsx'

/** Id of the languages that are offered where one is typed. */
const languages = 'languages'

export const LanguageNames = ({ options }: { options: ReadonlyArray<readonly [code: string, name: string]> }) => (
  <datalist id={languages}>{options.map(([code, name]) => <option key={code} value={name} />)}</datalist>
)

/**
 * What a text says in other languages, and who wrote that: to be read, changed, added to, emptied. A form that begins a profile
 * is kept short: translations come with the first change of it.
 */
export const Translations = ({ name, filled, rows, max, reader }: { name: string, filled: Filled, rows: number | undefined, max: number | undefined, reader: Reader }) => {
  const { editing: { translations: words, rows: { more } }, profile } = reader.words
  const count = translationCount(filled.values, name)
  if (count === 0 && valueOf(filled, versionInput) === '') return null
  const there = Array.from({ length: count }, (_, index) => valueOf(filled, `${translationsOf(name)}.${index}.language`))
  return (
    <details class='translations' open={errorsOf(filled, translationsOf(name)).length > 0}>
      <summary>{words.title}{there.length > 0 && <>: <bdi>{reader.list(there)}</bdi></>}</summary>
      <input type='hidden' name={translationsOf(name)} value='yes' />
      <p class='hint'>{words.hint} {more}</p>
      {Array.from({ length: count + 1 }, (_, index) => {
        const of = `${translationsOf(name)}.${index}`
        const number = { number: reader.number(index + 1) }
        const by = valueOf(filled, `${of}.by`)
        const text = { name: `${of}.text`, label: reader.fill(words.text, number), filled, maxLength: max }
        return (
          <div key={index} class='rows'>
            <input type='hidden' name={`${of}.was`} value={valueOf(filled, `${of}.was`)} />
            <input type='hidden' name={`${of}.by`} value={by} />
            <TextField name={`${of}.language`} label={reader.fill(words.language, number)} filled={filled} maxLength={100} list={languages} />
            {rows === undefined ? <TextField {...text} /> : <TextArea {...text} rows={rows} />}
            {by !== '' && <p class='small'>{by === 'machine' ? profile.byMachine : profile.byPerson}</p>}
          </div>
        )
      })}
    </details>
  )
}

import { areas, challengeStages, solutionKinds } from '../../../../db/vocabulary.ts'
import { regionCodes } from '../../../schemas/primitives.ts'
import { errorsOf, type Filled, valuesOf } from '../../forms.ts'
import type { Reader } from '../../reader.ts'
import { filterInput } from '../../search-filters.ts'
import { Checkboxes, TextField } from '../form.tsx'
import { codeIn } from '../parts.tsx'

/** Regions of the world by their names; what has none in the reader's language is not offered. */
const regionOptions = (reader: Reader): Array<readonly [string, string]> => {
  const { compare } = new Intl.Collator(reader.language)
  return [...regionCodes].map((code) => [code, reader.country(code)] as const).filter(([code, name]) => code !== '001' && name !== code).sort(([, a], [, b]) => compare(a, b))
}

export const filterLabels = ({ words: { browse, fields, dialogue: { searches } } }: Reader): Record<string, string> => ({
  'filters.text': browse.search,
  'filters.area': fields.area,
  'filters.stage': fields.stage,
  'filters.kind': fields.kind,
  'filters.region': fields.region,
  'filters.country': fields.country,
  'filters.language': fields.language,
  'filters.sdgTarget': fields.sdgTargets,
  'filters.populationMin': searches.populationMin,
  'filters.populationMax': searches.populationMax
})

/** What to write in filters that are written. */
export const filterFaults = ({ words: { editing: { fields: { challenges, providers } } } }: Reader): Record<string, string> => ({
  'filters.country': providers.countries.fault,
  'filters.language': providers.languages.fault,
  'filters.sdgTarget': challenges.sdgTargets.fault
})

/** What narrows a search, folded away while nothing does. */
export const SearchFilters = ({ filled, reader }: { filled: Filled, reader: Reader }) => {
  const { browse, editing: { fields: { challenges, providers } } } = reader.words
  const [labels, faults] = [filterLabels(reader), filterFaults(reader)]
  const of = (name: Parameters<typeof filterInput>[0]) => ({ name: filterInput(name), label: labels[filterInput(name)] ?? name, fault: faults[filterInput(name)], filled })
  const codes = (list: 'areas' | 'challengeStages' | 'solutionKinds', values: readonly string[]) => values.map((code) => [code, codeIn(reader, list, code)] as const)
  return (
    <details class='search-filters' open={Object.keys(labels).some((name) => valuesOf(filled, name).some((value) => value !== '') || errorsOf(filled, name).length > 0)}>
      <summary>{browse.filter}</summary>
      <TextField {...of('text')} maxLength={200} />
      <Checkboxes {...of('area')} options={codes('areas', areas)} />
      <Checkboxes {...of('stage')} options={codes('challengeStages', challengeStages)} />
      <Checkboxes {...of('kind')} options={codes('solutionKinds', solutionKinds)} />
      <TextField {...of('country')} hint={providers.countries.hint} />
      <Checkboxes {...of('region')} options={regionOptions(reader)} />
      <TextField {...of('language')} hint={providers.languages.hint} />
      <TextField {...of('sdgTarget')} hint={challenges.sdgTargets.hint} />
      <div class='row'>
        <div class='grow'><TextField {...of('populationMin')} inputMode='numeric' /></div>
        <div class='grow'><TextField {...of('populationMax')} inputMode='numeric' /></div>
      </div>
    </details>
  )
}

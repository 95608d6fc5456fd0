import { areas, challengeStages, solutionKinds } from '../../../db/vocabulary.ts'
import type { FacetName } from '../../services/catalogue.ts'
import { sayFacet } from '../narrowing.ts'
import type { Reader } from '../reader.ts'

export interface Facet {
  name: FacetName
  counts: ReadonlyMap<string, number>
}

/** Values that have an order of their own; the others stand by how many they would leave. */
const ordered: Partial<Record<FacetName, readonly string[]>> = { area: areas, stage: challengeStages, kind: solutionKinds }

/** Of a long facet so many are shown, and those that are chosen; what would spare no click is shown as well. */
const shownFirst = 8
const spared = 2

const valuesOf = ({ name, counts }: Facet, chosen: readonly string[], reader: Reader): readonly string[] => {
  const order = ordered[name]
  if (order !== undefined) return order.filter((code) => counts.has(code) || chosen.includes(code))
  const said = new Map([...counts.keys(), ...chosen].map((code) => [code, sayFacet(name, code, reader)]))
  return [...said.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (said.get(a) ?? '').localeCompare(said.get(b) ?? '', reader.language))
}

const Options = ({ codes, facet: { name, counts }, chosen, reader }: { codes: readonly string[], facet: Facet, chosen: readonly string[], reader: Reader }) => (
  <ul class='options'>
    {codes.map((code) => (
      <li key={code}>
        <label>
          <input id={`${name}-${code}`} type='checkbox' name={name} value={code} checked={chosen.includes(code)} />
          <span class={name === 'area' ? `area area-${code}` : undefined}>{sayFacet(name, code, reader)}</span>
          <span class='number'>{reader.number(counts.get(code) ?? 0)}</span>
        </label>
      </li>
    ))}
  </ul>
)

/** One thing to narrow a list down by, with how many each choice would leave. */
export const FacetChoices = ({ facet, chosen, reader }: { facet: Facet, chosen: readonly string[], reader: Reader }) => {
  const codes = valuesOf(facet, chosen, reader)
  if (codes.length === 0) return null
  const isLong = ordered[facet.name] === undefined && codes.length > shownFirst + spared
  const first = isLong ? codes.filter((code, index) => index < shownFirst || chosen.includes(code)) : codes
  const rest = codes.filter((code) => !first.includes(code))
  return (
    <fieldset>
      <legend>{reader.words.fields[facet.name]}</legend>
      <Options codes={first} facet={facet} chosen={chosen} reader={reader} />
      {rest.length > 0 && (
        <details id={`more-${facet.name}`}>
          <summary>{reader.count(reader.words.browse.andMore, rest.length)}</summary>
          <Options codes={rest} facet={facet} chosen={chosen} reader={reader} />
        </details>
      )}
    </fieldset>
  )
}

import type { MatchFields } from '../../../schemas/matches.ts'
import { placeOf } from '../../editing/improving.ts'
import type { Reader } from '../../reader.ts'
import type { Side } from './places.ts'

/** Less is nothing, to two decimals. */
const leastShown = 0.005

/** A profile whose fields could be filled in. */
export interface Fillable {
  readonly resource: 'challenges' | 'solutions'
  readonly id: string
  /** Of a challenge. */
  readonly cityId: string | undefined
  /** Whether whoever looks may fill it in. */
  readonly own: boolean
}

const addressOf = ({ resource, id, cityId, own }: Fillable, field: string): string | undefined => {
  const place = own ? placeOf(resource, field) : undefined
  if (place === undefined || (place.of === 'city' && cityId === undefined)) return undefined
  return `${place.of === 'city' ? `/cities/${cityId}` : `/${resource}/${id}`}/edit#f-${place.field}`
}

/** What is not said and how much it would count; what the reader can say themselves leads to its field. */
export const WouldChange = ({ match: { missing, parts, gates }, sides, reader }: { match: Pick<MatchFields, 'missing' | 'parts' | 'gates'>, sides: Readonly<Record<Side, Fillable>>, reader: Reader }) => {
  const { match: words } = reader.words
  const rules = new Set(gates.map(({ rule }) => rule))
  const weightOf = (field: string): number => parts.find((part) => part.name === field)?.weight ?? 0
  const listed = missing
    .map(({ side, field, advice }) => ({ side, field, advice, href: addressOf(sides[side], field), rule: rules.has(field), weight: weightOf(field) }))
    .toSorted((a, b) => Number(b.href !== undefined) - Number(a.href !== undefined) || Number(b.rule) - Number(a.rule) || b.weight - a.weight)
  return (
    <ul class='would-change'>
      {listed.map(({ side, field, advice, href, rule, weight }) => (
        <li key={`${side} ${field}`}>
          {href === undefined ? advice : <a href={href}>{advice}</a>}
          {(rule || weight >= leastShown) && <small> ({rule ? words.settles : reader.fill(words.upTo, { share: reader.share(weight) })})</small>}
        </li>
      ))}
    </ul>
  )
}

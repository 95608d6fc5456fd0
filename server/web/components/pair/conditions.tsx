import type { MatchFields } from '../../../schemas/matches.ts'
import type { Reader } from '../../reader.ts'
import { codeIn } from '../parts.tsx'
import { type Party, saysTo } from './asked.ts'

type Outcome = MatchFields['gates'][number]['outcome']

const signs: Readonly<Record<Outcome, string>> = { pass: '✓', fail: '✗', unknown: '?' }
const order: readonly Outcome[] = ['fail', 'unknown', 'pass']

/** How a condition came out, as a sign and in words. */
export const OutcomeSign = ({ outcome, reader }: { outcome: Outcome, reader: Reader }) => (
  <span class={`outcome ${outcome}`}><span class='sign' aria-hidden='true'>{signs[outcome]}</span> {reader.words.match.gate[outcome]}</span>
)

export const Sayings = ({ name, query, found, reader }: { name: string, query: Party, found: Party, reader: Reader }) => {
  const { match: words } = reader.words
  const said = [[words.yours, saysTo(query, name, reader)], [words.theirs, saysTo(found, name, reader)]] as const
  return <dl class='sayings'>{said.map(([side, answer]) => answer === null ? null : <div key={side}><dt>{side}</dt><dd><bdi>{answer ?? words.unsaid}</bdi></dd></div>)}</dl>
}

/** Hard conditions, those that are not met first, with what each side says. */
export const Conditions = ({ gates, query, found, reader }: { gates: MatchFields['gates'], query: Party, found: Party, reader: Reader }) => (
  <ul class='conditions'>
    {gates.toSorted((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome)).map(({ rule, outcome }) => (
      <li key={rule} class={outcome}>
        <p><span class={`sign ${outcome}`} aria-hidden='true'>{signs[outcome]}</span> <strong>{codeIn(reader, 'gates', rule)}</strong>: {reader.words.match.gate[outcome]}</p>
        <Sayings name={rule} query={query} found={found} reader={reader} />
      </li>
    ))}
  </ul>
)

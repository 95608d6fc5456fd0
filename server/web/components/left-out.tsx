import type { ChallengeAnswer } from '../../schemas/matches.ts'
import type { Reader } from '../reader.ts'
import { codeIn } from './parts.tsx'

/** What would have been in a list but for a condition, by condition. */
export const LeftOut = ({ counts: { dropped }, reader }: { counts: ChallengeAnswer['counts']['peers'], reader: Reader }) => {
  const rules = Object.entries(dropped)
  return rules.length === 0
    ? null
    : <ul class='small left-out'>{rules.map(([rule, count]) => <li key={rule}>{codeIn(reader, 'gates', rule)}: {reader.count(reader.words.match.dropped, count)}</li>)}</ul>
}

import type { Problem } from '../../../errors.ts'
import type { Visit } from '../../visit.ts'

const introductionId = /([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/

/** What the service says is in the way, in its own words; introductions that it names are links. */
export const Said = ({ problem, visit }: { problem: Problem, visit: Visit }) => (
  <p lang='en' dir='ltr'>
    {problem.message.split(introductionId).map((piece, index) => index % 2 === 1 ? <a key={index} href={`/introductions/${piece}`}>{visit.reader.words.dialogue.introduction.title} …{piece.slice(-4)}</a> : piece)}
    {problem.errors.filter(({ code }) => code !== 'introduction-open').map(({ pointer, detail }) => <span key={pointer}> {detail}.</span>)}
  </p>
)

/** That something was done, after a form sent its reader on. */
export const Done = ({ what, visit }: { what: string | undefined, visit: Visit }) => {
  const { done } = visit.reader.words.dialogue
  return what === undefined || !Object.hasOwn(done, what) ? null : <p class='done' role='status'>{done[what as keyof typeof done]}</p>
}

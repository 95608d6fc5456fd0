import type { Problem } from '../../errors.ts'
import type { Reader } from '../reader.ts'
import { faultIn, refusalIn } from '../refused.ts'

/** Why something is refused, with links to the introductions that it is about; where there is no form to say it beside, what is wrong with what. */
export const Refusal = ({ problem, reader }: { problem: Problem, reader: Reader }) => {
  const about = problem.refused?.values['introductions']
  if (problem.code === 'invalid-input' && problem.errors.length > 0) return <>{problem.errors.map((error) => <p key={error.pointer}>{faultIn(error, reader)}</p>)}</>
  return (
    <>
      <p>{refusalIn(problem, reader)}</p>
      {Array.isArray(about) && <ul>{about.map((id: string) => <li key={id}><a href={`/introductions/${id}`}>{reader.words.dialogue.introduction.title} <bdi dir='ltr'>…{id.slice(-4)}</bdi></a></li>)}</ul>}
    </>
  )
}

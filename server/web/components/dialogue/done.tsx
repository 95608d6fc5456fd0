import type { Visit } from '../../visit.ts'

/** That something was done, after a form sent its reader on. */
export const Done = ({ what, visit }: { what: string | undefined, visit: Visit }) => {
  const { done } = visit.reader.words.dialogue
  return what === undefined || !Object.hasOwn(done, what) ? null : <p class='done' role='status'>{done[what as keyof typeof done]}</p>
}

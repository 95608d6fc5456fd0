import type { Visit } from '../visit.ts'

/** Says that it was done, where the address says so. */
export const Done = ({ visit }: { visit: Visit }) => {
  const { done } = visit.reader.words.office
  const what = new URLSearchParams(visit.path.split('?')[1]).get('done')
  return what !== null && Object.hasOwn(done, what) ? <p class='done' role='status'>{done[what as keyof typeof done]}</p> : null
}

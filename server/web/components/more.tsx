import type { Visit } from '../visit.ts'

/** Leads to the next page of a list, with the filters that are on. */
export const More = ({ visit, next }: { visit: Visit, next: string | number | null }) => {
  if (next === null) return null
  const [path = '', query] = visit.path.split('?')
  const parameters = new URLSearchParams(query)
  parameters.delete('done')
  parameters.set('cursor', String(next))
  return <p><a class='button quiet' rel='next' href={`${path}?${parameters}`}>{visit.reader.words.office.common.more}</a></p>
}

import type { JsonObject } from '../../../db/index.ts'
import type { Resource } from '../../../db/vocabulary.ts'
import { mayWrite, type Visit } from '../visit.ts'

/** What may be done about a profile: its owner changes it, everybody else brings it before the secretariat. */
export const Report = ({ resource, profile, visit }: { resource: Resource, profile: JsonObject & { id: string }, visit: Visit }) => {
  const { editing, office } = visit.reader.words
  const own = visit.member?.organisation?.id === profile['ownerId'] && mayWrite(visit, resource)
  return own
    ? <p class='report no-print'><a class='button quiet' href={`/${resource}/${profile.id}/edit`}>{editing.buttons.edit}</a></p>
    : <p class='small report no-print'><a href={`/flags/new?resource=${resource}&id=${profile.id}`}>{office.flags.report}</a></p>
}

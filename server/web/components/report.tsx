import type { JsonObject } from '../../../db/index.ts'
import type { Capability, Resource } from '../../../db/vocabulary.ts'
import { may, type Visit } from '../visit.ts'

const writers: Readonly<Record<Resource, Capability>> = { cities: 'write:cities', challenges: 'write:cities', providers: 'write:solutions', solutions: 'write:solutions', deployments: 'write:solutions' }

/** What may be done about a profile: its owner changes it, everybody else brings it before the secretariat. */
export const Report = ({ resource, profile, visit }: { resource: Resource, profile: JsonObject & { id: string }, visit: Visit }) => {
  const { editing, office } = visit.reader.words
  const own = visit.member?.organisation?.id === profile['ownerId'] && may(visit, writers[resource])
  return own
    ? <p class='report no-print'><a class='button quiet' href={`/${resource}/${profile.id}/edit`}>{editing.buttons.edit}</a></p>
    : <p class='small report no-print'><a href={`/flags/new?resource=${resource}&id=${profile.id}`}>{office.flags.report}</a></p>
}

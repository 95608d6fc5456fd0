import { v7 as uuid } from 'uuid'
import type { Flag, JsonObject, ProfileRecord, Repositories } from '../../db/index.ts'
import type { Resource } from '../../db/vocabulary.ts'
import { record } from './audit.ts'
import type { Links } from './links.ts'
import { type Offence, offencesIn } from './moderation-rules.ts'
import type { Post } from './post.ts'
import { anonymous } from './principal.ts'
import { labelOf } from './profile-labels.ts'
import { publicContent } from './visibility.ts'

/** Looks at what a write has made public, in the transaction of the write, and opens a case where the rules mind it. */
export type Review = (repositories: Repositories, resource: Resource, before: ProfileRecord | undefined, after: ProfileRecord) => Promise<void>

/** A new case; raised by a rule unless it says by whom. */
export const openFlag = (resource: Resource, { id: profileId, ownerId, version }: ProfileRecord, raised: Pick<Flag, 'reason'> & Partial<Pick<Flag, 'fields' | 'raisedBy' | 'raisedByOrganisation' | 'words'>>): Flag => ({
  id: uuid(),
  resource,
  profileId,
  ownerId,
  version,
  raisedBy: null,
  raisedByOrganisation: null,
  words: null,
  fields: [],
  ...raised,
  status: 'open',
  raisedAt: new Date(),
  decidedBy: null,
  decidedAt: null,
  decisionReason: null,
  appealedBy: null,
  appealedAt: null,
  appealWords: null,
  appealOutcome: null,
  appealDecidedBy: null,
  appealDecidedAt: null,
  appealReason: null
})

/** For what the service fills itself with. */
export const unreviewed: Review = async () => {}

/** What everybody sees now and did not before; all of it when the profile was not published. */
const madePublic = (before: ProfileRecord | undefined, after: ProfileRecord): JsonObject => {
  if (after.status !== 'published') return {}
  const shown = publicContent(after.content)
  if (before?.status !== 'published') return shown
  const known = publicContent(before.content)
  return Object.fromEntries(Object.entries(shown).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(known[name])))
}

export const createReview = (post: Post, links: Links): Review => {
  /** One open case of a reason is enough; it then tells of the newest version. */
  const open = async (repositories: Repositories, resource: Resource, profile: ProfileRecord, { reason, fields }: Offence): Promise<void> => {
    const { id: profileId, ownerId, version, content } = profile
    const known = (await repositories.flags.listOf(profileId)).find((flag) => flag.raisedBy === null && flag.status === 'open' && flag.reason === reason)
    if (known !== undefined) return repositories.flags.update(known.id, { version, fields: [...new Set([...known.fields, ...fields])] })
    // An import may open a thousand cases: the secretariat is told of the first of an owner.
    const told = await repositories.flags.hasOpenByRule(ownerId)
    const flag = openFlag(resource, profile, { reason, fields })
    const { id } = flag
    await repositories.flags.insert(flag)
    await record(repositories, anonymous, 'flags:raise', { id, ownerId: null }, { after: { status: 'open', reason } })
    if (!told) await post.notifySecretariat(repositories, { kind: 'flag-raised', objectId: id, values: { profile: labelOf(resource, content), reason: { list: 'flag', code: reason }, words: '' }, link: links.to(`/flags/${id}`) })
  }

  return async (repositories, resource, before, after) => {
    for (const offence of offencesIn(madePublic(before, after))) await open(repositories, resource, after, offence)
  }
}

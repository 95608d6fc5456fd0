import type { Change, ProfileRecord, Store } from '../../db/index.ts'
import type { Content } from '../schemas/resource.ts'
import { matchedFields } from './match-profiles.ts'

/** Published profiles that may match now what they did not match before. */
export interface News {
  challenges: ProfileRecord[]
  solutions: ProfileRecord[]
}

const pageSize = 500

/** Whether a profile was public before as well. */
const isEdit = ({ status, action }: Change): boolean => status === 'published' && action === 'updated'

/** Whether matching sees any of what changed. */
const isSeen = (change: Change, fields: ReadonlySet<string>): boolean => !isEdit(change) || change.fields.some((field) => fields.has(field))

/**
 * The profiles that changes of the log are news of. A city lends its challenges place, size and languages, which filters and
 * gates look at. Deployments are evidence: it moves a match up or down, and makes none, so they bring no news.
 */
export const newsOf = async (store: Store, changes: readonly Change[]): Promise<News> => {
  const ids = { challenges: new Set<string>(), solutions: new Set<string>() }
  for (const resource of ['challenges', 'solutions'] as const) {
    for (const change of changes) if (change.resource === resource && isSeen(change, matchedFields[resource])) ids[resource].add(change.profileId)
  }
  const moved = changes.filter((change) => change.resource === 'cities' && isEdit(change) && isSeen(change, matchedFields.cities))
  for (const cityId of new Set(moved.map((change) => change.profileId))) {
    let after: { value: string, id: string } | undefined
    do {
      const page = await store.read.challenges.list({ filters: { cityId, statuses: ['published'] }, sort: 'created', descending: false, limit: pageSize, after })
      for (const { id } of page.records) ids.challenges.add(id)
      after = page.next
    } while (after !== undefined)
  }
  const published = async (resource: 'challenges' | 'solutions') =>
    (await store.read[resource].findMany([...ids[resource]])).filter((record) => record.status === 'published')
  return { challenges: await published('challenges'), solutions: await published('solutions') }
}

/** The title as a reader has it: in their language where the owner gave it so. */
export const titleIn = (language: string, { content }: ProfileRecord): string => {
  const { title } = content as Content<'challenges' | 'solutions'>
  const own = [title, ...title.translations].find((text) => text.language === language || text.language.startsWith(`${language}-`))
  return (own ?? title).text
}

import type { ProfileRecord, Store } from '../../db/index.ts'
import type { Content } from '../../server/schemas/resource.ts'
import { challengeTexts, solutionTexts } from '../../server/services/match-profiles.ts'
import { publicContent } from '../../server/services/visibility.ts'

/** What everybody may read of a profile, in the language it was written in. */
export interface PublicText {
  title: string
  text: string
}

const textOf = (resource: 'challenges' | 'solutions', record: ProfileRecord): PublicText => {
  const content = publicContent(record.content)
  const [title, ...others] = resource === 'challenges' ? challengeTexts(content as Content<'challenges'>) : solutionTexts(content as Content<'solutions'>)
  return { title: title?.[1]?.text ?? '', text: others.flatMap(([, text]) => text?.text ?? []).join('\n') }
}

/** Profiles read at a time. */
const pageSize = 200

/** Reads profiles by id; those that are not published now are absent. */
export const readPublic = async (store: Store, resource: 'challenges' | 'solutions', ids: readonly string[]): Promise<Map<string, PublicText>> => {
  const texts = new Map<string, PublicText>()
  for (let start = 0; start < ids.length; start += pageSize) {
    for (const record of await store.read[resource].findMany(ids.slice(start, start + pageSize))) {
      if (record.status === 'published') texts.set(record.id, textOf(resource, record))
    }
  }
  return texts
}

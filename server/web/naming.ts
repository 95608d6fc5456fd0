import { resources } from '../../db/vocabulary.ts'
import type { AuditAnswer } from '../schemas/audit.ts'
import type { Catalogue } from '../services/catalogue.ts'
import type { Principal } from '../services/principal.ts'
import type { Reader } from './reader.ts'
import { titleOf } from './titles.ts'

/** What the profiles of the log's entries are called, as far as whoever asks may see them. */
export const profileNames = async ({ catalogue }: { catalogue: Catalogue }, principal: Principal, entries: readonly AuditAnswer[], reader: Reader): Promise<Array<readonly [string, string]>> => {
  const names: Array<readonly [string, string]> = []
  for (const resource of resources) {
    if (resource === 'deployments') continue
    const ids = entries.flatMap(({ action, objectId }) => action.startsWith(`${resource}:`) ? [objectId] : [])
    for (const [id, profile] of await catalogue.many(principal, resource, [...new Set(ids)])) names.push([id, titleOf(resource, profile, reader)])
  }
  return names
}

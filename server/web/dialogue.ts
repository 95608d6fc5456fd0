import type { FastifyRequest } from 'fastify'
import type { Services } from '../services/index.ts'
import { may, type Visit } from './visit.ts'

type Resource = 'challenges' | 'solutions'

/** What whoever looks at a profile and its matches may do about them, and has done. */
export interface Dealings {
  /** Of the profiles on the page, those of the organisation acted for. */
  readonly own: ReadonlySet<string>
  /** What this person said of matches, by the id of the match. */
  readonly judged: ReadonlyMap<string, boolean>
  /** The saved search that watches the profile. */
  readonly watchedBy: string | null
}

const none: Dealings = { own: new Set(), judged: new Map(), watchedBy: null }

/** @param shown ids of the matches on the page */
export const dealingsOf = async ({ catalogue, judgements, searches }: Pick<Services, 'catalogue' | 'judgements' | 'searches'>, { principal }: FastifyRequest, { member }: Visit, [resource, id]: readonly [Resource, string], shown: Readonly<Record<Resource, readonly string[]>>): Promise<Dealings> => {
  if (member === null) return none
  const asked = (of: Resource) => [...shown[of], ...(of === resource ? [id] : [])]
  const own = new Set([...await catalogue.ownAmong(principal, 'challenges', asked('challenges')), ...await catalogue.ownAmong(principal, 'solutions', asked('solutions'))])
  const judged = own.has(id) ? (await judgements.list(principal, resource, id)).items : []
  const watching = (await searches.list(principal)).items.find(({ watch }) => watch?.resource === resource && watch.id === id)
  return { own, judged: new Map(judged.map(({ matchId, useful }) => [matchId, useful])), watchedBy: watching?.id ?? null }
}

/** A challenge and what it was matched with. */
export interface MatchPair {
  challengeId: string
  with: { resource: Resource, id: string }
  /** Whether somebody is there to be asked: nobody offers a solution without a provider. */
  answers: boolean
}

/** Where one asks for an introduction of the two; undefined for who may not, or where both or neither are one's own. */
export const askAddress = (visit: Visit, { own }: Dealings, { challengeId, with: { resource, id }, answers }: MatchPair): string | undefined => {
  const asks = own.has(challengeId) ? !own.has(id) : resource === 'solutions' && own.has(id)
  return asks && answers && may(visit, 'introductions') ? `/introductions/new?challenge=${challengeId}&with=${resource}:${id}` : undefined
}

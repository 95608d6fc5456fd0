import { v7 as uuid } from 'uuid'
import type { Introduction, Party } from '../../db/index.ts'
import type { Resource } from '../../db/vocabulary.ts'
import { bodies, type Caller, type Service } from '../helper.ts'

/** An organisation with a profile that it takes part in introductions with. */
export interface Side {
  name: string
  owner: Caller
  resource: Resource
  profileId: string
}

const made = async (service: Service, as: Caller, resource: string, body: object): Promise<string> => {
  const answer = await service.call('POST', `/v1/${resource}`, { as, body })
  if (answer.status !== 201) throw new Error(answer.text)
  return answer.body.id
}

/** A city with a challenge. */
export const citySide = async (service: Service, name: string, over: object = {}): Promise<Side> => {
  const owner = await service.person({ name, kind: 'city' })
  const city = await made(service, owner, 'cities', bodies.city({ name }))
  return { name, owner, resource: 'challenges', profileId: await made(service, owner, 'challenges', bodies.challenge(city, over)) }
}

/** A provider with a solution. */
export const providerSide = async (service: Service, name: string, over: object = {}): Promise<Side> => {
  const owner = await service.person({ name, kind: 'provider' })
  const provider = await made(service, owner, 'providers', bodies.provider({ legalName: name }))
  return { name, owner, resource: 'solutions', profileId: await made(service, owner, 'solutions', bodies.solution(provider, over)) }
}

const organisationOf = ({ owner }: Side): string => owner.organisationId ?? ''

/** An introduction as it stands after these sides agreed to it, the first one having asked about its own challenge or the second's. */
export const introduce = async (service: Service, sides: readonly [Side, Side, ...Side[]], over: Partial<Introduction> = {}, consents: ReadonlyMap<Side, Party['consent']> = new Map()): Promise<string> => {
  const [asking] = sides
  const challenge = sides.find((side) => side.resource === 'challenges') ?? asking
  const other = sides.find((side) => side !== challenge) ?? asking
  const now = new Date()
  const introduction: Introduction = {
    id: uuid(),
    version: 2,
    status: 'accepted',
    challengeId: challenge.profileId,
    matchResource: other.resource,
    matchId: other.profileId,
    askedBy: organisationOf(asking),
    purpose: 'explore-solution',
    message: 'We would like to learn more.',
    match: null,
    createdAt: now,
    expiresAt: new Date(now.getTime() + 21 * 86_400_000),
    remindedAt: null,
    acceptedAt: now,
    endedAt: null,
    endedBy: null,
    declineReason: null,
    endWords: null,
    outcome: null,
    messageCount: 0,
    ...over
  }
  await service.store.transact(async ({ introductions, parties }) => {
    await introductions.insert(introduction)
    for (const side of sides) {
      const own = side === asking ? 'asking' : 'asked'
      await parties.insert({ introductionId: introduction.id, organisationId: organisationOf(side), side: own, resource: side.resource, profileId: side.profileId, consent: consents.get(side) ?? 'agreed', decidedBy: null, decidedAt: now, disclosed: [] })
    }
  })
  return introduction.id
}

/** Mails of one kind to a person, the oldest first. */
export const mailsTo = async ({ store }: Service, { personId }: Caller, kind: string) =>
  (await store.read.mails.listOf(personId)).filter((mail) => mail.kind === kind).reverse()

/** What a person's inbox says of one kind, the oldest first. */
export const noticesTo = async ({ store }: Service, { personId }: Caller, kind: string) =>
  (await store.read.notices.listOf(personId, { limit: 100 })).filter((notice) => notice.kind === kind).reverse()

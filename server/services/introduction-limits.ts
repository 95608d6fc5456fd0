import type { Introduction, Party, Repositories } from '../../db/index.ts'
import { fieldError } from '../faults.ts'
import { refuse } from '../refusals.ts'
import type { Content } from '../schemas/resource.ts'
import type { Asking, Taking } from './introduction-asking.ts'
import { isIn, isOpen } from './introduction-parties.ts'
import type { Principal } from './principal.ts'
import { sees, type Sight } from './visibility.ts'

const day = 24 * 3_600_000

/** After an introduction has ended, the same two organisations ask each other about the same challenge only after so long. */
export const coolingTime = 90 * day
/** Open requests of a provider, where the secretariat has set no other number. */
export const usualCap = 10

/**
 * When one of two parties left an introduction, or it ended without both of them wanting it further: from then on they leave
 * each other alone. Two cities of one group that both agreed do not mind what became of it.
 */
export const cooledAt = (introduction: Introduction, a: Party, b: Party): Date | null => {
  const left = [a, b].flatMap((party) => isIn(party) || party.decidedAt === null ? [] : [party.decidedAt])
  if (left.length > 0) return new Date(Math.max(...left.map((time) => time.getTime())))
  return a.side !== b.side || a.consent === 'pending' || b.consent === 'pending' ? introduction.endedAt : null
}

interface Shared { introduction: Introduction, a: Party, b: Party, parties: Party[] }

const sharedBy = async ({ introductions, parties }: Repositories, a: string, b: string): Promise<Shared[]> => {
  const shared = await introductions.between(a, b)
  const all = await parties.listOf(shared.map(({ id }) => id))
  return shared.flatMap((introduction) => {
    const of = all.filter((party) => party.introductionId === introduction.id)
    const [ofA, ofB] = [a, b].map((organisationId) => of.find((party) => party.organisationId === organisationId))
    return ofA === undefined || ofB === undefined ? [] : [{ introduction, a: ofA, b: ofB, parties: of }]
  })
}

/** @throws {Problem} `introduction-open`, with its id, while the same two profiles have one */
const requireNoneOpen = (shared: readonly Shared[], asker: Taking, asked: Taking): void => {
  const open = shared.find(({ introduction, a, b }) => isOpen(introduction) && isIn(a) && isIn(b) && a.profileId === asker.record.id && b.profileId === asked.record.id)
  if (open !== undefined) throw refuse('there-already', { introductions: [open.introduction.id], status: open.introduction.status }, { errors: [fieldError('body', ['with', 'id'], 'there-already', { introduction: open.introduction.id })] })
}

/** @throws {Problem} `cooling`, saying until when */
const requireCooled = (shared: readonly Shared[], asker: Taking, other: Taking, now: Date): void => {
  const challenges = [asker, other].filter(({ resource }) => resource === 'challenges').map(({ record }) => record.id)
  const ends = shared
    .filter(({ parties }) => parties.some((party) => challenges.includes(party.profileId)))
    .flatMap(({ introduction, a, b }) => cooledAt(introduction, a, b) ?? [])
    .map((time) => time.getTime() + coolingTime)
  const until = Math.max(0, ...ends)
  if (until > now.getTime()) throw refuse('cooling-until', { until: new Date(until) })
}

/** @throws {Problem} `introduction-cap`, saying whose, how many are open, and which of the asker's own could be withdrawn */
const requireRoom = async (repositories: Repositories, principal: Principal, sight: Sight, { record, parent }: Taking): Promise<void> => {
  const requests = await repositories.introductions.requestsToProvider(record.ownerId)
  const [organisation] = await repositories.organisations.findMany([record.ownerId])
  const { legalName, introductionCap } = parent.content as Content<'providers'>
  const solutions = await repositories.solutions.findMany([...new Set(requests.map(({ solutionId }) => solutionId))])
  const ofProvider = new Set(solutions.filter(({ content }) => (content as Content<'solutions'>).providerId === parent.id).map(({ id }) => id))
  const own = requests.filter(({ solutionId }) => ofProvider.has(solutionId))
  const tells = sees(sight, 'providers', parent)('introductionCap')
  const caps = [
    { open: requests, cap: organisation?.introductionCap ?? usualCap, whose: organisation?.name ?? legalName, tells: true },
    ...(introductionCap === undefined ? [] : [{ open: own, cap: introductionCap, whose: legalName, tells }])
  ]
  const full = caps.filter(({ open, cap }) => open.length >= cap).sort((a, b) => a.cap - b.cap)[0]
  if (full === undefined) return
  const withdrawable = full.open.filter(({ introduction }) => introduction.askedBy === principal.organisationId).map(({ introduction }) => introduction.id)
  const yours = withdrawable.length > 0
  if (full.tells) throw yours ? refuse('provider-full-yours', { organisation: full.whose, count: full.open.length, cap: full.cap, introductions: withdrawable }) : refuse('provider-full', { organisation: full.whose, count: full.open.length, cap: full.cap })
  throw yours ? refuse('provider-closed-yours', { organisation: full.whose, introductions: withdrawable }) : refuse('provider-closed', { organisation: full.whose })
}

/**
 * What stands in the way of a request beyond its own fields. Of what others have going with each other nothing is told: only
 * pairs with the asker are looked at.
 * @throws {Problem} `introduction-open`, `cooling`, `introduction-cap`
 */
export const requireAskable = async (repositories: Repositories, principal: Principal, sight: Sight, { asker, joining, asked }: Asking, now: Date): Promise<void> => {
  const shared = await sharedBy(repositories, asker.record.ownerId, asked.record.ownerId)
  requireNoneOpen(shared, asker, asked)
  requireCooled(shared, asker, asked, now)
  for (const city of joining) requireCooled(await sharedBy(repositories, asker.record.ownerId, city.record.ownerId), asker, city, now)
  for (const provider of [asker, asked]) if (provider.resource === 'solutions') await requireRoom(repositories, principal, sight, provider)
}

import { v7 as uuid } from 'uuid'
import type { Organisation, Repositories, Store, Verification } from '../../db/index.ts'
import { Problem } from '../errors.ts'
import { invalidAt, invalidField } from '../faults.ts'
import { refuse } from '../refusals.ts'
import type { Page, Paging } from '../schemas/pages.ts'
import type { QueuedVerification, VerificationAnswer, VerificationBody, VerificationDecision, VerificationsQuery } from '../schemas/verifications.ts'
import { record } from './audit.ts'
import { fieldsOf, heldOver, owns, permitted, requireAction, requireFor } from './authority.ts'
import type { Links } from './links.ts'
import { domainOf, whyNotOfficial } from './official-domains.ts'
import { pageOf } from './pages.ts'
import type { Post } from './post.ts'
import { asItStands, type Principal } from './principal.ts'

/** Organisations ask to be vouched for, and the secretariat decides, once. All throw {@link Problem}. */
export interface Verifications {
  ask (principal: Principal, organisationId: string, body: VerificationBody): Promise<VerificationAnswer>
  withdraw (principal: Principal, organisationId: string): Promise<void>
  history (principal: Principal, organisationId: string, query: Paging): Promise<Page<VerificationAnswer>>
  list (principal: Principal, query: VerificationsQuery): Promise<Page<QueuedVerification>>
  /** One of the queue, decided or not; for the secretariat. */
  read (principal: Principal, id: string): Promise<QueuedVerification>
  decide (principal: Principal, id: string, decision: VerificationDecision): Promise<VerificationAnswer>
  /** Takes a verification back; what is published stays. */
  revoke (principal: Principal, organisationId: string, reason: string): Promise<VerificationAnswer>
}

const day = 24 * 3_600_000
/** Each ask is a letter to the secretariat. */
const asksADay = 5
const missing = 'There is no such organisation'

const present = (verification: Verification) => ({
  ...verification,
  askedAt: verification.askedAt.toISOString(),
  decidedAt: verification.decidedAt?.toISOString() ?? null
})

const requireOrganisation = async ({ organisations }: Pick<Repositories, 'organisations'>, id: string): Promise<Organisation> => {
  const organisation = await organisations.find(id)
  if (organisation === undefined) throw new Problem('not-found', missing)
  return organisation
}

/** Notes in an organisation's history that its verification is over: refused by the secretariat, or withdrawn by itself. */
export const endVerification = async ({ verifications }: Repositories, principal: Principal, organisationId: string, status: 'refused' | 'withdrawn', reason: string): Promise<Verification> => {
  const now = new Date()
  const ended: Verification = { id: uuid(), organisationId, method: 'secretariat', evidence: '', words: null, status, askedBy: null, askedAt: now, decidedBy: principal.personId, decidedAt: now, reason }
  await verifications.insert(ended)
  return ended
}

/** The evidence as it is kept. */
const checkedEvidence = async ({ people }: Repositories, { personId }: Principal, { method, evidence }: VerificationBody): Promise<string> => {
  if (method === 'document') return evidence
  const domain = domainOf(evidence)
  if (domain === undefined) throw invalidField(['evidence'], 'domain', {})
  const person = personId === null ? undefined : await people.find(personId)
  const why = whyNotOfficial(domain, person?.confirmedAt == null ? '' : person.email ?? '')
  if (why !== undefined) throw invalidAt(['evidence'], why)
  return domain
}

export const createVerifications = (store: Store, post: Post, links: Links): Verifications => ({
  ask: (asking, organisationId, body) => store.transact(async (repositories) => {
    const { verifications } = repositories
    const principal = await requireFor(repositories, asking, 'verifications:ask', organisationId, missing)
    const organisation = await requireOrganisation(repositories, organisationId)
    if (organisation.verifiedAt !== null) throw refuse('verified-already', {})
    if (await verifications.findAsked(organisationId) !== undefined) throw refuse('verification-waits', {})
    const evidence = await checkedEvidence(repositories, principal, body)
    const now = new Date()
    if (await verifications.countSince(organisationId, new Date(now.getTime() - day)) >= asksADay) throw refuse('verifications-today', { count: asksADay })
    const { method, words = null } = body
    const asked: Verification = { id: uuid(), organisationId, method, evidence, words, status: 'asked', askedBy: principal.personId, askedAt: now, decidedBy: null, decidedAt: null, reason: null }
    await verifications.insert(asked)
    await record(repositories, principal, 'verifications:ask', { id: asked.id, ownerId: organisationId }, { after: { status: 'asked', method } })
    await post.notifySecretariat(repositories, {
      kind: 'verification-asked', objectId: asked.id, link: links.to(`/verifications/${asked.id}`), values: { organisation: organisation.name, method: { list: 'method', code: method }, evidence }
    })
    return present(asked)
  }),

  withdraw: (asking, organisationId) => store.transact(async (repositories) => {
    const principal = await requireFor(repositories, asking, 'verifications:withdraw', organisationId, missing)
    const asked = await repositories.verifications.findAsked(organisationId)
    if (asked === undefined) throw new Problem('not-found', 'There is no request that waits')
    await repositories.verifications.update(asked.id, { status: 'withdrawn', decidedAt: new Date() })
    await record(repositories, principal, 'verifications:withdraw', { id: asked.id, ownerId: organisationId }, { before: { status: 'asked' }, after: { status: 'withdrawn' } })
  }),

  async history (principal, organisationId, query) {
    requireAction(principal, 'verifications:read')
    if (!owns(principal, { ownerId: organisationId })) throw new Problem('not-found', missing)
    await requireOrganisation(store.read, organisationId)
    const fields = fieldsOf(principal, 'verifications:read', heldOver(principal, organisationId))
    const page = await pageOf(query, (limit) => store.read.verifications.page({ organisationId, after: query.cursor, limit }))
    return {
      items: page.items.map((verification) => {
        const { decidedBy, ...shown } = present(verification)
        return { ...shown, ...permitted(fields, { decidedBy }) }
      }),
      next: page.next
    }
  },

  async list (principal, query) {
    requireAction(principal, 'verifications:list')
    const page = await pageOf(query, (limit) => store.read.verifications.page({ status: query.status, after: query.cursor, limit }))
    const organisations = new Map((await store.read.organisations.findMany([...new Set(page.items.map(({ organisationId }) => organisationId))])).map((organisation) => [organisation.id, organisation]))
    return {
      items: page.items.flatMap((verification) => {
        const organisation = organisations.get(verification.organisationId)
        return organisation === undefined ? [] : [{ ...present(verification), organisation: { name: organisation.name, kind: organisation.kind } }]
      }),
      next: page.next
    }
  },

  async read (principal, id) {
    requireAction(principal, 'verifications:list')
    const verification = await store.read.verifications.find(id)
    const organisation = verification === undefined ? undefined : await store.read.organisations.find(verification.organisationId)
    if (verification === undefined || organisation === undefined) throw new Problem('not-found', 'There is no such request')
    return { ...present(verification), organisation: { name: organisation.name, kind: organisation.kind } }
  },

  decide: (asking, id, { decision, reason }) => store.transact(async (repositories) => {
    const principal = await asItStands(repositories, asking)
    requireAction(principal, 'verifications:decide')
    const asked = await repositories.verifications.find(id)
    if (asked === undefined) throw new Problem('not-found', 'There is no such request')
    if (asked.status !== 'asked') throw refuse('verification-decided', { status: asked.status })
    const { organisationId, method } = asked
    const organisation = await requireOrganisation(repositories, organisationId)
    const now = new Date()
    const status = decision === 'grant' ? 'granted' : 'refused'
    const decided: Verification = { ...asked, status, decidedBy: principal.personId, decidedAt: now, reason }
    await repositories.verifications.update(id, decided)
    if (decision === 'grant') await repositories.organisations.update(organisationId, { verifiedAt: now, verifiedBy: method })
    await record(repositories, principal, 'verifications:decide', { id, ownerId: organisationId }, { before: { status: 'asked' }, after: { status, method } })
    await post.notifyOrganisation(repositories, organisationId, {
      kind: `verification-${status}`, objectId: organisationId, values: { organisation: organisation.name, reason }, link: links.to(`/organisations/${organisationId}`)
    }, ['owner'])
    return present(decided)
  }),

  revoke: (asking, organisationId, reason) => store.transact(async (repositories) => {
    const principal = await asItStands(repositories, asking)
    requireAction(principal, 'verifications:revoke')
    const organisation = await requireOrganisation(repositories, organisationId)
    if (organisation.verifiedAt === null) throw refuse('not-verified-now', {})
    await repositories.organisations.update(organisationId, { verifiedAt: null, verifiedBy: null })
    const ended = await endVerification(repositories, principal, organisationId, 'refused', reason)
    await record(repositories, principal, 'verifications:revoke', { id: ended.id, ownerId: organisationId }, { before: { verified: true, method: organisation.verifiedBy }, after: { verified: false } })
    await post.notifyOrganisation(repositories, organisationId, {
      kind: 'verification-revoked', objectId: organisationId, values: { organisation: organisation.name, reason }, link: links.to(`/organisations/${organisationId}`)
    }, ['owner'])
    return present(ended)
  })
})

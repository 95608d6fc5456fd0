import { v7 as uuid } from 'uuid'
import type { Store } from '../../db/index.ts'
import { hashPassword } from '../../server/services/passwords.ts'
import { hashOf } from '../../server/services/principal.ts'
import { eachEngine } from '../engines.ts'
import { bodies, type Caller, type Service, startService } from '../helper.ts'

const password = 'four words of my own'
const passwordHash = await hashPassword(password)
const secret = 'Zanzibar'

/** One of everything that the store may hold about a person, each with a word of its own to look for. */
const leaveTraces = async (service: Service, store: Store, { personId, organisationId, email }: Caller, other: Caller) => {
  const city = (await service.call('POST', '/v1/cities', { as: other, body: bodies.city() })).body
  const challenge = (await service.call('POST', '/v1/challenges', { as: other, body: bodies.challenge(city.id) })).body
  const ours = organisationId ?? ''
  const [at, introductionId, messageId, searchId] = [new Date(), uuid(), uuid(), uuid()]
  const matched = { queryResource: 'challenges', queryId: challenge.id, matchResource: 'challenges', matchId: uuid(), match: null } as const
  await store.transact(async (repositories) => {
    await repositories.introductions.insert({ id: introductionId, version: 1, status: 'active', challengeId: challenge.id, matchResource: 'challenges', matchId: matched.matchId, askedBy: ours, purpose: 'exchange', message: 'Hello', match: null, createdAt: at, expiresAt: at, remindedAt: null, acceptedAt: at, endedAt: null, endedBy: null, declineReason: null, endWords: null, outcome: null, messageCount: 2 })
    await repositories.messages.insert({ id: messageId, introductionId, ordinal: 1, authorId: personId, organisationId: ours, text: `${secret} message`, links: [{ url: `https://example.org/${secret}` }], createdAt: at, editedAt: null })
    await repositories.messages.insert({ id: uuid(), introductionId, ordinal: 2, authorId: other.personId, organisationId: other.organisationId ?? '', text: 'Their answer', links: [], createdAt: at, editedAt: null })
    await repositories.messages.saveRead({ introductionId, personId, ordinal: 2, at })
    await repositories.judgements.insert({ id: uuid(), kind: 'thumb', organisationId: ours, personId, introductionId: null, ...matched, value: 1, detail: `${secret} judgement`, at })
    await repositories.searches.insert({ id: searchId, personId, organisationId: ours, name: `${secret} search`, target: 'challenges', text: 'x', watchedResource: null, watchedId: null, filters: {}, band: 'good', frequency: 'never', createdAt: at, digestedAt: null, stoppedAt: null, position: 0 })
    await repositories.alerts.insert({ id: uuid(), searchId, personId, resource: 'challenges', profileId: challenge.id, profileVersion: 1, band: 'good', score: 1, reasons: [`${secret} alert`], createdAt: at, mailedAt: null })
    await repositories.invitations.insert({ id: uuid(), organisationId: ours, email: `${secret}-invited@example.org`.toLowerCase(), role: 'viewer', hash: uuid(), invitedBy: personId, createdAt: at, expiresAt: at, acceptedAt: null, withdrawnAt: null })
    await repositories.invitations.insert({ id: uuid(), organisationId: other.organisationId ?? '', email, role: 'viewer', hash: 'to-them', invitedBy: other.personId, createdAt: at, expiresAt: at, acceptedAt: null, withdrawnAt: null })
    const person = await repositories.people.find(personId)
    if (person !== undefined) await service.services.post.notify(repositories, person, { kind: 'message', values: { organisation: `${secret} organisation`, profile: 'X' }, link: 'https://example.org', objectId: introductionId })
  })
  return { messageId, introductionId, searchId, queryId: matched.queryId, matchId: matched.matchId }
}

eachEngine('people take their data with them, and leave an empty row and the record behind', async (t, openTestStore) => {
  const store = await openTestStore()
  const service = await startService(t, store)
  const me = await service.person({ name: 'City', kind: 'city' }, 'owner', { passwordHash, name: `${secret} name` })
  const second = await service.person({ name: 'City', kind: 'city' }, 'owner')
  const other = await service.person({ name: 'Other', kind: 'city' })
  const traces = await leaveTraces(service, store, me, other)
  await service.call('PATCH', '/v1/people/me', { as: me, body: { language: 'th' } })
  await service.call('POST', '/v1/people/reset', { body: { email: me.email } })

  const exported = await service.call('GET', '/v1/people/me/export', { as: me })
  t.equal(exported.status, 200, exported.text)
  t.match(exported.headers, { 'cache-control': 'no-store', 'content-disposition': 'attachment; filename="wicc-matchmaking.json"' })
  t.match(exported.body, {
    account: { id: me.personId, email: me.email, name: `${secret} name`, language: 'th' },
    sessions: [{ state: 'open' }],
    memberships: [{ organisationId: me.organisationId, role: 'owner' }],
    invitationsMade: [{ email: 'zanzibar-invited@example.org' }],
    invitationsReceived: [{ organisationId: other.organisationId, email: me.email }],
    searches: [{ name: `${secret} search` }],
    alerts: [{ reasons: [`${secret} alert`] }],
    notices: [{ kind: 'message' }],
    mails: [{ kind: 'message', text: new RegExp(secret) }, { kind: 'reset-password', text: null }],
    messages: [{ text: `${secret} message`, links: [{ url: `https://example.org/${secret}` }] }],
    reads: [{ ordinal: 2 }],
    judgements: [{ detail: `${secret} judgement`, value: 1 }],
    audit: [{ action: 'people:change', address: '127.0.0.1' }]
  })
  const token = /token=([\w-]+)/.exec((await store.read.mails.listOf(me.personId)).find(({ kind }) => kind === 'reset-password')?.text ?? '')?.[1] ?? 'none'
  t.ok(await store.read.tokens.find(hashOf(token)), 'there is a link that opens the account')
  for (const hidden of [token, 'argon2', me.cookie.split('=')[1] ?? '', hashOf(me.cookie.split('=')[1] ?? ''), 'Their answer']) t.notOk(exported.text.includes(hidden), `not ${hidden}`)

  const erase = (as: Caller, word = password) => service.call('POST', '/v1/people/me/erase', { as, body: { password: word } })
  t.match(await erase(me, 'not my password'), { status: 422, body: { errors: [{ pointer: '/password' }] } })
  const [gone, again] = await Promise.all([erase(me), erase(me)])
  t.same([gone.status, again.status].sort(), [204, 401], `${gone.text} ${again.text}`)
  t.match(await store.read.people.find(me.personId), { email: null, name: null, passwordHash: null, totpSecret: null, recoveryHashes: null, erasedAt: Date })
  const { invitationsMade, audit, messages, ...left } = await store.read.personal.read(me.personId, me.email)
  t.same(Object.entries(left).filter(([, rows]) => rows.length > 0), [], 'nothing is left that is theirs')
  t.same(messages.map(({ text, links }) => [text, links]), [[null, []]], 'a message keeps its place, not its words')
  t.match(await store.read.messages.listOf(traces.introductionId, 0, 10), [{ text: null }, { text: 'Their answer' }])
  t.equal(await store.read.searches.find(traces.searchId), undefined)
  t.equal(await store.read.judgements.findThumb(me.personId, traces.queryId, traces.matchId), undefined)
  t.match((await store.read.judgements.page(undefined, 10)).map(({ personId, value }) => [personId, value]), [[null, 1]], 'a judgement stays and names nobody')
  t.match(await store.read.invitations.findByHash('to-them'), { email: null, withdrawnAt: Date }, 'an invitation to their address is over')
  t.equal(invitationsMade.length, 1)
  t.same(audit.map(({ action, address }) => [action, address]), [['people:change', null], ['people:erase', null]], 'the record stays, by reference')
  t.equal((await service.call('GET', '/v1/session', { as: me })).status, 401)
  t.equal((await service.call('POST', '/v1/session', { body: { email: me.email, password } })).status, 401)
  t.equal((await service.call('POST', '/v1/people/reset/confirm', { body: { token, password } })).status, 410)
  t.equal((await service.call('POST', '/v1/people', { body: { email: me.email, password, name: 'New' } })).status, 202)
  t.not((await store.read.people.findByEmail(me.email))?.id, me.personId, 'the address is free')
  t.equal((await service.call('GET', '/v1/session', { as: second })).status, 200)
})

eachEngine('the last owner stays, however many go at once', async (t, openTestStore) => {
  const store = await openTestStore()
  const service = await startService(t, store)
  const owners = await Promise.all([1, 2, 3].map(() => service.person(null, 'owner', { passwordHash })))
  const founder = await service.person({ name: 'Shared City', kind: 'city' }, 'owner', { passwordHash })
  await service.person({ name: 'Shared City', kind: 'city' }, 'editor')
  await store.transact(async ({ memberships }) => {
    for (const { personId } of owners) await memberships.insert({ personId, organisationId: founder.organisationId ?? '', role: 'owner', createdAt: new Date() })
  })
  const all = [founder, ...owners]
  const answers = await Promise.all(all.map((as) => service.call('POST', '/v1/people/me/erase', { as, body: { password } })))
  t.same(answers.map(({ status }) => status).sort(), [204, 204, 204, 409])
  const refused = answers.findIndex(({ status }) => status === 409)
  t.match(answers[refused]?.body, { code: 'last-owner', detail: /Shared City/ })
  const left = (await store.read.memberships.listIn(founder.organisationId ?? '')).filter(({ role }) => role === 'owner')
  t.same(left.map(({ personId }) => personId), [all[refused]?.personId])
  t.equal((await service.call('GET', '/v1/session', { as: all[refused] })).status, 200, 'and nothing of theirs is gone')
})

eachEngine('a sign-up that nobody confirms is forgotten', async (t, openTestStore) => {
  const store = await openTestStore()
  const service = await startService(t, store)
  const old = new Date(Date.now() - 8 * 24 * 3_600_000)
  const signUp = async (email: string, createdAt?: Date): Promise<string> => {
    await service.call('POST', '/v1/people', { body: { email, password, name: 'A' } })
    const person = await store.read.people.findByEmail(email)
    if (createdAt !== undefined) await store.transact(({ people }) => people.update(person?.id ?? '', { createdAt }))
    return person?.id ?? ''
  }
  const [fresh, linked, dead] = [await signUp('fresh@example.org'), await signUp('linked@example.org', old), await signUp('dead@example.org', old)]
  const confirmed = await service.person(null, 'owner', { createdAt: old })
  await store.transact(({ tokens }) => tokens.removeOf(dead))
  await service.run('sweep')
  const known = async (id: string): Promise<boolean> => await store.read.people.find(id) !== undefined
  t.same([await known(fresh), await known(linked), await known(dead), await known(confirmed.personId)], [true, true, false, true])
})

import type { Test } from 'tap'
import { v7 as uuid } from 'uuid'
import type { Repositories } from '../../db/index.ts'
import { eachEngine } from '../engines.ts'
import { type Answer, bodies, type Caller, type Service, startService } from '../helper.ts'

const day = 24 * 3_600_000
const message = 'May we talk about what it would take here?'
const because = 'We have no people for it this year.'
const from = (days: number): Date => new Date(Date.now() + days * day)

interface Taker { as: Caller, id: string, parentId: string }

const made = async (t: Test, answer: Promise<Answer>) => {
  const { status, body, text } = await answer
  t.equal(status, 201, text)
  return body
}

/** A city with a challenge whose contact and budget are kept for those introduced to it. */
const city = async (t: Test, service: Service, name: string, over: object = {}): Promise<Taker> => {
  const as = await service.person({ name, kind: 'city' })
  const { id: parentId } = await made(t, service.call('POST', '/v1/cities', { as, body: bodies.city({ name: { text: name, language: 'en' } }) }))
  const { id } = await made(t, service.call('POST', '/v1/challenges', { as, body: bodies.challenge(parentId, { contact: { name: 'A. Person', email: `desk@${name.toLowerCase()}.example` }, budget: { status: 'sought', max: 500, currency: 'THB' }, visibility: { budget: 'introduced' }, ...over }) }))
  return { as, id, parentId }
}

/** A provider with a contact, and a solution without one. */
const vendor = async (t: Test, service: Service, name: string, over: object = {}): Promise<Taker> => {
  const as = await service.person({ name, kind: 'provider' })
  const { id: parentId } = await made(t, service.call('POST', '/v1/providers', { as, body: bodies.provider({ legalName: `${name} Ltd`, contact: { email: `sales@${name.toLowerCase()}.example` }, ...over }) }))
  const { id } = await made(t, service.call('POST', '/v1/solutions', { as, body: bodies.solution(parentId) }))
  return { as, id, parentId }
}

const withSolution = (taker: Taker) => ({ resource: 'solutions', id: taker.id })
const withChallenge = (taker: Taker) => ({ resource: 'challenges', id: taker.id })
const ask = (service: Service, as: Caller | undefined, challenge: Taker, other: object, over: object = {}, options: { key?: string, headers?: Record<string, string> } = {}) =>
  service.call('POST', '/v1/introductions', { as, ...options, body: { challengeId: challenge.id, with: other, purpose: 'explore-solution', message, ...over } })
const says = (service: Service, as: Caller, id: string, verb: string, body: object = {}) => service.call('POST', `/v1/introductions/${id}/${verb}`, { as, body })
const read = (service: Service, as: Caller, id: string) => service.call('GET', `/v1/introductions/${id}`, { as })
const decline = { reason: 'no-capacity', words: because }

const letters = async (service: Service, { personId }: Caller): Promise<string[]> => (await service.store.read.mails.listOf(personId)).map(({ kind }) => kind.replace('introduction-', '')).reverse()
const trail = async (service: Service, id: string) => (await service.store.read.audit.read({ objectId: id, limit: 1000 })).reverse()
const rewrite = (service: Service, work: (repositories: Repositories) => Promise<void>) => service.store.transact(work)
const consentsOf = ({ body }: Answer): string => body.parties.map((party: { consent: string }) => party.consent[0]).join('')

/** One trail: each step begins where the one before ended, and the last one ended where the introduction is. */
const checkTrail = async (t: Test, service: Service, id: string, ...actions: string[]): Promise<string[]> => {
  const entries = await trail(service, id)
  const introduction = await service.store.read.introductions.find(id)
  t.equal(entries[0]?.before, null)
  for (const [index, { before }] of entries.entries()) if (index > 0) t.match(before, { status: entries[index - 1]?.after?.['status'], version: entries[index - 1]?.after?.['version'] }, 'each step begins where the last one ended')
  t.same([entries.at(-1)?.after?.['status'], entries.at(-1)?.after?.['version']], [introduction?.status, introduction?.version], 'and the last one ended where it is')
  const did = entries.map(({ action }) => action.replace('introductions:', ''))
  if (actions.length > 0) t.same(did, ['create', ...actions])
  return did
}

eachEngine('a city and a provider are introduced: nobody sees a contact before, both do after', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const [khon, bus] = [await city(t, service, 'Khon'), await vendor(t, service, 'Bus')]
  const stranger = await service.person({ name: 'Stranger', kind: 'city' })
  const secretariat = await service.person({ name: 'WICC', kind: 'secretariat' })
  const contacts = /desk@khon\.example|sales@bus\.example|A\. Person/

  const asked = await ask(service, khon.as, khon, withSolution(bus), { disclose: ['contact', 'budget'] })
  t.equal(asked.status, 201, asked.text)
  const { id } = asked.body
  t.equal(asked.headers['location'], `/v1/introductions/${id}`)
  t.match(asked.body, { status: 'requested', side: 'asking', askedBy: khon.as.organisationId, message, purpose: 'explore-solution', challengeId: khon.id, with: withSolution(bus), acceptedAt: null })
  t.match(asked.body.parties, [
    { organisation: { name: 'Khon' }, own: true, side: 'asking', consent: 'agreed', discloses: ['contact', 'budget'], disclosed: null, profile: { title: { text: 'Buses are too full at rush hour' }, city: { id: khon.parentId } } },
    { organisation: { name: 'Bus' }, own: false, side: 'asked', consent: 'pending', discloses: [], disclosed: null, profile: { provider: { legalName: 'Bus Ltd' } } }
  ])
  t.equal(new Date(asked.body.expiresAt).getTime() - new Date(asked.body.createdAt).getTime(), 21 * day)
  const shown = (await service.call('GET', `/v1/challenges/${khon.id}/matches?limit=50`, { as: khon.as })).body
  t.same([asked.body.match.rank, asked.body.match.score, asked.body.match.versions], [1, shown.solutions[0].score, shown.versions], 'the match is kept as it was shown')

  const everywhere = async (as: Caller): Promise<string> => {
    const urls = ['/v1/introductions', `/v1/introductions/${id}`, `/v1/introductions/${id}/audit`, `/v1/challenges/${khon.id}`, `/v1/solutions/${bus.id}`, '/v1/challenges', '/v1/solutions', '/v1/providers', `/v1/challenges/${khon.id}/matches`, `/v1/solutions/${bus.id}/matches`, '/v1/bulk/challenges', '/v1/bulk/solutions?format=csv', '/v1/changes']
    const texts: string[] = []
    for (const url of urls) {
      const { status, text } = await service.call('GET', url, { as })
      t.equal(status, 200, url)
      texts.push(text)
    }
    return texts.join('\n')
  }
  const khonsOwn = /desk@khon\.example|A\. Person/
  const busOwn = /sales@bus\.example/
  t.notOk(khonsOwn.test(await everywhere(bus.as)), 'who is asked sees no contact')
  t.notOk(busOwn.test(await everywhere(khon.as)), 'nor does who asks')
  t.same([await letters(service, khon.as), await letters(service, bus.as)], [[], ['requested']])
  t.notMatch((await service.store.read.mails.listOf(bus.as.personId)).map(({ text }) => text).join(), contacts)

  for (const verb of ['accept', 'decline', 'close', 'withdraw']) t.match(await says(service, stranger, id, verb, verb === 'decline' ? decline : verb === 'close' ? { outcome: 'none' } : {}), { status: 404, body: { code: 'not-found' } }, `a stranger: ${verb}`)
  for (const url of [id, `${id}/audit`, uuid()]) t.match(await service.call('GET', `/v1/introductions/${url}`, { as: stranger }), { status: 404, body: { code: 'not-found' } })
  t.same((await service.call('GET', '/v1/introductions', { as: stranger })).body, { items: [], next: null })
  t.match(await says(service, khon.as, id, 'accept'), { status: 403, body: { code: 'not-yours' } }, 'who asks does not answer')
  t.match(await says(service, khon.as, id, 'decline', decline), { status: 403, body: { code: 'not-yours' } })
  t.match(await says(service, bus.as, id, 'withdraw'), { status: 403, body: { code: 'not-yours' } }, 'who is asked does not withdraw')
  t.match(await says(service, bus.as, id, 'close', { outcome: 'none' }), { status: 409, body: { code: 'introduction-state', detail: 'The introduction is requested' } })
  t.match(await says(service, bus.as, id, 'accept', { disclose: ['budget'] }), { status: 422, body: { errors: [{ pointer: '/disclose/0', code: 'not-disclosable' }] } })

  const accepted = await says(service, bus.as, id, 'accept')
  t.equal(accepted.status, 200, accepted.text)
  t.match(accepted.body, { status: 'accepted', side: 'asked', version: 2, acceptedAt: /^20/, endedAt: null })
  t.same(accepted.body.parties.map((party: { disclosed: unknown }) => party.disclosed), [{ contact: { name: 'A. Person', email: 'desk@khon.example' }, fields: { budget: { status: 'sought', max: 500, currency: 'THB' } } }, null])
  t.same((await read(service, khon.as, id)).body.parties[1].disclosed, { contact: { email: 'sales@bus.example' }, fields: {} }, 'a profile without a contact discloses that of its provider')
  t.match((await service.call('GET', `/v1/challenges/${khon.id}`, { as: bus.as })).body, { contact: { email: 'desk@khon.example' }, budget: { max: 500 } }, 'reads show it too')
  t.ok(khonsOwn.test(await everywhere(bus.as)), 'and so do lists, matches, exports or the feed')
  t.notMatch(await service.call('GET', `/v1/challenges/${khon.id}`, { as: stranger }).then(({ text }) => text), contacts)
  t.same([await letters(service, khon.as), await letters(service, bus.as)], [['accepted'], ['requested']])
  t.equal((await service.store.read.notices.listOf(khon.as.personId, { limit: 9 }))[0]?.kind, 'introduction-accepted')

  const again = await says(service, bus.as, id, 'accept')
  t.same([again.status, again.body.version], [200, 2], 'the same again changes nothing')
  t.match(await says(service, bus.as, id, 'accept', { disclose: [] }), { status: 409, body: { code: 'introduction-state' } }, 'but another yes is no repeat')
  t.match(await says(service, bus.as, id, 'decline', decline), { status: 409, body: { code: 'introduction-state', detail: 'The introduction is accepted' } })

  const seen = (await read(service, secretariat, id))
  t.match(seen.body, { status: 'accepted', side: null, message: null, parties: [{ disclosed: null }, { disclosed: null }] }, 'the secretariat sees that they talk, not what they say')
  t.notMatch(seen.text, contacts)
  t.equal((await service.call('GET', '/v1/introductions', { as: secretariat })).body.items.length, 1)
  t.match(await says(service, secretariat, id, 'accept'), { status: 403, body: { code: 'missing-scope' } })

  const closed = await says(service, khon.as, id, 'close', { outcome: 'pilot', words: 'A pilot on two lines.' })
  t.match(closed, { status: 200, body: { status: 'closed', outcome: 'pilot', words: 'A pilot on two lines.', endedBy: khon.as.organisationId } })
  t.equal((await says(service, khon.as, id, 'close', { outcome: 'pilot' })).status, 200)
  t.match(await says(service, khon.as, id, 'close', { outcome: 'contract' }), { status: 409, body: { detail: 'The introduction is closed' } })
  t.match(await read(service, bus.as, id), { body: { outcome: 'pilot', words: 'A pilot on two lines.', parties: [{ disclosed: { contact: { email: 'desk@khon.example' } } }, {}] } }, 'what was disclosed stays')
  t.equal((await read(service, secretariat, id)).body.words, null)
  t.same([await letters(service, khon.as), await letters(service, bus.as)], [['accepted'], ['requested', 'closed']])
  t.match(await service.store.read.judgements.page(undefined, 9), [{ kind: 'outcome', value: 0.7, detail: 'pilot', organisationId: khon.as.organisationId, queryResource: 'challenges', queryId: khon.id, matchResource: 'solutions', matchId: bus.id, introductionId: id, match: { rank: 1, score: asked.body.match.score } }])

  await checkTrail(t, service, id, 'accept', 'close')
  t.equal((await trail(service, id))[0]?.ownerId, khon.as.organisationId)
  const told = (await service.call('GET', `/v1/introductions/${id}/audit`, { as: bus.as })).body.items
  t.match(told, [{ action: 'introductions:create', personId: null, before: null }, { action: 'introductions:accept', personId: bus.as.personId, before: { status: 'requested' }, after: { status: 'accepted' } }, { personId: null, after: { status: 'closed', outcome: 'pilot' } }], 'a party reads the trail, with its own people')
  t.notMatch(JSON.stringify(await trail(service, id)), /pilot on two|May we talk/, 'what was written is not in it')
})

eachEngine('who may do what: viewers read, keys with the scope decide, nobody unverified or suspended', async (t, openTestStore) => {
  const store = await openTestStore()
  const service = await startService(t, store)
  const [khon, bus] = [await city(t, service, 'Khon'), await vendor(t, service, 'Bus')]
  const viewer = await service.person({ name: 'Bus', kind: 'provider' }, 'viewer')
  const editor = await service.person({ name: 'Bus', kind: 'provider' }, 'editor')
  const key = await service.key('Bus', 'introductions')
  const reading = await service.key('Bus', 'read')
  const writing = await service.key('Bus', 'write:solutions')

  t.match(await ask(service, undefined, khon, withSolution(bus)), { status: 401, body: { code: 'missing-key' } })
  t.match(await ask(service, viewer, khon, withSolution(bus)), { status: 403, body: { code: 'missing-scope' } })
  await rewrite(service, ({ organisations }) => organisations.update(khon.as.organisationId ?? '', { verifiedAt: null }))
  t.match(await ask(service, khon.as, khon, withSolution(bus)), { status: 403, body: { code: 'not-verified' } })
  await rewrite(service, ({ organisations }) => organisations.update(khon.as.organisationId ?? '', { verifiedAt: new Date() }))
  const { id } = await made(t, ask(service, khon.as, khon, withSolution(bus)))

  t.equal((await read(service, viewer, id)).status, 200)
  for (const [verb, body] of [['accept', {}], ['decline', decline], ['withdraw', {}], ['close', { outcome: 'none' }]] as const) {
    t.match(await says(service, viewer, id, verb, body), { status: 403, body: { code: 'missing-scope' } }, verb)
    t.match(await service.call('POST', `/v1/introductions/${id}/${verb}`, { key: reading, body }), { status: 403, body: { code: 'missing-scope' } })
    t.match(await service.call('POST', `/v1/introductions/${id}/${verb}`, { body }), { status: 401 })
  }
  t.equal((await service.call('GET', `/v1/introductions/${id}`, { key: reading })).status, 200)
  t.match(await service.call('GET', `/v1/introductions/${id}`, { key: writing }), { status: 403, body: { code: 'missing-scope' } })
  await rewrite(service, ({ organisations }) => organisations.update(bus.as.organisationId ?? '', { suspendedAt: new Date() }))
  t.match(await service.call('POST', `/v1/introductions/${id}/accept`, { key }), { status: 403, body: { code: 'suspended' } })
  t.equal((await read(service, editor, id)).status, 200)
  await rewrite(service, ({ organisations }) => organisations.update(bus.as.organisationId ?? '', { suspendedAt: null, verifiedAt: null }))
  t.match(await service.call('POST', `/v1/introductions/${id}/accept`, { key }), { status: 403, body: { code: 'not-verified' } })
  await rewrite(service, ({ organisations }) => organisations.update(bus.as.organisationId ?? '', { verifiedAt: new Date() }))
  await rewrite(service, ({ organisations }) => organisations.update(khon.as.organisationId ?? '', { suspendedAt: new Date() }))
  t.match(await service.call('POST', `/v1/introductions/${id}/accept`, { key }), { status: 409, body: { code: 'introduction-state', detail: /Khon has been suspended/ } }, 'nor is anything disclosed to who was suspended since')
  await rewrite(service, ({ organisations }) => organisations.update(khon.as.organisationId ?? '', { suspendedAt: null }))
  t.match(await service.call('POST', `/v1/introductions/${id}/accept`, { key }), { status: 200, body: { status: 'accepted' } }, 'without a body too')
  t.equal((await service.call('GET', `/v1/introductions/${id}`, { key })).body.parties[0].disclosed.contact.email, 'desk@khon.example', 'the scope is enough to see what is disclosed')
  t.same((await says(service, editor, id, 'accept')).body.version, 2, 'it is the organisation that agrees')
  t.match((await trail(service, id)).at(-1), { personId: null, keyId: /^0/, organisationId: bus.as.organisationId })
  t.same([await letters(service, editor), await letters(service, viewer)], [['requested'], []], 'viewers are not written to')
})

eachEngine('what is in the way of a request is said', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const [khon, lima, bus, rail] = [await city(t, service, 'Khon'), await city(t, service, 'Lima'), await vendor(t, service, 'Bus'), await vendor(t, service, 'Rail')]
  const partner = await service.key('Both', 'write:cities', 'write:solutions', 'introductions')
  const refused = async (answer: Promise<Answer>, status: number, code: string, pointers: string[] = [], detail?: RegExp) => {
    const { status: was, body } = await answer
    t.same([was, body.code, (body.errors ?? []).map((error: { pointer: string }) => error.pointer)], [status, code, pointers])
    if (detail !== undefined) t.match(JSON.stringify(body), detail)
  }
  const post = async (url: string, body: object) => made(t, service.call('POST', url, { key: partner, body }))
  const { id: cityId } = await post('/v1/cities', bodies.city())
  const both = { as: khon.as, id: (await post('/v1/challenges', bodies.challenge(cityId))).id, parentId: cityId }
  const { id: providerId } = await post('/v1/providers', bodies.provider())
  const mine = { resource: 'solutions', id: (await post('/v1/solutions', bodies.solution(providerId))).id }
  await refused(ask(service, undefined, both, mine, {}, { key: partner }), 422, 'invalid-input', ['/with/id'], /your own/)
  await refused(ask(service, khon.as, both, mine), 403, 'not-yours')
  await refused(ask(service, khon.as, lima, withSolution(bus)), 403, 'not-yours', ['/challengeId', '/with/id'])
  await refused(ask(service, khon.as, lima, withChallenge(khon)), 422, 'invalid-input', ['/challengeId'])
  await refused(ask(service, khon.as, khon, withChallenge(khon)), 422, 'invalid-input', ['/with/id'])
  await refused(ask(service, khon.as, khon, { resource: 'solutions', id: uuid() }), 422, 'invalid-input', ['/with/id'])
  await refused(ask(service, khon.as, khon, { resource: 'cities', id: khon.parentId }), 422, 'invalid-input', ['/with/resource'])
  await refused(ask(service, khon.as, khon, withSolution(bus), { message: ' Hi ' }), 422, 'invalid-input', ['/message'])
  await refused(ask(service, khon.as, khon, withSolution(bus), { match: { rank: 1 } }), 422, 'invalid-input', ['/match'])
  await refused(ask(service, khon.as, khon, withSolution(bus), { disclose: ['contact', 'title', 'timeline'] }), 422, 'invalid-input', ['/disclose/1', '/disclose/2'], /contact, budget/)
  await refused(ask(service, khon.as, khon, withChallenge(lima), { together: [lima.id] }), 422, 'invalid-input', ['/together'])
  await refused(ask(service, bus.as, khon, withSolution(bus), { together: [lima.id] }), 422, 'invalid-input', ['/together'])
  await refused(ask(service, khon.as, khon, withSolution(bus), { together: [khon.id] }), 422, 'invalid-input', ['/together/0'])

  const unowned = await made(t, service.call('POST', '/v1/solutions', { as: bus.as, body: bodies.solution(undefined) }))
  await refused(ask(service, khon.as, khon, { resource: 'solutions', id: unowned.id }), 422, 'invalid-input', ['/with/id'], /nobody to ask/)
  const draft = await made(t, service.call('POST', '/v1/challenges', { as: khon.as, body: bodies.challenge(khon.parentId, { status: 'draft' }) }))
  await refused(ask(service, khon.as, { ...khon, id: draft.id }, withSolution(bus)), 422, 'invalid-input', ['/challengeId'], /not published/)
  await refused(ask(service, bus.as, { ...khon, id: draft.id }, withSolution(bus)), 422, 'invalid-input', ['/challengeId'], /no challenge that you can see/)
  await rewrite(service, ({ organisations }) => organisations.update(rail.as.organisationId ?? '', { suspendedAt: new Date() }))
  await refused(ask(service, khon.as, khon, withSolution(rail)), 422, 'invalid-input', ['/with/id'], /cannot answer/)

  const { id } = await made(t, ask(service, bus.as, khon, withSolution(bus)))
  await refused(ask(service, khon.as, khon, withSolution(bus)), 409, 'introduction-open', ['/with/id'], new RegExp(id))
  t.match(await says(service, khon.as, id, 'decline', { reason: 'other', words: ' too short ' }), { status: 422, body: { errors: [{ pointer: '/words' }] } })
  t.match(await says(service, khon.as, id, 'decline', { words: because }), { status: 422, body: { errors: [{ pointer: '/reason' }] } })
  t.match(await says(service, khon.as, id, 'decline', { reason: 'not-a-fit', words: because }), { status: 200, body: { status: 'declined', declineReason: 'not-a-fit', words: because, endedBy: khon.as.organisationId } })
  t.equal((await says(service, khon.as, id, 'decline', { reason: 'not-a-fit', words: because })).status, 200)
  t.match(await says(service, khon.as, id, 'accept'), { status: 409, body: { detail: 'The introduction is declined' } })
  t.match(await read(service, bus.as, id), { body: { declineReason: 'not-a-fit', words: because } }, 'who asked is told why')
  t.match(await service.store.read.judgements.page(undefined, 9), [{ kind: 'decline', value: -1, detail: 'not-a-fit', organisationId: khon.as.organisationId, queryId: khon.id, matchId: bus.id, match: { rank: 1 } }])
  t.same(await letters(service, bus.as), ['declined'])
  t.match((await service.store.read.mails.listOf(bus.as.personId))[0]?.text, /does not fit[\s\S]*We have no people/)
  await checkTrail(t, service, id, 'decline')

  const cooling = new Date(((await service.store.read.introductions.find(id))?.endedAt?.getTime() ?? 0) + 90 * day).toISOString()
  await refused(ask(service, bus.as, khon, withSolution(bus)), 409, 'cooling', [], new RegExp(cooling))
  await refused(ask(service, khon.as, khon, withSolution(bus)), 409, 'cooling')
  const other = await made(t, service.call('POST', '/v1/challenges', { as: khon.as, body: bodies.challenge(khon.parentId) }))
  t.equal((await ask(service, bus.as, { ...khon, id: other.id }, withSolution(bus))).status, 201, 'about another challenge they may')
  await rewrite(service, async ({ introductions, parties }) => {
    await introductions.update(id, { endedAt: from(-91) })
    await parties.update(id, khon.as.organisationId ?? '', { decidedAt: from(-91) })
  })
  t.equal((await ask(service, bus.as, khon, withSolution(bus))).status, 201, 'after ninety days again')
})

eachEngine('a provider has as many open requests as it and the secretariat allow', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const [khon, bus] = [await city(t, service, 'Khon'), await vendor(t, service, 'Bus', { introductionCap: 2 })]
  const cities = [await city(t, service, 'Lima'), await city(t, service, 'Cebu'), await city(t, service, 'Bonn')] as const
  const first = await made(t, ask(service, khon.as, khon, withSolution(bus)))
  const second = await made(t, ask(service, bus.as, cities[0], withSolution(bus)))
  const full = await ask(service, khon.as, khon, { resource: 'solutions', id: (await made(t, service.call('POST', '/v1/solutions', { as: bus.as, body: bodies.solution(bus.parentId) }))).id })
  t.match(full, { status: 409, body: { code: 'introduction-cap', detail: new RegExp(`Bus Ltd has 2 open requests and takes at most 2 .*${first.id}`) } })
  t.notMatch(full.text, second.id, 'of others nothing is told')
  t.match(await ask(service, bus.as, cities[1], withSolution(bus)), { status: 409, body: { detail: new RegExp(second.id) } }, 'its own requests count')
  t.match(await ask(service, cities[1].as, cities[1], withSolution(bus)), { status: 409, body: { detail: /wait until/ } })
  t.equal((await ask(service, khon.as, khon, withChallenge(cities[1]))).status, 201, 'cities are not counted')

  const patch = (body: object) => service.call('PATCH', `/v1/providers/${bus.parentId}`, { as: bus.as, headers: { 'if-match': '*' }, body })
  t.equal((await patch({ visibility: { introductionCap: 'private' } })).status, 200)
  t.match(await ask(service, cities[1].as, cities[1], withSolution(bus)), { body: { code: 'introduction-cap', detail: /^Bus Ltd takes no more requests at present/ } }, 'a number it keeps to itself is not told')
  t.equal((await patch({ introductionCap: 50 })).status, 200)
  await rewrite(service, ({ organisations }) => organisations.update(bus.as.organisationId ?? '', { introductionCap: 2 }))
  t.match(await ask(service, cities[1].as, cities[1], withSolution(bus)), { body: { code: 'introduction-cap', detail: /^Bus has 2 open requests/ } })
  await rewrite(service, ({ organisations }) => organisations.update(bus.as.organisationId ?? '', { introductionCap: 3 }))
  const racing = await Promise.all([cities[1], cities[2]].map((taker) => ask(service, taker.as, taker, withSolution(bus))))
  t.same(racing.map(({ status }) => status).sort(), [201, 409], 'of two who ask for the last place at once, one gets it')
  t.equal((await says(service, khon.as, first.id, 'withdraw')).body.status, 'withdrawn')
  const left = racing.findIndex(({ status }) => status === 409)
  const taker = [cities[1], cities[2]][left] ?? cities[1]
  t.equal((await ask(service, taker.as, taker, withSolution(bus))).status, 201, 'a place that is given back is free')
})

eachEngine('cities ask each other, and lists are narrowed and paged', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const [khon, lima, bus] = [await city(t, service, 'Khon'), await city(t, service, 'Lima'), await vendor(t, service, 'Bus')]
  const key = { 'idempotency-key': 'once' }
  const [first, again] = await Promise.all([0, 1].map(() => ask(service, khon.as, khon, withChallenge(lima), { purpose: 'exchange' }, { headers: key })))
  t.same([first?.status, again?.status, first?.body.id], [201, 201, again?.body.id], 'a repeat gets the first answer')
  t.match(await ask(service, khon.as, khon, withChallenge(lima), { purpose: 'other' }, { headers: key }), { status: 422, body: { code: 'idempotency-mismatch' } })
  t.match(await ask(service, lima.as, lima, withChallenge(khon)), { status: 409, body: { code: 'introduction-open' } }, 'from either side')
  const peer = first?.body
  t.equal(peer.match.rank, 1)
  t.same([await letters(service, lima.as), (await trail(service, peer.id)).length], [['requested'], 1], 'asked once')
  const fit = (await made(t, ask(service, bus.as, lima, withSolution(bus)))).id

  const list = async (as: Caller, query: string): Promise<string[]> => (await service.call('GET', `/v1/introductions?${query}`, { as })).body.items.map((item: { id: string }) => item.id)
  t.same(await list(lima.as, ''), [fit, peer.id], 'newest first')
  t.same(await list(lima.as, 'side=asking'), [])
  t.same(await list(bus.as, 'side=asking'), [fit])
  t.same(await list(lima.as, `challengeId=${lima.id}`), [fit])
  t.same(await list(lima.as, `profile=${lima.id}`), [fit, peer.id])
  t.same(await list(lima.as, `profile=${bus.id}`), [fit])
  const page = await service.call('GET', '/v1/introductions?limit=1&status=requested,accepted', { as: lima.as })
  t.same([page.body.items[0].id, page.body.next], [fit, fit])
  t.match(page.headers['link'], /rel="next"/)
  t.same(await list(lima.as, `limit=1&cursor=${page.body.next}`), [peer.id])
  t.match(await service.call('GET', '/v1/introductions?cursor=x', { as: lima.as }), { status: 400, body: { code: 'invalid-cursor' } })

  t.equal((await says(service, lima.as, peer.id, 'accept', { disclose: [] })).body.status, 'accepted')
  t.same((await read(service, khon.as, peer.id)).body.parties[1].disclosed, { contact: null, fields: {} }, 'who discloses nothing shows nothing')
  t.notOk('contact' in (await service.call('GET', `/v1/challenges/${lima.id}`, { as: khon.as })).body)
  t.same(await list(lima.as, 'status=accepted'), [peer.id])
  t.match(await says(service, khon.as, peer.id, 'withdraw', { words: 'Solved.' }), { body: { status: 'withdrawn', words: 'Solved.' } })
  t.same((await read(service, lima.as, peer.id)).body.parties[0].disclosed, null, 'who withdraws discloses no more')
  t.notOk('contact' in (await service.call('GET', `/v1/challenges/${khon.id}`, { as: lima.as })).body)
  t.equal((await says(service, khon.as, peer.id, 'withdraw')).status, 200)
  t.same(await letters(service, lima.as), ['requested', 'requested', 'withdrawn'])
  await checkTrail(t, service, peer.id, 'accept', 'withdraw')

  const racing = await Promise.all([ask(service, khon.as, khon, withSolution(bus)), ask(service, bus.as, khon, withSolution(bus))])
  t.same(racing.map(({ status, body }) => body.code ?? status).sort(), [201, 'introduction-open'], 'two who ask each other at once have one introduction')
})

eachEngine('cities ask a provider together: who declines drops out, the others go on', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const [khon, lima, cebu, bus] = [await city(t, service, 'Khon'), await city(t, service, 'Lima'), await city(t, service, 'Cebu'), await vendor(t, service, 'Bus', { introductionCap: 10 })]
  const together = async (...joining: Taker[]): Promise<string> => (await made(t, ask(service, khon.as, khon, withSolution(bus), { together: joining.map(({ id }) => id) }))).id
  const over = (...ids: string[]) => rewrite(service, async ({ introductions, parties }) => {
    for (const id of ids) {
      await introductions.update(id, { endedAt: from(-100) })
      for (const { organisationId, decidedAt } of await parties.listOf([id])) if (decidedAt !== null) await parties.update(id, organisationId, { decidedAt: from(-100) })
    }
  })

  const id = await together(lima, cebu)
  t.match(await read(service, cebu.as, id), { body: { side: 'asking', status: 'requested', message } })
  t.match(await says(service, lima.as, id, 'accept'), { body: { status: 'requested' } })
  t.match(await says(service, bus.as, id, 'accept'), { body: { status: 'requested' } }, 'it waits for all')
  t.notMatch((await read(service, bus.as, id)).text, /desk@/)
  t.match(await says(service, cebu.as, id, 'decline', decline), { body: { status: 'accepted', declineReason: null } }, 'when all who are left agree it is accepted')
  t.equal(consentsOf(await read(service, khon.as, id)).split('').sort().join(''), 'aaad')
  t.match((await read(service, bus.as, id)).text, /desk@khon\.example.*desk@lima\.example|desk@lima\.example.*desk@khon\.example/s)
  t.notMatch((await read(service, bus.as, id)).text, /desk@cebu/)
  t.notMatch((await read(service, cebu.as, id)).text, /sales@bus|desk@khon|desk@lima/, 'who dropped out sees nothing')
  t.match(await says(service, cebu.as, id, 'accept'), { status: 409, body: { detail: /has declined already; .* is accepted/ } })
  t.same([await letters(service, khon.as), await letters(service, lima.as), await letters(service, cebu.as), await letters(service, bus.as)], [['declined', 'accepted'], ['requested', 'declined', 'accepted'], ['requested'], ['requested', 'declined', 'accepted']])
  t.match((await service.store.read.judgements.page(undefined, 9)), [{ kind: 'decline', queryId: cebu.id, match: null, value: 0 }])
  t.match(await says(service, khon.as, id, 'withdraw'), { body: { status: 'accepted' } }, 'who asked may leave, and the others go on')
  t.match(await says(service, bus.as, id, 'close', { outcome: 'tender', words: 'Between us.' }), { body: { status: 'closed' } })
  t.match(await read(service, khon.as, id), { body: { status: 'closed', outcome: null, words: null } }, 'who left is not told how they fared')
  const audited = async (as: Caller) => (await service.call('GET', `/v1/introductions/${id}/audit`, { as })).body.items.at(-1)
  for (const as of [khon.as, cebu.as]) t.same((await audited(as)).after, { status: 'closed', version: 6 }, 'nor by the record')
  t.match(await audited(lima.as), { after: { outcome: 'tender' } })
  t.match((await service.store.read.judgements.page(undefined, 9)).slice(1), [{ kind: 'outcome', queryId: lima.id, matchId: bus.id, value: 0.9, match: null }])
  await checkTrail(t, service, id, 'accept', 'accept', 'decline', 'withdraw', 'close')

  t.match(await ask(service, khon.as, khon, withSolution(bus)), { status: 409, body: { code: 'cooling' } })
  const rail = await vendor(t, service, 'Rail')
  t.match(await ask(service, khon.as, khon, withSolution(rail), { together: [cebu.id] }), { status: 409, body: { code: 'cooling' } }, 'who would not join is not asked at once again')
  await over(id)
  const no = await together(lima)
  t.match(await says(service, bus.as, no, 'decline', decline), { body: { status: 'declined' } })
  t.match(await says(service, lima.as, no, 'accept'), { status: 409, body: { detail: 'The introduction is declined' } })

  await over(no)
  const alone = await together(lima)
  t.match(await says(service, khon.as, alone, 'withdraw'), { body: { status: 'withdrawn' } }, 'nobody is left who wants it')
  await over(alone)
  const late = await together(lima, cebu)
  await says(service, bus.as, late, 'accept')
  await rewrite(service, ({ introductions }) => introductions.update(late, { expiresAt: from(-1) }))
  await service.run('introductions')
  t.match(await read(service, khon.as, late), { body: { status: 'accepted', endedAt: null } }, 'those who agreed go on without those who were silent')
  t.same([(await letters(service, khon.as)).at(-1), (await letters(service, lima.as)).at(-1), (await letters(service, bus.as)).at(-1)], ['accepted', 'expired', 'accepted'])
  t.notMatch((await read(service, lima.as, late)).text, /sales@bus/)
  await checkTrail(t, service, late, 'accept', 'expire')
})

eachEngine('time reminds twice, then ends what was not answered', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const [khon, bus] = [await city(t, service, 'Khon'), await vendor(t, service, 'Bus')]
  const { id } = await made(t, ask(service, khon.as, khon, withSolution(bus)))
  const inDays = async (days: number): Promise<string[]> => {
    await rewrite(service, ({ introductions }) => introductions.update(id, { expiresAt: from(days) }))
    await Promise.all([service.run('introductions'), service.run('introductions')])
    return letters(service, bus.as)
  }
  t.same(await inDays(7.1), ['requested'])
  t.same(await inDays(6.9), ['requested', 'reminder'])
  t.same(await inDays(2.1), ['requested', 'reminder'])
  t.same(await inDays(1.9), ['requested', 'reminder', 'reminder'])
  t.same(await inDays(0.1), ['requested', 'reminder', 'reminder'])
  t.same(await inDays(-0.1), ['requested', 'reminder', 'reminder', 'expired'])
  t.same(await letters(service, khon.as), ['expired'], 'who asked is told that it ended, and not reminded')
  t.match(await read(service, khon.as, id), { body: { status: 'expired', endedBy: null, endedAt: /^20/ } })
  t.match(await says(service, bus.as, id, 'accept'), { status: 409, body: { code: 'introduction-state', detail: 'The introduction is expired' } })
  await checkTrail(t, service, id, 'expire')
  t.match((await trail(service, id)).at(-1), { personId: null, keyId: null, organisationId: null, address: null })
  t.match(await ask(service, khon.as, khon, withSolution(bus)), { status: 409, body: { code: 'cooling' } })

  const rail = await vendor(t, service, 'Rail')
  const late = (await made(t, ask(service, khon.as, khon, withSolution(rail)))).id
  await rewrite(service, ({ introductions }) => introductions.update(late, { expiresAt: from(1) }))
  await service.run('introductions')
  await service.run('introductions')
  t.same(await letters(service, rail.as), ['requested', 'reminder'], 'both reminders that are due are one')
})

eachEngine('fifty people at once on one introduction leave one state, one trail and each letter once', async (t, openTestStore) => {
  const instances = [await startService(t, await openTestStore()), await startService(t, await openTestStore())] as const
  const [service] = instances
  const [khon, bus] = [await city(t, service, 'Khon'), await vendor(t, service, 'Bus')]
  const people = async (name: string, kind: 'city' | 'provider') => {
    const all: Caller[] = []
    for (let count = 0; count < 5; count++) all.push(await service.person({ name, kind }, 'editor'))
    return all
  }
  const [askers, answerers] = [[khon.as, ...await people('Khon', 'city')], [bus.as, ...await people('Bus', 'provider')]]
  const ended: string[] = []

  for (let round = 0; round < 10; round++) {
    const { id: challengeId } = await made(t, service.call('POST', '/v1/challenges', { as: khon.as, body: bodies.challenge(khon.parentId) }))
    const { id } = await made(t, ask(service, khon.as, { ...khon, id: challengeId }, withSolution(bus)))
    const due = round % 2 === 0
    if (due) await rewrite(service, ({ introductions }) => introductions.update(id, { expiresAt: new Date(Date.now() - 1) }))
    const verbs = [['accept', {}], ['decline', decline], ['close', { outcome: 'exchange' }], ['withdraw', {}]] as const
    const acts: Array<() => Promise<Answer>> = Array.from({ length: 48 }, (_, index) => {
      const [verb, body] = verbs[index % 4] ?? verbs[0]
      const people = verb === 'withdraw' ? askers : answerers
      return () => says(instances[index % 2] ?? service, people[index % people.length] ?? people[0] ?? khon.as, id, verb, body)
    })
    // A job has less to do before it decides than a request: it begins with a read.
    const jobs = instances.map((instance) => async () => {
      const found = await read(instance, khon.as, id)
      await instance.run('introductions')
      return found
    })
    const turned = [...acts.slice(round * 3), ...acts.slice(0, round * 3)]
    const answers = await Promise.all([...turned.slice(0, round), ...jobs, ...turned.slice(round)].map((act) => act()))

    const introduction = await service.store.read.introductions.find(id)
    const did = await checkTrail(t, service, id)
    const status = introduction?.status ?? 'requested'
    ended.push(status)
    t.ok(['declined', 'withdrawn', 'expired', 'closed'].includes(status), status)
    t.same([...new Set(answers.map((answer) => answer.body.code ?? answer.status))].filter((code) => code !== 200 && code !== 'introduction-state'), [], 'everybody is answered')
    for (const { body } of answers.filter((answer) => answer.status === 409)) t.match(body.detail, /^The introduction is (requested|accepted|declined|withdrawn|expired|closed)$/)
    const legal = [['decline'], ['withdraw'], ['expire'], ['accept', 'withdraw'], ['accept', 'close']].map((steps) => ['create', ...steps].join())
    t.ok(legal.includes(did.join()), did.join())
    t.equal(introduction?.version, did.length)

    const sent = (await Promise.all([...askers, ...answerers].map(async ({ personId }) => (await service.store.read.notices.listOf(personId, { limit: 100 })).filter(({ objectId }) => objectId === id).map(({ kind }) => kind))))
    const [toAskers, toAnswerers] = [sent.slice(0, askers.length), sent.slice(askers.length)]
    const about: Record<string, [asker: boolean, answerer: boolean]> = { accept: [true, false], decline: [true, false], withdraw: [false, true], close: [true, false], expire: [true, true] }
    const names: Record<string, string> = { accept: 'accepted', decline: 'declined', withdraw: 'withdrawn', close: 'closed', expire: 'expired' }
    const toldOf = (side: 0 | 1) => did.flatMap((step) => about[step]?.[side] ? [`introduction-${names[step]}`] : []).sort()
    for (const kinds of toAskers) t.same([...kinds].sort(), toldOf(0), 'each of those who ask is told each thing once')
    for (const kinds of toAnswerers) t.same([...kinds].sort(), ['introduction-requested', ...toldOf(1)].sort(), 'and so is each of those asked')
    t.equal((await service.store.read.judgements.page(undefined, 100)).filter(({ introductionId }) => introductionId === id).length, did.filter((step) => step === 'decline' || step === 'close').length)
  }
  t.comment(`ended as ${ended.join(', ')}`)
})

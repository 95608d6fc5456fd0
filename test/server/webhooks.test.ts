import { setTimeout as delay } from 'node:timers/promises'
import type { ServerResponse } from 'node:http'
import { Webhook as Verifier } from 'standardwebhooks'
import type { Store } from '../../db/index.ts'
import { eachEngine } from '../engines.ts'
import { type Answer, bodies, type Caller, type Service, startService } from '../helper.ts'
import { killWhileSending } from './webhook-process.ts'
import { type Received, startReceiver } from './webhook-receiver.ts'

const development = { WEBHOOK_LOOPBACK: 'true' }
const hour = 3_600_000

interface Item { position: number, eventId: string, status: string, attempts: number, type: string, lastStatus: number | null, lastError: string | null, nextAt: string | null }

const make = (service: Service, as: Caller, url: string, events?: string[]) => service.call('POST', '/v1/webhooks', { as, body: { url, events } })
const city = async (service: Service, as: Caller, over: object = {}): Promise<{ id: string }> => (await service.call('POST', '/v1/cities', { as, body: bodies.city(over) })).body
const log = async (service: Service, as: Caller, id: string, query = ''): Promise<Item[]> => (await service.call('GET', `/v1/webhooks/${id}/deliveries${query}`, { as })).body.items
const verified = (secret: string, { text, headers }: Received): unknown => new Verifier(secret).verify(text, headers as Record<string, string>)
const positions = (received: readonly Received[]): number[] => received.map(({ body }) => body.data.position)

/** Lets what a webhook has queued be due, as if the time had passed. */
const makeDue = async (store: Store, webhookId: string): Promise<void> => {
  const queued = await store.read.deliveries.list({ webhookId, status: 'queued', limit: 1000 })
  await store.transact(async ({ deliveries }) => { for (const { id } of queued) await deliveries.update(id, { nextAt: new Date() }) })
}

eachEngine('what an organisation may read in the change feed is sent to it, signed, and nothing else is', async (t, openTestStore) => {
  const store = await openTestStore()
  const service = await startService(t, store, development)
  const receiver = await startReceiver(t)
  const owner = await service.person({ name: 'City', kind: 'city' })
  const other = await service.person({ name: 'Partner', kind: 'partner' })
  const secretariat = await service.person({ name: 'Secretariat', kind: 'secretariat' })
  await city(service, owner, { population: 1 })

  const made = await make(service, other, receiver.at('/other'))
  t.equal(made.status, 201, made.text)
  t.match(made.body, { organisationId: other.organisationId, events: [], position: 1, secret: /^whsec_[A-Za-z0-9+/]{43}=$/, pausedAt: null })
  t.match(made.headers, { location: `/v1/webhooks/${made.body.id}`, 'cache-control': 'no-store' })
  const own = (await make(service, owner, receiver.at('/own'), ['challenges.created', 'challenges.published', 'challenges.erased'])).body
  await make(service, secretariat, receiver.at('/secretariat'))

  const visibility = { context: 'members', budget: 'introduced', alreadyTried: 'private' }
  const hidden = { context: 'For members', alreadyTried: 'Zeppelins', budget: { status: 'sought', max: 5, currency: 'THB' }, contact: { name: 'A. Person' }, visibility }
  const { id: cityId } = await city(service, owner)
  const challenge = (await service.call('POST', '/v1/challenges', { as: owner, body: bodies.challenge(cityId, hidden) })).body
  const draft = (await service.call('POST', '/v1/challenges', { as: owner, body: bodies.challenge(cityId, { title: 'Secret draft', status: 'draft' }) })).body
  await service.run('webhooks')

  const feed = (await service.call('GET', '/v1/changes?after=1', { as: other })).body.items
  t.same(receiver.on('/other').map(({ body }) => body), feed.map((item: { resource: string, action: string, at: string }) => ({ type: `${item.resource}.${item.action}`, timestamp: item.at, data: item })), 'exactly the items of its feed, in order')
  t.same(positions(receiver.on('/other')), [2, 3])
  for (const path of ['/other', '/secretariat']) t.notMatch(receiver.on(path).map(({ text }) => text).join(), /Secret draft|Zeppelins|A\. Person|sought/, path)
  t.match(receiver.on('/other')[1]?.body.data.profile.context.text, 'For members')
  t.same(receiver.on('/own').map(({ body }) => [body.type, body.data.id]), [['challenges.created', challenge.id], ['challenges.created', draft.id]], 'one’s own, of the types wanted')
  t.match(receiver.on('/own')[0]?.text, /A\. Person.*Zeppelins/)
  for (const one of receiver.on('/other')) {
    t.match(one.headers, { 'content-type': 'application/json', 'webhook-id': /^msg_[\w-]{32}$/, 'webhook-timestamp': /^\d+$/ })
    t.same(verified(made.body.secret, one), one.body)
    t.throws(() => verified(own.secret, one), 'another webhook’s secret does not verify it')
    t.throws(() => verified(made.body.secret, { ...one, text: one.text.replace('Testville', 'Testvalley') + ' ' }))
  }
  t.not(receiver.on('/other')[1]?.id, receiver.on('/own')[0]?.id)

  const sent = receiver.received.length
  await service.run('webhooks')
  t.equal(receiver.received.length, sent, 'once each')
  t.match((await log(service, other, made.body.id)).map(({ position, status, attempts, lastStatus }) => [position, status, attempts, lastStatus]), [[3, 'delivered', 1, 204], [2, 'delivered', 1, 204]])

  await service.call('DELETE', `/v1/challenges/${challenge.id}`, { as: owner, headers: { 'if-match': '"1"' } })
  await service.run('webhooks')
  t.match(receiver.on('/other').at(-1)?.body, { type: 'challenges.closed', data: { profile: null } }, 'a closed profile is told of and not shown')
  await service.call('POST', `/v1/webhooks/${made.body.id}/replay`, { as: other, body: { after: 0 } })
  await service.run('webhooks')
  t.same(receiver.on('/other').slice(3).map(({ body }) => [body.data.position, body.data.profile === null]), [[1, false], [2, false], [3, true], [5, true]], 'the body is made of how things stand when it is sent')
  t.same(receiver.on('/other').slice(4).map(({ id }) => id), receiver.on('/other').slice(0, 3).map(({ id }) => id), 'with the ids they had')
})

eachEngine('a webhook is its organisation’s own: others’ do not exist, secrets are shown once, and all is recorded', async (t, openTestStore) => {
  const store = await openTestStore()
  const service = await startService(t, store, development)
  const owner = await service.person({ name: 'City', kind: 'city' })
  const editor = await service.person({ name: 'City', kind: 'city' }, 'editor')
  const other = await service.person({ name: 'Other', kind: 'provider' })
  const unverified = await service.person({ name: 'New', kind: 'partner', verified: false })
  const secretariat = await service.person({ name: 'Secretariat', kind: 'secretariat' })
  const url = 'https://partner.example/wicc'
  const made = (await make(service, owner, url)).body
  const at = `/v1/webhooks/${made.id}`

  t.match(await make(service, editor, url), { status: 403, body: { code: 'missing-scope' } })
  t.match(await make(service, unverified, url), { status: 403, body: { code: 'not-verified' } })
  t.match(await service.call('GET', '/v1/webhooks'), { status: 401 })
  t.match(await service.call('GET', '/v1/webhooks', { key: await service.key('Reader', 'read', 'keys') }), { status: 403, body: { code: 'missing-scope' } })
  const keyed = await service.call('POST', '/v1/webhooks', { key: await service.key('Keyed', 'webhooks'), body: { url: 'HTTPS://Partner.example:443/a b' } })
  t.match([keyed.status, keyed.body.url], [201, 'https://partner.example/a%20b'], 'a key with the scope may; addresses are kept in their normal form')

  const everything = (as: Caller): Promise<Answer[]> => Promise.all([
    service.call('GET', at, { as }),
    service.call('PATCH', at, { as, body: { events: [] } }),
    service.call('POST', `${at}/rotate`, { as }),
    service.call('POST', `${at}/pause`, { as }),
    service.call('POST', `${at}/resume`, { as }),
    service.call('POST', `${at}/replay`, { as, body: { after: 0 } }),
    service.call('POST', `${at}/test`, { as }),
    service.call('GET', `${at}/deliveries`, { as }),
    service.call('GET', `/v1/webhooks?organisation=${owner.organisationId}`, { as }),
    service.call('DELETE', at, { as })
  ])
  for (const answer of await everything(other)) t.match(answer, { status: 404, body: { code: 'not-found' } })
  for (const answer of await everything(editor)) t.match(answer, { status: 403, body: { code: 'missing-scope' } })
  t.same((await service.call('GET', '/v1/webhooks', { as: other })).body.items, [])
  t.match((await service.call('GET', `/v1/webhooks?organisation=${owner.organisationId}`, { as: secretariat })).body.items, [{ id: made.id, pausedAt: null }], 'the secretariat sees them')

  for (const [body, pointer] of [
    [{ url: 'http://10.0.0.1/' }, '/url'], [{ url: 'https://169.254.169.254/' }, '/url'], [{ url: 'https://a:b@partner.example/' }, '/url'], [{ url: 'https://partner.example/#x' }, '/url'], [{ url: 'nowhere' }, '/url'], [{}, '/url'],
    [{ url, events: ['challenges.eaten'] }, '/events/0'], [{ url, events: ['cities.created', 'cities.created'] }, '/events'], [{ url, secret: 'mine' }, '/secret']
  ] as const) {
    t.match(await service.call('POST', '/v1/webhooks', { as: owner, body }), { status: 422, body: { errors: [{ pointer }] } }, JSON.stringify(body))
    if ('url' in body) t.match(await service.call('PATCH', at, { as: owner, body }), { status: 422, body: { errors: [{ pointer }] } })
  }
  t.match(await service.call('POST', `${at}/replay`, { as: owner, body: { after: 1 } }), { status: 422, body: { errors: [{ pointer: '/after', code: 'too-late' }] } })
  t.match(await service.call('GET', `${at}/deliveries?cursor=eA`, { as: owner }), { status: 400, body: { code: 'invalid-cursor' } })

  t.match((await service.call('PATCH', at, { as: owner, body: { events: ['cities.created'] } })).body, { url, events: ['cities.created'] })
  const rotated = await service.call('POST', `${at}/rotate`, { as: owner, body: { overlapMinutes: 5 } })
  t.match(rotated, { status: 200, headers: { 'cache-control': 'no-store' }, body: { secret: /^whsec_/, previousUntil: /^20/ } })
  t.match((await service.call('POST', `${at}/pause`, { as: owner })).body, { pausedReason: 'asked', pausedAt: /^20/ })
  await service.call('POST', `${at}/pause`, { as: owner })
  t.match((await service.call('POST', `${at}/resume`, { as: owner })).body, { pausedReason: null, pausedAt: null })
  await service.call('POST', `${at}/replay`, { as: owner, body: { after: 0 } })
  for (const answer of [await service.call('GET', at, { as: owner }), await service.call('GET', '/v1/webhooks', { as: owner }), await service.call('GET', `${at}/deliveries`, { as: owner })]) t.notMatch(answer.text, 'whsec_')

  const more = await Promise.all(Array.from({ length: 12 }, () => make(service, owner, url)))
  t.same(more.map(({ status, body }) => body.code ?? status).sort(), [...Array(9).fill(201), ...Array(3).fill('too-many')], 'ten an organisation, whoever asks at once')

  t.equal((await service.call('DELETE', at, { as: owner })).status, 204)
  for (const answer of (await everything(owner)).filter((_, index) => index !== 8)) t.match(answer, { status: 404 })
  t.match(await store.read.webhooks.find(made.id), { secret: '', previousSecret: null }, 'nothing signs any more')
  const entries = (await store.read.audit.read({ objectId: made.id, limit: 20 })).reverse()
  t.same(entries.map(({ action }) => action), ['create', 'change', 'rotate', 'pause', 'resume', 'replay', 'remove'].map((verb) => `webhooks:${verb}`))
  t.ok(entries.every(({ personId, ownerId }) => personId === owner.personId && ownerId === owner.organisationId))
  t.notMatch(JSON.stringify(entries), /whsec|partner\.example/)
})

eachEngine('until the overlap is over both secrets sign, and a test event says what is in the way', async (t, openTestStore) => {
  const store = await openTestStore()
  const service = await startService(t, store, development)
  const receiver = await startReceiver(t)
  const owner = await service.person({ name: 'City', kind: 'city' })
  const { id, secret } = (await make(service, owner, receiver.at('/'))).body
  const at = `/v1/webhooks/${id}`
  const test = async () => {
    const { body } = await service.call('POST', `${at}/test`, { as: owner })
    return { body, received: receiver.received.at(-1) as Received }
  }
  const first = await test()
  t.match(first.body, { delivered: true, status: 204, error: null, milliseconds: Number })
  t.match(verified(secret, first.received), { type: 'webhook.test', data: { webhookId: id } })

  const second = (await service.call('POST', `${at}/rotate`, { as: owner, body: { overlapMinutes: 60 } })).body.secret
  t.not(second, secret)
  await city(service, owner)
  await service.run('webhooks')
  const both = receiver.received.at(-1) as Received
  t.equal(both.body.type, 'cities.created')
  t.match(both.headers['webhook-signature'], /^v1,\S+ v1,\S+$/)
  for (const key of [secret, second]) t.same(verified(key, both), both.body)
  await store.transact(({ webhooks }) => webhooks.update(id, { previousUntil: new Date(Date.now() - 1) }))
  const after = (await test()).received
  t.throws(() => verified(secret, after), 'the old one signs no more')
  t.same(verified(second, after), after.body)
  const third = (await service.call('POST', `${at}/rotate`, { as: owner, body: { overlapMinutes: 0 } })).body.secret
  const last = (await test()).received
  t.throws(() => verified(second, last), 'an overlap of none ends it at once')
  t.same(verified(third, last), last.body)

  receiver.answers.set('/', 500)
  t.match((await test()).body, { delivered: false, status: 500, error: 'answered 500' })
  receiver.answers.set('/', (response: ServerResponse) => response.destroy())
  t.match((await test()).body, { delivered: false, status: null, error: 'the connection was closed before an answer came' })
  receiver.answers.set('/', (response: ServerResponse) => { response.write('x'.repeat(10_000)) })
  t.match((await test()).body, { delivered: true, status: 200 }, 'the body of an answer is not waited for')
  await service.call('PATCH', at, { as: owner, body: { url: 'http://127.0.0.1:3/' } })
  t.match((await test()).body, { delivered: false, status: null, error: 'the connection was refused' })
  t.equal((await log(service, owner, id)).length, 1, 'tests are not in the log')
  for (let n = 0; n < 3; n++) t.equal((await service.call('POST', `${at}/test`, { as: owner })).status, 200)
  t.match(await service.call('POST', `${at}/test`, { as: owner }), { status: 429, body: { code: 'rate-limited' } })
})

eachEngine('what fails is tried again, with the same id, and the target is told by its answers what comes of it', async (t, openTestStore) => {
  const store = await openTestStore()
  const service = await startService(t, store, development)
  const receiver = await startReceiver(t)
  const owner = await service.person({ name: 'City', kind: 'city' })
  const made = (await make(service, owner, receiver.at('/flaky'))).body
  const redirected = (await make(service, owner, receiver.at('/redirected'))).body
  const fine = (await make(service, owner, receiver.at('/fine'))).body
  const dead = (await make(service, owner, receiver.at('/dead'))).body
  receiver.answers.set('/flaky', 500)
  receiver.answers.set('/dead', 503)
  receiver.answers.set('/redirected', (response: ServerResponse) => response.writeHead(307, { location: receiver.at('/elsewhere') }).end())
  await city(service, owner)
  const before = Date.now()
  await service.run('webhooks')
  await service.run('webhooks')
  t.equal(receiver.on('/flaky').length, 1, 'not again before its time')
  const [failed] = await log(service, owner, made.id, '?status=queued')
  t.match(failed, { status: 'queued', attempts: 1, lastStatus: 500, lastError: 'answered 500' })
  const wait = new Date(failed?.nextAt ?? 0).getTime() - before
  t.ok(wait >= 4000 && wait < 60_000, `in five seconds or so: ${wait} ms`)
  t.equal(receiver.on('/fine').length, 1, 'others are not held up')
  t.match((await service.call('GET', `/v1/webhooks/${made.id}`, { as: owner })).body.failingSince, /^20/)
  t.match(await log(service, owner, redirected.id), [{ status: 'queued', lastStatus: 307, lastError: /redirect/ }])
  t.equal(receiver.on('/elsewhere').length, 0, 'a redirect is not followed')
  t.match((await service.call('GET', '/metrics')).text, /webhook_deliveries\{status="queued"\} 3\n/)

  receiver.answers.delete('/flaky')
  await makeDue(store, made.id)
  await service.run('webhooks')
  t.equal(receiver.on('/flaky').length, 2)
  t.equal(new Set(receiver.on('/flaky').map(({ id }) => id)).size, 1, 'the same event')
  t.same(receiver.on('/flaky')[1]?.body, receiver.on('/flaky')[0]?.body)
  t.match(await log(service, owner, made.id), [{ status: 'delivered', attempts: 2, lastStatus: 204, lastError: null, nextAt: null }])
  t.equal((await service.call('GET', `/v1/webhooks/${made.id}`, { as: owner })).body.failingSince, null)

  for (let attempt = 2, last = 0; attempt < 12; attempt++) {
    await makeDue(store, dead.id)
    const now = Date.now()
    await service.run('webhooks')
    const [tried] = await log(service, owner, dead.id)
    t.equal(tried?.attempts, attempt)
    const wait = new Date(tried?.nextAt ?? 0).getTime() - now
    t.ok(wait > last * 0.6 && wait <= 7.3 * hour, `attempt ${attempt}, then ${Math.round(wait / 1000)} s`)
    last = wait
  }
  const [delivery] = await store.read.deliveries.list({ webhookId: dead.id, limit: 1 })
  await store.transact(({ deliveries }) => deliveries.update(delivery?.id ?? '', { since: new Date(Date.now() - 71 * hour), nextAt: new Date() }))
  await service.run('webhooks')
  t.match(await log(service, owner, dead.id, '?status=dead'), [{ status: 'dead', attempts: 12, nextAt: null }], 'three days are over')
  await makeDue(store, dead.id)
  await service.run('webhooks')
  t.equal(receiver.on('/dead').length, 12)
  t.match((await service.call('GET', '/metrics')).text, /webhook_deliveries\{status="dead"\} 1\n/)

  const month = new Date(Date.now() - 31 * 24 * hour)
  for (const { id } of [made, redirected, fine, dead]) {
    for (const { id: deliveryId } of await store.read.deliveries.list({ webhookId: id, limit: 10 })) await store.transact(({ deliveries }) => deliveries.update(deliveryId, { createdAt: month }))
  }
  await service.run('sweep')
  t.same(await Promise.all([made, redirected, fine, dead].map(async ({ id }) => (await log(service, owner, id)).length)), [0, 1, 0, 0], 'the log is kept a month, what is queued longer')
})

eachEngine('a slow target holds up nobody', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore(), development)
  const receiver = await startReceiver(t)
  const owner = await service.person({ name: 'City', kind: 'city' })
  const late = (await make(service, owner, receiver.at('/late'))).body
  await make(service, owner, receiver.at('/fast'))
  let finish = (): void => {}
  receiver.answers.set('/late', (response: ServerResponse) => { finish = () => response.writeHead(204).end() })
  await city(service, owner)
  const running = service.run('webhooks')
  const until = async (what: () => boolean): Promise<void> => { while (!what()) await delay(10) }
  await until(() => receiver.received.length === 2)
  for (let n = 0; n < 3; n++) {
    await city(service, owner)
    await until(() => receiver.on('/fast').length === n + 2)
  }
  t.equal(receiver.on('/late').length, 1, 'while the slow one was still being sent its first')
  receiver.answers.delete('/late')
  finish()
  await until(() => receiver.on('/late').length === 4)
  t.same(positions(receiver.on('/late')), [1, 2, 3, 4], 'in order')
  await running
  t.match(await log(service, owner, late.id), Array(4).fill({ status: 'delivered' }))
})

eachEngine('a webhook that is gone or has failed for a day is paused, its owners are told, and nothing is lost', async (t, openTestStore) => {
  const store = await openTestStore()
  const service = await startService(t, store, development)
  const receiver = await startReceiver(t)
  const owner = await service.person({ name: 'City', kind: 'city' })
  const editor = await service.person({ name: 'City', kind: 'city' }, 'editor')
  const gone = (await make(service, owner, receiver.at('/gone'))).body
  const failing = (await make(service, owner, receiver.at('/failing'))).body
  const paused = (await make(service, owner, receiver.at('/paused'))).body
  receiver.answers.set('/gone', 410)
  receiver.answers.set('/failing', 503)
  await city(service, owner)
  await city(service, owner)
  await service.call('POST', `/v1/webhooks/${paused.id}/pause`, { as: owner })
  const read = async (id: string) => (await service.call('GET', `/v1/webhooks/${id}`, { as: owner })).body
  const letters = async () => (await store.read.mails.listOf(owner.personId)).filter(({ kind }) => kind === 'webhook-paused')

  await service.run('webhooks')
  t.match(await read(gone.id), { pausedReason: 'gone', pausedAt: /^20/ })
  t.equal(receiver.on('/gone').length, 1, 'at once')
  t.match(await letters(), [{ text: /HTTP 410[\s\S]*Nothing is lost/ }])
  t.match(await read(failing.id), { pausedAt: null, failingSince: /^20/ })

  const dayAgo = new Date(Date.now() - 25 * hour)
  await store.transact(({ webhooks }) => webhooks.update(failing.id, { failingSince: dayAgo }))
  let attempts = receiver.on('/failing').length
  for (; (await read(failing.id)).pausedAt === null && attempts < 30; attempts = receiver.on('/failing').length) {
    await makeDue(store, failing.id)
    await service.run('webhooks')
  }
  t.equal(attempts, 10, 'ten attempts over a day')
  t.match(await read(failing.id), { pausedReason: 'failing', failingSince: dayAgo.toISOString() })
  t.match(await letters(), [{ text: /127\.0\.0\.1:\d+ has failed since[\s\S]*HTTP 503/ }, {}])
  t.match((await store.read.notices.listOf(owner.personId, { limit: 5 })).map(({ kind, objectId }) => [kind, objectId]), [['webhook-paused', failing.id], ['webhook-paused', gone.id]])
  t.equal((await store.read.mails.listOf(editor.personId)).length, 0, 'owners decide about webhooks')
  t.match(await store.read.audit.read({ objectId: failing.id, limit: 1 }), [{ action: 'webhooks:pause', personId: null, after: { reason: 'failing' } }])

  await city(service, owner)
  await makeDue(store, failing.id)
  receiver.received.length = 0
  await service.run('webhooks')
  t.equal(receiver.received.length, 0, 'nothing is sent while it is paused')
  t.match((await log(service, owner, failing.id)).map(({ status, nextAt }) => [status, nextAt]), [['queued', null], ['queued', null]])

  receiver.answers.clear()
  for (const { id } of [gone, failing, paused]) t.match(await service.call('POST', `/v1/webhooks/${id}/resume`, { as: owner }), { body: { pausedAt: null, failingSince: null } })
  await service.run('webhooks')
  for (const path of ['/gone', '/failing', '/paused']) t.same(positions(receiver.on(path)).sort(), [1, 2, 3], `${path}: all of it`)

  await store.transact(({ organisations }) => organisations.update(owner.organisationId ?? '', { suspendedAt: new Date() }))
  const other = await service.person({ name: 'Other', kind: 'city' })
  await city(service, other)
  receiver.received.length = 0
  await service.run('webhooks')
  t.equal(receiver.received.length, 0, 'an organisation that is suspended is sent nothing')
  await store.transact(({ organisations }) => organisations.update(owner.organisationId ?? '', { suspendedAt: null }))
  await service.run('webhooks')
  t.same(positions(receiver.received), [4, 4, 4], 'and has lost nothing')
})

eachEngine('many changes are made out in pages and sent once each by two instances at once, also when they are replayed', async (t, openTestStore) => {
  const store = await openTestStore()
  const services = [await startService(t, store, development), await startService(t, await openTestStore(), development)] as const
  const [service] = services
  const receiver = await startReceiver(t)
  const owner = await service.person({ name: 'City', kind: 'city' })
  const { id } = (await make(service, owner, receiver.at('/'))).body
  const made = await service.call('POST', '/v1/bulk/cities', { as: owner, headers: { 'content-type': 'application/x-ndjson' }, body: Array.from({ length: 204 }, (_, n) => JSON.stringify(bodies.city({ externalId: `c${n}` }))).join('\n') })
  t.equal(made.status, 200, made.text)
  await city(service, owner)
  const count = await store.lastPosition()
  t.equal(count, 205)
  const run = () => Promise.all([...services, ...services].map((service) => service.run('webhooks')))
  await run()
  t.same(positions(receiver.received), Array.from({ length: count }, (_, n) => n + 1), 'once each, in order')

  const pages: Item[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Answer = await service.call('GET', `/v1/webhooks/${id}/deliveries?limit=100${cursor === '' ? '' : `&cursor=${cursor}`}`, { as: owner })
    t.equal(page.headers['link'] !== undefined, page.body.next !== null)
    pages.push(...page.body.items)
    cursor = page.body.next
  }
  t.same(pages.map(({ position, status }) => [position, status]), Array.from({ length: count }, (_, n) => [count - n, 'delivered']), 'the log, newest first')

  const ids = new Map(receiver.received.map(({ id, body }) => [body.data.position, id]))
  receiver.received.length = 0
  const [old] = await store.read.deliveries.list({ webhookId: id, before: 201, limit: 1 })
  await store.transact(async ({ deliveries }) => {
    await deliveries.update(old?.id ?? '', { createdAt: new Date(0) })
    await deliveries.removeBefore(new Date(1))
  })
  t.equal((await service.call('POST', `/v1/webhooks/${id}/replay`, { as: owner, body: { after: 195 } })).body.position, 195)
  await run()
  t.same(positions(receiver.received), Array.from({ length: 10 }, (_, n) => 196 + n), 'what came after, once each')
  t.ok(receiver.received.every(({ id, body }) => ids.get(body.data.position) === id), 'with the ids they had, also what the log had forgotten')

  await city(service, owner)
  receiver.answers.set('/', 500)
  await service.run('webhooks')
  t.equal((await log(service, owner, id, '?status=queued')).length, 1)
  t.equal((await service.call('DELETE', `/v1/webhooks/${id}`, { as: owner })).status, 204)
  t.same(await store.read.deliveries.list({ webhookId: id, status: 'queued', limit: 1 }), [], 'a webhook that was removed has nothing queued')
})

eachEngine('a process that is killed while it sends loses nothing', async (t, openTestStore, url) => {
  await killWhileSending(t, openTestStore, url, 5)
})

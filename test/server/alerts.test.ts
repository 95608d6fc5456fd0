import { readFileSync } from 'node:fs'
import t, { type Test } from 'tap'
import type { Search, Store } from '../../db/index.ts'
import { challengeProfile, matchedFields, solutionProfile } from '../../server/services/match-profiles.ts'
import { alertMailId } from '../../server/services/alerts.ts'
import { digestMailId, periodEnd } from '../../server/services/digests.ts'
import { eachEngine, type OpenTestStore } from '../engines.ts'
import { bodies, type Caller, type Service, startService } from '../helper.ts'

const text = 'Buses are crowded at rush hour and commuters are left standing at the stop'
const garden = { title: 'Market gardens on empty roofs', problem: 'Flat roofs lie unused while families find no plot to grow vegetables, herbs and fruit.', areas: ['environment'] }

/** Profiles about other things, as many as a match needs to stand out from. */
const others = ['challenges', 'solutions'].flatMap((resource) => readFileSync(`server/sample/${resource}.en.ndjson`, 'utf8').trim().split('\n'))
  .map((line) => JSON.parse(line) as { externalId: string, title: unknown, problem: unknown, areas: string[] })
  .filter(({ areas }) => !areas.includes('transport'))
  .map(({ externalId, title, problem, areas }) => ({ externalId, cityId: 'external:elsewhere', title, problem, areas }))

interface World { service: Service, store: Store, asker: Caller, theirs: Caller, cityId: string, search: (over?: object) => Promise<string> }

const world = async (t: Test, open: OpenTestStore, language = 'en'): Promise<World> => {
  const store = await open()
  const service = await startService(t, store, { PUBLIC_URL: 'https://wicc.example.org' })
  const asker = await service.person({ name: 'Asking city', kind: 'city' }, 'viewer', { language })
  const theirs = await service.person({ name: 'Other city', kind: 'city' })
  const city = await post(t, service, '/v1/cities', theirs, bodies.city())
  const key = await service.key('Partner', 'write:cities')
  await service.call('POST', '/v1/cities', { key, body: bodies.city({ externalId: 'elsewhere' }) })
  const stored = await service.call('POST', '/v1/bulk/challenges', { key, body: others.map((body) => JSON.stringify(body)).join('\n'), headers: { 'content-type': 'application/x-ndjson' } })
  t.match(stored.text, `"created":${others.length},`)
  return { service, store, asker, theirs, cityId: city.id, search: async (over = {}) => (await post(t, service, '/v1/searches', asker, { name: 'Crowded', target: 'challenges', text, frequency: 'at-once', band: 'possible', ...over })).id }
}

const post = async (t: Test, service: Service, url: string, as: Caller, body: object): Promise<{ id: string, version: number }> => {
  const made = await service.call('POST', url, { as, body })
  t.equal(made.status, 201, made.text)
  return made.body
}

const change = async (t: Test, service: Service, url: string, as: Caller, body: object): Promise<void> => {
  const changed = await service.call('PATCH', url, { as, body, headers: { 'if-match': '*' } })
  t.equal(changed.status, 200, changed.text)
}

/** What somebody was told: profiles of alerts, notices, mails. */
const told = async ({ store, asker }: World, searchId: string) => ({
  alerts: (await store.read.alerts.listOf(searchId, 100)).map(({ profileId, profileVersion }) => [profileId, profileVersion]).reverse(),
  notices: (await store.read.notices.listOf(asker.personId, { limit: 100 })).length,
  mails: (await store.read.mails.listOf(asker.personId)).map(({ messageId }) => messageId.split('@')[0]).reverse()
})

const rewrite = (store: Store, id: string, changes: Partial<Search>) => store.transact(({ searches }) => searches.update(id, changes))

t.test('the fields that news are looked for in are those that the matcher is given', async (t) => {
  const reads = (seen: Set<string>) => new Proxy<Record<string, unknown>>({}, {
    get (_, name) {
      seen.add(String(name))
      return name === 'title' ? { text: '', language: 'en', translations: [] } : undefined
    }
  })
  const seen = { challenges: new Set(['visibility', 'cityId']), solutions: new Set(['visibility']), cities: new Set<string>() }
  const record = (content: Record<string, unknown>) => ({ id: 'x', content }) as Parameters<typeof solutionProfile>[0]
  challengeProfile(record(reads(seen.challenges)), record(reads(seen.cities)))
  solutionProfile(record(reads(seen.solutions)), [], new Map())
  for (const resource of ['challenges', 'solutions', 'cities'] as const) t.same([...matchedFields[resource]].sort(), [...seen[resource]].sort(), resource)
})

eachEngine('a new match is told once: in the inbox and by mail, in the language of its reader', async (t, open) => {
  const at = await world(t, open, 'ar')
  const { service, store, asker, theirs, cityId } = at
  const id = await at.search()
  await service.run('alerts')
  t.same(await told(at, id), { alerts: [], notices: 0, mails: [] }, 'what was there before is no news')
  await post(t, service, '/v1/challenges', theirs, bodies.challenge(cityId, garden))
  await service.run('alerts')
  t.same(await told(at, id), { alerts: [], notices: 0, mails: [] }, 'what does not match is none')

  const made = await post(t, service, '/v1/challenges', theirs, bodies.challenge(cityId, { title: { text: 'Buses are too full at rush hour', language: 'en', translations: [{ text: 'الحافلات مزدحمة', language: 'ar' }] } }))
  await service.run('alerts')
  await service.run('alerts')
  t.same(await told(at, id), { alerts: [[made.id, 1]], notices: 1, mails: [alertMailId(id, made.id, 1)] })
  const [mail] = await store.read.mails.listOf(asker.personId)
  t.match(mail, { kind: 'alert', language: 'ar', recipient: asker.email, subject: /الحافلات مزدحمة/, status: 'queued', html: /<html lang="ar" dir="rtl">/ })
  t.match(mail?.headers, { 'List-Unsubscribe': /^<https:\/\/wicc\.example\.org\/v1\/stop\?token=/, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' })
  t.match(mail?.text, /https:\/\/wicc\.example\.org\/stop\?token=/, 'whoever reads it is led to a page')
  t.ok(mail?.text.includes(`https://wicc.example.org/challenges/${made.id}`))

  const { body } = await service.call('GET', `/v1/searches/${id}`, { as: asker })
  t.match(body, { name: 'Crowded', frequency: 'at-once', alerts: [{ profileId: made.id, version: 1, resource: 'challenges', title: { text: 'Buses are too full at rush hour' }, reasons: [/[\u0600-\u06ff]/] }] })

  await change(t, service, `/v1/challenges/${made.id}`, theirs, { problem: 'Buses are crowded in the evening rush hour, and commuters stand at the stop for an hour.' })
  await service.run('alerts')
  t.equal((await told(at, id)).alerts.length, 1, 'a later version of what was told of is no news')
})

eachEngine('what a search minds: band, filters, one’s own profiles, drafts, and what of a profile has changed', async (t, open) => {
  const at = await world(t, open)
  const { service, theirs, cityId } = at
  const known = await post(t, service, '/v1/challenges', theirs, bodies.challenge(cityId))
  const inThailand = await at.search({ filters: { country: ['TH'] } })
  const elsewhere = await at.search({ filters: { country: ['PH'], area: ['transport'] } })
  const strict = await at.search({ band: 'strong', text: 'Commuters walk to the market and the school in the morning' })
  const loose = await at.search({ band: 'possible', text: 'Commuters walk to the market and the school in the morning' })
  const count = async (id: string) => { await service.run('alerts'); return (await told(at, id)).alerts.length }

  await change(t, service, `/v1/challenges/${known.id}`, theirs, { reviewOn: '2030-01-01' })
  t.equal(await count(inThailand), 0, 'matching does not see that date')
  const draft = await post(t, service, '/v1/challenges', theirs, bodies.challenge(cityId, { status: 'draft' }))
  t.equal(await count(inThailand), 0, 'a draft')
  await change(t, service, `/v1/challenges/${draft.id}`, theirs, { status: 'published' })
  t.equal(await count(inThailand), 1, 'once it is published')
  t.equal(await count(elsewhere), 0, 'in another country')
  t.same([await count(strict), await count(loose)], [0, 1], 'below the band and in it')

  const turned = await post(t, service, '/v1/challenges', theirs, bodies.challenge(cityId, garden))
  t.equal(await count(inThailand), 1)
  await change(t, service, `/v1/challenges/${turned.id}`, theirs, bodies.challenge(cityId))
  t.equal(await count(inThailand), 2, 'a profile that changes into a match, though it is the copy of another')

  await change(t, service, `/v1/cities/${cityId}`, theirs, { country: 'PH' })
  t.equal(await count(elsewhere), 3, 'their city has moved into the filter: all three, the one that was there before too')

  const owner = await service.person({ name: 'Asking city', kind: 'city' })
  const own = await post(t, service, '/v1/cities', owner, bodies.city({ name: 'Own' }))
  await post(t, service, '/v1/challenges', owner, bodies.challenge(own.id))
  t.equal(await count(inThailand), 2, 'one’s own')
})

eachEngine('a watched profile is a search: a challenge finds solutions and peers, its own draft or others’ published one', async (t, open) => {
  const at = await world(t, open)
  const { service, theirs, cityId } = at
  const owner = await service.person({ name: 'Asking city', kind: 'city' })
  const city = await post(t, service, '/v1/cities', owner, bodies.city({ name: 'Own' }))
  const draft = await post(t, service, '/v1/challenges', owner, bodies.challenge(city.id, { status: 'draft' }))
  const watch = { text: undefined, watch: { resource: 'challenges', id: draft.id } }
  const solutions = await at.search({ ...watch, target: 'solutions' })
  const peers = await at.search(watch)

  const vendor = await service.person({ name: 'Vendor', kind: 'provider' })
  const provider = await post(t, service, '/v1/providers', vendor, bodies.provider())
  const solution = await post(t, service, '/v1/solutions', vendor, bodies.solution(provider.id))
  const peer = await post(t, service, '/v1/challenges', theirs, bodies.challenge(cityId))
  await service.run('alerts')
  t.same((await told(at, solutions)).alerts, [[solution.id, 1]])
  t.same((await told(at, peers)).alerts, [[peer.id, 1]])

  await service.call('DELETE', `/v1/challenges/${draft.id}`, { as: owner, headers: { 'if-match': '*' } })
  await post(t, service, '/v1/solutions', vendor, bodies.solution(provider.id))
  await service.run('alerts')
  t.equal((await told(at, solutions)).alerts.length, 1, 'what is closed is watched no longer')
})

eachEngine('two who run at once, and a run that is repeated, tell once and under one Message-ID', async (t, open) => {
  const at = await world(t, open)
  const { service, store, theirs, cityId } = at
  const second = await startService(t, await open())
  const ids = [await at.search(), await at.search(), await at.search()]
  const before = (await store.read.searches.find(ids[0] ?? ''))?.position ?? 0
  const made: string[] = []
  for (let round = 0; round < 3; round++) {
    made.push((await post(t, service, '/v1/challenges', theirs, bodies.challenge(cityId, { title: `Buses are too full, line ${round}` }))).id)
    await Promise.all([service, second, service, second].map((one) => one.run('alerts')))
  }
  const once = { notices: 9, mails: ids.flatMap((id) => made.map((profile) => alertMailId(id, profile, 1))).sort() }
  const tally = async () => {
    const { notices, mails } = await told(at, ids[0] ?? '')
    return { notices, mails: mails.sort() }
  }
  t.same(await tally(), once)
  for (const id of ids) await rewrite(store, id, { position: before })
  await Promise.all([service, second].map((one) => one.run('alerts')))
  t.same(await tally(), once, 'nothing is told twice')
  t.equal((await store.read.searches.find(ids[0] ?? ''))?.position, await store.lastPosition(), 'and the position is right again')
})

eachEngine('nobody is told who is suspended; what is saved by those who were erased or have left is removed', async (t, open) => {
  const at = await world(t, open)
  const { service, store, asker, theirs, cityId } = at
  const publish = async () => { await post(t, service, '/v1/challenges', theirs, bodies.challenge(cityId)); await service.run('alerts') }
  const id = await at.search()
  await store.transact(({ people }) => people.update(asker.personId, { suspendedAt: new Date() }))
  await publish()
  await store.transact(({ people }) => people.update(asker.personId, { suspendedAt: null }))
  await service.run('alerts')
  t.same(await told(at, id), { alerts: [], notices: 0, mails: [] })
  await publish()
  t.equal((await told(at, id)).alerts.length, 1, 'what comes afterwards is told')

  await store.transact(({ memberships }) => memberships.remove(asker.personId, asker.organisationId ?? ''))
  await publish()
  t.equal(await store.read.searches.find(id), undefined, 'left')
  t.match(await store.read.audit.read({ objectId: id, limit: 1 }), [{ action: 'searches:remove', personId: null, after: { reason: 'left' } }])

  const lonely = await service.person(null)
  const { id: theirsToo } = await post(t, service, '/v1/searches', lonely, { name: 'Mine', target: 'solutions', text })
  await store.transact(({ people }) => people.update(lonely.personId, { erasedAt: new Date(), email: null, name: null }))
  await publish()
  t.equal(await store.read.searches.find(theirsToo), undefined, 'erased')
  t.same(await store.read.notices.listOf(lonely.personId, { limit: 10 }), [])
})

eachEngine('a digest goes out once for a period, with all that has waited for its end', async (t, open) => {
  const at = await world(t, open)
  const { service, store, asker, theirs, cityId } = at
  const ids = { daily: await at.search({ frequency: 'daily' }), weekly: await at.search({ frequency: 'weekly', name: 'Weekly' }), never: await at.search({ frequency: 'never' }) }
  const old = new Date(Date.now() - 8 * 86_400_000)
  const publish = async (title: string) => {
    await post(t, service, '/v1/challenges', theirs, bodies.challenge(cityId, { title }))
    await service.run('alerts')
  }
  const age = async () => {
    for (const id of Object.values(ids)) for (const alert of await store.read.alerts.listOf(id, 100)) await store.transact(({ alerts }) => alerts.update(alert.id, { createdAt: old }))
  }
  const digests = async () => {
    await Promise.all([service.run('digests'), service.run('digests')])
    return (await store.read.mails.listOf(asker.personId)).map(({ messageId, kind }) => [kind, messageId.split('@')[0]]).sort()
  }

  await publish('Buses full')
  await publish('Buses fuller')
  t.equal((await told(at, ids.daily)).notices, 6, 'the inbox has them at once')
  await age()
  const [day, week] = [periodEnd('daily', new Date()), periodEnd('weekly', new Date())]
  const sent = [['digest', digestMailId(ids.daily, day)], ['digest', digestMailId(ids.weekly, week)]].sort()
  t.same(await digests(), sent, 'one each for two')
  const [mail] = (await store.read.mails.listOf(asker.personId)).filter(({ subject }) => subject.includes('Weekly'))
  t.match(mail, { subject: /2$/, text: /– Buses full\n> – Buses fuller/ })

  await publish('Buses fullest')
  await age()
  t.same(await digests(), sent, 'no second in the same period')
  await rewrite(store, ids.daily, { digestedAt: old })
  await rewrite(store, ids.weekly, { digestedAt: old })
  t.same(await digests(), sent, 'nor one that is repeated after a crash')

  await publish('Buses full to the roof')
  await age()
  await service.call('PATCH', `/v1/searches/${ids.daily}`, { as: asker, body: { frequency: 'never' } })
  await service.call('PATCH', `/v1/searches/${ids.daily}`, { as: asker, body: { frequency: 'daily' } })
  t.same(await store.read.alerts.listWaiting(ids.daily, new Date()), [], 'what waited when mails were ended is not mailed later')
})

t.test('periods end at six in the morning, UTC, weeks on Mondays', async (t) => {
  const end = (frequency: 'daily' | 'weekly', now: string) => periodEnd(frequency, new Date(now)).toISOString()
  t.equal(end('daily', '2026-03-04T05:59:59.999Z'), '2026-03-03T06:00:00.000Z')
  t.equal(end('daily', '2026-03-04T06:00:00.000Z'), '2026-03-04T06:00:00.000Z')
  t.equal(end('weekly', '2026-03-09T05:59:59.999Z'), '2026-03-02T06:00:00.000Z')
  t.equal(end('weekly', '2026-03-09T06:00:00.000Z'), '2026-03-09T06:00:00.000Z', 'a Monday')
})

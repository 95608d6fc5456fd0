import type { Caller, Service } from '../helper.ts'
import { bodies, startService } from '../helper.ts'
import { eachEngine } from '../engines.ts'
import { citySide, providerSide } from './introduced.ts'

type Judged = 'challenges' | 'solutions'

const save = (service: Service, as: Caller | undefined, resource: Judged, id: string, matchId: string, body: object = { useful: true }) =>
  service.call('PUT', `/v1/${resource}/${id}/matches/${matchId}/judgement`, { as, body })
const remove = (service: Service, as: Caller, resource: Judged, id: string, matchId: string) => service.call('DELETE', `/v1/${resource}/${id}/matches/${matchId}/judgement`, { as })
const list = (service: Service, as: Caller, resource: Judged, id: string) => service.call('GET', `/v1/${resource}/${id}/judgements`, { as })

eachEngine('a thumb is kept with the match as it was shown, and is its person’s own', async (t, openTestStore) => {
  const store = await openTestStore()
  const service = await startService(t, store)
  const [city, peer, provider] = [await citySide(service, 'Khon Kaen', { title: 'Full buses' }), await citySide(service, 'Iloilo', { title: 'Crowded buses' }), await providerSide(service, 'Busline')]
  const colleague = await service.person({ name: 'Khon Kaen', kind: 'city' }, 'viewer')
  const [asked, solution] = [city.profileId, provider.profileId]
  const shown = (await service.call('GET', `/v1/challenges/${asked}/matches`, { as: city.owner })).body

  const saved = await save(service, city.owner, 'challenges', asked, solution)
  t.equal(saved.status, 200, saved.text)
  const { rank, band, score, parts } = shown.solutions[0]
  t.match(saved.body, { matchResource: 'solutions', matchId: solution, useful: true, rank, band, score })
  const [kept] = await store.read.judgements.page(undefined, 10)
  t.match(kept, { kind: 'thumb', organisationId: city.owner.organisationId, personId: city.owner.personId, introductionId: null, queryResource: 'challenges', queryId: asked, matchResource: 'solutions', matchId: solution, value: 1, detail: null })
  t.same(kept?.match, { rank, band, score, parts, versions: shown.versions })

  t.match((await save(service, city.owner, 'challenges', asked, peer.profileId, { useful: false })).body, { matchResource: 'challenges', matchId: peer.profileId, useful: false })
  const twice = await Promise.all([true, false, false].map((useful) => save(service, city.owner, 'challenges', asked, solution, { useful })))
  t.same(twice.map((answer) => answer.status), [200, 200, 200], twice.map((answer) => answer.text).join())
  t.match(await save(service, city.owner, 'challenges', asked, solution, { useful: false }), { status: 200, body: { useful: false } })
  t.match(await save(service, colleague, 'challenges', asked, solution), { status: 200, body: { useful: true } })
  t.match(await save(service, provider.owner, 'solutions', solution, asked), { status: 200, body: { matchResource: 'challenges', matchId: asked } })
  t.equal(await store.read.judgements.count(), 4, 'one for a person and a match')

  t.match((await list(service, city.owner, 'challenges', asked)).body.items, [{ matchId: solution, useful: false }, { matchId: peer.profileId, useful: false }])
  t.match((await list(service, colleague, 'challenges', asked)).body.items, [{ matchId: solution, useful: true }])
  t.equal((await list(service, colleague, 'challenges', asked)).body.items.length, 1)

  t.equal((await remove(service, city.owner, 'challenges', asked, solution)).status, 204)
  t.match(await remove(service, city.owner, 'challenges', asked, solution), { status: 404, body: { code: 'not-found' } })
  t.equal((await list(service, city.owner, 'challenges', asked)).body.items.length, 1)
  t.equal((await list(service, colleague, 'challenges', asked)).body.items.length, 1, 'another’s stays')
  t.match(await store.read.audit.read({ objectId: kept?.id, limit: 1 }), [{ action: 'judgements:remove', ownerId: city.owner.organisationId, before: { useful: false } }])
})

eachEngine('two first thumbs of one person at the same moment are one', async (t, openTestStore) => {
  const store = await openTestStore()
  const services = [await startService(t, store), await startService(t, await openTestStore())] as const
  const [service] = services
  const [city, provider] = [await citySide(service, 'Khon Kaen'), await providerSide(service, 'Busline')]
  const answers = await Promise.all([0, 1, 2, 3].map((n) => save(services[n % 2 === 0 ? 0 : 1], city.owner, 'challenges', city.profileId, provider.profileId)))
  t.same(answers.map((answer) => answer.status), [200, 200, 200, 200], answers.map((answer) => answer.text).join())
  t.equal(await store.read.judgements.count(), 1)
})

eachEngine('only who acts for the profile’s owner judges, and only what is shown', async (t, openTestStore) => {
  const store = await openTestStore()
  const service = await startService(t, store)
  const [city, peer, provider] = [await citySide(service, 'Khon Kaen'), await citySide(service, 'Iloilo'), await providerSide(service, 'Busline')]
  const far = await providerSide(service, 'Far', { title: 'Crowded buses counted, in Peru only', countries: ['PE'] })
  const draft = (await service.call('POST', '/v1/challenges', { as: peer.owner, body: bodies.challenge((await service.call('GET', '/v1/cities?owner=me', { as: peer.owner })).body.items[0].id, { status: 'draft' }) })).body.id
  const [asked, solution] = [city.profileId, provider.profileId]
  const secretariat = await service.person({ name: 'Secretariat', kind: 'secretariat' })

  for (const as of [peer.owner, provider.owner, secretariat, await service.person(null)]) {
    for (const answer of [await save(service, as, 'challenges', asked, solution), await remove(service, as, 'challenges', asked, solution), await list(service, as, 'challenges', asked)]) {
      t.match(answer, { status: 403, body: { code: 'not-yours' } })
    }
  }
  t.match(await save(service, undefined, 'challenges', asked, solution), { status: 401, body: { code: 'missing-key' } })
  const key = await service.key('Khon Kaen', 'read', 'write:cities', 'introductions')
  t.match(await service.call('PUT', `/v1/challenges/${asked}/matches/${solution}/judgement`, { key, body: { useful: true } }), { status: 403, body: { code: 'person-needed' } })

  for (const matchId of [far.profileId, asked, draft, '0199d2c4-7a10-7c3e-9f00-3b5d8c1e2a44']) t.match(await save(service, city.owner, 'challenges', asked, matchId), { status: 404, body: { code: 'not-found' } })
  t.match(await save(service, city.owner, 'challenges', draft, solution), { status: 404 }, 'another’s draft is not there')
  t.match(await save(service, provider.owner, 'solutions', solution, solution), { status: 404 })
  for (const body of [{}, { useful: 'yes' }, { useful: true, words: 'x' }]) t.match(await save(service, city.owner, 'challenges', asked, solution, body), { status: 422 })
  t.equal(await store.read.judgements.count(), 0)

  await save(service, city.owner, 'challenges', asked, solution)
  await store.transact(({ organisations }) => organisations.update(city.owner.organisationId ?? '', { suspendedAt: new Date() }))
  for (const answer of [await save(service, city.owner, 'challenges', asked, solution), await remove(service, city.owner, 'challenges', asked, solution)]) t.match(answer, { status: 403, body: { code: 'suspended' } })
  t.equal((await list(service, city.owner, 'challenges', asked)).body.items.length, 1, 'who is suspended may read')
})

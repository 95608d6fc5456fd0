import { eachEngine } from '../engines.ts'
import { bodies, type Caller, startService } from '../helper.ts'

const day = 24 * 3_600_000

interface Entry { id: number, action: string, objectId: string, personId: string | null, address?: string | null }

eachEngine('the audit log is read by the secretariat, and by owners for what is theirs', async (t, openTestStore) => {
  const store = await openTestStore()
  const service = await startService(t, store)
  const owner = await service.person({ name: 'City', kind: 'city' })
  const editor = await service.person({ name: 'City', kind: 'city' }, 'editor')
  const other = await service.person({ name: 'Other', kind: 'city' })
  const admin = await service.person({ name: 'Secretariat', kind: 'secretariat' })
  const read = async (as: Caller, query = '') => (await service.call('GET', `/v1/audit${query}`, { as })).body as { items: Entry[], next: number | null }

  const city = await service.call('POST', '/v1/cities', { as: editor, body: bodies.city() })
  const url = `/v1/cities/${city.body.id}`
  await service.call('PATCH', url, { as: owner, headers: { 'if-match': '*' }, body: { population: 1 } })
  await service.call('PATCH', url, { as: admin, headers: { 'if-match': '*' }, body: { status: 'hidden' } })
  await service.call('POST', '/v1/cities', { as: other, body: bodies.city() })

  const all = await read(admin)
  t.same(all.items.map(({ action }) => action), ['cities:create', 'cities:hide', 'cities:change', 'cities:create'], 'newest first')
  t.match(all.items[1], { before: { status: 'published', version: 2 }, after: { status: 'hidden', version: 3 }, personId: admin.personId, address: '127.0.0.1' })
  const own = await read(owner)
  t.same(own.items.map(({ action, personId }) => [action, personId]), [['cities:hide', null], ['cities:change', owner.personId], ['cities:create', editor.personId]], 'people of the secretariat are not named')
  t.notOk(own.items.some((entry) => 'address' in entry))
  t.same((await read(owner, `?person=${admin.personId}`)).items, [], 'nor found by name')
  t.same((await read(owner, `?person=${editor.personId}`)).items.map(({ action }) => action), ['cities:create'])
  t.same((await read(owner, `?object=${city.body.id}&limit=1`)).items.map(({ action }) => action), ['cities:hide'])
  t.same((await read(other, `?object=${city.body.id}`)).items, [], 'another’s object')
  t.match(await service.call('GET', `/v1/audit?organisation=${owner.organisationId}`, { as: other }), { status: 404, body: { code: 'not-found' } })
  t.equal((await read(admin, `?organisation=${owner.organisationId}`)).items.length, 3)
  t.same((await read(admin, `?person=${editor.personId}`)).items.length, 1)
  t.match(await service.call('GET', '/v1/audit', { as: editor }), { status: 403, body: { code: 'missing-scope', detail: 'This needs a role with the capability organisation' } })
  t.match(await service.call('GET', '/v1/audit', { key: await service.key('City', 'read', 'keys') }), { status: 403, body: { code: 'missing-scope', detail: 'This needs the scope organisation' } })

  const first = await read(admin, '?limit=3')
  t.equal(first.next, first.items[2]?.id)
  t.same((await read(admin, `?limit=3&cursor=${first.next}`)).items, all.items.slice(3))

  const old = { at: new Date(Date.now() - 91 * day), personId: owner.personId, keyId: null, organisationId: owner.organisationId, action: 'cities:change', objectId: city.body.id, ownerId: owner.organisationId, before: null, after: null, address: '203.0.113.7' }
  await store.transact(async ({ audit }) => {
    await audit.append(old)
    await audit.append({ ...old, at: new Date(Date.now() - 89 * day), address: '203.0.113.8' })
  })
  await service.run('sweep')
  t.same((await read(admin, '?limit=3')).items.map(({ address }) => address), ['203.0.113.8', null, '127.0.0.1'], 'addresses are forgotten after 90 days; the entry stays')
})

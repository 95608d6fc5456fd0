import { eachEngine } from '../engines.ts'
import { bodies, startService } from '../helper.ts'

eachEngine('a session acts for its organisation by its role, and writes only with its token', async (t, openTestStore) => {
  const store = await openTestStore()
  const service = await startService(t, store)
  const owner = await service.person({ name: 'City', kind: 'city' })
  const viewer = await service.person({ name: 'City', kind: 'city' }, 'viewer')
  const vendor = await service.person({ name: 'Vendor', kind: 'provider' }, 'editor')
  const nobody = await service.person(null)
  const make = (as: typeof owner, headers = {}) => service.call('POST', '/v1/cities', { as, headers, body: bodies.city() })

  const made = await make(owner)
  t.equal(made.status, 201, made.text)
  t.equal(made.body.ownerId, owner.organisationId)
  t.match(await make(viewer), { status: 403, body: { code: 'missing-scope' } })
  t.match(await make(vendor), { status: 403, body: { code: 'missing-scope' } })
  t.match(await make(nobody), { status: 403, body: { code: 'no-organisation' } })
  t.match(await make({ ...owner, csrf: '' }), { status: 403, body: { code: 'csrf' } })
  t.match(await make({ ...owner, csrf: viewer.csrf }), { status: 403, body: { code: 'csrf' } }, "another session's token")
  t.match(await make(owner, { 'sec-fetch-site': 'cross-site' }), { status: 403, body: { code: 'csrf' } })
  t.match(await make(owner, { origin: 'https://elsewhere.example' }), { status: 403, body: { code: 'csrf' } })
  t.equal((await service.call('GET', '/v1/cities?owner=me', { as: { ...viewer, csrf: '' } })).body.items.length, 1, 'reading takes no token')

  const [entry] = await store.read.audit.read({ objectId: made.body.id, limit: 10 })
  t.match(entry, { action: 'cities:create', personId: owner.personId, organisationId: owner.organisationId, ownerId: owner.organisationId, address: '127.0.0.1', after: { status: 'published', version: 1 } })
})

eachEngine('who is not verified drafts but does not publish; who is suspended reads', async (t, openTestStore) => {
  const store = await openTestStore()
  const service = await startService(t, store)
  const editor = await service.person({ name: 'New City', kind: 'city', verified: false }, 'editor')
  const make = (body: object) => service.call('POST', '/v1/cities', { as: editor, body: bodies.city(body) })
  t.match(await make({}), { status: 403, body: { code: 'not-verified' } })
  const draft = await make({ status: 'draft' })
  t.equal(draft.status, 201, draft.text)
  const publish = () => service.call('PATCH', `/v1/cities/${draft.body.id}`, { as: editor, body: { status: 'published' }, headers: { 'if-match': '"1"' } })
  t.match(await publish(), { status: 403, body: { code: 'not-verified' } })
  await store.transact(({ organisations }) => organisations.update(editor.organisationId ?? '', { suspendedAt: new Date(), verifiedAt: new Date() }))
  t.match(await publish(), { status: 403, body: { code: 'suspended' } })
  t.equal((await service.call('GET', `/v1/cities/${draft.body.id}`, { as: editor })).status, 200)
  await store.transact(({ organisations }) => organisations.update(editor.organisationId ?? '', { suspendedAt: null }))
  t.equal((await publish()).status, 200)
})

eachEngine('a field is seen by those its owner lets see it: in reads, lists, exports, the feed, text search and matches', async (t, openTestStore) => {
  const store = await openTestStore()
  const service = await startService(t, store)
  const owner = await service.person({ name: 'City', kind: 'city' })
  const other = await service.person({ name: 'Other', kind: 'city' }, 'viewer')
  const city = (await service.call('POST', '/v1/cities', { as: owner, body: bodies.city() })).body
  const visibility = { context: 'members', budget: 'introduced', alreadyTried: 'private' }
  const made = await service.call('POST', '/v1/challenges', { as: owner, body: bodies.challenge(city.id, { context: 'Monorail secrets', alreadyTried: 'Zeppelins', budget: { status: 'sought', max: 5, currency: 'THB' }, contact: { name: 'A. Person' }, visibility }) })
  t.equal(made.status, 201, made.text)
  const url = `/v1/challenges/${made.body.id}`
  const shown = (body: object) => ['context', 'alreadyTried', 'budget', 'contact', 'visibility'].filter((name) => name in body)

  for (const [name, as, seen] of [['its owner', owner, ['context', 'alreadyTried', 'budget', 'contact', 'visibility']], ['a member', other, ['context']], ['anybody', undefined, []]] as const) {
    t.same(shown((await service.call('GET', url, { as })).body), seen, name)
    t.same(shown((await service.call('GET', '/v1/challenges', { as })).body.items[0]), seen, `${name}, in the list`)
    t.same(shown(JSON.parse((await service.call('GET', '/v1/bulk/challenges', { as })).text)), seen, `${name}, in the export`)
  }
  const feed = (await service.call('GET', '/v1/changes?resource=challenges', { as: other })).body.items[0]
  t.same([shown(feed.profile), feed.fields.includes('budget'), feed.fields.includes('context')], [['context'], false, true])
  t.equal((await service.call('GET', '/v1/challenges?text=monorail')).body.items.length, 0, 'not found by what is hidden')
  const matches = await service.call('GET', `${url}/matches?explain=full`)
  t.notMatch(matches.text, /Monorail|Zeppelin/i)

  const changed = await service.call('PUT', url, { as: owner, headers: { 'if-match': '"1"' }, body: bodies.challenge(city.id, { context: 'Monorail secrets' }) })
  t.same(changed.body.visibility, visibility, 'a body that does not speak of visibility shows nothing')
  t.same(shown((await service.call('PUT', url, { as: owner, headers: { 'if-match': '"2"' }, body: bodies.challenge(city.id, { context: 'Monorail', visibility: {} }) })).body), ['context'])
})

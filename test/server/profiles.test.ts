import { eachEngine } from '../engines.ts'
import { bodies, startService } from '../helper.ts'

eachEngine('every resource is created, read, listed, replaced, patched and closed in the same way', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const key = await service.key('Partner', 'read', 'write:cities', 'write:solutions')
  const make = async (resource: string, body: object) => {
    const made = await service.call('POST', `/v1/${resource}`, { key, body })
    t.equal(made.status, 201, `${resource}: ${made.text}`)
    t.equal(made.headers['location'], `/v1/${resource}/${made.body.id}`)
    return made
  }
  const city = await make('cities', bodies.city())
  const challenge = await make('challenges', bodies.challenge(city.body.id))
  const provider = await make('providers', bodies.provider())
  const solution = await make('solutions', bodies.solution(provider.body.id))
  const deployment = await make('deployments', bodies.deployment(solution.body.id, city.body.id, { challengeId: challenge.body.id }))

  for (const [resource, made, patch] of [
    ['deployments', deployment, { stage: 'scaled' }],
    ['solutions', solution, { readiness: 7 }],
    ['providers', provider, { size: 'small' }],
    ['challenges', challenge, { stage: 'pilot' }],
    ['cities', city, { population: 160000 }]
  ] as const) {
    const url = `/v1/${resource}/${made.body.id}`
    t.equal(made.headers['etag'], '"1"')
    const read = await service.call('GET', url)
    t.equal(read.status, 200)
    t.same(read.body, { ...made.body }, `${resource}: anybody reads what was stored`)

    const list = await service.call('GET', `/v1/${resource}`)
    t.same(list.body.items.map((item: { id: string }) => item.id), [made.body.id])
    t.equal(list.body.next, null)

    for (const method of ['PUT', 'PATCH', 'DELETE'] as const) {
      const bare = await service.call(method, url, { key, ...(method === 'DELETE' ? {} : { body: method === 'PUT' ? made.body : patch }) })
      t.equal(bare.status, 428, `${method} without If-Match`)
      t.equal(bare.body.code, 'precondition-required')
    }

    const same = await service.call('PUT', url, { key, body: made.body, headers: { 'if-match': '"1"' } })
    t.equal(same.status, 200, same.text)
    t.equal(same.body.version, 1, 'sending back what was read changes nothing')

    const patched = await service.call('PATCH', url, { key, body: patch, headers: { 'if-match': '"1"' } })
    t.equal(patched.status, 200, patched.text)
    t.equal(patched.headers['etag'], '"2"')
    t.match(patched.body, patch)
    const { version: _, updatedAt: __, ...stays } = made.body
    for (const name of Object.keys(patch)) delete stays[name]
    t.match(patched.body, stays, 'what the patch leaves out stays')

    const lost = await service.call('PATCH', url, { key, body: patch, headers: { 'if-match': '"1"' } })
    t.equal(lost.status, 412, 'a lost update is refused')
    t.equal(lost.body.code, 'version-conflict')

    const put = await service.call('PUT', url, { key, body: made.body, headers: { 'if-match': '"2"' } })
    t.equal(put.body.version, 3)
    t.notMatch(put.body, patch)

    const closed = await service.call('DELETE', url, { key, headers: { 'if-match': '"3"' } })
    t.equal(closed.status, 200, closed.text)
    t.equal(closed.body.status, 'closed')
    t.ok(closed.body.closedAt)
    t.equal((await service.call('GET', url)).status, 410, 'it was public, so its end is said')
    t.equal((await service.call('GET', url, { key })).body.status, 'closed', 'its owner still reads it')
    t.same((await service.call('GET', `/v1/${resource}`)).body.items, [])
    t.equal((await service.call('GET', `/v1/${resource}?status=closed`, { key })).body.items.length, 1)
    t.equal((await service.call('PATCH', url, { key, body: patch, headers: { 'if-match': '"4"' } })).body.code, 'profile-closed')
  }
})

eachEngine('texts keep their language and who wrote them; what is not said is identified', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const key = await service.key('Partner', 'write:cities')
  const city = (await service.call('POST', '/v1/cities', { key, body: bodies.city({ name: 'เทศบาลนครขอนแก่น' }) })).body
  t.same(city.name, { text: 'เทศบาลนครขอนแก่น', language: 'th', origin: 'person', translations: [] })
  const { body } = await service.call('POST', '/v1/challenges', {
    key,
    body: bodies.challenge(city.id, {
      title: { text: 'ผู้สูงอายุไปโรงพยาบาลไม่ได้', language: 'th', translations: [{ text: 'Older people cannot reach the hospital', language: 'EN-us', origin: 'machine' }] },
      problem: 'ผู้สูงอายุที่อยู่คนเดียวในเขตรอบนอกไม่มีรถโดยสารไปโรงพยาบาล',
      constraints: [{ text: 'ห้ามซื้อรถใหม่ ต้องใช้รถที่มีอยู่เดิมของเทศบาลเท่านั้น', hard: true }]
    })
  })
  t.same(body.title.translations, [{ text: 'Older people cannot reach the hospital', language: 'en-US', origin: 'machine' }], 'tags are made canonical')
  t.equal(body.problem.language, 'th')
  t.equal(body.constraints[0].text.language, 'th')
  const patched = await service.call('PATCH', `/v1/challenges/${body.id}`, { key, headers: { 'if-match': '"1"' }, body: { title: { origin: 'machine' }, sdgTargets: ['3.8'] } })
  t.equal(patched.body.title.text, body.title.text, 'a patch reaches into a text')
  t.equal(patched.body.title.origin, 'machine')
})

eachEngine('drafts are their owner’s alone, and only the secretariat hides', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const key = await service.key('Partner', 'read', 'write:cities')
  const other = await service.key('Other', 'read', 'write:cities')
  const admin = await service.key('Secretariat', 'admin')
  const draft = (await service.call('POST', '/v1/cities', { key, body: bodies.city({ status: 'draft' }) })).body
  t.equal(draft.status, 'draft')
  t.equal(draft.publishedAt, null)
  const url = `/v1/cities/${draft.id}`
  t.equal((await service.call('GET', url)).status, 404)
  t.equal((await service.call('GET', url, { key: other })).status, 404)
  t.equal((await service.call('GET', url, { key })).status, 200)
  t.same((await service.call('GET', '/v1/cities')).body.items, [])
  t.equal((await service.call('GET', '/v1/cities?status=draft')).status, 401)
  t.same((await service.call('GET', '/v1/cities?status=draft', { key: other })).body.items, [])
  t.equal((await service.call('GET', '/v1/cities?owner=me&status=draft,published', { key })).body.items.length, 1)
  t.equal((await service.call('PATCH', url, { key: other, body: { population: 1 }, headers: { 'if-match': '"1"' } })).status, 404, 'to others it does not exist')

  const challenge = await service.call('POST', '/v1/challenges', { key, body: bodies.challenge(draft.id) })
  t.equal(challenge.status, 422)
  t.same(challenge.body.errors.map((error: { pointer: string, code: string }) => [error.pointer, error.code]), [['/cityId', 'unpublished-reference']])

  t.equal((await service.call('PATCH', url, { key, body: { status: 'hidden' }, headers: { 'if-match': '"1"' } })).status, 403)
  const published = await service.call('PATCH', url, { key, body: { status: 'published' }, headers: { 'if-match': '"1"' } })
  t.ok(published.body.publishedAt)
  t.equal((await service.call('PATCH', url, { key: admin, body: { status: 'hidden' }, headers: { 'if-match': '"2"' } })).body.status, 'hidden')
  t.equal((await service.call('GET', url)).status, 404)
  t.equal((await service.call('PATCH', url, { key, body: { status: 'published' }, headers: { 'if-match': '"3"' } })).status, 403, 'what the secretariat hides its owner cannot show')
  t.equal((await service.call('PATCH', url, { key: admin, body: { status: 'published' }, headers: { 'if-match': '"3"' } })).status, 200)
})

eachEngine('a key acts only on what its owner may touch', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const cityKey = await service.key('City', 'write:cities')
  const vendorKey = await service.key('Vendor', 'write:solutions')
  const reader = await service.key('Reader', 'read')
  const city = (await service.call('POST', '/v1/cities', { key: cityKey, body: bodies.city() })).body
  const provider = (await service.call('POST', '/v1/providers', { key: vendorKey, body: bodies.provider() })).body
  const solution = (await service.call('POST', '/v1/solutions', { key: vendorKey, body: bodies.solution(provider.id) })).body
  const otherCity = await service.key('Other city', 'write:cities', 'write:solutions')

  const refused = async (name: string, status: number, code: string, ...call: Parameters<typeof service.call>) => {
    const answer = await service.call(...call)
    t.same([answer.status, answer.body?.code], [status, code], name)
  }
  await refused('no key', 401, 'missing-key', 'POST', '/v1/cities', { body: bodies.city() })
  await refused('an unknown key', 401, 'invalid-key', 'GET', '/v1/cities', { key: 'wicc_' + 'A'.repeat(43) })
  await refused('a key of no known form', 401, 'invalid-key', 'GET', '/v1/cities', { key: 'nonsense' })
  await refused('a key without the scope', 403, 'missing-scope', 'POST', '/v1/cities', { key: reader, body: bodies.city() })
  await refused('a vendor registering a city', 403, 'missing-scope', 'POST', '/v1/cities', { key: vendorKey, body: bodies.city() })
  await refused("a challenge of another's city", 403, 'not-yours', 'POST', '/v1/challenges', { key: otherCity, body: bodies.challenge(city.id) })
  await refused("a solution of another's provider", 403, 'not-yours', 'POST', '/v1/solutions', { key: otherCity, body: bodies.solution(provider.id) })
  await refused("another's city", 403, 'not-yours', 'PATCH', `/v1/cities/${city.id}`, { key: otherCity, body: { population: 1 }, headers: { 'if-match': '"1"' } })
  await refused("closing another's city", 403, 'not-yours', 'DELETE', `/v1/cities/${city.id}`, { key: otherCity, headers: { 'if-match': '"1"' } })
  await refused('evidence of what is neither its city nor its solution', 403, 'not-yours', 'POST', '/v1/deployments', { key: otherCity, body: bodies.deployment(solution.id, city.id) })
  await refused('verifying oneself', 403, 'missing-scope', 'PATCH', `/v1/cities/${city.id}`, { key: cityKey, body: { verification: { method: 'secretariat', by: 'me', on: '2026-01-01' } }, headers: { 'if-match': '"1"' } })
  await refused('a vendor confirming its own evidence', 422, 'invalid-input', 'POST', '/v1/deployments', { key: vendorKey, body: bodies.deployment(solution.id, city.id, { confirmed: true }) })

  const told = (await service.call('POST', '/v1/deployments', { key: vendorKey, body: bodies.deployment(solution.id, city.id) })).body
  await refused('a city changing what a vendor told', 403, 'not-yours', 'PATCH', `/v1/deployments/${told.id}`, { key: cityKey, body: { stage: 'discontinued' }, headers: { 'if-match': '"1"' } })
  const confirmed = await service.call('PATCH', `/v1/deployments/${told.id}`, { key: cityKey, body: { confirmed: true }, headers: { 'if-match': '"1"' } })
  t.equal(confirmed.body.confirmed, true, 'the city confirms it')
  const changed = await service.call('PATCH', `/v1/deployments/${told.id}`, { key: vendorKey, body: { cost: { amount: 1, currency: 'THB' } }, headers: { 'if-match': '"2"' } })
  t.equal(changed.body.confirmed, false, 'what the vendor changes afterwards is not confirmed any more')

  t.equal((await service.call('GET', `/v1/cities/${city.id}`, { key: reader })).body.contact, undefined)
})

eachEngine('contacts are shown to the owner alone, and an erase forgets them', async (t, openTestStore) => {
  const store = await openTestStore()
  const service = await startService(t, store)
  const key = await service.key('Partner', 'read', 'write:cities')
  const contact = { name: 'Somsri Person', email: 'somsri@example.org' }
  const city = (await service.call('POST', '/v1/cities', { key, body: bodies.city({ contact, externalId: 'kk' }), headers: { 'idempotency-key': 'once' } })).body
  const url = `/v1/cities/${city.id}`
  t.same(city.contact, contact)
  const open = (await service.call('GET', url)).body
  t.equal(open.contact, undefined)
  t.equal(open.externalId, undefined)

  t.equal((await service.call('POST', `${url}/erase`, { key, headers: { 'if-match': '"1"' } })).body.code, 'not-closed')
  await service.call('DELETE', url, { key, headers: { 'if-match': '"1"' } })
  t.same((await store.read.changes.history('cities', city.id)).map((change) => [change.action, change.content === null]), [['created', false], ['closed', false]], 'closing keeps the history')
  t.equal((await service.call('POST', `${url}/erase`, { key })).status, 428)
  t.equal((await service.call('POST', `${url}/erase`, { key, headers: { 'if-match': '"2"' } })).status, 204)
  t.equal((await service.call('GET', url, { key })).status, 410)
  const left = JSON.stringify([await store.read.cities.find(city.id), await store.read.changes.history('cities', city.id), await store.read.answers.find(city.ownerId, 'once')])
  t.notMatch(left, 'Somsri')
  t.notMatch(left, 'Testville')
  t.same((await service.call('GET', '/v1/cities?owner=me&status=closed', { key })).body.items, [])
})

eachEngine('an Idempotency-Key makes one profile however often it is sent', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const key = await service.key('Partner', 'write:cities')
  const send = (body: object, name = 'a-1', as = key) => service.call('POST', '/v1/cities', { key: as, body, headers: { 'idempotency-key': name } })
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => send(bodies.city())))
  t.same(new Set(answers.map((answer) => answer.status)), new Set([201]))
  t.equal(new Set(answers.map((answer) => answer.text)).size, 1, 'each gets the first answer')
  t.equal(answers.filter((answer) => answer.headers['idempotency-replayed'] === 'true').length, 4)
  t.equal((await service.call('GET', '/v1/cities')).body.items.length, 1)
  const other = await send(bodies.city({ population: 1 }))
  t.same([other.status, other.body.code], [422, 'idempotency-mismatch'])
  t.equal((await send(bodies.city(), 'a-2')).status, 201, 'another key is another request')
  t.equal((await send(bodies.city(), 'a-1', await service.key('Other', 'write:cities'))).headers['idempotency-replayed'], undefined, 'keys are an organisation’s own')
  t.equal((await send({ ...bodies.city(), country: 'XX' }, 'a-3')).status, 422)
  t.equal((await send(bodies.city(), 'a-3')).status, 201, 'a refused request does not use its key up')
})

eachEngine('an external id is unique among one’s own and serves as a reference', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const key = await service.key('Partner', 'write:cities')
  const both = await Promise.all([1, 2].map(() => service.call('POST', '/v1/cities', { key, body: bodies.city({ externalId: 'kk' }) })))
  t.same(both.map((answer) => answer.status).sort(), [201, 409])
  t.equal(both.find((answer) => answer.status === 409)?.body.errors[0].pointer, '/externalId')
  const challenge = await service.call('POST', '/v1/challenges', { key, body: bodies.challenge('external:kk') })
  t.equal(challenge.status, 201, challenge.text)
  t.equal(challenge.body.cityId, both.find((answer) => answer.status === 201)?.body.id)
  const other = await service.key('Other', 'write:cities')
  t.equal((await service.call('POST', '/v1/challenges', { key: other, body: bodies.challenge('external:kk') })).body.errors[0].code, 'unknown-reference')
})

eachEngine('what others hang on does not close', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const key = await service.key('Partner', 'write:cities')
  const city = (await service.call('POST', '/v1/cities', { key, body: bodies.city() })).body
  const challenge = (await service.call('POST', '/v1/challenges', { key, body: bodies.challenge(city.id) })).body
  const close = (resource: string, id: string) => service.call('DELETE', `/v1/${resource}/${id}`, { key, headers: { 'if-match': '*' } })
  t.equal((await close('cities', city.id)).body.code, 'in-use')
  t.equal((await service.call('PATCH', `/v1/cities/${city.id}`, { key, body: { status: 'draft' }, headers: { 'if-match': '"1"' } })).body.code, 'in-use')
  t.equal((await close('challenges', challenge.id)).status, 200)
  t.equal((await close('cities', city.id)).status, 200)
})

eachEngine('evidence can still be told after its solution has closed', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const key = await service.key('Partner', 'write:cities', 'write:solutions')
  const post = async (resource: string, body: object) => (await service.call('POST', `/v1/${resource}`, { key, body })).body
  const city = await post('cities', bodies.city())
  const solution = await post('solutions', bodies.solution(undefined))
  const told = await post('deployments', bodies.deployment(solution.id, city.id))
  t.equal((await service.call('DELETE', `/v1/solutions/${solution.id}`, { key, headers: { 'if-match': '"1"' } })).status, 200)
  const patched = await service.call('PATCH', `/v1/deployments/${told.id}`, { key, body: { lessons: 'It ended with its provider.' }, headers: { 'if-match': '"1"' } })
  t.equal(patched.status, 200, patched.text)
  const fresh = await service.call('POST', '/v1/deployments', { key, body: bodies.deployment(solution.id, city.id) })
  t.equal(fresh.body.errors[0].code, 'closed-reference', 'new evidence needs a solution that is there')
})

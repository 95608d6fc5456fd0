import { subjectOf } from '../../server/services/letters.ts'
import { createStopLinks } from '../../server/services/stop-links.ts'
import { eachEngine } from '../engines.ts'
import { bodies, type Caller, type Service, startService } from '../helper.ts'

const nobody = '0199d2c4-7a10-7c3e-9f00-3b5d8c1e2a44'
const body = { name: 'Crowded buses', target: 'challenges', text: 'Buses are too full at rush hour' }

const save = (service: Service, as: Caller, over: object = {}) => service.call('POST', '/v1/searches', { as, body: { ...body, ...over } })

eachEngine('a search is saved, read, changed and removed by its person alone', async (t, openTestStore) => {
  const store = await openTestStore()
  const service = await startService(t, store)
  const person = await service.person({ name: 'City', kind: 'city' }, 'viewer')
  const colleague = await service.person({ name: 'City', kind: 'city' })
  const secretariat = await service.person({ name: 'Secretariat', kind: 'secretariat' })
  const key = await service.key('Partner', 'admin')

  const made = await save(service, person, { filters: { country: ['TH'] } })
  t.match(made, { status: 201, body: { ...body, watch: null, filters: { country: ['TH'] }, band: 'good', frequency: 'daily', organisationId: person.organisationId, stoppedAt: null } }, made.text)
  const url = `/v1/searches/${made.body.id}`
  t.equal(made.headers['location'], url)
  t.match((await service.call('GET', url, { as: person })).body, { ...made.body, alerts: [] })
  const { id } = (await save(service, person, { name: 'Second', frequency: 'never', band: 'strong' })).body
  t.same((await service.call('GET', '/v1/searches', { as: person })).body.items.map((item: { id: string }) => item.id), [id, made.body.id])
  t.match(await service.call('PATCH', url, { as: person, body: { name: 'Fuller', filters: {}, band: 'possible', frequency: 'weekly' } }), { status: 200, body: { name: 'Fuller', filters: {}, band: 'possible', frequency: 'weekly', text: body.text } })
  t.match(await service.call('PATCH', url, { as: person, body: { name: 'Fullest' } }), { body: { name: 'Fullest', band: 'possible' } })

  for (const as of [colleague, secretariat]) {
    t.same((await service.call('GET', '/v1/searches', { as })).body, { items: [] })
    for (const method of ['GET', 'PATCH', 'DELETE'] as const) {
      t.match(await service.call(method, url, { as, ...(method === 'PATCH' ? { body: { name: 'Mine' } } : {}) }), { status: 404, body: { code: 'not-found' } }, method)
    }
  }
  t.match(await service.call('GET', `/v1/searches/${nobody}`, { as: person }), { status: 404 })
  for (const [method, path] of [['GET', '/v1/searches'], ['POST', '/v1/searches'], ['GET', url], ['PATCH', url], ['DELETE', url], ['GET', '/v1/notices'], ['POST', '/v1/notices/read']] as const) {
    const sent = method === 'GET' || method === 'DELETE' ? {} : { body: {} }
    t.match(await service.call(method, path, { key, ...sent }), { status: 403, body: { code: 'person-needed' } }, `${method} ${path} with a key`)
    t.match(await service.call(method, path, sent), { status: 401, body: { code: 'missing-key' } }, `${method} ${path} by nobody`)
  }
  t.equal((await service.call('DELETE', url, { as: person })).status, 204)
  t.equal((await service.call('GET', url, { as: person })).status, 404)
  const trail = (await store.read.audit.read({ objectId: made.body.id, limit: 10 })).map(({ action, personId }) => [action, personId])
  t.same(trail, ['remove', 'change', 'change', 'create'].map((verb) => [`searches:${verb}`, person.personId]))
  t.notMatch(JSON.stringify(await store.read.audit.read({ personId: person.personId, limit: 10 })), /rush hour|Fullest/, 'what is looked for is in no log')
})

eachEngine('what cannot be searched with is refused by its field', async (t, openTestStore) => {
  const store = await openTestStore()
  const service = await startService(t, store)
  const person = await service.person({ name: 'City', kind: 'city' })
  const other = await service.person({ name: 'Other', kind: 'city' })
  const place = async (as: Caller) => (await service.call('POST', '/v1/cities', { as, body: bodies.city() })).body.id as string
  const challenge = async (as: Caller, cityId: string, over: object) => (await service.call('POST', '/v1/challenges', { as, body: bodies.challenge(cityId, over) })).body.id as string
  const [own, theirs] = [await place(person), await place(other)]
  const hidden = await challenge(other, theirs, { status: 'draft' })
  const closed = await challenge(other, theirs, {})
  await service.call('DELETE', `/v1/challenges/${closed}`, { as: other, headers: { 'if-match': '*' } })

  const watch = (id: string, resource = 'challenges') => ({ text: undefined, watch: { resource, id } })
  for (const [over, pointer] of [
    [{ text: undefined }, '/text'], [{ watch: { resource: 'challenges', id: nobody } }, '/text'], [{ name: ' ' }, '/name'], [{ target: 'cities' }, '/target'],
    [{ filters: { country: ['XX'] } }, '/filters/country/0'], [{ filters: { fly: 1 } }, '/filters/fly'], [{ band: 'weak' }, '/band'], [{ frequency: 'hourly' }, '/frequency'],
    [{ ...watch(nobody, 'solutions'), target: 'solutions' }, '/target'], [watch(nobody), '/watch/id'], [watch(hidden), '/watch/id'], [watch(closed), '/watch/id'], [{ organisationId: nobody }, '/organisationId']
  ] as const) {
    const refused = await save(service, person, over)
    t.match(refused, { status: 422, body: { code: 'invalid-input' } }, JSON.stringify(over))
    t.same(refused.body.errors.map((error: { pointer: string }) => error.pointer), [pointer], JSON.stringify(over))
  }
  for (const id of [await challenge(person, own, { status: 'draft' }), await challenge(other, theirs, {})]) t.equal((await save(service, person, watch(id))).status, 201)

  const twins = await Promise.all(Array.from({ length: 100 }, async () => (await save(service, person)).status))
  t.same([twins.filter((status) => status === 201).length, twins.filter((status) => status === 409).length], [98, 2], 'a person has at most a hundred, however fast they ask')
  t.match(await save(service, person), { status: 409, body: { code: 'too-many' } })
  t.equal((await save(service, other)).status, 201, 'each has their own')
})

eachEngine('one link stops the mails, by POST and by nobody in particular; opening it does not', async (t, openTestStore) => {
  const store = await openTestStore()
  const service = await startService(t, store, { PUBLIC_URL: 'https://wicc.example.org' })
  const second = await startService(t, await openTestStore(), { PUBLIC_URL: 'https://wicc.example.org' })
  const person = await service.person(null)
  const stranger = await service.person({ name: 'City', kind: 'city' })
  const [id, untouched] = [(await save(service, person)).body.id as string, (await save(service, person)).body.id as string]
  // Two instances that need the secret for the first time, at once.
  const stopLink = ({ services }: Service) => createStopLinks(services.store, services.links).to(id)
  const [link, same] = await Promise.all([stopLink(service), stopLink(second)])
  t.same(link, same)
  const path = link.oneClick.slice('https://wicc.example.org'.length)
  const stoppedAt = async (of = id) => (await store.read.searches.find(of))?.stoppedAt

  t.match(await service.call('GET', path), { status: 200, body: { stopped: false }, headers: { 'cache-control': 'no-store' } })
  await service.call('HEAD', path)
  t.equal(await stoppedAt(), null, 'programs that look through mail stop nothing')
  const token = new URL(link.oneClick).searchParams.get('token') ?? ''
  const [, signature = ''] = token.split('.')
  for (const wrong of ['', token.slice(0, -1), `${token}x`, `${untouched}.${signature}`, `${id}.${signature.replace(/^./, (first) => first === 'A' ? 'B' : 'A')}`, `${id.toUpperCase()}.${signature}`, id, '.']) {
    for (const method of ['GET', 'POST'] as const) t.match(await service.call(method, `/v1/stop?token=${wrong}`), { status: 404, body: { code: 'not-found' } }, `${method} ${wrong}`)
  }
  t.match(await service.call('POST', '/v1/stop'), { status: 422 })
  t.equal(await stoppedAt(), null)

  const oneClick = () => second.call('POST', path, { body: 'List-Unsubscribe=One-Click', headers: { 'content-type': 'application/x-www-form-urlencoded' } })
  t.match(await oneClick(), { status: 200, body: { stopped: true } })
  const at = await stoppedAt()
  t.type(at, Date)
  t.equal(await stoppedAt(untouched), null, 'of this search only')
  const form = '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n'
  for (const again of [oneClick(), service.call('POST', path, { body: form, headers: { 'content-type': 'multipart/form-data; boundary=x' } }), service.call('POST', path), service.call('POST', path, { as: { ...stranger, csrf: '' }, headers: { origin: 'https://mail.example' } })]) {
    t.match(await again, { status: 200, body: { stopped: true } }, 'as often as one likes, as anybody')
  }
  t.same(await stoppedAt(), at)
  const entries = await store.read.audit.read({ objectId: id, limit: 10 })
  t.match(entries, [{ action: 'searches:stop', personId: null, before: { stopped: false }, after: { stopped: true } }, { action: 'searches:create' }])
  t.equal(entries.length, 2)

  t.match((await service.call('GET', '/v1/searches', { as: person })).body.items[1], { id, frequency: 'daily', stoppedAt: String })
  t.match(await service.call('PATCH', `/v1/searches/${id}`, { as: person, body: { frequency: 'at-once' } }), { body: { stoppedAt: null } }, 'and started again')
  await service.call('DELETE', `/v1/searches/${id}`, { as: person })
  t.match(await service.call('POST', path), { status: 200, body: { stopped: true } }, 'of a search that is gone nothing is sent either')
})

eachEngine('an inbox is read in pages, in its reader’s language, and marked as read', async (t, openTestStore) => {
  const store = await openTestStore()
  const service = await startService(t, store)
  const caller = await service.person(null, 'owner', { language: 'ar' })
  const other = await service.person(null)
  const notify = async (as: Caller, count: number) => store.transact(async (repositories) => {
    const person = await repositories.people.find(as.personId)
    if (person === undefined) throw new Error('there is no such person')
    for (let n = 0; n < count; n++) {
      await service.services.post.inbox(repositories, person, { kind: 'alert', objectId: nobody, values: { search: 'Buses', title: `حافلة ${n}`, band: { list: 'band', code: 'good' }, day: { day: new Date() } }, link: `/v1/challenges/${nobody}` })
    }
  })
  await notify(caller, 7)
  await notify(other, 2)
  const inbox = async (query = '', headers = {}) => (await service.call('GET', `/v1/notices${query}`, { as: caller, headers })).body

  const whole = await inbox()
  t.equal(whole.items.length, 7)
  t.match(whole, { next: null, unread: 7, items: [{ kind: 'alert', objectId: nobody, readAt: null, text: /حافلة 6/, link: `/v1/challenges/${nobody}` }] })
  const first = await service.call('GET', '/v1/notices?limit=3', { as: caller })
  t.equal(first.headers['link'], `</v1/notices?limit=3&cursor=${first.body.next}>; rel="next"`)
  const paged = [first.body]
  for (let next = first.body.next; next !== null; next = paged.at(-1)?.next) paged.push(await inbox(`?limit=3&cursor=${next}`))
  t.same(paged.map(({ items }) => items.length), [3, 3, 1])
  t.same(paged.flatMap(({ items }) => items), whole.items)
  for (const cursor of ['x', 'W10', Buffer.from(JSON.stringify(['2026-03-02T08:15:00.000Z', 'x'])).toString('base64url')]) {
    t.match(await service.call('GET', `/v1/notices?cursor=${cursor}`, { as: caller }), { status: 400, body: { code: 'invalid-cursor' } }, cursor)
  }

  const said = (language: string) => subjectOf('alert', { search: 'Buses', title: 'حافلة 6' }, language)
  t.equal(whole.items[0].text, said('ar'), 'their own language')
  t.equal((await inbox('', { 'accept-language': 'th-TH, en;q=0.5' })).items[0].text, said('th'), 'that of the request')
  t.equal((await inbox('?reader=zh', { 'accept-language': 'th' })).items[0].text, said('zh'), 'that asked for')

  const mark = (body: object, as = caller) => service.call('POST', '/v1/notices/read', { as, body })
  const ids = whole.items.map((item: { id: string }) => item.id)
  t.match(await mark({ ids: [ids[0], ids[2]] }), { status: 200, body: { unread: 5 } })
  t.same((await inbox('?unread=true')).items.map((item: { id: string }) => item.id), [ids[1], ids[3], ids[4], ids[5], ids[6]])
  t.match(await mark({ upTo: ids[4] }), { status: 200, body: { unread: 2 } })
  const marked = (await inbox()).items
  t.same(marked.map((item: { readAt: string | null }) => item.readAt !== null), [true, false, true, false, true, true, true])
  t.match(await mark({ ids }, other), { status: 200, body: { unread: 2 } }, 'those of others are passed over')
  t.match(await mark({ upTo: ids[0] }, other), { status: 404 })
  t.same((await inbox()).items, marked)
  t.match(await mark({ ids: [ids[0]] }), { body: { unread: 2 } })
  t.same((await inbox()).items, marked, 'and once read is read')
  t.match(await mark({}), { status: 422 })
  t.match(await mark({ ids, upTo: ids[0] }), { status: 422 })
})

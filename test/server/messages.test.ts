import type { Caller, Service } from '../helper.ts'
import { startService } from '../helper.ts'
import { eachEngine } from '../engines.ts'
import { citySide, introduce, mailsTo, noticesTo, providerSide } from './introduced.ts'

const write = (service: Service, as: Caller, id: string, body: object = { text: 'Good morning' }, headers: Record<string, string> = {}) =>
  service.call('POST', `/v1/introductions/${id}/messages`, { as, body, headers })
const list = (service: Service, as: Caller | undefined, id: string, query = '') => service.call('GET', `/v1/introductions/${id}/messages${query}`, { as })
const change = (service: Service, as: Caller, id: string, messageId: string, body: object) => service.call('PATCH', `/v1/introductions/${id}/messages/${messageId}`, { as, body })
const markRead = (service: Service, as: Caller, id: string, ordinal: number) => service.call('PUT', `/v1/introductions/${id}/read`, { as, body: { ordinal } })

eachEngine('the parties of an agreed introduction write to each other, in order', async (t, openTestStore) => {
  const store = await openTestStore()
  const service = await startService(t, store)
  const [city, vendor] = [await citySide(service, 'Khon Kaen'), await providerSide(service, 'Busline')]
  const viewer = await service.person({ name: 'Busline', kind: 'provider' }, 'viewer')
  const id = await introduce(service, [city, vendor])

  t.match((await list(service, vendor.owner, id)).body, { items: [], next: null, last: 0, unread: 0, readBy: [{ ordinal: 0 }, { ordinal: 0 }] })
  const first = await write(service, vendor.owner, id, { text: '  Which lines?\r\nAll of them? ', links: [{ url: 'https://example.org/a b', title: 'Plan' }, { url: 'HTTPS://Example.org/b' }] })
  t.equal(first.status, 201, first.text)
  t.match(first.body, {
    introductionId: id,
    ordinal: 1,
    organisationId: vendor.owner.organisationId,
    organisation: 'Busline',
    yours: true,
    removed: false,
    editedAt: null,
    text: 'Which lines?\nAll of them?',
    links: [{ url: 'https://example.org/a%20b', title: 'Plan' }, { url: 'https://example.org/b' }]
  })
  t.match(await store.read.introductions.find(id), { status: 'active', version: 3, messageCount: 1 })
  const second = await write(service, city.owner, id, { text: 'Lines 3 and 8' })
  t.match(second, { status: 201, body: { ordinal: 2, links: [] } })
  t.match(await store.read.introductions.find(id), { status: 'active', version: 3, messageCount: 2 })
  t.match((await service.call('GET', String(second.headers['location']), { as: city.owner })).body.items, [{ id: second.body.id }])

  const seen = await list(service, viewer, id)
  t.match(seen.body, { items: [{ ordinal: 1, yours: false }, { ordinal: 2, organisation: 'Khon Kaen' }], next: null, last: 2, unread: 1 })
  t.match((await list(service, city.owner, id, '?limit=1')).body, { items: [{ ordinal: 1, yours: false }], next: 1 })
  t.same((await list(service, city.owner, id, `?after=${Number.MAX_SAFE_INTEGER}`)).body.items, [])
  t.match((await list(service, city.owner, id, '?after=1&limit=1')).body, { items: [{ ordinal: 2, yours: true }], next: null })
  t.equal(seen.text.includes(city.owner.personId) || seen.text.includes(city.owner.email), false, 'people are not named')
  t.match(await write(service, viewer, id), { status: 403, body: { code: 'missing-scope' } })

  const trail = [...await store.read.audit.read({ objectId: id, limit: 10 }), ...await store.read.audit.read({ objectId: first.body.id, limit: 10 })]
  t.match(trail, [
    { action: 'messages:create', personId: vendor.owner.personId, before: { status: 'accepted' }, after: { status: 'active' } },
    { action: 'messages:create', personId: vendor.owner.personId, after: { introductionId: id, ordinal: 1 } }
  ])
  t.notMatch(JSON.stringify(trail), /Which lines/)
})

eachEngine('a repeat with the same Idempotency-Key writes nothing new', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const [city, vendor] = [await citySide(service, 'Khon Kaen'), await providerSide(service, 'Busline')]
  const id = await introduce(service, [city, vendor])
  const headers = { 'idempotency-key': 'once' }
  const answers = await Promise.all(Array.from({ length: 5 }, () => write(service, city.owner, id, { text: 'Once' }, headers)))
  t.same(new Set(answers.map((answer) => answer.text)).size, 1, answers.map((answer) => answer.text).join())
  t.match(answers[0], { status: 201, body: { ordinal: 1 } })
  t.match(await write(service, city.owner, id, { text: 'Twice' }, headers), { status: 422, body: { code: 'idempotency-mismatch' } })
  t.equal((await list(service, city.owner, id)).body.last, 1)
})

eachEngine('of messages written at the same moment none is lost, and their places have no gap', async (t, openTestStore) => {
  const store = await openTestStore()
  const services = [await startService(t, store), await startService(t, await openTestStore())] as const
  const [service] = services
  const [city, vendor] = [await citySide(service, 'Khon Kaen'), await providerSide(service, 'Busline')]
  const id = await introduce(service, [city, vendor])
  const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => {
    const [side, one] = [n % 2 === 0 ? city : vendor, services[n % 4 < 2 ? 0 : 1]]
    return write(one, side.owner, id, { text: `Message ${n}` })
  }))
  t.same(answers.map((answer) => answer.status), Array.from({ length: 20 }, () => 201), answers.map((answer) => answer.text).join('\n'))
  const { items } = (await list(service, city.owner, id)).body
  t.same(items.map((item: { ordinal: number }) => item.ordinal), Array.from({ length: 20 }, (_, n) => n + 1))
  t.same(items.map((item: { text: string }) => item.text).sort(), Array.from({ length: 20 }, (_, n) => `Message ${n}`).sort())
  t.match(await store.read.introductions.find(id), { status: 'active', version: 3, messageCount: 20 })
  t.equal((await store.read.audit.read({ objectId: id, limit: 50 })).length, 1, 'it became active once')
})

eachEngine('who is no party sees nothing, and nobody writes before all agreed or after the end', async (t, openTestStore) => {
  const store = await openTestStore()
  const service = await startService(t, store)
  const [city, vendor, refusing] = [await citySide(service, 'Khon Kaen'), await providerSide(service, 'Busline'), await citySide(service, 'Udon Thani')]
  const outsiders = [await service.person({ name: 'Rival', kind: 'provider' }), await service.person({ name: 'Secretariat', kind: 'secretariat' }), refusing.owner]
  const id = await introduce(service, [city, vendor, refusing], {}, new Map([[refusing, 'declined']]))
  const elsewhere = await introduce(service, [city, vendor])
  const written = (await write(service, city.owner, id)).body

  for (const as of outsiders) {
    for (const answer of [await list(service, as, id), await markRead(service, as, id, 1)]) t.match(answer, { status: 404, body: { code: 'not-found' } })
  }
  for (const as of [outsiders[0], refusing.owner]) {
    if (as === undefined) continue
    for (const answer of [await write(service, as, id), await change(service, as, id, written.id, { text: 'Mine' })]) t.match(answer, { status: 404, body: { code: 'not-found' } })
  }
  t.match(await list(service, undefined, id), { status: 401, body: { code: 'missing-key' } })
  t.match(await list(service, await service.person(null), id), { status: 403, body: { code: 'no-organisation' } })
  t.match(await list(service, city.owner, '0199d2c4-7a10-7c3e-9f00-3b5d8c1e2a44'), { status: 404 })
  t.match(await change(service, city.owner, elsewhere, written.id, { text: 'Moved' }), { status: 404 }, 'a message is found in its own introduction alone')
  t.equal((await mailsTo(service, refusing.owner, 'message')).length, 0, 'who did not agree is told nothing')

  for (const [status, words] of [['requested', /Not all have agreed/], ['declined', /declined/], ['expired', /expired/], ['withdrawn', /withdrawn/]] as const) {
    const other = await introduce(service, [city, vendor], { status })
    for (const answer of [await list(service, city.owner, other), await write(service, city.owner, other), await markRead(service, city.owner, other, 1)]) {
      t.match(answer, { status: 409, body: { code: 'introduction-state', detail: words } }, status)
    }
    t.match(await list(service, outsiders[0], other), { status: 404 }, status)
  }

  await store.transact(({ introductions }) => introductions.update(id, { status: 'closed', endedAt: new Date() }))
  t.match((await list(service, vendor.owner, id)).body.items, [{ text: 'Good morning' }], 'what was written stays')
  t.equal((await markRead(service, vendor.owner, id, 1)).status, 200)
  t.match(await write(service, vendor.owner, id), { status: 409, body: { code: 'introduction-state', detail: /closed/ } })
  t.match(await change(service, city.owner, id, written.id, { text: 'Late' }), { status: 409, body: { code: 'introduction-state' } })

  await store.transact(({ organisations }) => organisations.update(vendor.owner.organisationId ?? '', { suspendedAt: new Date() }))
  t.match(await write(service, vendor.owner, elsewhere), { status: 403, body: { code: 'suspended' } })
  t.equal((await list(service, vendor.owner, elsewhere)).status, 200)
})

eachEngine('what is no message is refused with its field', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const [city, vendor] = [await citySide(service, 'Khon Kaen'), await providerSide(service, 'Busline')]
  const id = await introduce(service, [city, vendor])
  const link = (url: string) => ({ text: 'Look', links: [{ url }] })
  for (const [body, pointer] of [
    [{}, '/text'], [{ text: ' ' }, '/text'], [{ text: 'x'.repeat(5001) }, '/text'], [{ text: 'a\u0000b' }, '/text'], [{ text: 'Hi', file: 'x' }, '/file'],
    [link('http://example.org/'), '/links/0/url'], [link('javascript:alert(1)'), '/links/0/url'], [link('ftp://example.org/'), '/links/0/url'],
    [link('//example.org'), '/links/0/url'], [link('https://bank.example@evil.example/'), '/links/0/url'],
    [{ text: 'Hi', links: Array.from({ length: 11 }, () => ({ url: 'https://example.org/' })) }, '/links'],
    [{ text: 'Hi', links: [{ url: 'https://example.org/', title: 'x'.repeat(201) }] }, '/links/0/title']
  ] as const) {
    const answer = await write(service, city.owner, id, body)
    t.match(answer, { status: 422, body: { code: 'invalid-input' } }, JSON.stringify(body).slice(0, 80))
    t.ok(answer.body.errors.some((error: { pointer: string }) => error.pointer === pointer), `${pointer} in ${answer.text}`)
  }
  t.equal((await list(service, city.owner, id)).body.last, 0)
  const { body: message } = await write(service, city.owner, id)
  for (const body of [{}, link('http://example.org/'), { text: '' }]) t.match(await change(service, city.owner, id, message.id, body), { status: 422 })
  for (const ordinal of [0, 2, 1.5]) t.match(await markRead(service, vendor.owner, id, ordinal), { status: 422, body: { errors: [{ pointer: '/ordinal' }] } }, String(ordinal))
})

eachEngine('a message is changed by its author, for ten minutes', async (t, openTestStore) => {
  const store = await openTestStore()
  const service = await startService(t, store)
  const [city, vendor] = [await citySide(service, 'Khon Kaen'), await providerSide(service, 'Busline')]
  const colleague = await service.person({ name: 'Khon Kaen', kind: 'city' }, 'editor')
  const id = await introduce(service, [city, vendor])
  const { body: message } = await write(service, city.owner, id, { text: 'Tree', links: [{ url: 'https://example.org/' }] })

  t.match(await change(service, city.owner, id, message.id, { text: 'Three' }), { status: 200, body: { text: 'Three', links: [{ url: 'https://example.org/' }], editedAt: String } })
  t.match((await list(service, vendor.owner, id)).body.items, [{ text: 'Three', editedAt: String, ordinal: 1 }])
  for (const as of [colleague, vendor.owner]) t.match(await change(service, as, id, message.id, { text: 'Four' }), { status: 403, body: { code: 'not-yours' } })

  const back = (minutes: number) => store.transact(({ messages }) => messages.update(message.id, { createdAt: new Date(Date.now() - minutes * 60_000) }))
  await back(9)
  t.match(await change(service, city.owner, id, message.id, { links: [] }), { status: 200, body: { text: 'Three', links: [] } })
  await back(11)
  t.match(await change(service, city.owner, id, message.id, { text: 'Five' }), { status: 409, body: { code: 'too-late' } })

  const organisationId = city.owner.organisationId ?? ''
  await store.transact(({ memberships }) => memberships.setRole(city.owner.personId, organisationId, 'viewer'))
  await back(1)
  t.match(await change(service, city.owner, id, message.id, { text: 'Six' }), { status: 403, body: { code: 'missing-scope' } }, 'who may write no more changes nothing')
  await store.transact(({ messages }) => messages.update(message.id, { text: null, authorId: null }))
  t.match((await list(service, vendor.owner, id)).body.items, [{ text: null, removed: true, links: [], ordinal: 1 }], 'what an erased author wrote is shown as removed')
})

eachEngine('a key writes for its organisation, and marks and changes nothing', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const [city, vendor] = [await citySide(service, 'Khon Kaen'), await providerSide(service, 'Busline')]
  const id = await introduce(service, [city, vendor])
  const key = await service.key('Busline', 'introductions')
  const url = `/v1/introductions/${id}`
  const made = await service.call('POST', `${url}/messages`, { key, body: { text: 'From our portal' } })
  t.match(made, { status: 201, body: { ordinal: 1, yours: false, organisation: 'Busline' } })
  t.match((await service.call('GET', `${url}/messages`, { key })).body, { last: 1, unread: null })
  t.match(await service.call('PUT', `${url}/read`, { key, body: { ordinal: 1 } }), { status: 403, body: { code: 'person-needed' } })
  t.match(await service.call('PATCH', `${url}/messages/${made.body.id}`, { key, body: { text: 'Else' } }), { status: 403, body: { code: 'not-yours' } })
  t.match(await service.call('POST', `${url}/messages`, { key: await service.key('Busline', 'read'), body: { text: 'No' } }), { status: 403, body: { code: 'missing-scope' } })
  t.equal((await service.call('GET', `${url}/messages`, { key: await service.key('Elsewhere', 'introductions') })).status, 404)
  t.equal((await list(service, city.owner, id)).body.unread, 1)
})

eachEngine('how far an organisation has read is seen, and one letter comes until a person has read on', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const [city, vendor] = [await citySide(service, 'Khon Kaen'), await providerSide(service, 'Busline')]
  const editor = await service.person({ name: 'Khon Kaen', kind: 'city' }, 'editor')
  const viewer = await service.person({ name: 'Khon Kaen', kind: 'city' }, 'viewer')
  const id = await introduce(service, [vendor, city])
  const say = async (as: Caller) => t.equal((await write(service, as, id)).status, 201)
  const letters = async (...people: Caller[]) => {
    const counts: Array<[mails: number, notices: number]> = []
    for (const person of people) counts.push([(await mailsTo(service, person, 'message')).length, (await noticesTo(service, person, 'message')).length])
    return counts
  }
  const readBy = async (as: Caller) => Object.fromEntries((await list(service, as, id)).body.readBy.map((read: { organisationId: string, ordinal: number }) => [read.organisationId === city.owner.organisationId ? 'city' : 'vendor', read.ordinal]))

  for (let n = 0; n < 3; n++) await say(vendor.owner)
  t.same(await letters(city.owner, editor, viewer, vendor.owner), [[1, 1], [1, 1], [0, 0], [0, 0]], 'three messages, one letter each to those who can answer')
  const [mail] = await mailsTo(service, editor, 'message')
  t.match(mail, { subject: 'Busline wrote to you about Buses are too full at rush hour', text: RegExp(`/introductions/${id}`) })
  t.notMatch(mail?.text, /Good morning/, 'what was written is read here')
  t.same(await readBy(city.owner), { city: 0, vendor: 3 })
  t.equal((await list(service, city.owner, id)).body.unread, 3)
  t.equal((await list(service, vendor.owner, id)).body.unread, 0)

  t.match((await markRead(service, editor, id, 2)).body, { ordinal: 2, unread: 1 })
  t.match((await markRead(service, editor, id, 1)).body, { ordinal: 2, unread: 1 }, 'a mark does not go back')
  t.same(await readBy(vendor.owner), { city: 2, vendor: 3 })
  t.equal((await list(service, city.owner, id)).body.unread, 3, 'each person has their own')
  const seen = await list(service, vendor.owner, id)
  t.notOk(seen.text.includes(editor.personId), 'who has read is not said')
  await say(vendor.owner)
  await say(vendor.owner)
  t.same(await letters(city.owner, editor), [[1, 1], [2, 2]], 'who has read is told once more, who has not is not')

  t.match((await markRead(service, viewer, id, 5)).body, { ordinal: 5, unread: 0 })
  t.same(await readBy(vendor.owner), { city: 5, vendor: 5 })
  await say(editor)
  t.same(await readBy(vendor.owner), { city: 5, vendor: 5 }, 'to write is not to have read')
  t.same(await letters(vendor.owner, city.owner, viewer), [[1, 1], [1, 1], [0, 0]], 'colleagues are not told')
  await Promise.all([6, 3, 4].map((ordinal) => markRead(service, city.owner, id, ordinal)))
  t.match((await markRead(service, city.owner, id, 1)).body, { ordinal: 6, unread: 0 })
})

import { parse } from 'csv-parse/sync'
import type { Caller, Service } from '../helper.ts'
import { startService } from '../helper.ts'
import { eachEngine } from '../engines.ts'
import { citySide, introduce, mailsTo, noticesTo, providerSide, type Side } from './introduced.ts'

const urlOf = (city: Side) => `/v1/challenges/${city.profileId}/questions`
const ask = (service: Service, as: Caller, city: Side, text = 'Must it work without a network?', headers: Record<string, string> = {}) => service.call('POST', urlOf(city), { as, body: { text }, headers })
const list = (service: Service, as: Caller | undefined, city: Side, query = '') => service.call('GET', urlOf(city) + query, { as })
const answer = (service: Service, as: Caller, city: Side, id: string, answer = 'Yes, for 20 minutes.') => service.call('POST', `${urlOf(city)}/${id}/answer`, { as, body: { answer } })
const correct = (service: Service, as: Caller, city: Side, id: string, answer: string, headers: Record<string, string> = {}) => service.call('POST', `${urlOf(city)}/${id}/correction`, { as, body: { answer }, headers })
const exported = (service: Service, as: Caller, city: Side, format: string) => service.call('GET', `${urlOf(city)}/export?format=${format}`, { as })

/** Whether a text says anywhere who this is. */
const names = (text: string, { name, owner, profileId }: Side): boolean =>
  [name, owner.organisationId ?? '', owner.personId, owner.email, profileId].some((word) => text.includes(word))

eachEngine('an answer goes to every introduced provider at the same moment, and none learns who asked', async (t, openTestStore) => {
  const store = await openTestStore()
  const service = await startService(t, store)
  const city = await citySide(service, 'Khon Kaen')
  const partner = await citySide(service, 'Udon Thani')
  const [asker, rival, former, later] = [await providerSide(service, 'Askers Ltd'), await providerSide(service, 'Rival Ltd'), await providerSide(service, 'Former Ltd'), await providerSide(service, 'Later Ltd')]
  const rivalEditor = await service.person({ name: 'Rival Ltd', kind: 'provider' }, 'editor', { language: 'th' })
  await introduce(service, [city, asker])
  await introduce(service, [city, rival], { status: 'active' })
  await introduce(service, [city, former], { status: 'closed' })
  await introduce(service, [city, partner, rival])
  const pending = await introduce(service, [city, later], { status: 'requested' })

  const asked = await ask(service, asker.owner, city)
  t.equal(asked.status, 201, asked.text)
  t.match(asked.body, { number: 1, challengeId: city.profileId, text: 'Must it work without a network?', answer: null, answeredAt: null, correction: false, yours: true })
  t.notOk('askedBy' in asked.body)
  const told = [...await mailsTo(service, city.owner, 'question-asked'), ...await noticesTo(service, city.owner, 'question-asked')]
  t.equal(told.length, 2)
  t.notOk(names(JSON.stringify(told), asker), 'not even the letter to the city says who asks')

  t.match((await list(service, city.owner, city)).body.items, [{ number: 1, askedBy: { organisationId: asker.owner.organisationId, name: 'Askers Ltd' }, yours: false }])
  t.match((await list(service, asker.owner, city)).body.items, [{ number: 1, yours: true }])
  for (const side of [rival, former, partner]) t.same((await list(service, side.owner, city)).body.items, [], `${side.name} does not see what is open`)
  t.match(await list(service, later.owner, city), { status: 404 })

  const answered = await answer(service, city.owner, city, asked.body.id)
  t.match(answered, { status: 200, body: { answer: 'Yes, for 20 minutes.', answeredAt: String, askedBy: { name: 'Askers Ltd' } } }, answered.text)
  t.match(await answer(service, city.owner, city, asked.body.id, 'No'), { status: 409, body: { code: 'already-answered' } })

  const letters = []
  for (const person of [asker.owner, rival.owner, former.owner]) {
    const [mails, notices] = [await mailsTo(service, person, 'question-answered'), await noticesTo(service, person, 'question-answered')]
    t.same([mails.length, notices.length], [1, 1], 'one, however many introductions')
    const [mail, notice] = [mails[0], notices[0]]
    letters.push({ subject: mail?.subject, text: mail?.text, html: mail?.html, objectId: notice?.objectId, data: notice?.data })
    t.ok(Math.abs((mail?.createdAt.getTime() ?? 0) - new Date(answered.body.answeredAt).getTime()) < 5000 && mail?.status === 'queued', 'written with the answer')
  }
  t.same(letters[1], letters[0], 'the same letter')
  t.same(letters[2], letters[0])
  t.match(letters[0]?.text, /Must it work without a network\?[\s\S]*Yes, for 20 minutes\./)
  t.equal((await mailsTo(service, rivalEditor, 'question-answered')).length, 1)
  t.equal((await mailsTo(service, city.owner, 'question-answered')).length, 0)
  t.equal((await mailsTo(service, later.owner, 'question-answered')).length, 0)

  for (const side of [rival, former, partner]) {
    const seen = [await list(service, side.owner, city), await exported(service, side.owner, city, 'json'), await exported(service, side.owner, city, 'csv')]
    const inbox = JSON.stringify([await store.read.mails.listOf(side.owner.personId), await store.read.notices.listOf(side.owner.personId, { limit: 100 })])
    for (const text of [...seen.map((answer) => answer.text), inbox]) t.notOk(names(text, asker), `${side.name} does not learn who asked`)
    t.match(seen[0]?.body.items, [{ number: 1, answer: 'Yes, for 20 minutes.', yours: false }])
  }

  await store.transact(({ introductions }) => introductions.update(pending, { status: 'accepted' }))
  const late = await list(service, later.owner, city)
  t.match(late.body.items, [{ number: 1, text: 'Must it work without a network?', answer: 'Yes, for 20 minutes.' }], 'who is introduced later has the whole log')
  t.notOk(names(late.text, asker))

  const trail = await store.read.audit.read({ objectId: asked.body.id, limit: 10 })
  t.match(trail, [
    { action: 'questions:answer', personId: city.owner.personId, before: { answered: false }, after: { answered: true } },
    { action: 'questions:ask', personId: asker.owner.personId, ownerId: city.owner.organisationId, after: { challengeId: city.profileId } }
  ])
  t.notMatch(JSON.stringify(trail), /network|20 minutes/)
})

eachEngine('a correction goes to all again and leaves the first answer', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const city = await citySide(service, 'Khon Kaen')
  const [asker, rival] = [await providerSide(service, 'Askers Ltd'), await providerSide(service, 'Rival Ltd')]
  for (const side of [asker, rival]) await introduce(service, [city, side])
  const { body: { id } } = await ask(service, asker.owner, city)
  t.match(await correct(service, city.owner, city, id, 'No'), { status: 409, body: { code: 'not-answered' } }, 'what is open is answered first')
  await answer(service, city.owner, city, id)
  const corrections = await Promise.all(Array.from({ length: 3 }, () => correct(service, city.owner, city, id, 'For 30 minutes.', { 'idempotency-key': 'mend' })))
  t.same(corrections.map((made) => made.status), [201, 201, 201], corrections.map((made) => made.text).join())
  t.match(await correct(service, rival.owner, city, id, 'Mine'), { status: 403, body: { code: 'not-yours' } })
  const seen = await list(service, rival.owner, city)
  t.match(seen.body.items, [
    { number: 1, answer: 'Yes, for 20 minutes.', correction: false },
    { number: 2, answer: 'For 30 minutes.', correction: true, text: 'Must it work without a network?', yours: false }
  ])
  t.equal(seen.body.items.length, 2, 'said three times with one key, it is one')
  t.notOk(names(seen.text, asker))
  for (const side of [asker, rival]) t.equal((await mailsTo(service, side.owner, 'question-answered')).length, 2)
})

eachEngine('only introduced providers ask, only the city answers, and others find nothing', async (t, openTestStore) => {
  const store = await openTestStore()
  const service = await startService(t, store)
  const [city, peer, partner] = [await citySide(service, 'Khon Kaen'), await citySide(service, 'Iloilo'), await citySide(service, 'Udon Thani')]
  const [provider, stranger, refused] = [await providerSide(service, 'Busline'), await providerSide(service, 'Stranger'), await providerSide(service, 'Refused')]
  await introduce(service, [city, peer])
  const group = await introduce(service, [city, partner, provider])
  await introduce(service, [city, refused], { status: 'declined' })
  const viewer = await service.person({ name: 'Busline', kind: 'provider' }, 'viewer')
  const clerk = await service.person({ name: 'Khon Kaen', kind: 'city' }, 'viewer')
  const secretariat = await service.person({ name: 'Secretariat', kind: 'secretariat' })

  for (const as of [stranger.owner, refused.owner, peer.owner, secretariat]) {
    t.match(await list(service, as, city), { status: 404, body: { code: 'not-found' } })
    t.match(await exported(service, as, city, 'csv'), { status: 404 })
  }
  for (const as of [stranger.owner, refused.owner, peer.owner]) t.match(await ask(service, as, city), { status: 404 })
  t.match(await list(service, undefined, city), { status: 401 })
  t.match(await list(service, await service.person(null), city), { status: 403, body: { code: 'no-organisation' } })
  for (const as of [city.owner, partner.owner]) t.match(await ask(service, as, city), { status: 403, body: { code: 'not-yours' } }, 'cities do not ask')
  t.match(await ask(service, viewer, city), { status: 403, body: { code: 'missing-scope' } })
  for (const text of ['', ' ', 'x'.repeat(5001)]) t.match(await ask(service, provider.owner, city, text), { status: 422, body: { errors: [{ pointer: '/text' }] } })

  const headers = { 'idempotency-key': 'q1' }
  const [asked, again] = [await ask(service, provider.owner, city, 'Which lines?', headers), await ask(service, provider.owner, city, 'Which lines?', headers)]
  t.match([asked.status, again.body.id, again.headers['idempotency-replayed']], [201, asked.body.id, 'true'])
  t.equal((await ask(service, provider.owner, partner, 'And yours?')).status, 201, 'of a group, about each city’s challenge')
  t.equal((await list(service, partner.owner, city)).status, 200, 'cities of a group see each other’s')
  t.equal((await list(service, clerk, city)).body.items.length, 1)
  t.equal((await list(service, viewer, city)).body.items.length, 1)

  for (const [as, status, code] of [[provider.owner, 403, 'not-yours'], [partner.owner, 403, 'not-yours'], [clerk, 403, 'missing-scope'], [stranger.owner, 404, 'not-found'], [secretariat, 403, 'missing-scope']] as const) {
    t.match(await answer(service, as, city, asked.body.id), { status, body: { code } })
  }
  t.match(await answer(service, partner.owner, partner, asked.body.id), { status: 404 }, 'a question is found at its own challenge alone')
  t.match(await answer(service, city.owner, city, '0199d2c4-7a10-7c3e-9f00-3b5d8c1e2a44'), { status: 404 })
  t.equal((await answer(service, await service.person({ name: 'Khon Kaen', kind: 'city' }, 'editor'), city, asked.body.id)).status, 200)

  await store.transact(({ introductions }) => introductions.update(group, { status: 'closed' }))
  t.match(await ask(service, provider.owner, city), { status: 409, body: { code: 'introduction-state', detail: /closed/ } })
  t.equal((await list(service, provider.owner, city)).body.items.length, 1, 'what was said stays seen')
  await introduce(service, [provider, city])
  t.equal((await ask(service, provider.owner, city, 'From when?')).status, 201)
  await service.call('DELETE', `/v1/challenges/${city.profileId}`, { as: city.owner, headers: { 'if-match': '*' } })
  t.match(await ask(service, provider.owner, city), { status: 409, body: { code: 'profile-closed' } })
  t.equal((await list(service, provider.owner, city)).body.items.length, 2)
})

eachEngine('of answers at the same moment one counts, and numbers stay', async (t, openTestStore) => {
  const store = await openTestStore()
  const services = [await startService(t, store), await startService(t, await openTestStore())] as const
  const [service] = services
  const city = await citySide(service, 'Khon Kaen')
  const [one, two] = [await providerSide(service, 'One'), await providerSide(service, 'Two')]
  for (const side of [one, two]) await introduce(service, [city, side])
  const asked = await Promise.all(Array.from({ length: 8 }, (_, n) => ask(services[n % 2 === 0 ? 0 : 1], (n % 4 < 2 ? one : two).owner, city, `Question ${n}`)))
  t.same(asked.map((made) => made.status), Array.from({ length: 8 }, () => 201), asked.map((made) => made.text).join('\n'))
  t.same(asked.map((made) => made.body.number).sort(), [1, 2, 3, 4, 5, 6, 7, 8])
  const { items } = (await list(service, city.owner, city)).body
  for (const { body } of asked) t.equal(items.find((item: { id: string }) => item.id === body.id).number, body.number)

  const { id } = items[2]
  const answers = await Promise.all(Array.from({ length: 6 }, (_, n) => answer(services[n % 2 === 0 ? 0 : 1], city.owner, city, id, `Answer ${n}`)))
  t.same(answers.map((made) => made.body.code ?? made.status).sort(), [200, ...Array.from({ length: 5 }, () => 'already-answered')])
  const given = answers.find((made) => made.status === 200)?.body.answer
  for (const side of [one, two]) {
    const mails = await mailsTo(service, side.owner, 'question-answered')
    t.equal(mails.length, 1)
    t.ok(mails[0]?.text.includes(given), 'what counts is what was written to all')
    t.equal((await list(service, side.owner, city)).body.items.find((item: { id: string }) => item.id === id).answer, given)
  }
  t.same((await list(service, city.owner, city, '?limit=3')).body.next, 3)
  const page = (await list(service, city.owner, city, '?limit=3&after=6')).body
  t.same([page.items.map((item: { number: number }) => item.number), page.next], [[7, 8], null])
})

eachEngine('the log is a file: for providers without who asked, for the city with it', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const city = await citySide(service, 'Khon Kaen')
  const [asker, rival] = [await providerSide(service, 'Askers Ltd'), await providerSide(service, 'Rival Ltd')]
  for (const side of [asker, rival]) await introduce(service, [city, side])
  const first = await ask(service, asker.owner, city, '=HYPERLINK("https://evil.example")')
  await ask(service, asker.owner, city, 'Still open,\n"really"?')
  await answer(service, city.owner, city, first.body.id, 'No, "never";\nsee 3, 4')

  const csv = await exported(service, rival.owner, city, 'csv')
  t.match(csv.headers, { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="questions.csv"' })
  t.match(parse(csv.text, { columns: true }), [{ number: '1', askedAt: /^20/, question: '\'=HYPERLINK("https://evil.example")', answeredAt: /^20/, answer: 'No, "never";\nsee 3, 4', correction: 'false' }])
  t.same(Object.keys(parse<object>(csv.text, { columns: true })[0] ?? {}), ['number', 'askedAt', 'question', 'answeredAt', 'answer', 'correction'])
  t.notOk(names(csv.text, asker))

  const own = parse<object>((await exported(service, city.owner, city, 'csv')).text, { columns: true })
  t.match(own, [{ number: '1', askedBy: 'Askers Ltd' }, { number: '2', question: 'Still open,\n"really"?', answeredAt: '', answer: '', askedBy: 'Askers Ltd' }])

  const json = await exported(service, rival.owner, city, 'json')
  t.match(json.headers['content-disposition'], 'attachment; filename="questions.json"')
  t.match(json.body, { challengeId: city.profileId, questions: [{ number: 1, text: '=HYPERLINK("https://evil.example")', answer: /never/ }] })
  t.same(Object.keys(json.body.questions[0]).sort(), ['answer', 'answeredAt', 'askedAt', 'correction', 'number', 'text'])
  t.match((await exported(service, city.owner, city, 'json')).body.questions, [{ askedBy: { name: 'Askers Ltd' } }, { answer: null, askedBy: { name: 'Askers Ltd' } }])
  t.match(await exported(service, city.owner, city, 'pdf'), { status: 422 })
})

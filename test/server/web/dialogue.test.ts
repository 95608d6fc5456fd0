import { eachEngine, onEngine } from '../../engines.ts'
import { type Answer, bodies, type Caller, type Service, startService } from '../../helper.ts'
import { citySide, introduce, providerSide } from '../introduced.ts'

const form = (as: Caller, fields: ReadonlyArray<readonly [string, string]>) => ({
  payload: new URLSearchParams([['_csrf', as.csrf], ...fields.map(([name, value]) => [name, value])]).toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', cookie: as.cookie }
})

/** A form as a browser without script sends it: the token is among its fields. */
const submit = async (service: Service, as: Caller, url: string, ...fields: ReadonlyArray<readonly [string, string]>): Promise<Answer> => {
  const { payload, headers } = form(as, fields)
  return service.call('POST', url, { body: payload, headers })
}

const look = (service: Service, as: Caller | undefined, url: string): Promise<Answer> =>
  service.call('GET', url, { ...(as === undefined ? {} : { as }), headers: { accept: 'text/html' } })

const to = ({ headers }: Answer): string => String(headers['location']).split('#')[0] ?? ''

const hazard = '<script>alert(1)</script>'

eachEngine('two sides are introduced, write to each other and part, by forms', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const city = await citySide(service, 'City of Khon Kaen', { title: `Buses are too full ${hazard}`, contact: { name: 'A. Person', email: 'person@example.org' }, budget: { status: 'sought', max: 900000, currency: 'THB' }, visibility: { budget: 'introduced' } })
  const provider = await providerSide(service, 'Busline Planning Ltd', { title: 'Timetables that follow the crowd at rush hour' })
  const outsider = await service.person({ name: 'Elsewhere', kind: 'city' })

  const page = await look(service, city.owner, `/challenges/${city.profileId}`)
  const ask = `/introductions/new?challenge=${city.profileId}&with=solutions:${provider.profileId}`
  t.equal(page.status, 200)
  t.ok(page.text.includes(ask.replaceAll('&', '&amp;')), 'the city is offered to ask')
  t.notMatch(page.text, hazard)
  t.notMatch((await look(service, outsider, `/challenges/${city.profileId}`)).text, '/introductions/new', 'who owns neither is not')
  t.match(to(await look(service, undefined, ask)), /^\/sign-in\?back=/)

  const asking = await look(service, city.owner, ask)
  t.match(asking.text, /21 days/)
  t.match(asking.text, /person@example\.org/, 'what the contact shows is told')
  t.match(asking.text, /900,000|9,000/, 'and the budget')
  t.notMatch(asking.text, hazard)

  const named = [['challenge', city.profileId], ['with', `solutions:${provider.profileId}`]] as const
  const short = await submit(service, city.owner, '/introductions', ...named, ['purpose', 'exchange'], ['message', 'Too few'], ['disclose', 'budget'])
  t.equal(short.status, 422)
  t.match(short.text, /Too few/, 'what was typed stays')
  t.match(short.text, /value="exchange" selected|selected[^>]*value="exchange"/)
  t.match(short.text, /id="f-message-fault"/)
  const sent = await submit(service, city.owner, '/introductions', ...named, ['purpose', 'exchange'], ['message', `May we talk about it? ${hazard}`], ['disclose', 'contact'], ['disclose', 'budget'])
  t.equal(sent.status, 303)
  const path = to(sent).split('?')[0] ?? ''
  t.match(to(sent), /^\/introductions\/[0-9a-f-]{36}\?done=asked$/)
  t.match((await look(service, city.owner, ask)).text, /You cannot ask at present/, 'what is in the way is told before')

  t.match((await look(service, provider.owner, '/inbox')).text, /City of Khon Kaen would like to be introduced/)
  const waiting = await look(service, provider.owner, '/inbox/introductions')
  t.ok(waiting.text.indexOf(path) > 0 && waiting.text.indexOf(path) < waiting.text.indexOf('id="open"'), 'it stands among those that wait for an answer')
  const received = await look(service, provider.owner, path)
  t.match(received.text, /Your answer is awaited/)
  t.match(received.text, /nothing is filled in yet\. <a href="\/providers\/[^"]+\/edit#f-contact\.name"/, 'an empty contact leads to where it is filled in')
  t.match(received.text, /<svg class="timeline/)
  t.notMatch(received.text, /person@example\.org/, 'no contact before both agree')
  t.notMatch(received.text, hazard)
  t.equal((await look(service, outsider, path)).status, 404)

  const wrong = await submit(service, provider.owner, `${path}/accept`, ['disclose', 'nonsense'])
  t.equal(wrong.status, 422)
  t.equal((await submit(service, provider.owner, `${path}/accept`)).status, 303)
  const agreed = await look(service, provider.owner, path)
  t.match(agreed.text, /mailto:person@example\.org/)
  t.match(agreed.text, /Nobody has written yet/)

  const refused = await submit(service, provider.owner, `${path}/messages`, ['text', 'Here is the plan'], ['links.0.url', 'http://example.org/plan.pdf'], ['links.0.title', 'The plan'])
  t.equal(refused.status, 422)
  t.match(refused.text, /Here is the plan/)
  t.match(refused.text, /value="http:\/\/example\.org\/plan\.pdf"/)
  const message = [['text', `Here is the plan ${hazard}`], ['links.0.url', 'https://example.org/plan.pdf'], ['links.0.title', 'The plan'], ['once', 'a-form'], ['last', '0']] as const
  t.equal((await submit(service, provider.owner, `${path}/messages`, ...message)).status, 303)
  t.equal((await submit(service, provider.owner, `${path}/messages`, ...message)).status, 303, 'sent twice')
  const read = await look(service, city.owner, path)
  t.match(read.text, /New to you/)
  t.match(read.text, /href="https:\/\/example\.org\/plan\.pdf"/)
  t.notMatch(read.text, /message-2/, 'it is written once')
  t.notMatch(read.text, hazard)
  t.match((await look(service, city.owner, path)).text, /New to you/, 'looking marks nothing')
  t.equal((await submit(service, city.owner, `${path}/read`, ['ordinal', '1'])).status, 303)
  t.notMatch((await look(service, city.owner, path)).text, /New to you/)
  t.match((await look(service, provider.owner, path)).text, /Read by City of Khon Kaen/)

  const edit = /\?edit=([0-9a-f-]{36})/.exec((await look(service, provider.owner, path)).text)?.[1] ?? ''
  t.match((await look(service, provider.owner, `${path}?edit=${edit}`)).text, /Save the change/)
  t.equal((await submit(service, provider.owner, `${path}/messages/${edit}`, ['text', 'Here is the new plan'])).status, 303)
  t.equal((await submit(service, city.owner, `${path}/messages/${edit}`, ['text', 'Not mine'])).status, 403)
  t.match((await look(service, city.owner, path)).text, /Here is the new plan/)

  const log = `/challenges/${city.profileId}/questions`
  t.equal((await look(service, outsider, log)).status, 404)
  t.equal((await submit(service, provider.owner, log, ['text', ' '])).status, 422)
  t.equal((await submit(service, provider.owner, log, ['text', 'Are passengers counted today?'])).status, 303)
  const question = /\?answer=([0-9a-f-]{36})/.exec((await look(service, city.owner, log)).text)?.[1] ?? ''
  t.match((await look(service, city.owner, `${log}?answer=${question}`)).text, /Send to all/)
  t.equal((await submit(service, city.owner, `${log}/${question}/answer`, ['answer', 'By hand.'])).status, 303)
  t.equal((await submit(service, city.owner, `${log}/${question}/correct`, ['answer', 'By machine, since May.'])).status, 303)
  const answered = await look(service, provider.owner, log)
  t.match(answered.text, /By hand\.[^]*Correction[^]*By machine, since May\./)

  t.equal((await submit(service, city.owner, `${path}/close`, ['outcome', ''])).status, 422)
  t.equal((await submit(service, city.owner, `${path}/close`, ['outcome', 'pilot'], ['words', 'A pilot in May.'])).status, 303)
  const closed = await look(service, provider.owner, path)
  t.match(closed.text, /A pilot in May\./)
  t.notMatch(closed.text, /<textarea[^>]*name="text"/, 'nothing is added')
  const late = await submit(service, provider.owner, `${path}/messages`, ['text', 'One more thing'])
  t.equal(late.status, 409)
})

onEngine('sqlite', 'a no has a reason, a request is withdrawn', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const city = await citySide(service, 'City')
  const provider = await providerSide(service, 'Provider')
  const path = `/introductions/${await introduce(service, [city, provider], { status: 'requested', acceptedAt: null }, new Map([[provider, 'pending']]))}`
  t.match((await look(service, provider.owner, `${path}/decline`)).text, /90 days/)
  const bare = await submit(service, provider.owner, `${path}/decline`, ['reason', 'not-now'], ['words', 'No'])
  t.equal(bare.status, 422)
  t.match(bare.text, />No<\/textarea>/)
  t.equal((await submit(service, city.owner, `${path}/decline`, ['reason', 'not-now'], ['words', 'It is not for us to decline'])).status, 403)
  t.equal((await submit(service, provider.owner, `${path}/decline`, ['reason', 'not-now'], ['words', 'Ask us again in autumn.'])).status, 303)
  t.match((await look(service, city.owner, path)).text, /Not now[^]*Ask us again in autumn\./)
  t.equal((await submit(service, provider.owner, `${path}/accept`)).status, 409)
  const another = `/introductions/${await introduce(service, [city, provider], { status: 'requested', acceptedAt: null }, new Map([[provider, 'pending']]))}`
  t.equal((await submit(service, city.owner, `${another}/withdraw`, ['words', ''])).status, 303)
  t.match((await look(service, city.owner, another)).text, /Withdrawn/)
  const viewer = await service.person({ name: 'City', kind: 'city' }, 'viewer')
  t.notMatch((await look(service, viewer, path)).text, /\/withdraw"/)
})

eachEngine('notices, searches and judgements', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const city = await citySide(service, 'City', { title: `Full buses ${hazard}` })
  const provider = await providerSide(service, 'Provider')
  t.match(to(await look(service, undefined, '/inbox')), /^\/sign-in\?back=/)
  t.match(to(await look(service, undefined, '/searches')), /^\/sign-in\?back=/)
  const watch = `challenges:${city.profileId}`
  const fresh = await look(service, city.owner, `/searches/new?watch=${watch}`)
  t.equal(fresh.status, 200)
  t.notMatch(fresh.text, hazard)
  const nameless = await submit(service, city.owner, '/searches', ['watch', watch], ['name', ''], ['target', 'solutions'], ['band', 'possible'], ['frequency', 'weekly'])
  t.equal(nameless.status, 422)
  t.match(nameless.text, /value="weekly" selected|selected[^>]*value="weekly"/, 'what was chosen stays')
  const saved = await submit(service, city.owner, '/searches', ['watch', watch], ['name', 'My buses'], ['target', 'solutions'], ['band', 'possible'], ['frequency', 'weekly'], ['filters.area', 'transport'], ['filters.country', 'Bangladesh, ไทย'])
  t.equal(saved.status, 303)
  const path = to(saved).split('?')[0] ?? ''
  t.match((await look(service, city.owner, path)).text, /My buses[^]*Transport/)
  const narrowed = await look(service, city.owner, path)
  t.match(narrowed.text, /name="filters.country" type="text" value="Bangladesh, Thailand"/, 'what narrows it is on its form')
  const wrong = await submit(service, city.owner, path, ['name', 'My buses'], ['band', 'possible'], ['frequency', 'weekly'], ['filters.country', 'Nowhere'], ['filters.populationMin', 'many'])
  t.equal(wrong.status, 422)
  t.match(wrong.text, /<a href="#f-filters.country">Country<\/a> One of these is not a country/)
  t.match(wrong.text, /<a href="#f-filters.populationMin">/)
  t.match(wrong.text, /value="Nowhere"/)
  t.equal((await submit(service, city.owner, path, ['name', 'My buses'], ['band', 'possible'], ['frequency', 'weekly'], ['filters.region', '035'], ['filters.language', 'Thai'], ['filters.populationMin', '100,000'])).status, 303)
  const id = path.split('/')[2] ?? ''
  t.same((await service.call('GET', `/v1/searches/${id}`, { as: city.owner })).body.filters, { region: ['035'], language: ['th'], populationMin: 100000 })
  t.equal((await submit(service, city.owner, path, ['name', 'My buses'], ['band', 'possible'], ['frequency', 'weekly'], ['filters.area', 'transport'])).status, 303)
  t.match((await look(service, city.owner, '/searches/new?target=solutions&text=buses&area=transport&country=TH')).text, /value="Thailand"/, 'a list brings along what narrowed it')
  t.equal((await look(service, provider.owner, path)).status, 404, "others' searches are not there")
  t.match((await look(service, city.owner, `/challenges/${city.profileId}`)).text, /You watch this/)

  await service.call('POST', '/v1/solutions', { as: provider.owner, body: bodies.solution((await service.call('GET', '/v1/providers?owner=me', { as: provider.owner })).body.items[0].id, { title: 'More buses at rush hour when stops are crowded' }) })
  await service.run('alerts')
  const inbox = await look(service, city.owner, '/inbox')
  t.match(inbox.text, /New for “My buses”/)
  t.match(inbox.text, /href="\/solutions\//, 'it leads to the page')
  t.match(inbox.text, /not read/)
  const upTo = /name="upTo" value="([^"]+)"/.exec(inbox.text)?.[1] ?? ''
  t.equal((await submit(service, city.owner, '/inbox/read', ['upTo', upTo])).status, 303)
  t.notMatch((await look(service, city.owner, '/inbox')).text, /not read/)

  t.equal((await submit(service, city.owner, path, ['name', 'Our buses'], ['band', 'strong'], ['frequency', 'daily'])).status, 303)
  t.match((await look(service, city.owner, '/searches')).text, /Our buses[^]*Strong matches only[^]*Once a day/)
  t.equal((await submit(service, city.owner, path, ['frequency', 'never'])).status, 303)
  t.equal((await submit(service, city.owner, `${path}/remove`)).status, 303)
  t.notMatch((await look(service, city.owner, '/searches')).text, /Our buses/)

  const judged = `/challenges/${city.profileId}/matches/${provider.profileId}/judgement`
  const back = `/challenges/${city.profileId}`
  t.equal((await submit(service, city.owner, judged, ['useful', 'yes'], ['back', '//elsewhere.example'])).headers['location'], '/')
  t.match((await look(service, city.owner, back)).text, /aria-pressed="true"[^>]*>Useful/)
  t.equal((await submit(service, city.owner, judged, ['useful', 'nothing'], ['back', back])).status, 303)
  t.notMatch((await look(service, city.owner, back)).text, /aria-pressed="true"/)
  t.equal((await submit(service, provider.owner, judged, ['useful', 'no'])).status, 403)
  t.equal((await service.call('POST', judged, { as: city.owner, body: 'useful=yes', headers: { 'content-type': 'application/x-www-form-urlencoded' } })).status, 403, 'a form without its token')
})

onEngine('sqlite', 'solutions are compared, on a page and in a file', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const city = await citySide(service, 'City')
  const one = await providerSide(service, 'One', { title: `=cmd ${hazard}`, readiness: 8 })
  const two = await providerSide(service, 'Two', { deliveryMonths: { min: 3, max: 6 } })
  const query = `challenge=${city.profileId}&solution=${one.profileId}&solution=${two.profileId}`
  const page = await look(service, undefined, `/compare?${query}`)
  t.equal(page.status, 200)
  t.match(page.text, /One[^]*3 – 6 months/)
  t.notMatch(page.text, hazard)
  t.notMatch(page.text, '/introductions/new')
  t.match((await look(service, city.owner, `/compare?${query}`)).text, '/introductions/new')
  const file = await service.call('GET', `/compare.csv?${query}`)
  t.match(file.headers, { 'content-type': /text\/csv/, 'content-disposition': /attachment/ })
  t.ok(file.text.includes(`'=cmd ${hazard}`), 'nothing that a spreadsheet would run')
  t.match((await look(service, undefined, `/compare?challenge=${city.profileId}`)).text, /Choose at least one/)
  t.match((await look(service, undefined, `/compare?challenge=${city.profileId}&solution=${city.profileId}`)).text, /not to be seen here any more: 1/)
})

import t, { type Test } from 'tap'
import { descriptions } from '../../../server/web/editing/forms/index.ts'
import { wordsOf } from '../../../server/web/editing/words.ts'
import { bodyOf } from '../../../server/web/editing/body.ts'
import { codesNamed } from '../../../server/web/editing/names.ts'
import { decimalOf, minorUnitsOf, wholeOf } from '../../../server/web/editing/numbers.ts'
import { typedFrom, typedOf } from '../../../server/web/editing/typed.ts'
import { readerIn } from '../../../server/web/reader.ts'
import { hideable } from '../../../server/schemas/visibility.ts'
import { resources } from '../../../db/vocabulary.ts'
import { eachEngine, onEngine } from '../../engines.ts'
import { type Answer, bodies, type Caller, type Service, startService } from '../../helper.ts'

type Fields = Record<string, string | readonly string[]>

const page = { accept: 'text/html' }

const urlencoded = (fields: Fields): string => {
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) for (const one of typeof value === 'string' ? [value] : value) form.append(name, one)
  return form.toString()
}

const post = (service: Service, as: Caller | undefined, url: string, fields: Fields, headers: Record<string, string> = page): Promise<Answer> =>
  service.call('POST', url, { ...(as === undefined ? {} : { as }), body: urlencoded(as === undefined || '_csrf' in fields ? fields : { _csrf: as.csrf, ...fields }), headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', ...headers } })

const get = (service: Service, as: Caller | undefined, url: string) => service.call('GET', url, { ...(as === undefined ? {} : { as }), headers: page })

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' }
const plain = (text: string): string => text.replace(/&(lt|gt|quot|amp);/g, (entity) => entities[entity] ?? entity)

/** What a browser would send of a page's form, without pressing any of its buttons. */
const fieldsIn = (html: string): Fields => {
  const fields: Record<string, string[]> = {}
  const form = /<form[^>]*id="profile"[\s\S]*?<\/form>/.exec(html)?.[0] ?? ''
  const add = (name: string | undefined, value: string) => { if (name !== undefined) (fields[name] ??= []).push(plain(value)) }
  const attribute = (tag: string, name: string): string | undefined => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) if (attribute(tag, 'type') !== 'checkbox' || / checked/.test(tag)) add(attribute(tag, 'name'), attribute(tag, 'value') ?? '')
  for (const [, tag = '', text = ''] of form.matchAll(/<textarea([^>]*)>([\s\S]*?)<\/textarea>/g)) add(attribute(tag, 'name'), text)
  for (const [, tag = '', options = ''] of form.matchAll(/<select([^>]*)>([\s\S]*?)<\/select>/g)) {
    const chosen = /<option[^>]*selected[^>]*>/.exec(options)?.[0] ?? /<option[^>]*>/.exec(options)?.[0] ?? ''
    add(attribute(tag, 'name'), attribute(chosen, 'value') ?? '')
  }
  return Object.fromEntries(Object.entries(fields).map(([name, values]) => [name, values.length === 1 ? values[0] ?? '' : values]))
}

const read = async (service: Service, as: Caller, path: string) => (await service.call('GET', `/v1${path}`, { as })).body

const idIn = (answer: Answer): string => /\/([0-9a-f-]{36})/.exec(String(answer.headers['location']))?.[1] ?? ''

const isPage = (t: Test, answer: Answer, status: number, name: string) => {
  t.equal(answer.status, status, name)
  t.match(answer.text, /^<!doctype html>/, name)
}

eachEngine('a city that is not verified writes a draft from nothing: its city first, then the challenge', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const city = await service.person({ name: 'City', kind: 'city', verified: false })

  t.match(await get(service, undefined, '/challenges/new'), { status: 303, headers: { location: '/sign-in?back=%2Fchallenges%2Fnew' } })
  t.match(await get(service, city, '/challenges/new'), { status: 303, headers: { location: '/cities/new?then=challenges' } })
  const cityForm = await get(service, city, '/cities/new?then=challenges')
  isPage(t, cityForm, 200, 'a short form for the city')
  t.match(cityForm.text, /First your city/)
  t.match(cityForm.text, /href="\/organisation"/, 'says why it cannot be published, and where to go')
  t.notMatch(cityForm.text, /value="published"/, 'and offers no button that would be refused')

  const refused = await post(service, city, '/cities/new', { ...fieldsIn(cityForm.text), status: 'published', name: 'Testville', country: 'TH' })
  isPage(t, refused, 403, 'nor is it taken from who makes one')
  t.match(refused.text, /not verified yet/)
  t.match(refused.text, /value="Testville"/, 'with what was typed')

  const made = await post(service, city, '/cities/new', { ...fieldsIn(cityForm.text), status: 'draft', name: 'เทศบาลนคร', country: 'TH', population: '๑๕๐,๐๐๐', languages: 'ไทย, English' })
  t.equal(made.status, 303, made.text)
  t.equal(made.headers['location'], `/challenges/new?city=${idIn({ ...made, headers: { location: String(made.headers['location']).replace('?city=', '/') } })}&saved=yes`)
  const form = await get(service, city, String(made.headers['location']))
  const fields = fieldsIn(form.text)
  const stored = await read(service, city, `/cities/${String(fields['cityId'])}`)
  t.match(stored, { status: 'draft', country: 'TH', population: 150000, languages: ['th', 'en'] })

  const started = { ...fields, status: 'draft', title: 'ผู้สูงอายุไปโรงพยาบาลไม่ได้', problem: 'ผู้สูงอายุที่อยู่คนเดียวเดินทางไปโรงพยาบาลไม่ได้ เพราะไม่มีรถเมล์จอดใกล้บ้าน', areas: 'elderly-care' }
  const draft = await post(service, city, '/challenges/new', started)
  t.equal(draft.status, 303, draft.text)
  const id = idIn(draft)
  t.equal(draft.headers['location'], `/challenges/${id}/edit?saved=yes`)
  const twice = await post(service, city, '/challenges/new', started)
  t.equal(idIn(twice), id, 'a second click makes no second one')
  t.not(idIn(await post(service, city, '/challenges/new', { ...started, title: 'อีกเรื่องหนึ่ง' })), id, 'another text does')
  const challenge = await read(service, city, `/challenges/${id}`)
  t.match(challenge, { status: 'draft', areas: ['elderly-care'], title: { text: 'ผู้สูงอายุไปโรงพยาบาลไม่ได้', language: 'th', origin: 'person' }, problem: { language: 'th' } })
  t.match((await get(service, city, `/challenges/${id}/edit?saved=yes`)).text, /Saved as a draft/)
  t.equal((await get(service, undefined, `/challenges/${id}`)).status, 404, 'nobody else sees it')
})

eachEngine('a challenge is changed: what is wrong is said beside its field, what the form does not show stays', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const as = await service.person({ name: 'City', kind: 'city' })
  const city = (await service.call('POST', '/v1/cities', { as, body: bodies.city() })).body
  const rich = bodies.challenge(city.id, {
    externalId: 'ours-1',
    title: { text: 'Buses are too full', language: 'en', translations: [{ text: 'รถเมล์แน่นเกินไป', language: 'th', origin: 'machine' }] },
    constraints: [{ text: { text: 'No new vehicles', language: 'en', translations: [{ text: 'ไม่ซื้อรถใหม่', language: 'th', origin: 'person' }] }, hard: true }],
    indicators: [{ name: 'Crowded trips', unit: '%', baseline: 40.5, target: 15, by: '2028-12-31' }],
    budget: { min: 100000000, max: 250000050, currency: 'THB', status: 'sought' },
    visibility: { budget: 'introduced' },
    contact: { name: 'A. Person', email: 'person@example.org' }
  })
  const { id } = (await service.call('POST', '/v1/challenges', { as, body: rich })).body
  const before = await read(service, as, `/challenges/${id}`)
  const form = await get(service, as, `/challenges/${id}/edit`)
  isPage(t, form, 200, 'the form')
  t.match(form.text, `href="/challenges/${id}#matches">Cities with a similar problem</a>`, 'and leads to what it is for')
  t.match((await get(service, as, `/challenges/${id}`)).text, 'id="matches"')
  const fields = fieldsIn(form.text)
  t.match(fields, { 'budget.min': '1000000', 'budget.max': '2500000.50', 'constraints.0.text': 'No new vehicles', 'indicators.0.baseline': '40.5', 'contact.email': 'person@example.org', 'visibility.budget': 'introduced', version: '1' })
  t.match(form.text, /Translations: <bdi>Thai/)

  t.match(await post(service, as, `/challenges/${id}/edit`, { ...fields, status: 'published' }), { status: 303 })
  const same = await read(service, as, `/challenges/${id}`)
  t.same(same, before, 'a form that is sent as it came changes nothing, not even the version')

  const wrong = { ...fields, status: 'published', title: '', 'budget.max': 'twelve', sdgTargets: '11.2, 99.9', dataResidency: 'Tailand', affected: '<script>alert(1)</script>', 'timeline.neededBy': '2027-13-01' }
  const refused = await post(service, as, `/challenges/${id}/edit`, wrong)
  isPage(t, refused, 422, 'what is wrong')
  for (const said of ['This is needed', 'Please write an amount', 'not a target of the goals', 'not a country that we know', 'Please write a day']) t.match(refused.text, said, said)
  t.match(refused.text, /href="#f-budget.max">Budget to</, 'summed up, with links to the fields')
  t.match(refused.text, /id="f-budget.max"[^>]*value="twelve"/, 'what was typed stays')
  t.match(refused.text, /aria-invalid="true"/)
  t.match(refused.text, /&lt;script>alert\(1\)&lt;\/script>/, 'as text')
  t.notMatch(refused.text, /<script>alert/)
  t.equal((await read(service, as, `/challenges/${id}`)).version, 1)

  const changed = await post(service, as, `/challenges/${id}/edit`, {
    ...fields,
    status: 'published',
    title: 'Buses are much too full',
    'budget.max': '3,000,000',
    'constraints.1.text': 'Open data',
    'constraints.1.hard': 'false',
    'indicators.0.name': '',
    'indicators.0.unit': '',
    'indicators.0.baseline': '',
    'indicators.0.target': '',
    'indicators.0.by': '',
    'indicators.1.name': 'Waiting',
    'indicators.1.baseline': '12,5',
    dataResidency: 'Thailand; sg',
    seeking: ['peers', 'solutions']
  })
  t.equal(changed.status, 303, changed.text)
  const after = await read(service, as, `/challenges/${id}`)
  t.match(after, {
    version: 2,
    externalId: 'ours-1',
    title: { text: 'Buses are much too full', language: 'en', translations: before.title.translations },
    budget: { min: 100000000, max: 300000000, currency: 'THB' },
    dataResidency: ['TH', 'SG'],
    seeking: ['peers', 'solutions'],
    visibility: { budget: 'introduced' },
    contact: before.contact
  })
  t.same(after.problem, before.problem)
  t.same(after.constraints[0], before.constraints[0], 'a row keeps its translations')
  t.match(after.constraints[1], { text: { text: 'Open data' }, hard: false })
  t.same(after.indicators, [{ name: 'Waiting', baseline: 12.5 }], 'an emptied row goes, and what is wrong is told at the row that is left')

  const conflict = await post(service, as, `/challenges/${id}/edit`, { ...fields, status: 'published', title: 'Mine' })
  isPage(t, conflict, 412, 'somebody else was quicker')
  t.match(conflict.text, /Somebody else has changed this/)
  t.match(conflict.text, /Buses are much too full[\s\S]*Mine/, 'both are shown')
  const again = fieldsIn(conflict.text)
  t.match(again, { version: '2', title: 'Mine' })
  t.equal((await post(service, as, `/challenges/${id}/edit`, { ...again, status: 'published' })).status, 303)
  t.equal((await read(service, as, `/challenges/${id}`)).title.text, 'Mine')
})

onEngine('sqlite', 'translations are read, changed, added and removed on the form, and stay with who wrote them', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const as = await service.person({ name: 'City', kind: 'city' })
  const city = (await service.call('POST', '/v1/cities', { as, body: bodies.city() })).body
  const title = { text: 'Buses are too full', language: 'en', translations: [{ text: 'รถเมล์แน่น', language: 'th', origin: 'machine' }, { text: 'Masyadong puno ang mga bus', language: 'fil', origin: 'machine' }, { text: 'Bus terlalu penuh', language: 'id', origin: 'person' }] }
  const { id } = (await service.call('POST', '/v1/challenges', { as, body: bodies.challenge(city.id, { title, constraints: [{ text: { text: 'No new vehicles', language: 'en', translations: [{ text: 'ไม่ซื้อรถใหม่', language: 'th', origin: 'machine' }] }, hard: true }] }) })).body
  const form = await get(service, as, `/challenges/${id}/edit`)
  t.match(form.text, /รถเมล์แน่น[\s\S]*?translated by a machine/)
  t.match(form.text, /Bus terlalu penuh[\s\S]*?written by the owner/)
  const fields = { ...fieldsIn(form.text), status: 'published' }
  t.match(fields, { 'title.translations.0.language': 'Thai', 'title.translations.1.language': 'Filipino', 'title.translations.3.text': '', 'constraints.0.text.translations.0.text': 'ไม่ซื้อรถใหม่' })

  const wrong = await post(service, as, `/challenges/${id}/edit`, { ...fields, 'title.translations.3.text': 'বাস খুব ভিড়', 'title.translations.3.language': '', 'problem.translations.0.text': 'ปัญหา', 'problem.translations.0.language': 'no language at all' })
  t.equal(wrong.status, 422)
  t.match(wrong.text, /<a href="#f-title.translations.3.language">[^<]*Language of translation 4<\/a> This is needed/, 'what is wrong leads to its field')
  t.match(wrong.text, /<a href="#f-problem.translations.0.language">/)
  t.match(wrong.text, /<details class="translations" open>/, 'which is open')
  t.match(fieldsIn(wrong.text), { 'title.translations.3.text': 'বাস খুব ভিড়', 'problem.translations.0.language': 'no language at all' })
  t.notMatch(wrong.text, /aria-invalid="true" id="f-title"/, 'the text itself is right')

  const changed = await post(service, as, `/challenges/${id}/edit`, { ...fieldsIn(wrong.text), status: 'published', 'title.translations.0.text': 'รถเมล์แน่นมาก', 'title.translations.2.text': '', 'title.translations.3.language': 'বাংলা', 'problem.translations.0.text': '', 'constraints.0.text': 'No new buses' })
  t.equal(changed.status, 303, changed.text)
  const after = await read(service, as, `/challenges/${id}`)
  t.same(after.title.translations, [
    { text: 'รถเมล์แน่นมาก', language: 'th', origin: 'person' },
    { text: 'Masyadong puno ang mga bus', language: 'fil', origin: 'machine' },
    { text: 'বাস খুব ভিড়', language: 'bn', origin: 'person' }
  ], 'changed, kept, removed, added')
  t.match(after.constraints, [{ text: { text: 'No new buses', translations: [{ language: 'th', origin: 'machine' }] } }])

  const bare = { ...fieldsIn((await get(service, as, `/challenges/${id}/edit`)).text), status: 'published', affected: '', 'affected.translations.0.text': 'ทุกคน', 'affected.translations.0.language': 'Thai' }
  const refused = await post(service, as, `/challenges/${id}/edit`, bare)
  t.match(refused, { status: 422, text: /href="#f-affected"/ }, 'a translation of nothing is not lost in silence')
})

eachEngine('a session that ends, a script that posts drafts by itself, and others who try', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const as = await service.person({ name: 'City', kind: 'city' })
  const other = await service.person({ name: 'Other', kind: 'city' })
  const vendor = await service.person({ name: 'Vendor', kind: 'provider' })
  const viewer = await service.person({ name: 'City', kind: 'city' }, 'viewer')
  const city = (await service.call('POST', '/v1/cities', { as, body: bodies.city() })).body
  const fields: Fields = { ...fieldsIn((await get(service, as, '/challenges/new')).text), title: 'Dark streets', problem: 'The lamps of the old town fail each winter and nobody knows which.', areas: ['energy', 'infrastructure'] }
  t.equal(fields['cityId'], city.id, 'the only city is chosen')

  const { _csrf, ...rest } = fields
  const out = await post(service, undefined, '/challenges/new', rest)
  isPage(t, out, 401, 'signed out')
  t.match(out.text, /Nothing is lost[\s\S]*Dark streets/)
  const stale = await post(service, as, '/challenges/new', { ...fields, _csrf: 'of another session', status: 'draft' })
  isPage(t, stale, 403, 'signed in anew')
  t.match(stale.text, /Nothing has been sent yet[\s\S]*Dark streets/)
  const quiet = { accept: 'application/json' }
  const saved = await post(service, as, '/challenges/new', { ...fields, status: 'draft' }, quiet)
  t.equal(saved.status, 200, saved.text)
  t.match(saved.body, { version: 1, path: /^\/challenges\/.*\/edit$/ })
  const id = /challenges\/(.*)\/edit/.exec(saved.body.path)?.[1] ?? ''
  t.equal((await post(service, as, saved.body.path, { ...rest, version: '1', status: 'draft', affected: 'Everybody' }, quiet)).body.version, 2)
  t.equal((await post(service, as, saved.body.path, { ...rest, version: '1', status: 'draft', affected: 'Nobody' }, quiet)).status, 412)
  t.equal((await post(service, undefined, saved.body.path, { ...rest, version: '2', status: 'draft' }, quiet)).status, 401)
  t.equal((await post(service, as, saved.body.path, { ...rest, _csrf: 'x', version: '2', status: 'draft' }, quiet)).status, 403)
  t.equal((await post(service, as, saved.body.path, { ...rest, version: '2', status: 'draft', title: '' }, quiet)).status, 422)

  for (const [name, who, status] of [['another city', other, 404], ['a vendor', vendor, 403], ['a viewer', viewer, 403]] as const) {
    t.equal((await get(service, who, `/challenges/${id}/edit`)).status, status, name)
    t.not((await post(service, who, `/challenges/${id}/edit`, { ...rest, version: '2', status: 'draft', title: 'Theirs' })).status, 303, name)
    t.not((await post(service, who, `/challenges/${id}/close`, { version: '2' })).status, 303, name)
  }
  t.match(await read(service, as, `/challenges/${id}`), { version: 2, title: { text: 'Dark streets' }, affected: { text: 'Everybody' } })
  t.equal((await post(service, other, `/cities/${city.id}/edit`, { version: '1', name: 'Theirs', country: 'TH', status: 'published' })).status, 403, 'nor what is published')

  t.equal((await post(service, as, `/challenges/${id}/edit`, { ...rest, version: '2', status: 'published' })).status, 303)
  t.equal((await read(service, as, `/challenges/${id}`)).status, 'published')
  const closing = await get(service, as, `/challenges/${id}/close`)
  t.match(closing.text, /Dark streets/)
  t.equal((await post(service, as, `/challenges/${id}/close`, { version: '1' })).status, 412, 'what was not looked at is not closed')
  const blocked = await post(service, as, `/cities/${city.id}/close`, { version: '1' })
  isPage(t, blocked, 409, 'a city with a challenge')
  t.match(blocked.text, /still hangs on this/)
  t.match(await post(service, as, `/challenges/${id}/close`, { version: '3' }), { status: 303, headers: { location: '/mine?done=closed' } })
  t.equal((await get(service, as, `/challenges/${id}/edit`)).status, 410)
  t.match((await get(service, as, '/mine?done=closed')).text, /It is out of all lists[\s\S]*Dark streets/)
})

eachEngine('a vendor describes itself, a solution and where it was used; the city confirms', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const vendor = await service.person({ name: 'Vendor', kind: 'provider' })
  const officer = await service.person({ name: 'City', kind: 'city' })
  const city = (await service.call('POST', '/v1/cities', { as: officer, body: bodies.city() })).body
  await service.call('POST', '/v1/challenges', { as: officer, body: bodies.challenge(city.id, { budget: { max: 100000000, currency: 'THB', status: 'sought' } }) })

  t.match(await get(service, vendor, '/solutions/new'), { status: 303, headers: { location: '/providers/new?then=solutions' } })
  const made = await post(service, vendor, '/providers/new', { ...fieldsIn((await get(service, vendor, '/providers/new?then=solutions')).text), status: 'published', legalName: 'Busline <b>Ltd</b>', countries: 'Thailand, ลาว, kh', website: 'https://example.org', 'identifiers.0.scheme': 'LEI', 'identifiers.0.value': '123' })
  t.equal(made.status, 303, made.text)
  const form = await get(service, vendor, String(made.headers['location']))
  t.match(form.text, /Busline &lt;b>Ltd/)
  const solution = await post(service, vendor, '/solutions/new', {
    ...fieldsIn(form.text),
    status: 'published',
    title: 'Timetables that follow the crowd',
    summary: 'Counts passengers in crowded buses at every stop and moves vehicles to the lines where commuters are left standing at rush hour.',
    areas: 'transport',
    kind: 'service',
    readiness: '8',
    prerequisites: 'Counters in buses\r\nA control room'
  })
  t.equal(solution.status, 303, solution.text)
  const solutionId = idIn(solution)
  t.match(await read(service, vendor, `/solutions/${solutionId}`), { readiness: 8, prerequisites: [{ text: 'Counters in buses' }, { text: 'A control room' }] })
  const edit = await get(service, vendor, String(solution.headers['location']))
  t.match(edit.text, /href="#f-price.max">Add the price range: 1 challenge depends on it</, 'what would make its matches surer')

  const evidence = await get(service, vendor, `/deployments/new?solution=${solutionId}&city=${city.id}`)
  t.match(fieldsIn(evidence.text), { solutionId, cityId: city.id })
  const told = await post(service, vendor, '/deployments/new', { ...fieldsIn(evidence.text), status: 'published', stage: 'operational', 'cost.amount': '1.200.000', 'cost.currency': 'THB', 'indicators.1.name': 'Crowded trips', 'indicators.1.before': '40', 'indicators.1.after': '15', links: 'https://example.org/a\r\nhttps://example.org/b' })
  t.equal(told.status, 303, told.text)
  const id = idIn(told)
  t.match(await read(service, vendor, `/deployments/${id}`), { cost: { amount: 120000000, currency: 'THB' }, indicators: [{ name: 'Crowded trips', before: 40, after: 15 }], links: ['https://example.org/a', 'https://example.org/b'] })

  t.match((await get(service, officer, '/mine')).text, new RegExp(`For you to confirm[\\s\\S]*/deployments/${id}/confirm`))
  t.match((await get(service, officer, `/deployments/${id}/confirm`)).text, /Crowded trips[\s\S]*Yes, confirm it/)
  t.not((await post(service, vendor, `/deployments/${id}/confirm`, { version: '1' })).status, 303, 'its teller does not confirm it')
  t.match(await post(service, officer, `/deployments/${id}/confirm`, { version: '1' }), { status: 303, headers: { location: '/mine?done=confirmed' } })
  t.equal((await read(service, vendor, `/deployments/${id}`)).confirmed, true)
  t.notMatch((await get(service, officer, '/mine')).text, /For you to confirm/)
  const keeping = await get(service, vendor, `/deployments/${id}/edit`)
  t.equal((await post(service, vendor, `/deployments/${id}/edit`, { ...fieldsIn(keeping.text), status: 'published' })).status, 303)
  t.equal((await read(service, vendor, `/deployments/${id}`)).confirmed, true, 'sent as it came, it stays confirmed')

  const similar = await get(service, officer, '/challenges/similar?text=' + encodeURIComponent('Commuters are left standing because buses are crowded at rush hour'))
  t.equal(similar.status, 200)
  t.match(similar.text, /Timetables that follow the crowd/)
  t.notMatch(similar.text, /<html/)
  t.match((await get(service, officer, '/challenges/similar?title=x')).text, /A sentence or two more/)
  const shown = await post(service, officer, '/challenges/new', { ...fieldsIn((await get(service, officer, '/challenges/new')).text), do: 'similar', title: 'Crowded buses', problem: 'Commuters are left standing at rush hour', budget: '' })
  isPage(t, shown, 200, 'by the button, without script')
  t.match(shown.text, /Timetables that follow the crowd/)
  t.match(fieldsIn(shown.text), { title: 'Crowded buses' })
})

t.test('every field of every form has its words, and stands in its schema', async (t) => {
  const reader = readerIn('en')
  for (const resource of resources) {
    for (const section of descriptions[resource].sections) {
      t.ok(section.name in reader.words.editing.sections, `${resource}: ${section.name}`)
      for (const { name, control } of section.fields) {
        for (const full of control.kind === 'rows' ? [name, ...control.columns.map((column) => `${name}.0.${column.name}`)] : [name]) t.not(wordsOf(reader, resource, full).label, full, `${resource}: ${full}`)
      }
    }
    for (const name of hideable[resource]) t.ok(name in reader.words.editing.visibilities, name)
  }
})

t.test('numbers, amounts and names as people type them', async (t) => {
  t.same(['150,000', '150.000', '150 000', '١٥٠٬٠٠٠', '১৫০০০০', '1e5', '-3', 'many'].map(wholeOf), [150000, 150000, 150000, 150000, 150000, '1e5', '-3', 'many'])
  t.same(['102.833', '12,5', '-0.5', '-১.৫', 'x'].map(decimalOf), [102.833, 12.5, -0.5, -1.5, 'x'])
  t.same([['1,200,000', 'THB'], ['1.500', 'THB'], ['12.50', 'THB'], ['12,5', 'USD'], ['1200', 'JPY'], ['1.234,56', 'EUR'], ['1.2.3', 'EUR'], ['10', '']].map(([typed = '', currency = '']) => minorUnitsOf(typed, currency)), [120000000, 150000, 1250, 1250, 1200, 123456, '1.2.3', 10])
  t.same(codesNamed('Thailand, th、বাংলাদেশ; Tailand\nالسعودية', 'country'), ['TH', 'BD', 'Tailand', 'SA'])
  t.same(codesNamed('Thai, fil, 中文，Bengali, pt-BR', 'language'), ['th', 'fil', 'zh', 'bn', 'pt-BR'])
})

t.test('a form that is read and sent again gives the same body', async (t) => {
  const reader = readerIn('en')
  const content = { providerId: '0199d2c4-7a10-7c3e-9f00-3b5d8c1e2a44', title: { text: 'A', language: 'und', origin: 'person', translations: [] }, areas: ['health'], kind: 'product', fit: { populationMin: 10, climates: ['Af'] }, standards: ['A', 'B'], price: { model: 'free' }, deliveryMonths: { min: 1 }, visibility: { price: 'members' } }
  const typed = typedFrom(descriptions.solutions, typedOf(descriptions.solutions, content, reader))
  t.same(bodyOf(descriptions.solutions, content, typed, undefined), content)
})

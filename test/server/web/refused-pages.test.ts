import type { Test } from 'tap'
import { type ErrorCode, errorTable, Problem } from '../../../server/errors.ts'
import { onEngine } from '../../engines.ts'
import { type Answer, bodies, type Caller, type Service, startService } from '../../helper.ts'
import { citySide, introduce, providerSide } from '../introduced.ts'

/** A browser of somebody who reads Arabic. */
const browser = { accept: 'text/html', 'accept-language': 'ar' }

const look = (service: Service, as: Caller | undefined, url: string, headers: Record<string, string> = {}): Promise<Answer> =>
  service.call('GET', url, { ...(as === undefined ? {} : { as }), headers: { ...browser, ...headers } })

const send = (service: Service, as: Caller | undefined, url: string, fields: Readonly<Record<string, string | readonly string[]>> = {}): Promise<Answer> => {
  const body = new URLSearchParams(as === undefined ? {} : { _csrf: as.csrf })
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
  return service.call('POST', url, { ...(as === undefined ? {} : { as: { ...as, csrf: '' } }), body: body.toString(), headers: { ...browser, 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' } })
}

const texts = (html: string): string => html.replace(/<bdi[^>]*>[^<]*<\/bdi>/g, ' ').replace(/<[^>]*>/g, ' ').replace(/&[a-z]+;/g, ' ')
/** Examples of what to write, the number to ask by, and the time zone are the same in every language. */
const latinIn = (html: string): string[] => texts(html).replace(/https:\/\/\S*|\S+@example\.org|khonkaen\.example\.org|\bLA\b|\bUTC\b/g, '').match(/[A-Za-z]{2,}/g) ?? []

/** What a page says is wrong: the summary, and the lines beside the fields. */
const faultsOf = (html: string): string[] => [
  ...[...html.matchAll(/<div class="(?:faults|note)"[^>]*>.*?<\/div>/gs)].map(([found]) => found),
  ...[...html.matchAll(/<p class="fault"[^>]*>.*?<\/p>/gs)].map(([found]) => found)
]

const saysInArabic = (t: Test, answer: Answer, status: number, name: string): void => {
  t.equal(answer.status, status, `${name} ${answer.status === status ? '' : texts(answer.text).slice(0, 400)}`)
  const faults = faultsOf(answer.text)
  t.ok(faults.some((fault) => /\p{Script=Arabic}/u.test(fault)), `${name} says what is wrong`)
  for (const fault of faults) t.same(latinIn(fault), [], `${name}: ${texts(fault)}`)
}

onEngine('sqlite', 'a page says every code in the reader’s language, what to do next, and the number to ask by', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const member = await service.person({ name: 'مدينة', kind: 'city' })
  for (const code of Object.keys(errorTable) as ErrorCode[]) {
    service.services.catalogue.totals = () => Promise.reject(new Problem(code, 'English for programs'))
    for (const as of [undefined, member]) {
      const page = await look(service, as, '/')
      t.equal(page.status, errorTable[code].status, code)
      const main = /<main.*<\/main>/s.exec(page.text)?.[0] ?? ''
      t.same(latinIn(main), [], `${code}: ${texts(main)}`)
      t.match(main, /<h1>[^<]*\p{Script=Arabic}/u, code)
      t.match(main, /<a class="button" href="\//, `${code} leads on`)
      t.match(main, /<bdi dir="ltr">[0-9a-f-]{36}<\/bdi>/, code)
    }
  }
  service.services.catalogue.totals = () => Promise.reject(new Error('SELECT secret'))
  const broken = await look(service, undefined, '/')
  t.equal(broken.status, 500)
  t.notMatch(broken.text, 'secret')
})

onEngine('sqlite', 'failures lead on to where it can be done', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore(), { BODY_LIMIT: '4096' })
  const city = await citySide(service, 'City of Khon Kaen')
  const english = { 'accept-language': 'en' }
  t.match((await look(service, undefined, '/nowhere', english)).text, /There is nothing here.*href="\/challenges">Search challenges.*href="\/sign-in\?back=%2Fnowhere"/s)
  t.match(await look(service, undefined, '/%', english), { status: 400, text: /This address cannot be understood/ })
  t.match(await service.call('GET', '/v1/%'), { status: 400, body: { code: 'bad-request' } }, 'and to a program')
  t.match(await look(service, undefined, '/compare?challenge=x', english), { status: 422, text: /Something is missing or wrong/ })
  t.match((await look(service, undefined, '/challenges?populationMin=1e20&populationMax=x', english)).text, /<code dir="ltr">populationMin<\/code>: [^<]*\w[^<]*<\/li><li><code dir="ltr">populationMax<\/code>: /, 'an address that is wrong is told where')
  t.match(await look(service, undefined, '/act-for', english), { status: 405, text: /for sending a form/ })
  t.match(await send(service, undefined, '/account/act-for'), { status: 401, text: /href="\/sign-in/ })
  t.match(await send(service, city.owner, '/sign-in', { email: 'x'.repeat(5000) }), { status: 413 })
  t.match(await send(service, { ...city.owner, csrf: 'wrong' }, '/organisation/name', { name: 'X' }), { status: 403 })
  const closed = await service.call('DELETE', `/v1/challenges/${city.profileId}`, { as: city.owner, headers: { 'if-match': '*' } })
  t.equal(closed.status, 200, closed.text)
  t.match(await look(service, undefined, `/challenges/${city.profileId}`, english), { status: 410, text: /This is no longer here.*Search challenges/s })
  const limited = await startService(t, await openTestStore(), { RATE_LIMIT_ANONYMOUS: '1' })
  await look(limited, undefined, '/help')
  t.match(await look(limited, undefined, '/help', english), { status: 429, text: /Try again in 1 minute/ })
})

onEngine('sqlite', 'forms of accounts and organisations are refused in the reader’s language', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const refused = async (name: string, as: Caller | undefined, url: string, fields: Readonly<Record<string, string | readonly string[]>>, status = 422) => saysInArabic(t, await send(service, as, url, fields), status, name)

  await refused('signing up with nothing', undefined, '/sign-up', {})
  for (const [name, password, email] of [['short', 'abc', 'a@example.org'], ['common', 'passwordpassword', 'a@example.org'], ['one character', 'aaaaaaaaaaaaaaaa', 'a@example.org'], ['of the address', 'rahimabegum-1234', 'rahimabegum@example.org'], ['no address', 'four quiet green lamps', 'nobody']] as const) {
    await refused(`signing up: ${name}`, undefined, '/sign-up', { name: 'رحيمة', email, password, language: 'ar' })
  }
  await refused('signing up with a number for a name', undefined, '/sign-up', { name: 'call +880 1711 000000', email: 'a@example.org', password: 'four quiet green lamps', language: 'ar' })
  await refused('signing in', undefined, '/sign-in', { email: 'a@example.org', password: 'wrong' }, 401)

  const owner = await service.person({ name: 'مدينة', kind: 'city', verified: false })
  await refused('another password', owner, '/account/password', { password: 'wrong', newPassword: 'four quiet green lamps' })
  const guesser = await service.person({ name: 'قرية', kind: 'city' })
  for (let times = 0; times < 10; times += 1) await send(service, guesser, '/account/password', { password: 'wrong', newPassword: 'four quiet green lamps' })
  await refused('a password guessed too often', guesser, '/account/password', { password: 'wrong', newPassword: 'four quiet green lamps' }, 429)
  await refused('the account', owner, '/account', { name: '', language: 'xx' })
  await refused('an organisation of a taken name', owner, '/organisations/new', { name: 'مدينة', kind: 'city' })
  await refused('an organisation of a reserved name', owner, '/organisations/new', { name: 'Secretariat', kind: 'city' })
  for (let made = 0; made < 12; made += 1) await send(service, owner, '/organisations/new', { name: `جهة ${made}`, kind: 'city' })
  await refused('too many organisations', owner, '/organisations/new', { name: 'جهة أخرى', kind: 'city' }, 409)
  const fresh = await service.person({ name: 'بلدية', kind: 'city', verified: false })
  for (const [name, evidence] of [['no domain', 'x y'], ['public domain', 'gmail.com'], ['another’s domain', 'khonkaen.go.th'], ['none', '']] as const) await refused(`verification: ${name}`, fresh, '/organisation/verification', { method: 'official-domain', evidence })
  await send(service, fresh, '/organisation/verification', { method: 'document', evidence: 'https://city.example/letter' })
  await refused('verification asked twice', fresh, '/organisation/verification', { method: 'document', evidence: 'https://city.example/letter' }, 409)
  await refused('an invitation to nobody', fresh, '/organisation/people/invitations', { email: 'nobody', role: 'king' })
  await refused('an invitation to a member', fresh, '/organisation/people/invitations', { email: fresh.email, role: 'editor' })
  await refused('the only owner', fresh, `/organisation/people/${fresh.personId}/role`, { role: 'viewer' }, 409)
  await refused('a key of the past', fresh, '/organisation/keys', { name: '', scopes: ['nothing'], expiresAt: '2020-01-01' })
  const verified = await service.person({ name: 'محافظة', kind: 'city' })
  for (const url of ['', 'x', 'http://example.org', 'https://a:b@example.org', 'https://example.org/#x', 'https://example.org:25', 'https://10.0.0.1']) await refused(`a webhook to ${url}`, verified, '/organisation/webhooks', { url })
})

onEngine('sqlite', 'forms between organisations and about profiles are refused in the reader’s language', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const city = await citySide(service, 'City of Khon Kaen')
  const provider = await providerSide(service, 'Busline Planning Ltd')
  const admin = await service.person({ name: 'Secretariat', kind: 'secretariat' })
  const refused = async (name: string, as: Caller, url: string, fields: Readonly<Record<string, string | readonly string[]>>, status = 422) => saysInArabic(t, await send(service, as, url, fields), status, name)
  const pair = { challenge: city.profileId, with: `solutions:${provider.profileId}` }

  await refused('asking with nothing', city.owner, '/introductions', { ...pair, purpose: '', message: '', disclose: ['budget'] })
  const outsider = await service.person({ name: 'Elsewhere', kind: 'city' })
  await refused('asking with what is another’s', outsider, '/introductions', { ...pair, purpose: 'exchange', message: 'May we talk about it?' }, 403)
  const id = await introduce(service, [city, provider])
  await refused('asking twice', city.owner, '/introductions', { ...pair, purpose: 'exchange', message: 'May we talk about it?' }, 409)
  saysInArabic(t, await look(service, city.owner, `/introductions/new?challenge=${city.profileId}&with=solutions:${provider.profileId}`), 200, 'what is in the way')
  await refused('a message without words', city.owner, `/introductions/${id}/messages`, { text: '', 'links.0.url': 'http://example.org', 'links.0.title': '' })
  await refused('closing without an outcome', city.owner, `/introductions/${id}/close`, {})
  await refused('a question without words', provider.owner, `/challenges/${city.profileId}/questions`, { text: '' })
  await send(service, city.owner, `/introductions/${id}/close`, { outcome: 'none' })
  await refused('a message to what is closed', city.owner, `/introductions/${id}/messages`, { text: 'Hello' }, 409)
  await refused('closing it again otherwise', city.owner, `/introductions/${id}/close`, { outcome: 'pilot' }, 409)
  await refused('a question of who left', provider.owner, `/challenges/${city.profileId}/questions`, { text: 'How many?' }, 409)

  await refused('a search for nothing', city.owner, '/searches', { name: '', text: '', target: 'x', band: 'x', frequency: 'x' })
  await refused('a report without a reason', provider.owner, '/flags', { resource: 'challenges', id: city.profileId, reason: '' })
  await send(service, provider.owner, '/flags', { resource: 'challenges', id: city.profileId, reason: 'spam' })
  await refused('the same report', provider.owner, '/flags', { resource: 'challenges', id: city.profileId, reason: 'spam' }, 409)
  const [flag] = (await service.call('GET', '/v1/flags?status=open', { as: admin })).body.items
  await refused('a decision without a reason', admin, `/secretariat/flags/${flag?.id}/decide`, { decision: '', reason: '' })
  await send(service, admin, `/secretariat/flags/${flag?.id}/decide`, { decision: 'clear', reason: 'Fine' })
  await refused('what is decided', admin, `/secretariat/flags/${flag?.id}/decide`, { decision: 'hide', reason: 'No' }, 409)

  const challenge = { cityId: (await service.call('POST', '/v1/cities', { as: city.owner, body: bodies.city() })).body.id }
  await refused('a challenge of nothing', city.owner, '/challenges/new', { title: '', problem: '' })
  await refused('a challenge of wrong things', city.owner, '/challenges/new', {
    ...challenge, title: 'x'.repeat(400), problem: 'x', areas: ['transport', 'energy', 'health', 'education'], beneficiaryCount: 'many', sdgTargets: '99.9', dataResidency: 'Nowhere', 'budget.min': '5', 'budget.max': '2', 'budget.status': 'sought', 'timeline.neededBy': 'soon', status: 'draft'
  })
})

onEngine('sqlite', 'the record is read in the reader’s language, with the names of what it is about', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const owner = await service.person({ name: 'مدينة', kind: 'city' }, 'owner', { name: 'رحيمة' })
  const admin = await service.person({ name: 'الأمانة', kind: 'secretariat' }, 'owner', { name: 'أمينة' })
  const city = await service.call('POST', '/v1/cities', { as: owner, body: bodies.city({ name: { text: 'مدينة الاختبار', language: 'ar' } }) })
  await service.call('POST', '/v1/challenges', { as: owner, body: bodies.challenge(city.body.id, { title: { text: 'حافلات مزدحمة', language: 'ar' }, status: 'published' }) })
  await send(service, owner, '/organisation/keys', { name: 'مفتاح', scopes: ['read'] })
  await send(service, admin, `/secretariat/organisations/${owner.organisationId}/suspend`, { reason: 'للاختبار' })
  await send(service, admin, `/secretariat/organisations/${owner.organisationId}/lift`, { reason: 'للاختبار' })
  for (const [as, at] of [[owner, '/organisation/record'], [admin, `/secretariat/record?organisation=${owner.organisationId}`]] as const) {
    const page = await look(service, as, at)
    t.equal(page.status, 200)
    for (const name of ['مدينة الاختبار', 'حافلات مزدحمة', 'مدينة', 'منشور']) t.ok(page.text.includes(name), `${at}: ${name}`)
    t.same(latinIn(/<tbody>.*<\/tbody>/s.exec(page.text)?.[0] ?? ''), [], at)
  }
})

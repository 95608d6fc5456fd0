import { parse } from 'csv-parse/sync'
import t from 'tap'
import { changeOf } from '../../../server/web/components/change.tsx'
import { placesOf, piecesOf } from '../../../server/web/components/pair/places.ts'
import { hundredths } from '../../../server/web/components/score-bar.tsx'
import { readerIn } from '../../../server/web/reader.ts'
import { eachEngine, onEngine } from '../../engines.ts'
import { type Answer, bodies, type Caller, type Service, startService } from '../../helper.ts'
import { citySide, introduce, providerSide } from '../introduced.ts'

const look = (service: Service, as: Caller | undefined, url: string, language = 'en'): Promise<Answer> =>
  service.call('GET', url, { ...(as === undefined ? {} : { as }), headers: { accept: 'text/html', 'accept-language': language } })

const made = async (service: Service, as: Caller, resource: string, body: object): Promise<string> => {
  const answer = await service.call('POST', `/v1/${resource}`, { as, body })
  if (answer.status !== 201) throw new Error(answer.text)
  return answer.body.id
}

/** What is read of a stretch of HTML; within texts, only what opens a tag is escaped. */
const readOf = (html: string): string => html.replace(/<[^>]*>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&').replace(/\s+/g, ' ').trim()

/** The passages that are marked on a page, by the ids of their numbers. */
const tiesIn = (html: string): Map<string, string> => {
  const numbered = html.replace(/<a class="tie-number t\d" id="([^"]*)"[^]*?<\/a>/g, '⟦$1⟧')
  return new Map([...numbered.matchAll(/<span class="tie t\d">([^]*?)<\/span>/g)].flatMap(([, tie = '']) =>
    [...tie.matchAll(/⟦(.*?)⟧/g)].map(([, id = '']) => [id, readOf(tie.replace(/⟦.*?⟧/g, ''))] as const)))
}

const hazard = '<script>alert(1)</script>'
const crowded = `Commuters (7–9 a.m. [peak?]) are left standing at the stop ${hazard} because buses are crowded.\nNobody counts passengers at the stop: we guess the cost at 2+2 = 4 $ a trip.`

eachEngine('a match stands in both whole texts: passages are marked and tied by number, and what is text stays text', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const city = await citySide(service, 'City of Khon Kaen', { problem: crowded, context: 'Nothing of this is about a ferry. Mechanics (two of them) repair gearboxes in an unlit depot [shed].' })
  const provider = await providerSide(service, 'Busline Planning Ltd', { benefit: 'Mechanics who repair gearboxes [all of them] get a lit depot.', countries: ['KE', 'UG'] })
  const url = `/challenges/${city.profileId}/matches/${provider.profileId}`
  const { text: page } = await look(service, undefined, url)
  const { body } = await service.call('GET', `/v1/challenges/${city.profileId}/matches?limit=50&explain=full&failing=show`)
  const { passages, parts, score, gates } = body.solutions[0]
  t.ok(passages.length >= 2, 'there are several')
  const ties = tiesIn(page)
  t.equal(ties.size, 2 * passages.length)
  passages.forEach(({ query, match }: Record<string, string>, index: number) => {
    const number = index + 1
    t.match(page, new RegExp(`id="asked-${number}" href="#found-${number}"`), 'the number leads over')
    t.match(page, new RegExp(`id="found-${number}" href="#asked-${number}"`), 'and back')
    t.equal(ties.get(`asked-${number}`), query?.replace(/\s+/g, ' '), 'what is marked is the passage')
    t.equal(ties.get(`found-${number}`), match?.replace(/\s+/g, ' '))
  })
  t.match(page, 'Nothing of this is about a ferry.', 'the whole text is there, not passages alone')
  t.notMatch(page, hazard)
  t.match(page, '&lt;script>alert(1)', 'it is read as it was written')

  const shown = [...page.matchAll(/<span class="swatch[^]*?<td class="figure">(-?)(\d+)\.(\d\d)<\/td>/g)].map(([, sign, whole, rest]) => Number(`${sign}${whole}${rest}`))
  const [, whole, rest] = /<tfoot>[^]*?<td class="figure">(\d+)\.(\d\d)<\/td>/.exec(page) ?? []
  t.ok(shown.length > 2)
  t.equal(shown.reduce((sum, share) => sum + share, 0), Number(`${whole}${rest}`), 'the parts as shown add up to the score as shown')
  t.equal(Number(`${whole}${rest}`), Math.round(score * 100))
  t.ok(parts.every(({ name }: { name: string }) => name !== 'vectors'), 'no vectors were made')
  t.match(page, /Could not be compared: [^<]*Nearness of the whole texts/, 'which is said')

  t.equal(gates.find(({ rule }: { rule: string }) => rule === 'available-in-country')?.outcome, 'fail')
  const conditions = page.slice(page.indexOf('<ul class="conditions">')).split('</ul>')[0] ?? ''
  const first = conditions.split('<li')[1] ?? ''
  t.match(first, /aria-hidden="true">✗<\/span> <strong>Can be had in the country<\/strong>: not met/, 'what is not met comes first, as a sign and in words')
  t.match(readOf(first), /Thailand.*Kenya, Uganda/, 'with what each says')
  t.match(conditions, /aria-hidden="true">\?<\/span> <strong>Within the budget<\/strong>: not known/)
  t.match(page, /A condition is not met/)

  t.notMatch(page, '/edit#f-', 'who owns neither is led to no form')
  t.match((await look(service, city.owner, url)).text, `/challenges/${city.profileId}/edit#f-budget.max`, 'the owner is, to the field')
  t.match((await look(service, provider.owner, url)).text, `/solutions/${provider.profileId}/edit#f-price.max`)

  const back = await look(service, undefined, `/solutions/${provider.profileId}/matches/${city.profileId}`)
  t.equal(back.status, 200)
  t.match(back.text, /id="asked-1" href="#found-1"/, 'and it is looked at from the other side')
  t.equal((await look(service, undefined, `/challenges/${city.profileId}/matches/${city.profileId}`)).status, 404)
})

onEngine('sqlite', 'a concept is said in both languages, and in the reader\'s where that is neither', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const city = await citySide(service, 'City of Khon Kaen', { title: { text: 'รถเมล์แน่นเกินไปในชั่วโมงเร่งด่วน', language: 'th' }, problem: { text: 'ผู้โดยสารขึ้นรถเมล์ไม่ได้เพราะรถแน่นมากในตอนเช้าและตอนเย็น', language: 'th' } })
  const provider = await providerSide(service, 'Busline Planning Ltd')
  const url = `/challenges/${city.profileId}/matches/${provider.profileId}`
  const english = (await look(service, undefined, url)).text
  t.match(english, /<li class="chip"><bdi lang="th" dir="ltr">รถเมล์<\/bdi>[^]*?<bdi lang="en" dir="ltr">buses<\/bdi>/)
  t.notMatch(english, /<bdi lang="en">bus/, 'English is one of the two')
  t.match((await look(service, undefined, url, 'id')).text, /<bdi lang="en" dir="ltr">buses<\/bdi> \(<bdi lang="id">bus<\/bdi>\)/)
})

onEngine('sqlite', 'a translation is shown to whom it is for, and says who or what wrote it', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const city = await citySide(service, 'City of Khon Kaen', {
    title: { text: 'รถเมล์แน่นเกินไป', language: 'th', translations: [{ text: 'Buses are too full', language: 'en', origin: 'machine' }] },
    problem: { text: 'ผู้โดยสารขึ้นรถเมล์ไม่ได้', language: 'th', translations: [{ text: 'Passengers cannot board', language: 'en', origin: 'person' }, { text: 'Penumpang tidak bisa naik', language: 'id', origin: 'machine' }] }
  })
  const url = `/challenges/${city.profileId}`
  const english = (await look(service, undefined, url)).text
  t.match(english, /<h1><bdi lang="en" dir="ltr">Buses are too full/)
  t.match(readOf(english), /Translation into English, translated by a machine\. Original, in Thai: รถเมล์แน่นเกินไป/)
  t.match(english, /Translation into English, written by the owner<\/p><div lang="en" dir="ltr"><p>Passengers cannot board/)
  t.match(english, /<details><summary>Original, in Thai<\/summary><div lang="th" dir="ltr"><p>ผู้โดยสาร/)
  t.match(english, /<details><summary>Translation into Indonesian, translated by a machine<\/summary><div lang="id" dir="ltr"><p>Penumpang/, 'the others are there as well')
  t.match((await look(service, undefined, url, 'th')).text, /<h1><bdi lang="th"[^]*?<p>ผู้โดยสารขึ้นรถเมล์ไม่ได้/, 'its own readers get the original')
})

onEngine('sqlite', 'a challenge tells its peers\' solutions with cost and change, and its owner what is missing and under way', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const city = await citySide(service, 'City of Khon Kaen')
  const peer = await citySide(service, 'City of Udon', { title: 'Buses are crowded at rush hour' })
  const provider = await providerSide(service, 'Busline Planning Ltd', { countries: ['TH'] })
  const { body: { cityId } } = await service.call('GET', `/v1/challenges/${peer.profileId}`)
  const placed = await service.call('PATCH', `/v1/cities/${cityId}`, { as: peer.owner, headers: { 'content-type': 'application/merge-patch+json', 'if-match': '"1"' }, body: JSON.stringify({ point: { latitude: 17.4, longitude: 102.8 } }) })
  t.equal(placed.status, 200)
  await made(service, provider.owner, 'deployments', bodies.deployment(provider.profileId, cityId, { challengeId: peer.profileId }))
  const introduction = await introduce(service, [city, provider])
  const url = `/challenges/${city.profileId}`

  const anybody = (await look(service, undefined, url)).text
  const solved = readOf(anybody.slice(anybody.indexOf('Cities that already did something about it')))
  t.match(solved, /City of Udon.*Timetables that follow the crowd.*Cost: THB 1,200,000.*Crowded trips \(%\)4015/, 'with what, and at what cost')
  t.match(solved, /down 63%/, '(40 - 15) / 40')
  t.notMatch(anybody, 'What would make matches surer')
  t.notMatch(anybody, introduction)
  const own = (await look(service, city.owner, url)).text
  t.match(own, 'What would make matches surer')
  t.match(own, `${url}/edit#f-`, 'each line leads to its field')
  t.match(own, `/introductions/${introduction}`)
  t.notMatch((await look(service, peer.owner, url)).text, introduction)

  for (const page of [`/solutions/${provider.profileId}`, `/providers/${(await service.call('GET', `/v1/solutions/${provider.profileId}`)).body.providerId}`]) {
    const { text } = await look(service, undefined, page)
    t.match(text, /<figure class="world"[^]*?City of Udon[^]*?In operation/, `${page} shows where it works`)
    t.match(text, /down 63%/)
    t.match(text, `/solutions/${provider.profileId}/matches/${city.profileId}`, 'and challenges that fit')
  }
  t.match((await look(service, undefined, `/cities/${cityId}`)).text, `/challenges/${peer.profileId}/matches/${city.profileId}`, 'a city finds those like it')
})

onEngine('sqlite', 'solutions are compared by what the file says too', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const city = await citySide(service, 'City of Khon Kaen')
  const first = await providerSide(service, 'Busline Planning Ltd', { countries: ['TH'], standards: ['GTFS'], price: { model: 'one-off', min: 10000, max: 20000, currency: 'THB' } })
  const second = await providerSide(service, 'Otherwise Ltd', { title: `Counts ${hazard}`, countries: ['KE'], dataHosting: ['SG'], licence: 'MIT', prerequisites: ['=cmd'] })
  const { body: { cityId } } = await service.call('GET', `/v1/challenges/${city.profileId}`)
  await made(service, first.owner, 'deployments', bodies.deployment(first.profileId, cityId))
  const query = `?challenge=${city.profileId}&solution=${first.profileId}&solution=${second.profileId}`
  const { text: page } = await look(service, undefined, `/compare${query}`)
  const file = parse((await look(service, undefined, `/compare.csv${query}`)).text) as string[][]
  const rows = [...page.matchAll(/<tr><th scope="row">([^]*?)<\/th>([^]*?)<\/tr>/g)].map(([, name = '', cells = '']) =>
    [readOf(name), ...[...cells.matchAll(/<td>([^]*?)<\/td>/g)].map(([, cell = '']) => readOf(cell.replaceAll('</li><li>', '; ').replace(/<span class="sign"[^]*?<\/span>/, '')))])
  t.same(rows, file.slice(2).map((cells) => cells.map((cell) => cell.replace(/^'(?==)/, '').replace(/\s+/g, ' '))), 'every row, the same words')
  t.match(page, /Crowded trips \(%\): Before 40, After 15, down 63%/, 'evidence with what changed')
  t.match(page, /<span class="outcome fail"><span class="sign" aria-hidden="true">✗<\/span> not met/)
  t.notMatch(page, hazard)
  t.notMatch(page, 'Four can be compared')
  const many = Array.from({ length: 5 }, (_, index) => `&solution=01890000-0000-7000-8000-00000000000${index}`).join('')
  t.match((await look(service, undefined, `/compare?challenge=${city.profileId}${many}`)).text, 'Four can be compared at most')
})

/** Solutions of everything else, for a good match to stand out among. */
const others = ['beekeeping', 'opera', 'granite', 'falconry', 'ceramics', 'sailing', 'chess', 'orchards', 'glaciers', 'violins', 'saffron', 'lighthouses', 'meteorites', 'puppetry', 'tapestry', 'volcanoes', 'cheese', 'origami', 'coral', 'windmills']

eachEngine('coverage counts challenges that have a good solution which fails no condition', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const admin = await service.person({ name: 'Secretariat', kind: 'secretariat' })
  const vendor = await service.person({ name: 'Vendor', kind: 'provider' })
  const providerId = await made(service, vendor, 'providers', bodies.provider())
  for (const [index, word] of [...others, ...others.map((word) => `${word} ${word}`)].entries()) await made(service, vendor, 'solutions', bodies.solution(providerId, { title: `About ${word}, ${index}`, summary: `${word} for amateurs, part ${index}`, areas: ['education'], countries: ['FR'] }))
  await made(service, vendor, 'solutions', bodies.solution(providerId, { countries: ['TH'] }))
  await citySide(service, 'City of Khon Kaen', { areas: ['transport', 'governance'] })
  const owner = await service.person({ name: 'City of Nairobi', kind: 'city' })
  const nairobi = await made(service, owner, 'cities', bodies.city({ name: 'Nairobi', country: 'KE' }))
  await made(service, owner, 'challenges', bodies.challenge(nairobi))
  const paris = await made(service, owner, 'cities', bodies.city({ name: 'Paris', country: 'FR' }))
  await made(service, owner, 'challenges', bodies.challenge(paris, { title: 'Zeppelins lack hangars', problem: 'Every zeppelin of ours stands outdoors in hail.' }))

  const read = async () => parse((await service.call('GET', '/secretariat/coverage.csv', { as: admin })).text, { columns: true }) as Array<Record<string, string>>
  const matchesIn = (rows: ReadonlyArray<Record<string, string>>, region: string, area: string) => rows.find((row) => row['region'] === region && row['area'] === area)?.['matches']
  const rows = await read()
  t.equal(matchesIn(rows, '035', 'transport'), '1', 'Khon Kaen has a solution')
  t.equal(matchesIn(rows, '035', 'governance'), '1', 'in each of its areas')
  t.equal(matchesIn(rows, '035', 'all'), '1', 'once in all')
  t.equal(matchesIn(rows, '014', 'all'), '0', 'the same words in Nairobi have none: it cannot be had there')
  t.equal(matchesIn(rows, '155', 'all'), '0', 'nobody shelters zeppelins')

  const page = (await look(service, admin, '/secretariat/coverage?show=matches')).text
  t.match(page, /Challenges with a solution that fits/)
  t.match(page, /Matches as of /)
  t.match(page, /<td class="figure heat h0 bare">0<small>nobody serves<\/small><\/td>/, 'where nobody serves is said in words')
  t.equal((await look(service, owner, '/secretariat/coverage')).status, 403)
})

t.test('a passage is found whatever signs it is made of', async (t) => {
  const text = (words: string, ...translations: string[]) => ({ text: words, language: 'en', origin: 'person' as const, translations: translations.map((translation) => ({ text: translation, language: 'fr', origin: 'machine' as const })) })
  const passage = (match: string, field = 'problem', matchLanguage = 'en') => ({ field, match, matchLanguage, query: '', queryField: 'title', queryLanguage: 'en', shared: [] })
  const said = [{ field: 'title', name: 'title', text: text('Costs (a+b) [sic]') }, { field: 'problem', name: 'problem', text: text('It costs.\n  (a+b) [sic] and more.', 'Coûts (a+b) [sic].') }]
  t.same(placesOf([passage('(a+b) [sic]')], 'match', said), [{ number: 1, text: 1, version: 0, start: 12, end: 23 }], 'in its own field, though another says it')
  t.same(placesOf([passage('costs. (a+b)')], 'match', said), [{ number: 1, text: 1, version: 0, start: 3, end: 17 }], 'spaces do not count')
  t.same(placesOf([passage('(a+b) [sic]', 'problem', 'fr')], 'match', said), [{ number: 1, text: 1, version: 1, start: 6, end: 17 }], 'in its own language')
  t.same(placesOf([passage('nowhere'), passage('')], 'match', [said[0]!]).map(({ number }) => number), [2])
  const pieces = piecesOf('abcdef', [{ number: 1, text: 0, version: 0, start: 1, end: 4 }, { number: 2, text: 0, version: 0, start: 3, end: 6 }])
  t.same(pieces.map(({ text, numbers, begins }) => [text, numbers, begins]), [['a', [], []], ['bc', [1], [1]], ['d', [1, 2], [2]], ['ef', [2], []]], 'passages may overlap')
})

t.test('shares in whole hundredths sum to the score, and changes are told in per cent', async (t) => {
  t.same(hundredths([0.334, 0.333, 0.333], 1), [34, 33, 33], 'the largest remainder is raised')
  t.same(hundredths([0.508, -0.183], 0.325), [51, -18], '50.8 and -18.3 of 32.5: floors 50 and -19 lack 2 of 33')
  t.same(hundredths([], 0), [])
  const reader = readerIn('en')
  t.equal(changeOf({ before: 40, after: 15 }, reader), 'down 63%')
  t.equal(changeOf({ before: 40, after: 40 }, reader), 'unchanged')
  t.equal(changeOf({ before: -10, after: 5 }, reader), 'up 150%')
  t.equal(changeOf({ before: 0, after: 5 }, reader), undefined, 'nothing has no share')
  t.equal(changeOf({ before: 5 }, reader), undefined)
})

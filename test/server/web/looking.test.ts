import { brotliCompressSync } from 'node:zlib'
import { readFileSync } from 'node:fs'
import t from 'tap'
import { areas } from '../../../db/vocabulary.ts'
import { eachEngine, onEngine } from '../../engines.ts'
import { bodies, type Service, startService } from '../../helper.ts'

const html = { accept: 'text/html' }
const pageOf = async (service: Service, path: string, language = 'en'): Promise<string> => {
  const answer = await service.call('GET', path, { headers: { ...html, 'accept-language': language } })
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.text}`)
  return answer.text
}

/** The count beside each choice of a facet, by its value. */
const facetOf = (page: string, name: string): Record<string, number> =>
  Object.fromEntries([...page.matchAll(new RegExp(`name="${name}" value="([^"]+)"[^>]*/?><span[^>]*>[^<]*</span><span class="number">(\\d+)</span>`, 'g'))].map(([, value = '', count]) => [value, Number(count)]))

const chipsOf = (page: string): Array<[said: string, href: string]> => [...page.matchAll(/<a class="chip[^"]*" href="([^"]*)" hx-get[^>]*>.*?<bdi>(.*?)<\/bdi>/g)].map(([, href = '', said = '']) => [said, href.replaceAll('&amp;', '&')])
const titlesOf = (page: string): string[] => [...page.matchAll(/<h3><a href="[^"]*"><bdi[^>]*>(.*?)<\/bdi>/g)].map(([, title = '']) => title)
const dotsOf = (page: string): string[] => (/<ul class="dots".*?<div id="after-map"/s.exec(page)?.[0] ?? '').split(/<li class="x/).slice(1)

/** Bangkok with three challenges, Hanoi with one, Cairo with none; a solution that is in use in Bangkok. */
const populated = async (service: Service) => {
  const key = await service.key('partner', 'read', 'write:cities', 'write:solutions')
  const make = async (url: string, body: object): Promise<string> => {
    const answer = await service.call('POST', url, { key, body })
    if (answer.status !== 201) throw new Error(`${url}: ${answer.text}`)
    return answer.body.id
  }
  const name = (text: string, language = 'en') => ({ text, language })
  const bangkok = await make('/v1/cities', bodies.city({ name: name('Bangkok'), country: 'TH', population: 8_000_000, languages: ['th'], point: { latitude: 13.75, longitude: 100.5 } }))
  const hanoi = await make('/v1/cities', bodies.city({ name: name('Hà Nội', 'vi'), country: 'VN', population: 5_000_000, languages: ['vi'], point: { latitude: 21, longitude: 105.8 } }))
  const cairo = await make('/v1/cities', bodies.city({ name: name('القاهرة', 'ar'), country: 'EG', population: 10_000_000, languages: ['ar'], point: { latitude: 30, longitude: 31.2 } }))
  const challenge = (cityId: string, title: string | object, over: object) => make('/v1/challenges', bodies.challenge(cityId, { title, ...over }))
  await challenge(bangkok, 'Full buses', { areas: ['transport', 'health'], stage: 'plan' })
  await challenge(bangkok, { text: 'حافلات <b>متأخرة</b>', language: 'ar' }, { areas: ['transport'], stage: 'pilot' })
  await challenge(bangkok, 'Dark streets', { areas: ['energy'], stage: 'plan' })
  await challenge(hanoi, 'No water', { areas: ['environment'], stage: 'plan' })
  const providerId = await make('/v1/providers', bodies.provider({ countries: ['TH', 'VN', 'PE'], languages: ['en', 'th'], headquarters: { country: 'SG' } }))
  const solutionId = await make('/v1/solutions', bodies.solution(providerId, { countries: ['TH', 'VN'], languages: ['th'] }))
  await make('/v1/solutions', bodies.solution(undefined, { title: 'Filters', areas: ['environment'], kind: 'product', countries: ['PE'] }))
  await make('/v1/deployments', bodies.deployment(solutionId, bangkok))
  return { bangkok, hanoi, cairo, providerId, solutionId }
}

eachEngine('facets say what each choice would leave, by the filters that are on, their own apart', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  await populated(service)

  const all = await pageOf(service, '/challenges')
  t.same(facetOf(all, 'area'), { transport: 2, energy: 1, environment: 1, health: 1 })
  t.same(facetOf(all, 'stage'), { plan: 3, pilot: 1 })
  t.same(facetOf(all, 'region'), { '035': 4 })
  t.same(facetOf(all, 'country'), { TH: 3, VN: 1 })
  t.same(facetOf(all, 'language'), { en: 3, ar: 1 })

  const some = await pageOf(service, '/challenges?stage=plan&country=TH&populationMin=6000000')
  t.same(titlesOf(some), ['Dark streets', 'Full buses'])
  t.same(facetOf(some, 'stage'), { plan: 2, pilot: 1 }, 'its own filter apart')
  t.same(facetOf(some, 'country'), { TH: 2 }, 'Hanoi has fewer inhabitants')
  t.same(facetOf(some, 'area'), { transport: 1, health: 1, energy: 1 })
  t.match(some, /id="populationMin"[^>]*value="6000000"/)

  const solutions = await pageOf(service, '/solutions')
  t.same([facetOf(solutions, 'kind'), facetOf(solutions, 'region'), facetOf(solutions, 'language')], [{ service: 1, product: 1 }, { '035': 1, '005': 1 }, { en: 2, th: 1 }])
  t.same(facetOf(await pageOf(service, '/providers'), 'country'), { TH: 1, VN: 1, PE: 1 })
  t.same(facetOf(await pageOf(service, '/cities?language=vi'), 'language'), { th: 1, en: 1, vi: 1, ar: 1 }, 'languages of names and languages listed')
})

onEngine('sqlite', 'each filter that is on stands above the list, with the address of the list without it', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const { bangkok } = await populated(service)

  const page = await pageOf(service, `/challenges?area=transport,energy&region=142&text=buses+stop&cityId=${bangkok}&sort=title&sdgTarget=`)
  t.same(chipsOf(page).map(([said]) => said).sort(), ['Asia', 'City', 'Energy', 'Transport', 'buses stop'])
  const [, without = ''] = chipsOf(page).find(([said]) => said === 'Energy') ?? []
  t.same([...new URL(without, 'http://x').searchParams].sort(), [['area', 'transport'], ['cityId', bangkok], ['region', '142'], ['sort', 'title'], ['text', 'buses stop']])
  t.equal(facetOf(page, 'region')['142'], 3, 'a region that holds others, chosen by an address, can be taken away again')
  t.match(page, new RegExp(`<input type="hidden" name="cityId" value="${bangkok}"`), 'what has no field is carried along')
  t.match(page, /<summary>Narrow down <span class="count">5<\/span>/)
  t.equal(chipsOf(await pageOf(service, '/challenges')).length, 0)

  const escaped = await pageOf(service, `/challenges?text=${encodeURIComponent('"><script>alert(1)</script>')}`)
  t.notMatch(escaped, '<script>alert')
  t.match(escaped, 'Nothing fits all of this')

  t.same(titlesOf(await pageOf(service, '/cities?sort=title')), ['Bangkok', 'Hà Nội', 'القاهرة'])
  t.same(titlesOf(await pageOf(service, '/cities?sort=-title')), ['القاهرة', 'Hà Nội', 'Bangkok'])
  t.equal((await service.call('GET', '/challenges?populationMin=many', { headers: html })).status, 422)
})

onEngine('sqlite', 'a dot has the colour of the area that most are in, and its list is there without script', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const { bangkok, hanoi } = await populated(service)

  const page = await pageOf(service, '/')
  const dots = dotsOf(page)
  t.equal(dots.length, 2, 'a dot for each city that has challenges')
  const [first = '', second = ''] = dots
  t.match(first, new RegExp(`area-transport"><a class="dot s2" href="/cities/${bangkok}"`), 'two of three are of transport')
  t.match(first, '3 challenges: Transport (2), Energy (1), Health (1)')
  t.match(first, '<bdi lang="ar" dir="rtl">حافلات &lt;b>متأخرة&lt;/b></bdi>', 'in its own language and direction, and escaped')
  t.match(first, '<bdi lang="en" dir="ltr">Dark streets</bdi>')
  t.match(second, new RegExp(`area-environment"><a class="dot s1" href="/cities/${hanoi}"`))
  t.notMatch(page, / style=/)
  const legend = /<ul class="legend">.*?<\/ul>/s.exec(page)?.[0] ?? ''
  t.same([...legend.matchAll(/href="([^"]+)">([^<]+)<\/a> <span class="number">(\d)/g)].map(([, ...found]) => found.join(' ')),
    ['/challenges?area=transport Transport 2', '/challenges?area=energy Energy 1', '/challenges?area=environment Environment 1', '/challenges?area=health Health 1'])
  t.match(page, `href="/challenges?cityId=${bangkok}&amp;area=transport">Transport</a> (2)`, 'the same as a list')

  t.equal(dotsOf(await pageOf(service, '/challenges?area=energy')).length, 1)
  t.match(dotsOf(await pageOf(service, '/challenges?area=energy'))[0], 'area-energy', 'of what was found')
  t.equal(dotsOf(await pageOf(service, '/cities')).length, 3, 'a city without challenges is on the map of cities')
  const [inUse = '', ...others] = dotsOf(await pageOf(service, '/solutions'))
  t.equal(others.length, 0, 'solutions are where they are in use')
  t.match(inUse, new RegExp(`area-transport"><a class="dot s1" href="/cities/${bangkok}"`))
  t.match(inUse, '1 solution: Transport (1)')

  const arabic = await pageOf(service, '/challenges', 'ar')
  t.match(arabic, '<div class="tip"><div dir="rtl">')
  t.match(dotsOf(arabic)[0], 'التحديات: ٣: النقل (٢)')
})

onEngine('sqlite', 'lines tell what helps to choose, and long facets show the most frequent', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const { bangkok, providerId } = await populated(service)
  const admin = await service.key('secretariat', 'admin')
  const verified = await service.call('PATCH', `/v1/cities/${bangkok}`, { key: admin, headers: { 'if-match': '"1"' }, body: { verification: { method: 'document', by: 'WICC secretariat', on: '2026-03-02' } } })
  t.equal(verified.status, 200, verified.text)

  const cities = await pageOf(service, '/cities?country=TH')
  t.match(cities, '<span class="verified">Verified by <bdi>WICC secretariat</bdi></span>')
  t.match(cities, new RegExp(`<a href="/challenges\\?cityId=${bangkok}">3 challenges</a><span>1 solution in use</span>`))
  const providers = await pageOf(service, '/providers')
  t.match(providers, '<span>Based in: Singapore</span><span>Countries: Thailand, Vietnam, Peru</span>')
  t.match(providers, `<a href="/solutions?providerId=${providerId}">1 solution</a>`)

  const key = await service.key('another', 'write:cities')
  const countries = ['AR', 'BD', 'CL', 'DE', 'ES', 'FR', 'GH', 'ID', 'JP', 'KE']
  for (const country of countries) await service.call('POST', '/v1/cities', { key, body: bodies.city({ country, point: undefined }) })
  const page = await pageOf(service, '/cities?country=KE')
  const shown = /<legend>Country<\/legend>.*?<\/fieldset>/s.exec(page)?.[0] ?? ''
  const [first = '', rest = ''] = shown.split('<details')
  t.same(Object.keys(facetOf(first, 'country')), ['AR', 'BD', 'CL', 'EG', 'FR', 'DE', 'GH', 'ID', 'KE'], 'eight by name, all being as frequent, and the chosen one')
  t.same(Object.keys(facetOf(rest, 'country')), ['JP', 'ES', 'TH', 'VN'])
  t.match(rest, '<summary>and 4 more</summary>')
  t.match(await pageOf(service, '/cities'), '10 more cities are not on the map.', 'they do not say where they are')
})

onEngine('sqlite', 'the start page stays under 60 KB, however much there is, and says what it leaves out', async (t, openTestStore) => {
  const store = await openTestStore()
  const service = await startService(t, store)
  const key = await service.key('many', 'write:cities')
  const words = ['Überschwemmung', 'গণপরিবহন', 'การจัดการน้ำเสีย', '老年人出行困难', 'نقص المياه', 'kawalan ng tubig', 'sampah pasar', 'rues sombres']
  const text = (seed: number) => Array.from({ length: 6 }, (_, n) => words[(seed * (n + 3) + n * n) % words.length] + (seed * 7919 + n).toString(36)).join(' ')
  for (let n = 0; n < 160; n++) {
    const { body: { id } } = await service.call('POST', '/v1/cities', { key, body: bodies.city({ name: { text: `City ${n}`, language: 'en' }, point: { latitude: (n * 37) % 120 - 50, longitude: (n * 101) % 340 - 170 } }) })
    for (const one of [0, 1]) await service.call('POST', '/v1/challenges', { key, body: bodies.challenge(id, { title: text(n * 2 + one), areas: [areas[n % 12], areas[(n + 5) % 12]] }) })
  }
  const page = await pageOf(service, '/')
  t.ok(brotliCompressSync(page).length < 60_000, `${brotliCompressSync(page).length} bytes`)
  t.equal(dotsOf(page).length, 150)
  t.match(page, '10 more cities are not on the map.')
  t.match(page, 'and 1 more')
})

t.test('areas have colours that stand out on land and sea, light and dark, and are not too near each other', async (t) => {
  const sheet = readFileSync('server/web/assets/site.css', 'utf8')
  /** Linear light, and luminance, as WCAG 2.2 defines them. */
  const linear = (hex: string) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4) as [number, number, number]
  const luminance = (hex: string) => { const [r, g, b] = linear(hex); return 0.2126 * r + 0.7152 * g + 0.0722 * b }
  const contrast = (a: string, b: string) => { const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y); return (high + 0.05) / (low + 0.05) }
  /** Oklab, https://bottosson.github.io/posts/oklab */
  const oklab = (hex: string) => {
    const [r, g, b] = linear(hex)
    const [l, m, s] = [0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b, 0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b, 0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b].map(Math.cbrt) as [number, number, number]
    return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s, 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s]
  }
  const valuesOf = (name: string) => [...sheet.matchAll(new RegExp(`--${name}: (#[0-9a-f]{6})`, 'g'))].map(([, value = '']) => value)
  for (const [index, scheme] of ['light', 'dark'].entries()) {
    const grounds = [valuesOf('paper')[index] ?? '', valuesOf('accent-pale')[index] ?? '']
    const colours = areas.map((area) => valuesOf(`area-${area}`)[index] ?? '')
    for (const [at, colour] of colours.entries()) for (const ground of grounds) t.ok(contrast(colour, ground) >= 3, `${scheme} ${areas[at]} ${colour} on ${ground}`)
    const nearest = Math.min(...colours.flatMap((a, at) => colours.slice(at + 1).map((b) => Math.hypot(...oklab(a).map((part, axis) => part - (oklab(b)[axis] ?? 0))))))
    t.ok(nearest > 0.1, `${scheme}: ${nearest}`)
  }
})

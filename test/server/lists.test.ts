import { eachEngine } from '../engines.ts'
import { bodies, startService } from '../helper.ts'

eachEngine('lists are filtered, sorted and paged without loss or repeats', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const key = await service.key('Partner', 'read', 'write:cities', 'write:solutions')
  const post = async (resource: string, body: object) => {
    const answer = await service.call('POST', `/v1/${resource}`, { key, body })
    t.equal(answer.status, 201, answer.text)
    return answer.body
  }
  const bangkok = await post('cities', bodies.city({ name: 'Bangkok', population: 5000000 }))
  const manila = await post('cities', bodies.city({ name: 'Manila', country: 'PH', population: 1700000, languages: ['fil'] }))
  const lyon = await post('cities', bodies.city({ name: 'Lyon', country: 'FR', population: 500000, languages: ['fr'] }))
  await post('challenges', bodies.challenge(bangkok.id, { title: 'A crowded buses', sdgTargets: ['11.2'] }))
  await post('challenges', bodies.challenge(manila.id, { title: 'B floods', problem: 'Rain floods the streets.', areas: ['environment', 'infrastructure'], stage: 'pilot' }))
  await post('challenges', bodies.challenge(lyon.id, { title: 'C pistes cyclables', problem: 'Les pistes cyclables s’arrêtent au milieu de la rue, sans aucune continuité pour les cyclistes.', areas: ['transport'], stage: 'pilot' }))
  await post('solutions', bodies.solution(undefined, { title: 'S small', fit: { populationMax: 100000 }, countries: ['TH'], kind: 'policy' }))
  await post('solutions', bodies.solution(undefined, { title: 'S large', fit: { populationMin: 1000000 }, countries: ['PH', 'FR'] }))

  const titles = async (url: string) => (await service.call('GET', url)).body.items.map((item: { title?: { text: string }, name?: { text: string } }) => (item.title ?? item.name)?.text)
  const lists = async (url: string, ...expected: string[]) => t.same(await titles(url), expected, url)
  await lists('/v1/cities?sort=title', 'Bangkok', 'Lyon', 'Manila')
  await lists('/v1/cities?sort=-title', 'Manila', 'Lyon', 'Bangkok')
  await lists('/v1/cities?sort=created', 'Bangkok', 'Manila', 'Lyon')
  await lists('/v1/cities', 'Lyon', 'Manila', 'Bangkok')
  await lists('/v1/cities?country=TH,FR&sort=title', 'Bangkok', 'Lyon')
  await lists('/v1/cities?country=TH&country=FR&sort=title', 'Bangkok', 'Lyon')
  await lists('/v1/cities?region=035&sort=title', 'Bangkok', 'Manila')
  await lists('/v1/cities?region=142&country=PH', 'Manila')
  await lists('/v1/cities?language=fil', 'Manila')
  await lists('/v1/cities?populationMin=600000&populationMax=2000000', 'Manila')
  await lists('/v1/cities?text=BANG', 'Bangkok')
  await lists('/v1/challenges?area=transport&sort=title', 'A crowded buses', 'C pistes cyclables')
  await lists('/v1/challenges?area=infrastructure', 'B floods')
  await lists('/v1/challenges?region=035&sort=title', 'A crowded buses', 'B floods')
  await lists('/v1/challenges?country=FR', 'C pistes cyclables')
  await lists('/v1/challenges?language=fr', 'C pistes cyclables')
  await lists('/v1/challenges?stage=pilot&area=transport', 'C pistes cyclables')
  await lists('/v1/challenges?sdgTarget=11.2', 'A crowded buses')
  await lists('/v1/challenges?populationMax=600000', 'C pistes cyclables')
  await lists('/v1/challenges?text=arretent+rue', 'C pistes cyclables')
  await lists(`/v1/challenges?cityId=${manila.id}`, 'B floods')
  await lists('/v1/challenges?text=100%25')
  await lists('/v1/solutions?kind=policy', 'S small')
  await lists('/v1/solutions?country=FR', 'S large')
  await lists('/v1/solutions?populationMin=2000000', 'S large')
  t.equal((await service.call('GET', '/v1/solutions?owner=me')).status, 401)

  for (let i = 0; i < 23; i++) await post('cities', bodies.city({ name: `Page ${String(i % 7)}` }))
  for (const sort of ['title', '-title', 'created', '-created', 'updated', '-updated']) {
    const whole = (await service.call('GET', `/v1/cities?sort=${sort}&limit=200`)).body.items.map((item: { id: string }) => item.id)
    const paged: string[] = []
    let url: string | undefined = `/v1/cities?sort=${sort}&limit=4&country=TH,PH,FR`
    while (url !== undefined) {
      const page = await service.call('GET', url)
      paged.push(...page.body.items.map((item: { id: string }) => item.id))
      const link = String(page.headers['link'] ?? '')
      t.equal(page.body.next === null, link === '')
      url = /<([^>]+)>; rel="next"/.exec(link)?.[1]
    }
    t.same(paged, whole, `${sort}: the pages are the list`)
  }

  const first = await service.call('GET', '/v1/cities?limit=2')
  t.equal((await service.call('GET', '/v1/cities?limit=2', { headers: { 'if-none-match': String(first.headers['etag']) } })).status, 304)
  const one = await service.call('GET', `/v1/cities/${bangkok.id}`)
  const again = await service.call('GET', `/v1/cities/${bangkok.id}`, { headers: { 'if-none-match': `"7", ${String(one.headers['etag'])}` } })
  t.same([again.status, again.text], [304, ''])
  await post('cities', bodies.city({ name: 'New' }))
  t.equal((await service.call('GET', '/v1/cities?limit=2', { headers: { 'if-none-match': String(first.headers['etag']) } })).status, 200)
})

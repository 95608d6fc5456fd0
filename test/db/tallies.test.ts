import type { ProfileFilters, ProfileRecord, TallyBy } from '../../db/index.ts'
import type { Resource } from '../../db/vocabulary.ts'
import { eachEngine, type OpenTestStore } from '../engines.ts'
import { derived, organisation, profile } from './samples.ts'

const text = (text: string) => ({ text, language: 'en', origin: 'person', translations: [] })

/** Bangkok with three challenges, Hanoi with one, Lima with a draft; a solution in use in both of the first, one given up. */
const world = async (openTestStore: OpenTestStore) => {
  const store = await openTestStore()
  const owner = organisation()
  const bangkok = profile(owner.id, { country: 'TH', languages: ['th', 'en'] })
  const hanoi = profile(owner.id, { country: 'VN', languages: ['vi'] })
  const lima = profile(owner.id, { country: 'PE', languages: ['es'] })
  const later = (day: number) => ({ updatedAt: new Date(Date.UTC(2026, 3, day)) })
  const challenges = [
    profile(owner.id, { cityId: bangkok.id, title: text('Full buses'), areas: ['transport', 'health'], stage: 'plan' }, later(1)),
    profile(owner.id, { cityId: bangkok.id, title: text('Late buses'), areas: ['transport'], stage: 'pilot' }, later(3)),
    profile(owner.id, { cityId: bangkok.id, title: text('Dark streets'), areas: ['energy'] }, later(2)),
    profile(owner.id, { cityId: hanoi.id, title: text('No "clean" water'), areas: ['environment'], stage: 'plan' }, later(1)),
    profile(owner.id, { cityId: lima.id, title: text('A draft'), areas: ['health'] }, { status: 'draft' })
  ]
  const provider = profile(owner.id, { countries: ['TH', 'VN', 'PE'], languages: ['en'] })
  const other = profile(owner.id, { countries: ['PE'], languages: ['es', 'en'] })
  const solutions = [
    profile(owner.id, { providerId: provider.id, title: text('Timetables'), kind: 'service', areas: ['transport'], countries: ['TH', 'VN'], languages: ['en', 'th'] }),
    profile(owner.id, { title: text('Filters'), kind: 'product', areas: ['environment', 'health'], countries: ['PE', 'VN'] })
  ]
  const [first, second] = solutions as [ProfileRecord, ProfileRecord]
  const used = (solutionId: string, cityId: string, stage: string, over: Partial<ProfileRecord> = {}) => profile(owner.id, { solutionId, cityId, stage }, over)
  await store.transact(async (repositories) => {
    await repositories.organisations.insert(owner)
    for (const [city, language] of [[bangkok, 'th'], [hanoi, 'vi'], [lima, 'es']] as const) await repositories.cities.insert(city, derived('city', 'city', language))
    for (const challenge of challenges) await repositories.challenges.insert(challenge, derived('x', 'x', challenge.content['cityId'] === hanoi.id ? 'vi' : 'th'))
    for (const one of [provider, other]) await repositories.providers.insert(one, derived())
    for (const solution of solutions) await repositories.solutions.insert(solution, derived('x', 'x', 'en'))
    for (const one of [used(first.id, bangkok.id, 'operational'), used(first.id, bangkok.id, 'scaled'), used(first.id, hanoi.id, 'pilot'), used(second.id, hanoi.id, 'pilot', { status: 'draft' }), used(second.id, lima.id, 'discontinued')]) await repositories.deployments.insert(one, derived())
  })
  return { store, bangkok, hanoi, lima, provider }
}

const published = { statuses: ['published'] } as const
const regions = new Map([['035', ['TH', 'VN', 'LA']], ['005', ['PE']], ['150', []]])

eachEngine('profiles are counted by each value that filters can ask for', async (t, openTestStore) => {
  const { store, provider } = await world(openTestStore)
  const counts = async (resource: Resource, by: TallyBy, expected: Record<string, number>, filters: ProfileFilters = published) =>
    t.same(Object.fromEntries(await store.read[resource].tally(filters, by)), expected, `${resource} by ${JSON.stringify(by)} ${JSON.stringify(filters)}`)

  await counts('challenges', { codes: 'area' }, { transport: 2, health: 1, energy: 1, environment: 1 })
  await counts('challenges', { column: 'stage' }, { plan: 2, pilot: 1 })
  await counts('challenges', 'countries', { TH: 3, VN: 1 })
  await counts('challenges', { regions }, { '035': 4 })
  await counts('challenges', { regions }, { '035': 4, '005': 1 }, {})
  await counts('challenges', 'languages', { th: 3, vi: 1 })
  await counts('challenges', 'countries', { TH: 1, VN: 1 }, { ...published, stages: ['plan'] })
  await counts('cities', 'countries', { TH: 1, VN: 1, PE: 1 })
  await counts('cities', 'languages', { th: 1, en: 1, vi: 1, es: 1 })
  await counts('cities', { regions }, { '035': 2, '005': 1 })
  await counts('providers', 'countries', { TH: 1, VN: 1, PE: 2 })
  await counts('providers', { regions }, { '035': 1, '005': 2 })
  await counts('providers', 'languages', { en: 2, es: 1 })
  await counts('solutions', { regions }, { '035': 2, '005': 1 })
  await counts('solutions', 'languages', { en: 2, th: 1 })
  await counts('solutions', { column: 'providerId' }, { [provider.id]: 1 }, { ...published, providerIds: [provider.id] })
  await t.rejects(store.read.cities.tally({}, { column: 'colour' }), TypeError)
  await t.rejects(store.read.deployments.tally({}, 'countries'), TypeError)
})

eachEngine('places say where challenges are, and where solutions are in use', async (t, openTestStore) => {
  const { store: { read: { places } }, bangkok, hanoi, lima } = await world(openTestStore)
  const ids = [bangkok.id, hanoi.id, lima.id]
  t.same(await places.cities('challenges', published, { limit: 5 }), [{ cityId: bangkok.id, count: 3 }, { cityId: hanoi.id, count: 1 }])
  t.same(await places.cities('challenges', published, { limit: 1 }), [{ cityId: bangkok.id, count: 3 }])
  t.same(await places.cities('challenges', published, { limit: 5, cityIds: [hanoi.id, lima.id] }), [{ cityId: hanoi.id, count: 1 }])
  t.same(await places.cities('challenges', published, { limit: 5, cityIds: [] }), [])
  t.equal(await places.count('challenges', published), 2)
  t.same(Object.fromEntries(await places.areas('challenges', published)), { transport: 2, health: 1, energy: 1, environment: 1 })
  const areas = (await places.areasByCity('challenges', published, [bangkok.id])).sort((a, b) => a.area < b.area ? -1 : 1)
  t.same(areas, [{ cityId: bangkok.id, area: 'energy', count: 1 }, { cityId: bangkok.id, area: 'health', count: 1 }, { cityId: bangkok.id, area: 'transport', count: 2 }])

  const titles = async (each: number, all: number) => (await places.titles('challenges', published, ids, { each, all })).map(({ title }) => (title as { text: string }).text)
  t.same((await titles(2, 10)).sort(), ['Dark streets', 'Late buses', 'No "clean" water'], 'the latest two of each')
  t.same((await titles(5, 2)).sort(), ['Late buses', 'No "clean" water'], 'first one of each, where there is no room for all')
  t.same(await places.titles('challenges', published, [], { each: 5, all: 10 }), [])

  const inUse = await places.cities('solutions', published, { limit: 5 })
  t.same(new Map(inUse.map(({ cityId, count }) => [cityId, count])), new Map([[bangkok.id, 1], [hanoi.id, 1]]), 'once a city; not where it is a draft or was given up')
  t.same(Object.fromEntries(await places.areas('solutions', published)), { transport: 1 })
  t.equal(await places.count('solutions', { ...published, areas: ['health'] }), 0)
})

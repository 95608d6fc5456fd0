import { v7 as uuid } from 'uuid'
import type { ProfileFilters, ProfileRecord } from '../../db/index.ts'
import type { Resource } from '../../db/vocabulary.ts'
import { eachEngine } from '../engines.ts'
import { derived, organisation, profile } from './samples.ts'

eachEngine('each filter lets pass what it says', async (t, openTestStore) => {
  const store = await openTestStore()
  const [ours, theirs] = [organisation(), organisation()]
  const names = new Map<string, string>()
  const named = (name: string, record: ProfileRecord) => {
    names.set(record.id, name)
    return record
  }
  const hanoi = named('hanoi', profile(ours.id, { country: 'VN', population: 8_000_000, languages: ['vi'] }))
  const lima = named('lima', profile(theirs.id, { country: 'PE', population: 10_000_000, languages: ['es', 'qu'] }, { status: 'draft' }))
  const nowhere = named('nowhere', profile(theirs.id, { country: 'TH' }, { status: 'hidden', sample: true }))
  const buses = named('buses', profile(ours.id, { cityId: hanoi.id, areas: ['transport', 'energy'], sdgTargets: ['11.2'], stage: 'plan' }))
  const water = named('water', profile(theirs.id, { cityId: lima.id, areas: ['environment'], stage: 'pilot' }))
  const vague = named('vague', profile(theirs.id, { cityId: nowhere.id, areas: ['energy'] }))
  const local = named('local', profile(ours.id, { countries: ['VN', 'LA'], languages: ['vi', 'en'] }))
  const unknown = named('unknown', profile(ours.id, {}, { erasedAt: new Date() }))
  const small = named('small', profile(ours.id, { providerId: local.id, kind: 'service', areas: ['energy'], fit: { populationMax: 100_000 }, countries: ['VN'] }))
  const large = named('large', profile(ours.id, { kind: 'product', areas: ['transport'], sdgTargets: ['3.8', '11.2'], fit: { populationMin: 1_000_000 } }))
  const any = named('any', profile(ours.id, { providerId: unknown.id, kind: 'policy', areas: ['health'], languages: ['vi'] }))
  const used = named('used', profile(ours.id, { solutionId: large.id, cityId: hanoi.id, challengeId: buses.id, stage: 'scaled' }))
  const tried = named('tried', profile(theirs.id, { solutionId: small.id, cityId: lima.id, stage: 'pilot' }))

  await store.transact(async (repositories) => {
    await repositories.organisations.insert(ours)
    await repositories.organisations.insert(theirs)
    await repositories.cities.insert(hanoi, derived('Hà Nội', 'ha noi capital 100% a_b', 'vi'))
    await repositories.cities.insert(lima, derived('Lima', 'lima capital c\\d', 'es'))
    await repositories.cities.insert(nowhere, derived('Nowhere', 'nowhere 1000 axb', 'en'))
    for (const record of [buses, water, vague]) await repositories.challenges.insert(record, derived('x', 'x', record === water ? 'es' : 'vi'))
    for (const record of [local, unknown]) await repositories.providers.insert(record, derived())
    for (const record of [small, large, any]) await repositories.solutions.insert(record, derived())
    for (const record of [used, tried]) await repositories.deployments.insert(record, derived())
  })

  const passes = async (resource: Resource, filters: ProfileFilters, expected: string) => {
    const { records } = await store.read[resource].list({ filters, sort: 'created', descending: false, limit: 100 })
    const what = `${resource} ${JSON.stringify(filters).slice(0, 100)}`
    t.equal(records.map(({ id }) => names.get(id)).sort().join(' '), expected, what)
    t.equal(await store.read[resource].count(filters), records.length, `count of ${what}`)
  }

  await passes('cities', {}, 'hanoi lima nowhere')
  await passes('cities', { ownerId: ours.id }, 'hanoi')
  await passes('cities', { statuses: ['published'] }, 'hanoi')
  await passes('cities', { statuses: ['published', 'hidden'] }, 'hanoi nowhere')
  await passes('cities', { statuses: ['published'], alsoOwnedBy: theirs.id }, 'hanoi lima nowhere')
  await passes('cities', { statuses: ['published'], alsoOwnedBy: theirs.id, countries: ['PE'] }, 'lima')
  await passes('cities', { statuses: [] }, '')
  await passes('cities', { sample: true }, 'nowhere')
  await passes('cities', { sample: false }, 'hanoi lima')
  await passes('cities', { countries: ['VN', 'TH'] }, 'hanoi nowhere')
  await passes('cities', { countries: Array.from({ length: 1000 }, (_, n) => `X${n}`).concat('VN') }, 'hanoi')
  await passes('cities', { languages: ['en'] }, 'nowhere')
  await passes('cities', { languages: ['qu', 'vi'] }, 'hanoi lima')
  await passes('cities', { populationMin: 8_000_001 }, 'lima')
  await passes('cities', { populationMin: 8_000_000, populationMax: 8_000_000 }, 'hanoi')
  await passes('cities', { words: ['capital'] }, 'hanoi lima')
  await passes('cities', { words: ['capital', 'noi'] }, 'hanoi')
  await passes('cities', { words: ['100%'] }, 'hanoi')
  await passes('cities', { words: ['a_b'] }, 'hanoi')
  await passes('cities', { words: ['c\\d'] }, 'lima')
  await passes('cities', { words: ["'; drop table cities"] }, '')

  await passes('challenges', { areas: ['energy'] }, 'buses vague')
  await passes('challenges', { areas: ['energy', 'environment'] }, 'buses vague water')
  await passes('challenges', { sdgTargets: ['11.2'] }, 'buses')
  await passes('challenges', { countries: ['PE'] }, 'water')
  await passes('challenges', { languages: ['es'] }, 'water')
  await passes('challenges', { stages: ['plan', 'pilot'] }, 'buses water')
  await passes('challenges', { populationMax: 9_000_000 }, 'buses')
  await passes('challenges', { populationMin: 1 }, 'buses water')
  await passes('challenges', { cityId: lima.id }, 'water')
  await passes('challenges', { cityIds: [lima.id, hanoi.id] }, 'buses water')
  await passes('challenges', { areas: ['energy'], countries: ['VN'], stages: ['plan'], populationMin: 1 }, 'buses')

  await passes('providers', { countries: ['LA', 'PE'] }, 'local')
  await passes('providers', { languages: ['vi'] }, 'local')
  await passes('providers', { erased: false }, 'local')
  await passes('providers', { erased: true }, 'unknown')

  await passes('solutions', { solutionKinds: ['policy', 'product'] }, 'any large')
  await passes('solutions', { providerId: local.id }, 'small')
  await passes('solutions', { areas: ['energy', 'health'] }, 'any small')
  await passes('solutions', { sdgTargets: ['3.8'] }, 'large')
  await passes('solutions', { countries: ['VN'] }, 'small')
  await passes('solutions', { languages: ['vi'] }, 'any')
  await passes('solutions', { populationMin: 100_000, populationMax: 999_999 }, 'any small')
  await passes('solutions', { populationMin: 100_001, populationMax: 999_999 }, 'any')
  await passes('solutions', { populationMin: 100_001 }, 'any large')
  await passes('solutions', { populationMax: 1_000_000 }, 'any large small')

  await passes('deployments', { solutionId: large.id }, 'used')
  await passes('deployments', { challengeId: buses.id }, 'used')
  await passes('deployments', { cityId: lima.id }, 'tried')
  await passes('deployments', { cityIds: [lima.id] }, 'tried')
  await passes('deployments', { solutionIds: [large.id, small.id] }, 'tried used')
  await passes('deployments', { challengeIds: [buses.id, uuid()] }, 'used')
  await passes('deployments', { stages: ['scaled'] }, 'used')
  await passes('deployments', { countries: ['VN'], populationMin: 1 }, 'used')
})

eachEngine('a filter that a resource cannot answer is a mistake of the caller', async (t, openTestStore) => {
  const store = await openTestStore()
  await t.rejects(store.read.cities.count({ stages: ['pilot'] }), { name: 'TypeError', message: 'cities cannot be filtered by stages' })
  await t.rejects(store.read.providers.count({ populationMin: 1 }), TypeError)
  await t.rejects(store.read.deployments.count({ areas: [] }), TypeError)
})

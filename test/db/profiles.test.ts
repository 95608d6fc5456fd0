import t from 'tap'
import { v7 as uuid } from 'uuid'
import { ConstraintError } from '../../db/index.ts'
import { resources } from '../../db/vocabulary.ts'
import { eachEngine } from '../engines.ts'
import { derived, organisation, profile, seed } from './samples.ts'

eachEngine('a profile comes back as it was stored, every field of it', async (t, openTestStore) => {
  const store = await openTestStore()
  const { records } = await seed(store)
  for (const resource of resources) {
    t.strictSame(await store.read[resource].find(records[resource].id), records[resource], resource)
    t.strictSame(await store.read[resource].findMany([records[resource].id]), [records[resource]], `${resource} among many`)
    t.strictSame((await store.read[resource].list({ filters: {}, sort: 'updated', descending: false, limit: 10 })).records, [records[resource]], `${resource} in a list`)
  }
  t.equal(await store.read.cities.find(uuid()), undefined)
})

eachEngine('what is absent stays absent, and an empty list of codes comes back absent', async (t, openTestStore) => {
  const store = await openTestStore()
  const { owner } = await seed(store)
  const solution = { title: { text: 'x' }, summary: { text: 'y' }, areas: ['energy'], kind: 'policy' }
  const contents = [
    [solution, solution],
    [{ ...solution, fit: {} }, { ...solution, fit: {} }],
    [{ ...solution, fit: { climates: ['Af'] } }, { ...solution, fit: { climates: ['Af'] } }],
    [{ ...solution, standards: [], fit: { climates: [] } }, { ...solution, fit: {} }]
  ] as const
  for (const [given, expected] of contents) {
    const record = profile(owner.id, given)
    const kept = structuredClone(record)
    await store.transact(async ({ solutions }) => solutions.insert(record, derived()))
    t.strictSame((await store.read.solutions.find(record.id))?.content, expected)
    t.strictSame(record, kept, 'what was given is not changed')
  }
})

eachEngine('many are found at once, in one answer however many are asked for', async (t, openTestStore) => {
  const store = await openTestStore()
  const { owner } = await seed(store)
  const records = Array.from({ length: 1500 }, (_, n) => profile(owner.id, { name: { text: `Provider ${n}` }, languages: ['en', 'th'] }, { externalId: `p-${n}` }))
  await store.transact(async ({ providers }) => {
    for (const record of records) await providers.insert(record, derived())
  })
  const asked = [...records.map(({ id }) => id), ...Array.from({ length: 40_000 }, () => uuid())]
  const found = await store.read.providers.findMany(asked)
  t.strictSame(new Set(found.map(({ id }) => id)), new Set(records.map(({ id }) => id)))
  t.strictSame(await store.read.providers.findMany([]), [])
  const named = await store.read.providers.findByExternalIds(owner.id, ['p-3', 'p-1499', 'nobody'])
  t.strictSame(named.map(({ externalId }) => externalId).sort(), ['p-1499', 'p-3'])
  t.strictSame(await store.read.providers.findByExternalIds(uuid(), ['p-3']), [], 'another owner')
})

eachEngine('replacing takes the version before, and everything of the new one', async (t, openTestStore) => {
  const store = await openTestStore()
  const { records: { challenges: before } } = await seed(store)
  const after = {
    ...before,
    externalId: 'rides',
    status: 'published' as const,
    version: 2,
    sample: false,
    updatedAt: new Date('2026-05-01T00:00:00Z'),
    publishedAt: new Date('2026-05-01T00:00:00Z'),
    content: { cityId: before.content['cityId'], title: { text: 'New' }, problem: { text: 'New' }, areas: ['health', 'transport'] },
    contact: { name: 'New' }
  }
  t.equal(await store.transact(async ({ challenges }) => challenges.replace(after, derived('new'))), true)
  t.strictSame(await store.read.challenges.find(before.id), after)
  t.equal(await store.transact(async ({ challenges }) => challenges.replace({ ...after, contact: null }, derived('stale'))), false, 'version 1 is gone')
  t.equal(await store.transact(async ({ challenges }) => challenges.replace({ ...after, version: 4 }, derived('early'))), false, 'version 3 is not there yet')
  t.equal(await store.transact(async ({ challenges }) => challenges.replace({ ...after, id: uuid() }, derived('unknown'))), false)
  t.strictSame(await store.read.challenges.find(before.id), after)
  t.equal(await store.read.challenges.count({ sdgTargets: ['11.2'] }), 0, 'codes of the version before are gone')
})

eachEngine('an erased profile may lack the fields that others need', async (t, openTestStore) => {
  const store = await openTestStore()
  const { owner, records: { deployments: deployment } } = await seed(store)
  const erased = { ...deployment, version: 2, content: {}, erasedAt: new Date('2026-06-01T00:00:00Z') }
  t.equal(await store.transact(async ({ deployments }) => deployments.replace(erased, derived(''))), true)
  t.strictSame(await store.read.deployments.find(deployment.id), erased)
  await t.rejects(store.transact(async ({ deployments }) => deployments.insert(profile(owner.id, {}), derived())), { name: 'ConstraintError', kind: 'check' })
})

eachEngine('the tables refuse what contradicts them, and say which way', async (t, openTestStore) => {
  const store = await openTestStore()
  const { owner, records: { cities: city } } = await seed(store)
  const refused = async (kind: ConstraintError['kind'], record: typeof city, what: string) => {
    await t.rejects(store.transact(async ({ cities }) => cities.insert(record, derived())), { name: 'ConstraintError', kind }, what)
  }
  await refused('unique', profile(owner.id, city.content, { externalId: 'khon-kaen' }), "the owner's own id is taken")
  await refused('unique', { ...city, externalId: null }, 'the id is taken')
  await refused('reference', profile(uuid(), city.content), 'no such owner')
  await refused('check', profile(owner.id, { ...city.content, climate: 'Zz' }), 'no such climate')
  await t.rejects(store.transact(async ({ challenges }) => challenges.insert(profile(owner.id, { cityId: uuid(), areas: [] }), derived())), { name: 'ConstraintError', kind: 'reference' }, 'no such city')

  const other = organisation()
  await store.transact(async ({ organisations, cities }) => {
    await organisations.insert(other)
    await cities.insert(profile(other.id, city.content, { externalId: 'khon-kaen' }), derived())
    await cities.insert(profile(other.id, city.content), derived())
    await cities.insert(profile(other.id, city.content), derived())
  })
  t.equal(await store.read.cities.count({ ownerId: other.id }), 3, "another owner's same id, and any number without one")
})

t.test('an error of a constraint keeps what was written out of its message', async (t) => {
  t.notMatch(new ConstraintError('unique', new Error('somchai@example.org')).message, /somchai/)
})

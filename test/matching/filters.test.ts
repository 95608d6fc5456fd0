import fc from 'fast-check'
import t from 'tap'
import type { Facets, Filters, Profile } from '../../matching/types.ts'
import { ask, plainMatcher, profile } from './plain-words.ts'

const areas = ['transport', 'energy', 'health']
const countries = ['TH', 'CN', 'BD']
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const some = (codes: string[]) => optional(fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: 3 }))

const anyFacets: fc.Arbitrary<Facets> = fc.record({
  areas: some(areas),
  country: optional(fc.constantFrom(...countries)),
  countries: some(countries),
  languages: some(['zh-Hans', 'zh', 'th', 'en']),
  sdgTargets: some(['11.2', '11.6', '1.1']),
  stage: optional(fc.constantFrom('pilot', 'plan')),
  solutionKind: optional(fc.constantFrom('product', 'policy')),
  population: optional(fc.integer({ min: 1, max: 100 })),
  fit: optional(fc.record({ populationMin: optional(fc.integer({ min: 1, max: 100 })), populationMax: optional(fc.integer({ min: 1, max: 100 })) }))
})
const words = fc.array(fc.constantFrom('bus', 'night', 'water', 'late', 'city'), { minLength: 1, maxLength: 6 }).map(words => words.join(' '))
const anyFilters: fc.Arbitrary<Filters> = fc.record({
  areas: some(areas),
  countries: some(countries),
  languages: some(['zh', 'zh-Hans', 'th']),
  sdgTargets: some(['11', '11.2', '1']),
  stages: some(['pilot', 'plan']),
  solutionKinds: some(['product', 'policy']),
  populationMin: optional(fc.integer({ min: 1, max: 100 })),
  populationMax: optional(fc.integer({ min: 1, max: 100 })),
  text: optional(fc.constantFrom('bus', 'night bus', 'the', 'harbour')),
  ids: optional(fc.uniqueArray(fc.integer({ min: 0, max: 60 }).map(String), { maxLength: 40 }))
}, { requiredKeys: [] })

/** What the filters' documentation says, profile by profile. */
function passes ({ id, facets, texts }: Profile, filters: Filters): boolean {
  const meets = (wanted: readonly string[] | undefined, held: readonly (string | undefined)[], within = (a: string, b: string) => a === b): boolean =>
    wanted === undefined || wanted.some(code => held.some(other => other !== undefined && within(other, code)))
  const held = new Set(texts[0]!.text.split(' '))
  const known = facets.population !== undefined || facets.fit?.populationMin !== undefined || facets.fit?.populationMax !== undefined
  const low = facets.population ?? facets.fit?.populationMin ?? 0
  const high = facets.population ?? facets.fit?.populationMax ?? Infinity
  const asksSize = filters.populationMin !== undefined || filters.populationMax !== undefined
  return meets(filters.areas, facets.areas ?? []) &&
    meets(filters.countries, [facets.country, ...facets.countries ?? []]) &&
    meets(filters.languages, facets.languages ?? [], (held, code) => held === code || held.startsWith(`${code}-`)) &&
    meets(filters.sdgTargets, facets.sdgTargets ?? [], (held, code) => held === code || held.startsWith(`${code}.`)) &&
    meets(filters.stages, [facets.stage]) &&
    meets(filters.solutionKinds, [facets.solutionKind]) &&
    (!asksSize || (known && low <= (filters.populationMax ?? Infinity) && high >= (filters.populationMin ?? 0))) &&
    (filters.ids === undefined || filters.ids.includes(id)) &&
    (filters.text === undefined || filters.text.split(' ').every(word => word === 'the' || held.has(word)))
}

t.test('filters inside the search leave what filtering everything afterwards leaves', async t => {
  const one = fc.record({ facets: anyFacets, text: words })
  fc.assert(fc.property(fc.array(one, { maxLength: 60 }), words, anyFilters, anyFacets, fc.integer({ min: 0, max: 59 }), (all, query, filters, facets, removed) => {
    const matcher = plainMatcher()
    const profiles = all.map(({ facets, text }, i) => profile(String(i), text, { facets }))
    profiles.forEach(profile => { matcher.upsert(profile) })
    matcher.remove(String(removed))
    const whole = matcher.match(ask(query, { facets, limit: 100 }))
    const wanted = whole.matches.filter(({ id }) => passes(profiles[Number(id)]!, filters)).map(({ id }) => id)
    const found = matcher.match(ask(query, { facets, filters, limit: 100 }))
    t.same(found.matches.map(({ id }) => id), wanted)
    t.same(matcher.match(ask(query, { facets, filters, limit: 3 })).matches.map(({ id }) => id), wanted.slice(0, 3))
  }), { numRuns: 200 })
})

t.test('an empty list of a code asks for nothing, an empty list of ids for nobody', async t => {
  const matcher = plainMatcher()
  matcher.upsert(profile('a', 'night bus'))
  t.equal(matcher.match(ask('night', { filters: { areas: [] } })).matches.length, 0, 'of no area is no profile')
  t.equal(matcher.match(ask('night', { filters: { ids: [] } })).matches.length, 0)
})

t.test('codes are compared without regard to case', async t => {
  const matcher = plainMatcher()
  matcher.upsert(profile('a', 'night bus', { facets: { languages: ['zh-Hans'], countries: ['TH'] } }))
  t.equal(matcher.match(ask('night', { filters: { languages: ['ZH-hans'], countries: ['th'] } })).matches.length, 1)
})

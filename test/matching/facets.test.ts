import t from 'tap'
import { facetParts, leaningFor, missingFacets } from '../../matching/facets.ts'
import { pairOf } from '../../matching/pair.ts'
import type { Facets, Kind } from '../../matching/types.ts'

function value (name: string, query: Facets, match: Facets, kinds: [Kind, Kind] = ['challenge', 'challenge']): number | undefined {
  const part = facetParts(pairOf(query, kinds[0], match, kinds[1]), 1).find(part => part.name === name)
  return part?.known === true ? part.value : undefined
}
const fit: [Kind, Kind] = ['challenge', 'solution']

t.test('area: Dice coefficient, the first code weighs 1, the second 1/2, the third 1/3', async t => {
  const area = (a: string[], b: string[]) => value('area', { areas: a }, { areas: b })
  t.equal(area(['transport', 'energy'], ['transport', 'energy']), 1)
  t.equal(area(['transport'], ['energy']), -1)
  t.equal(area(['transport', 'energy'], ['transport', 'health']), 2 * 1 / 3)
  t.equal(area(['transport', 'energy'], ['health', 'energy']), 2 * 0.5 / 3, 'a second area in common is worth less')
  t.equal(area(['transport'], []), undefined)
})

t.test('sdg: the same goal is half the same target', async t => {
  const sdg = (a: string[], b: string[]) => value('sdg', { sdgTargets: a }, { sdgTargets: b })
  t.equal(sdg(['11.2'], ['11.2']), 1)
  t.equal(sdg(['11.2'], ['11.6']), 0.5)
  t.equal(sdg(['11.2', '3.6'], ['11.2']), (1 + 0 + 1) / 3)
  t.equal(sdg(['1.1'], ['11.1']), -1, 'goal 1 is not goal 11')
})

t.test('people', async t => {
  t.equal(value('beneficiaries', { beneficiaries: ['youth', 'women'] }, { beneficiaries: ['women'] }), 2 / 3)
  t.equal(value('languages', { languages: ['zh-Hans', 'en'] }, { languages: ['zh-Hant'] }), 1)
  t.equal(value('languages', { languages: ['zh'] }, { languages: ['th'] }), -1)
  t.equal(value('seeking', {}, { seeking: ['peers', 'finance'] }), 1)
  t.equal(value('seeking', {}, { seeking: ['finance'] }), -0.5)
  t.equal(value('seeking', {}, { seeking: ['solutions'] }, ['solution', 'challenge']), 1)
})

t.test('cities', async t => {
  const size = (a: number, b: number) => value('population', { population: a }, { population: b })
  t.equal(size(500_000, 500_000), 1)
  t.ok(Math.abs(size(100_000, 316_228)!) < 1e-6, 'half a power of ten is neither near nor far')
  t.equal(size(100_000, 5_000_000), -1)
  t.equal(size(5_000_000, 100_000), -1)
  const region = (a: string, b: string) => value('region', { country: a }, { country: b })
  t.equal(region('TH', 'TH'), 1)
  t.equal(region('TH', 'PH'), 0.5, 'both in South-eastern Asia')
  t.equal(region('TH', 'CN'), 0, 'both in Asia')
  t.equal(region('KE', 'NG'), 0.5, 'both in Sub-Saharan Africa')
  t.equal(region('TH', 'BR'), -0.5)
  t.equal(region('TH', 'XX'), -0.5, 'a code that M49 does not have lies nowhere')
  t.equal(value('income', { incomeGroup: 'low' }, { incomeGroup: 'low' }), 1)
  t.equal(value('income', { incomeGroup: 'low' }, { incomeGroup: 'lower-middle' }), 0)
  t.equal(value('income', { incomeGroup: 'high' }, { incomeGroup: 'low' }), -1)
  t.equal(value('climate', { climate: 'Aw' }, { climate: 'Am' }), 0.5)
  t.equal(value('climate', { climate: 'Aw' }, { climate: 'Dfb' }), -0.5)
})

t.test('solutions', async t => {
  const ready = (stage: string, readiness: number) => value('readiness', { stage }, { readiness }, fit)
  t.equal(ready('pilot', 6), 1)
  t.equal(ready('pilot', 5), 0.5)
  t.equal(ready('scale', 5), -1)
  t.equal(value('evidence', { country: 'TH' }, { evidence: { confirmed: 2, reported: 2, countries: ['TH'] } }, fit), 0.75 * 2 / 4 + 0.25)
  t.equal(value('evidence', { country: 'TH' }, { evidence: { confirmed: 1, reported: 5, countries: ['CN'] } }, fit), 0.75 * 2 / 4, 'four that no city confirmed count as one')
  t.equal(value('evidence', {}, { evidence: { confirmed: 0, reported: 0, countries: [] } }, fit), 0, 'new is not bad')
  t.equal(value('income-fit', { incomeGroup: 'low' }, { fit: { incomeGroups: ['high', 'lower-middle'] } }, fit), 0)
  t.equal(value('climate-fit', { climate: 'Aw' }, { fit: { climates: ['Dfb', 'Aw'] } }, fit), 1)
})

const full: Facets = {
  areas: ['health'],
  sdgTargets: ['3.1'],
  beneficiaries: ['women'],
  languages: ['en'],
  population: 1,
  country: 'TH',
  incomeGroup: 'low',
  climate: 'Aw',
  stage: 'scale',
  seeking: ['peers', 'solutions'],
  readiness: 9,
  evidence: { confirmed: 1e9, reported: 1e9, countries: ['TH'] },
  fit: { climates: ['Aw'], incomeGroups: ['low'] }
}

t.test('all facets together move a text\'s strength by a fifth at most', async t => {
  for (const [kind, target] of [['challenge', 'challenge'], fit, ['solution', 'challenge'], ['solution', 'solution']] as const) {
    const pair = pairOf(full, kind, full, target)
    const leaning = leaningFor(pair)
    t.ok(leaning.most <= 0.2 + 1e-12)
    t.ok(leaning.of(pair) <= leaning.most + 1e-12 && leaning.of(pair) > leaning.most - 0.001)
    const parts = facetParts(pair, 0.5)
    t.ok(Math.abs(parts.reduce((sum, { contribution }) => sum + contribution, 0) - 0.5 * leaning.of(pair)) < 1e-12, 'the parts are the leaning, taken apart')
    t.same(missingFacets(pair), [])
  }
})

t.test('what nobody says is neutral, and said', async t => {
  const pair = pairOf({ areas: ['health'] }, 'challenge', { areas: [] }, 'solution')
  t.equal(leaningFor(pair).of(pair), 0)
  t.ok(facetParts(pair, 1).every(({ known, value }) => !known && value === 0))
  const missing = missingFacets(pair)
  t.same(missing.filter(({ field }) => field === 'area'), [{ side: 'match', field: 'area' }])
  t.same(missing.filter(({ field }) => field === 'readiness'), [{ side: 'query', field: 'readiness' }, { side: 'match', field: 'readiness' }])
})

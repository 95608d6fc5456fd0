import fc from 'fast-check'
import t from 'tap'
import { fieldNames, type Profile } from '../../matching/types.ts'
import { ask, plainMatcher, profile } from './plain-words.ts'

const sum = (numbers: readonly { contribution: number }[]): number => numbers.reduce((sum, { contribution }) => sum + contribution, 0)
const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(Math.abs(a), Math.abs(b), 1e-12)

t.test('parts sum to the score, terms to the text\'s parts', async t => {
  const words = fc.array(fc.constantFrom('bus', 'night', 'water', 'late', 'city', 'school.', 'pump'), { minLength: 1, maxLength: 30 }).map(words => words.join(' '))
  const texts = fc.array(fc.record({ field: fc.constantFrom(...fieldNames), text: words }), { minLength: 1, maxLength: 6 })
  const facets = fc.record({
    areas: fc.subarray(['transport', 'energy', 'health']),
    languages: fc.subarray(['en', 'th']),
    population: fc.integer({ min: 1, max: 1e7 }),
    country: fc.constantFrom('TH', 'CN', 'BR'),
    readiness: fc.integer({ min: 1, max: 9 }),
    stage: fc.constantFrom('pilot', 'scale'),
    evidence: fc.record({ confirmed: fc.nat(9), reported: fc.nat(9), countries: fc.subarray(['TH', 'CN']) })
  }, { requiredKeys: [] })
  fc.assert(fc.property(fc.array(fc.record({ texts, facets }), { minLength: 1, maxLength: 40 }), texts, facets, fc.constantFrom('challenge', 'solution'), (all, query, asked, target) => {
    const matcher = plainMatcher()
    all.forEach(({ texts, facets }, i) => { matcher.upsert({ id: String(i), kind: target, texts, facets }) })
    const { matches } = matcher.match({ profile: { kind: 'challenge', texts: query, facets: asked }, target, limit: 100, explain: 'full' })
    matches.forEach((match, i) => {
      t.equal(match.rank, i + 1)
      t.ok(near(sum(match.parts), match.score))
      t.ok(near(sum(match.terms!), sum(match.parts.filter(({ name }) => name.startsWith('text.')))))
      for (const { name, value, weight, contribution, known } of match.parts) {
        t.ok(near(contribution, value * weight), name)
        t.ok(name === 'usual' ? known : /^(text|pairs)\./.test(name) ? value >= 0 && known : Math.abs(value) <= 1 && (known || value === 0))
      }
      for (const part of match.parts.filter(({ name }) => name.startsWith('text.'))) {
        t.ok(near(sum(match.terms!.filter(({ field }) => `text.${field}` === part.name)), part.contribution), 'field by field')
      }
      t.ok(i === 0 || match.score <= matches[i - 1]!.score)
    })
  }), { numRuns: 60 })
})

const buses: Profile = profile('buses', 'Night workers wait. After midnight there are no Buses at the harbour. Schools are fine.', { title: 'Late buses' })

t.test('passages pair what ties the two, in their own words', async t => {
  const matcher = plainMatcher()
  matcher.upsert(buses)
  for (let i = 0; i < 5; i++) matcher.upsert(profile(`other-${i}`, 'drinking water for schools and workers'))
  const query = ask('Our port is growing. Nobody can reach the HARBOUR after midnight since buses stop. Late shifts suffer.', { explain: 'full' })
  const match = matcher.match(query).matches[0]!
  t.equal(match.id, 'buses')
  t.same(match.passages[0], {
    field: 'problem',
    query: 'Nobody can reach the HARBOUR after midnight since buses stop.',
    queryField: 'problem',
    match: 'After midnight there are no Buses at the harbour.',
    shared: ['Buses', 'After', 'harbour', 'midnight'],
    queryLanguage: 'en',
    matchLanguage: 'en'
  })
  t.match(match.passages[1], { field: 'title', match: 'Late buses', query: 'Late shifts suffer.', shared: ['Late'] })
  t.equal(match.passages.length, 2, 'no passage for what the others have shown')
  t.same(new Set(match.sharedTerms), new Set(['buses', 'After', 'harbour', 'midnight', 'Late']))
  t.equal(match.sharedTerms[0], 'buses', 'the strongest tie first, as its first occurrence is written')
  t.match(match.terms?.find(({ term, field }) => term === 'harbour' && field === 'problem'), { word: 'HARBOUR', matchedWord: 'harbour' })
  t.same(match.languages, ['en'])
  t.equal(matcher.match({ ...query, explain: 'short' }).matches[0]!.terms, undefined)
})

t.test('a text without full stops still gives a passage to read', async t => {
  const matcher = plainMatcher()
  const filler = Array.from({ length: 200 }, (_, i) => `word${i}`).join(' ')
  matcher.upsert(profile('long', `${filler} night buses ${filler} 😀${'x'.repeat(700)}`))
  const [passage] = matcher.match(ask('night buses')).matches[0]!.passages
  t.ok(passage!.match.includes('night buses'))
  t.ok(passage!.match.length <= 320)
})

t.test('what is missing names the side and the field', async t => {
  const matcher = plainMatcher()
  matcher.upsert(buses)
  const { missing, gates } = matcher.match(ask('buses', { facets: { country: 'TH', areas: ['transport'] } })).matches[0]!
  t.ok(missing.some(({ side, field }) => side === 'match' && field === 'available-in-country'))
  t.notOk(missing.some(({ side, field }) => side === 'query' && field === 'available-in-country'))
  t.ok(missing.some(({ side, field }) => side === 'query' && field === 'budget'))
  t.ok(missing.some(({ side, field }) => side === 'match' && field === 'area'))
  t.ok(gates.every(({ outcome }) => outcome === 'unknown'))
})

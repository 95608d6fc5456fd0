import t from 'tap'
import { pairCounts, pairTerms } from '../../matching/pairs.ts'
import { plainMatcher, profile } from './plain-words.ts'

const text = (...terms: string[]) => [{ field: 'problem' as const, position: 1, text: terms.join(' '), spans: [], tokens: terms.map((term, i) => ({ term, start: i, end: i + 1 })) }]

t.test('words side by side, in their order', async t => {
  const [{ field, terms } = { field: -1, terms: [] }] = pairTerms(text('water', 'pipe', 'leak', 'water', 'pipe'))
  t.equal(field, 1)
  t.equal(terms.length, 4)
  t.equal(terms[0], terms[3], 'water pipe twice')
  t.equal(new Set([...terms, ...pairTerms(text('pipe', 'water'))[0]!.terms]).size, 4, 'pipe water is another pair')
  t.equal(pairCounts(text('water', 'pipe', 'leak', 'water', 'pipe'), [2, 1, 1, 1]).get(terms[0]!), 2)
})

t.test('of a long query, those who say the words together come before those who have them apart; a short one goes by words alone', async t => {
  const matcher = plainMatcher()
  const letters = [...'abcdefghij']
  const words = letters.flatMap(first => letters.map(second => `w${first}${second}`))
  for (const [i, word] of words.entries()) if (i % 3 === 0) matcher.upsert(profile(`other${i}`, `x${word} y${word} ${word}`))
  matcher.upsert(profile('apart', 'wad waj waf wba wah wbd'))
  matcher.upsert(profile('together', 'wad wae waf wag wah wai'))
  const long = matcher.match({ profile: { kind: 'challenge', texts: [{ field: 'problem', text: words.join(' ') }], facets: {} }, target: 'solution', limit: 3 })
  t.equal(long.matches[0]?.id, 'together')
  const pairs = long.matches[0]!.parts.filter(({ name }) => name.startsWith('pairs.'))
  t.ok(pairs.some(({ contribution }) => contribution > 0))
  const short = matcher.match({ profile: { kind: 'challenge', texts: [{ field: 'problem', text: 'wad wae waf' }], facets: {} }, target: 'solution', limit: 3 })
  t.same(short.matches[0]!.parts.filter(({ name }) => name.startsWith('pairs.')), [])
})

import t from 'tap'
import { diversified } from '../../matching/diversity.ts'
import { createMatcher, type Profile } from '../../matching/index.ts'

const long = 'Every monsoon the storm drains of the old market quarter overflow, because plastic waste blocks the grates and the pumping station was built for half of today\'s rainfall. Shops stay closed for days.'
const profile = (id: string, problem: string): Profile => ({ id, kind: 'challenge', texts: [{ field: 'problem', text: problem, language: 'en' }], facets: {} })
const ask = (diversity?: number, limit = 10) => ({ profile: { kind: 'challenge' as const, texts: [{ field: 'problem' as const, text: 'storm drains overflow every monsoon and plastic waste blocks the grates; shops close', language: 'en' }], facets: {} }, target: 'challenge' as const, limit, ...(diversity === undefined ? {} : { diversity }) })

t.test('near-copies are folded into the best of them, and nothing is lost', async t => {
  const matcher = createMatcher()
  matcher.upsert(profile('a-original', long))
  matcher.upsert(profile('copy', long.replace('for days', 'for many days')))
  matcher.upsert(profile('other', 'The storm drains of our port overflow in every monsoon: the tide gate no longer closes, and nobody has the money to mend it before the rains begin.'))
  matcher.upsert(profile('buses', 'Buses stand in traffic all morning while shops wait for their goods and for the people who work in them, every day of the week.'))
  const { matches } = matcher.match(ask())
  t.same(matches.map(({ id, copies }) => [id, copies]), [['a-original', ['copy']], ['other', []], ['buses', []]])
  t.same(matcher.match(ask(undefined, 2)).matches.map(({ id }) => id), ['a-original', 'other'], 'a copy takes no place from another')
  matcher.remove('a-original')
  t.same(matcher.match(ask()).matches.map(({ id }) => id), ['copy', 'other', 'buses'])
})

t.test('short texts that are alike are not copies', async t => {
  const matcher = createMatcher()
  matcher.upsert(profile('a', 'Storm drains overflow every monsoon'))
  matcher.upsert(profile('b', 'Storm drains overflow every monsoon'))
  t.same(matcher.match(ask()).matches.map(({ id }) => id), ['a', 'b'])
})

t.test('maximal marginal relevance by hand', async t => {
  // At .5: a first (.5). b says what a says: .45 - .5 = -.05; c shares nothing: .3; so c before b.
  const candidates = [
    { item: 'a', score: 2, terms: new Map([['water', 1]]) },
    { item: 'b', score: 1.8, terms: new Map([['water', 3]]) },
    { item: 'c', score: 1.2, terms: new Map([['bus', 1]]) }
  ]
  t.same(diversified(candidates, 0.5, 3), ['a', 'c', 'b'])
  t.same(diversified(candidates, 0, 3), ['a', 'b', 'c'])
  t.same(diversified(candidates, 0.5, 2), ['a', 'c'])
  t.same(diversified([], 0.5, 2), [])
})

t.test('a diverse answer keeps scores and parts, and says what place each would have had', async t => {
  const matcher = createMatcher()
  matcher.upsert(profile('drains-1', 'Storm drains overflow every monsoon and shops close for days near the market'))
  matcher.upsert(profile('drains-2', 'Storm drains overflow each monsoon and shops close for weeks near the market'))
  matcher.upsert(profile('gate', 'Every monsoon a broken tide gate lets the sea into warehouses of the port'))
  const plain = matcher.match(ask()).matches
  const diverse = matcher.match(ask(0.6)).matches
  t.same(plain.map(({ id }) => id), ['drains-1', 'drains-2', 'gate'])
  t.same(diverse.map(({ id, rank, rankByScore }) => [id, rank, rankByScore]), [['drains-1', 1, 1], ['gate', 2, 3], ['drains-2', 3, 2]])
  for (const { id, score, parts } of diverse) {
    t.equal(score, plain.find(match => match.id === id)?.score)
    t.ok(Math.abs(parts.reduce((sum, { contribution }) => sum + contribution, 0) - score) < 1e-9)
  }
})

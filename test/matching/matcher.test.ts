import t from 'tap'
import type { Query } from '../../matching/types.ts'
import { ask, plainMatcher, profile } from './plain-words.ts'

const ids = (matcher: ReturnType<typeof plainMatcher>, query: Query): string[] => matcher.match(query).matches.map(({ id }) => id)

t.test('a golden order, each place with its reason', async t => {
  const matcher = plainMatcher()
  matcher.upsert(profile('all', 'night buses late for commuters'))
  matcher.upsert(profile('title', 'timetables for everyone', { title: 'night buses' }))
  matcher.upsert(profile('long', 'night buses and much more about roads and bridges and tunnels and ports and airports'))
  matcher.upsert(profile('one', 'school buses for small towns'))
  matcher.upsert(profile('none', 'drinking water for villages'))
  t.same(ids(matcher, ask('late night buses')), [
    'all', // all three words, the rarest among them
    'title', // two of three, but in the title, which weighs double
    'long', // the same two, thinned out by length
    'one' // one word, and the commonest of them
  ])
})

t.test('what the query repeats weighs more', async t => {
  const matcher = plainMatcher()
  matcher.upsert(profile('buses', 'night buses'))
  matcher.upsert(profile('trains', 'night trains'))
  t.same(ids(matcher, ask('buses trains trains')), ['trains', 'buses'])
  t.same(ids(matcher, ask('buses buses trains')), ['buses', 'trains'])
})

t.test('ties come by ascending id', async t => {
  const matcher = plainMatcher()
  for (const id of ['b', 'c', 'a', 'B', '10', '9']) matcher.upsert(profile(id, 'the same words'))
  t.same(ids(matcher, ask('same words')), ['10', '9', 'B', 'a', 'b', 'c'])
})

t.test('facets turn near-equals round and lift nothing unrelated', async t => {
  const matcher = plainMatcher()
  const fitting = { areas: ['transport'], evidence: { confirmed: 20, reported: 20, countries: ['TH'] } }
  matcher.upsert(profile('equal-other', 'night buses late', { facets: { areas: ['health'] } }))
  matcher.upsert(profile('equal-silent', 'night buses late'))
  matcher.upsert(profile('equal-same', 'night buses late', { facets: fitting }))
  matcher.upsert(profile('unrelated', 'late payments of school fees and other words', { facets: fitting }))
  const query = ask('night buses late', { facets: { areas: ['transport'], country: 'TH' } })
  t.same(ids(matcher, query), ['equal-same', 'equal-silent', 'equal-other', 'unrelated'], 'what is not said stands between agreement and disagreement')
})

t.test('changes show in the next match', async t => {
  const matcher = plainMatcher()
  matcher.upsert(profile('a', 'night buses'))
  t.same(matcher.size, { challenge: 0, solution: 1 })
  t.ok(matcher.has('a'))
  matcher.upsert(profile('a', 'drinking water'))
  t.same(ids(matcher, ask('night buses')), [])
  t.same(ids(matcher, ask('drinking water')), ['a'])
  matcher.upsert(profile('a', 'drinking water', { kind: 'challenge' }))
  t.same(matcher.size, { challenge: 1, solution: 0 }, 'a profile has one kind')
  t.ok(matcher.remove('a'))
  t.notOk(matcher.remove('a'))
  t.notOk(matcher.has('a'))
  t.same(matcher.match(ask('drinking water')), { matches: [], languages: ['en'], considered: 0, dropped: {}, versions: { test: '1' } })
  t.equal(matcher.identify('anything'), 'en')
})

t.test('neither itself nor its group', async t => {
  const matcher = plainMatcher()
  const peer = { kind: 'challenge' as const }
  matcher.upsert(profile('mine', 'night buses', { ...peer, group: 'city-1' }))
  matcher.upsert(profile('my-other', 'night buses', { ...peer, group: 'city-1' }))
  matcher.upsert(profile('theirs', 'night buses', { ...peer, group: 'city-2' }))
  matcher.upsert(profile('nobodys', 'night buses', peer))
  const query = { target: 'challenge' as const, limit: 1 }
  t.same(ids(matcher, ask('night buses', { ...query, id: 'mine', group: 'city-1' })), ['nobodys'])
  t.same(ids(matcher, ask('night buses', { ...query, limit: 9, id: 'mine', group: 'city-1' })), ['nobodys', 'theirs'])
  t.same(ids(matcher, ask('night buses', { ...query, limit: 9, id: 'mine' })), ['my-other', 'nobodys', 'theirs'], 'itself is left out by its id alone')
  matcher.remove('theirs')
  matcher.upsert(profile('new', 'night buses', { ...peer, group: 'city-3' }))
  t.same(ids(matcher, ask('night buses', { ...query, limit: 9, group: 'city-2' })), ['mine', 'my-other', 'new', 'nobodys'], 'a slot used again is not of its old group')
})

t.test('gates drop and count, or show', async t => {
  const matcher = plainMatcher()
  matcher.upsert(profile('best-elsewhere', 'night buses late', { facets: { countries: ['BR'], expiresOn: '2026-01-01' } }))
  matcher.upsert(profile('second', 'night buses', { facets: { countries: ['TH'] } }))
  matcher.upsert(profile('third-unknown', 'night buses again'))
  matcher.upsert(profile('worst-elsewhere', 'night and many other words here', { facets: { countries: ['CN'] } }))
  const query = ask('night buses late', { facets: { country: 'TH' }, today: '2026-06-01', limit: 2 })
  const answer = matcher.match(query)
  t.same(answer.matches.map(({ id }) => id), ['second', 'third-unknown'])
  t.same(answer.dropped, { 'available-in-country': 1, 'not-expired': 1 }, 'what would not have been shown anyway is not counted')
  t.same(matcher.match({ ...query, limit: 3 }).dropped, { 'available-in-country': 2, 'not-expired': 1 })
  t.equal(answer.considered, 4)

  const shown = matcher.match({ ...query, failing: 'show' })
  t.same(shown.matches.map(({ id }) => id), ['best-elsewhere', 'second'])
  t.same(shown.dropped, {})
  t.match(shown.matches[0]!.gates.filter(({ outcome }) => outcome === 'fail').map(({ rule }) => rule), ['available-in-country', 'not-expired'])
})

t.test('as many as asked for come back, however many gates turn away', async t => {
  const matcher = plainMatcher()
  for (let i = 0; i < 3000; i++) matcher.upsert(profile(`far-${i}`, 'night buses late', { facets: { countries: ['BR'] } }))
  for (let i = 0; i < 12; i++) matcher.upsert(profile(`near-${i}`, 'night trains and something else entirely', { facets: { countries: ['TH'] } }))
  const { matches, dropped } = matcher.match(ask('night buses late', { facets: { country: 'TH' } }))
  t.equal(matches.length, 10)
  t.ok(matches.every(({ id }) => id.startsWith('near')))
  t.same(dropped, { 'available-in-country': 3000 })
})

t.test('the same question has the same answer', async t => {
  const build = (order: number[]) => {
    const matcher = plainMatcher()
    for (const i of order) matcher.upsert(profile(`p${i}`, `night buses number ${i % 7} ${i % 5}`, { title: `line ${i % 3}`, facets: { areas: i % 2 === 0 ? ['transport'] : ['energy'] } }))
    return matcher
  }
  const order = Array.from({ length: 600 }, (_, i) => i)
  const query = ask('night buses number 3 line 2', { facets: { areas: ['energy'] }, explain: 'full', limit: 50 })
  const answer = build(order).match(query)
  const other = build(order.toReversed())
  t.same(other.match(query), answer, 'whatever order profiles came in')
  t.same(other.match(query), answer)
})

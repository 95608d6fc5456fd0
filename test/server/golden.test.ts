import { readFile } from 'node:fs/promises'
import t from 'tap'
import type { ProfileRecord } from '../../db/index.ts'
import type { ChallengeAnswer } from '../../server/schemas/matches.ts'
import { startSampleService } from './sample-service.ts'

interface Expected { id: string, why: string }
interface Golden { cases: Array<{ challenge: string, why: string, peers: Expected[], solutions: Expected[], nearMisses: Expected[] }> }

/** What a knowledgeable person would expect of the sample data, written before the matcher was tuned and not changed to suit it. */
const golden = JSON.parse(await readFile(new URL('../fixtures/golden.json', import.meta.url), 'utf8')) as Golden

const depth = 5
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

t.test('the matcher finds in the sample data what a knowledgeable person would', async (t) => {
  const service = await startSampleService(t)
  const { store } = service
  const records: ProfileRecord[] = []
  for (const resource of ['challenges', 'solutions'] as const) records.push(...(await store.read[resource].list({ filters: {}, sort: 'created', descending: false, limit: 1000 })).records)
  const byExternalId = new Map(records.map((record) => [record.externalId, record]))
  const language = (record: ProfileRecord) => (record.content['title'] as { language: string }).language
  const profile = (externalId: string) => {
    const found = byExternalId.get(externalId)
    if (found === undefined) throw new Error(`no sample profile is called ${externalId}`)
    return found
  }

  const found = { samePeers: [] as number[], otherPeers: [] as number[], sameSolutions: [] as number[], otherSolutions: [] as number[] }
  let twins = 0
  let twinsFirst = 0
  let nearMisses = 0
  let nearMissesBelow = 0
  for (const { challenge, peers, solutions, nearMisses: misses } of golden.cases) {
    const asked = profile(challenge)
    // Fit for one's own country is for gates; here it is what the texts say.
    const answer = (await service.call('GET', `/v1/challenges/${asked.id}/matches?limit=50&failing=show`)).body as ChallengeAnswer
    const rankedPeers = answer.peers.map((match) => match.challenge.id)
    const rankedSolutions = answer.solutions.map((match) => match.solution.id)
    for (const [expected, ranked, same, other] of [[peers, rankedPeers, found.samePeers, found.otherPeers], [solutions, rankedSolutions, found.sameSolutions, found.otherSolutions]] as const) {
      for (const { id } of expected) {
        const record = profile(id)
        const list = language(record) === language(asked) ? same : other
        list.push(ranked.slice(0, depth).includes(record.id) ? 1 : 0)
      }
    }
    const twin = peers.find(({ id }) => language(profile(id)) === language(asked))
    if (twin === undefined) continue
    twins++
    if (peers.some(({ id }) => rankedPeers[0] === profile(id).id)) twinsFirst++
    for (const { id } of misses) {
      const miss = profile(id)
      if (language(miss) !== language(asked) || !byExternalId.has(id) || rankedSolutions.includes(miss.id)) continue
      nearMisses++
      const rank = rankedPeers.indexOf(miss.id)
      if (rank === -1 || rank > rankedPeers.indexOf(profile(twin.id).id)) nearMissesBelow++
    }
  }

  const figures = {
    'peers in the same language, recall@5': mean(found.samePeers),
    'peers in another language, recall@5': mean(found.otherPeers),
    'solutions in the same language, recall@5': mean(found.sameSolutions),
    'solutions in another language, recall@5': mean(found.otherSolutions),
    'the first of all is a twin, in whatever language': twinsFirst / twins,
    'near-misses in the same language below the twin': nearMissesBelow / nearMisses
  }
  for (const [name, figure] of Object.entries(figures)) t.comment(`${name}: ${figure.toFixed(3)}`)
  t.equal(golden.cases.length, 40)
  t.ok(figures['peers in another language, recall@5'] >= 0.85, 'peers across languages')
  t.ok(figures['solutions in another language, recall@5'] >= 0.85, 'solutions across languages')
  t.ok(mean(Object.values(found).flat()) >= 0.9, 'all')
  t.ok(figures['peers in the same language, recall@5'] >= 0.9, 'same-language peers')
  t.ok(figures['solutions in the same language, recall@5'] >= 0.9, 'same-language solutions')
  t.ok(figures['the first of all is a twin, in whatever language'] >= 0.8, 'twins')
  t.ok(figures['near-misses in the same language below the twin'] >= 0.8, 'near-misses')
})

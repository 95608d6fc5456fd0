import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import t from 'tap'
import { v7 as uuid } from 'uuid'
import type { Judgement } from '../../db/index.ts'
import { discoverSets } from '../../scripts/evaluate/discover.ts'
import { gradeOf } from '../../scripts/export-judgements/grades.ts'
import { eachEngine } from '../engines.ts'
import { startService } from '../helper.ts'
import { citySide, introduce, providerSide } from '../server/introduced.ts'
import { type Ended, runScript } from './run-script.ts'

/** Runs the export on a store; without blocking, so that a service of this process goes on. */
const exportTo = (url: string, ...args: string[]): Promise<Ended> => new Promise((resolve, reject) => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/export-judgements.ts', ...args], { env: { PATH: process.env['PATH'], DATABASE_URL: url }, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended: Ended = { code: null, stdout: '', stderr: '' }
  child.stdout.on('data', (chunk: Buffer) => { ended.stdout += chunk.toString() })
  child.stderr.on('data', (chunk: Buffer) => { ended.stderr += chunk.toString() })
  child.once('error', reject)
  child.once('close', (code) => resolve({ ...ended, code }))
})

t.test('values become grades as --help says', async (t) => {
  // 3 x the mean, rounded, halves up: 1/6 x 3 = 0.5, so 1; (1 - 1 + 0.5) / 3 x 3 = 0.5, so 1
  for (const [values, grade] of [[[1], 3], [[-1], 0], [[1, -1], 0], [[1, 1, -1], 1], [[1, 0], 2], [[0.5], 2], [[0.7], 2], [[0.9], 3], [[1 / 6], 1], [[0.1], 0], [[1, -1, 0.5], 1], [[-0.5, 0.25], 0]] as const) {
    t.equal(gradeOf(values), grade, values.join())
  }
})

eachEngine('judgements leave as a BEIR set without people, and the evaluation reads it', async (t, openTestStore, url) => {
  const store = await openTestStore()
  const service = await startService(t, store)
  const city = await citySide(service, 'Khon Kaen', { title: { text: 'Full buses', language: 'en', translations: [{ text: 'Autobuses llenos', language: 'es' }] }, context: 'Zeppelins were tried', visibility: { context: 'members' } })
  const peer = await citySide(service, 'Iloilo', { title: 'Crowded buses' })
  const [busline, far, gone] = [await providerSide(service, 'Busline'), await providerSide(service, 'Far', { title: 'Beehives', summary: 'Honey from rooftops.' }), await providerSide(service, 'Gone', { title: 'More buses at rush hour', summary: 'Rents crowded lines a second bus for the morning.' })]
  const colleague = await service.person({ name: 'Khon Kaen', kind: 'city' }, 'editor')
  const thumb = async (as: typeof colleague, resource: string, id: string, matchId: string, useful: boolean) => {
    const answer = await service.call('PUT', `/v1/${resource}/${id}/matches/${matchId}/judgement`, { as, body: { useful } })
    t.equal(answer.status, 200, answer.text)
  }
  await thumb(city.owner, 'challenges', city.profileId, busline.profileId, true)
  await thumb(colleague, 'challenges', city.profileId, busline.profileId, false)
  await thumb(city.owner, 'challenges', city.profileId, peer.profileId, true)
  await thumb(city.owner, 'challenges', city.profileId, gone.profileId, true)
  await thumb(busline.owner, 'solutions', busline.profileId, city.profileId, true)
  const of = (side: typeof far, over: Partial<Judgement>): Judgement => ({ id: uuid(), kind: 'outcome', organisationId: city.owner.organisationId ?? '', personId: city.owner.personId, introductionId: null, queryResource: 'challenges', queryId: city.profileId, matchResource: side.resource, matchId: side.profileId, value: 1, detail: 'pilot', match: null, at: new Date(), ...over })
  const introductionId = await introduce(service, [city, busline])
  await store.transact(async ({ judgements }) => {
    await judgements.insert(of(busline, { introductionId }))
    await judgements.insert(of(far, { kind: 'decline', detail: 'not-a-fit', value: -0.5 }))
  })
  t.equal((await service.call('DELETE', `/v1/solutions/${gone.profileId}`, { as: gone.owner, headers: { 'if-match': '"1"' } })).status, 200)

  const folder = path.join(t.testdir({ deep: { set: { 'corpus.jsonl': 'of an earlier export\n' } } }), 'deep', 'set')
  const ended = await exportTo(url, '--out', folder)
  t.equal(ended.code, 0, ended.stderr)
  t.equal(ended.stdout, '6 judgements of 4 pairs: 2 queries, 4 documents; 1 left out because a profile is not published\n')
  t.equal(ended.stderr, '', 'no progress bar where there is no terminal')

  const read = (name: string) => readFileSync(path.join(folder, name), 'utf8')
  const records = (name: string) => read(name).trimEnd().split('\n').map((line) => JSON.parse(line))
  t.same(records('corpus.jsonl').map((record) => record._id), [busline, far, peer, city].map((side) => side.profileId).sort())
  t.match(records('corpus.jsonl').find((record) => record._id === far.profileId), { title: 'Beehives', text: 'Honey from rooftops.' })
  const [query] = records('queries.jsonl').filter((record) => record._id === city.profileId)
  t.match(query, { title: 'Full buses', text: /^Full buses\nCommuters are left standing/ })
  t.equal(records('queries.jsonl').length, 2)
  // (1 - 1 + 1) / 3 = 1/3 for the solution, so 1
  const graded = [[city, busline, 1], [city, far, 0], [city, peer, 3], [busline, city, 3]] as const
  const [heading, ...lines] = read('qrels/test.tsv').trimEnd().split('\n')
  t.equal(heading, 'query-id\tcorpus-id\tscore')
  t.same(lines.sort(), graded.map(([of, match, grade]) => `${of.profileId}\t${match.profileId}\t${grade}`).sort())

  const judgements = records('judgements.jsonl')
  t.equal(judgements.length, 6)
  t.match(judgements.filter((judgement) => judgement.kind === 'thumb')[0], { queryId: city.profileId, matchId: busline.profileId, value: 1, detail: null, at: /^20/, rank: 1, band: String, score: Number, parts: [{ name: String }], versions: {} })
  t.ok(Object.keys(judgements[0].versions).length > 0)
  t.match(judgements.filter((judgement) => judgement.kind !== 'thumb'), [{ kind: 'outcome', detail: 'pilot', rank: null, versions: null }, { kind: 'decline', detail: 'not-a-fit', value: -0.5 }])

  const everything = ['corpus.jsonl', 'queries.jsonl', 'qrels/test.tsv', 'judgements.jsonl'].map(read).join('')
  for (const hidden of [city.owner.personId, colleague.personId, city.owner.organisationId ?? '', busline.owner.organisationId ?? '', introductionId, gone.profileId, 'Zeppelins', 'Autobuses']) {
    t.notOk(everything.includes(hidden), `${hidden} is not in it`)
  }

  t.match(discoverSets(folder).map((set) => ({ name: set.name, tasks: set.load([]) })), [{ name: 'set', tasks: [{ documents: { length: 4 }, runs: [{ pair: null, queries: { length: 2 } }] }] }])
  if (store.engine === 'postgres') return
  const json = path.join(t.testdirName, 'rows.json')
  const evaluated = await runScript('scripts/evaluate.ts', '--data', path.dirname(folder), '--encoder', 'none', '--json', json)
  t.equal(evaluated.code, 0, evaluated.stderr)
  t.match(JSON.parse(readFileSync(json, 'utf8')), [{ set: 'set', pair: null, queries: 2, documents: 4, recall100: 1 }])
})

t.test('wrong usage is one line, and help tells the files and the grades', async (t) => {
  for (const args of [[], ['--to', 'x']]) {
    const { code, stderr, stdout } = await runScript('scripts/export-judgements.ts', ...args)
    t.equal(code, 2, args.join(' '))
    t.match(stderr, /^export-judgements: [^\n]+\n$/)
    t.equal(stdout, '')
  }
  const { code, stdout } = await runScript('scripts/export-judgements.ts', '--help')
  t.equal(code, 0)
  for (const word of ['--out DIR', 'corpus.jsonl', 'queries.jsonl', 'qrels/test.tsv', 'judgements.jsonl', 'below 1/6']) t.match(stdout, word)
})

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import t from 'tap'

type Started = { child: ChildProcess, url: string, output: string[], key: string | undefined }

const environment = (over: Record<string, string>) => ({ PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: '0', ...over })

/** `npm start` as it is, minus npm. */
const run = (over: Record<string, string>) => spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], { env: environment(over), stdio: ['ignore', 'pipe', 'pipe'] })

const start = async (over: Record<string, string>): Promise<Started> => {
  const child = run(over)
  t.teardown(() => child.kill('SIGKILL'))
  const output: string[] = []
  const lines = createInterface({ input: child.stdout })
  const started = new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      output.push(line)
      const url = /open at (http\S+)/.exec(line)?.[1]
      if (url !== undefined) setTimeout(() => resolve(url), 200)
    })
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${output.join('\n')}`)))
  })
  const url = await started
  return { child, url, output, key: /wicc_\S+/.exec(output.join('\n'))?.[0] }
}

const stop = async ({ child }: Started, signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> => {
  child.kill(signal)
  const [code] = await once(child, 'exit') as [number | null]
  return code
}

const folder = async (): Promise<string> => {
  const path = await mkdtemp(join(tmpdir(), 'wicc-start-'))
  t.teardown(() => rm(path, { recursive: true, force: true }))
  return path
}

t.test('a first start fills an empty store, says where to go, gives a key once, and stops cleanly', async (t) => {
  const database = `file:${join(await folder(), 'new', 'wicc.db')}`
  const first = await start({ DATABASE_URL: database })
  t.match(first.output.join('\n'), /\/docs/)
  t.match(first.output.join('\n'), 'Mail goes to the folder ./.data/mail and nobody gets it; set SMTP_URL to send it.')
  t.ok(first.key, 'a key is shown')
  const get = async (started: Started, path: string) => (await fetch(started.url + path, { headers: first.key === undefined ? {} : { authorization: `Bearer ${first.key}` } })).json() as Promise<{ items: Array<{ id: string, sample: boolean }> }>
  const before = (await get(first, '/v1/challenges?limit=200')).items
  t.ok(before.length >= 160)
  t.ok(before.every((challenge) => challenge.sample), 'all marked as invented')
  t.ok((await get(first, '/v1/cities?limit=200')).items.length >= 80)
  t.ok((await get(first, '/v1/providers?limit=200')).items.length >= 50)
  t.ok((await get(first, '/v1/solutions?limit=200')).items.length >= 120)
  t.ok((await get(first, '/v1/deployments?limit=200')).items.length >= 60)
  const docs = await fetch(`${first.url}/docs/`)
  t.equal(docs.status, 200)
  t.notMatch(await docs.text(), /(src|href)="(https?:)?\/\//, 'the documentation asks no other host')
  const accounts = first.output.flatMap((line) => /^ {2}(\S+@sample\.example) +(\S{16}) {2}(.+)$/.exec(line)?.slice(1) ?? [])
  t.same([accounts.length, new Set(accounts.filter((_, index) => index % 3 === 1)).size], [9, 3], 'three accounts, each with a password of its own')
  const owned = { city: ['cities', 'challenges'], provider: ['providers', 'solutions'], secretariat: [] } as const
  for (const [kind, resources] of Object.entries(owned)) {
    const at = accounts.indexOf(`${kind}@sample.example`)
    const answer = await fetch(`${first.url}/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: accounts[at], password: accounts[at + 1] }) })
    const cookie = answer.headers.getSetCookie().map((line) => line.replace(/;.*/, '')).join('; ')
    const session = await answer.json() as { organisations: object[] }
    t.match(session.organisations, [{ kind, name: accounts[at + 2], role: 'owner', verified: true }], kind)
    for (const resource of resources) {
      const { items } = await (await fetch(`${first.url}/v1/${resource}?owner=me`, { headers: { cookie } })).json() as { items: Array<{ contact?: { email?: string } | null }> }
      t.ok(items.length >= 1, `the ${kind} owns ${resource}`)
      if (resource === 'cities' || resource === 'providers') t.equal(items[0]?.contact?.email, `${kind}@sample.example`, 'and whom an introduction is to show')
    }
  }
  t.equal((await fetch(`${first.url}/health/ready`)).status, 200)
  t.match(await (await fetch(`${first.url}/metrics`)).text(), 'http_request_duration_seconds')
  t.equal(await stop(first), 0)

  const second = await start({ DATABASE_URL: database })
  t.equal(second.key, undefined, 'the key is shown once only')
  t.notMatch(second.output.join('\n'), 'sample.example', 'and so are passwords')
  t.same((await get(second, '/v1/challenges?limit=200')).items, before, 'the store is as it was')
  t.equal((await fetch(`${second.url}/v1/changes?after=0&limit=1`, { headers: { authorization: `Bearer ${first.key}` } })).status, 200, 'and the key works on')
  t.equal(await stop(second, 'SIGINT'), 0)
})

t.test('a stop does not wait for those who wait', async (t) => {
  const started = await start({ DATABASE_URL: `file:${join(await folder(), 'wicc.db')}` })
  const waiting = fetch(`${started.url}/v1/changes?after=100000&wait=30`, { headers: { authorization: `Bearer ${started.key}` } })
  await new Promise((resolve) => setTimeout(resolve, 300))
  const began = Date.now()
  t.equal(await stop(started), 0)
  t.ok(Date.now() - began < 9000)
  t.equal((await waiting).status, 200, 'they get their answer first')
})

t.test('a wrong variable stops the start with one clear line', async (t) => {
  for (const [name, value, says] of [
    ['PORT', 'eighty', /^PORT=eighty is not usable: must be a whole number$/],
    ['PORT', '70000', /^PORT=70000/],
    ['DATABASE_URL', 'mysql://x', /^DATABASE_URL=.*must be file:PATH or postgres/],
    ['PUBLIC_URL', 'ftp://x', /^PUBLIC_URL=.*http/],
    ['MAIL_FROM', 'WICC', /^MAIL_FROM=WICC is not usable: must be ADDRESS or NAME <ADDRESS>$/],
    ['SAMPLE_DATA', 'maybe', /^SAMPLE_DATA=maybe/],
    ['DATABASE_URL', 'postgres://127.0.0.1:1/none', /could not start/]
  ] as const) {
    const child = run({ [name]: value })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => { said += chunk.toString() })
    const [code] = await once(child, 'close') as [number]
    t.equal(code, 1, name)
    t.match(said.trim(), says)
    t.equal(said.trim().split('\n').length, 1, said)
  }
})

t.test('what an import reported as stored outlives a kill -9, and is matched after the restart', async (t) => {
  const database = `file:${join(await folder(), 'wicc.db')}`
  const started = await start({ DATABASE_URL: database })
  const key = { authorization: `Bearer ${started.key}` }
  const made = await fetch(`${started.url}/v1/cities`, { method: 'POST', headers: { ...key, 'content-type': 'application/json' }, body: JSON.stringify({ name: 'Testville', country: 'TH', externalId: 'town' }) })
  t.equal(made.status, 201)
  // An endless body: the reports come while it is sent, and the end comes by force.
  const lines = function * () {
    for (let sent = 0; ; sent++) yield JSON.stringify({ externalId: `k-${sent}`, cityId: 'external:town', title: `Zebrafinch crossing ${sent}`, problem: 'The zebrafinch crossing is closed at night.', areas: ['transport'] }) + '\n'
  }
  const reported: string[] = []
  await new Promise<void>((resolve) => {
    const call = request(`${started.url}/v1/bulk/challenges`, { method: 'POST', headers: { ...key, 'content-type': 'application/x-ndjson' } }, (response) => {
      createInterface({ input: response }).on('line', (line) => {
        const report = JSON.parse(line) as { outcome?: string, id: string }
        if (report.outcome === 'created') reported.push(report.id)
        if (reported.length > 700) started.child.kill('SIGKILL')
      }).on('error', () => {})
      response.on('error', () => {}).on('close', resolve)
    })
    call.on('error', () => {})
    const source = Readable.from(lines())
    source.on('error', () => {})
    source.pipe(call)
    call.on('close', () => source.destroy())
  })
  if (started.child.exitCode === null && started.child.signalCode === null) await once(started.child, 'exit')
  t.ok(reported.length > 700, `${reported.length} lines were reported as stored`)

  const again = await start({ DATABASE_URL: database })
  const kept = new Set((await (await fetch(`${again.url}/v1/bulk/challenges?owner=me`, { headers: key })).text()).trim().split('\n').map((line) => (JSON.parse(line) as { id: string }).id))
  t.same(reported.filter((id) => !kept.has(id)), [], 'every one of them is there')
  const match = await fetch(`${again.url}/v1/match`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ kind: 'challenge', text: 'Zebrafinch crossing 5', limit: 50 }) })
  const { peers } = await match.json() as { peers: Array<{ challenge: { id: string } }> }
  t.ok(peers.length === 50, 'and matching finds them')
  t.equal(peers[0]?.challenge.id, reported[5], 'each by what is its own')
  t.equal(await stop(again), 0)
})

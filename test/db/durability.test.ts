import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import Database from 'better-sqlite3'
import pg from 'pg'
import { eachEngine, onEngine } from '../engines.ts'
import { change, derived, organisation, profile, seed } from './samples.ts'

/** Commits without end, each an organisation and a change, and prints its name once it is committed. */
const writer = `
  import { openStore } from './db/index.ts'
  import { change, organisation, profile } from './test/db/samples.ts'
  const store = openStore({ url: process.argv[1] })
  for (let n = 0; ; n++) {
    const made = organisation(process.argv[2] + '-' + n)
    await store.transact(async ({ organisations, changes }) => {
      await organisations.insert(made)
      await changes.append(change(profile(made.id, { name: made.name }), 'cities'))
    })
    process.stdout.write(made.name + '\\n')
  }`

const startWriter = (url: string, name: string) => {
  const child = spawn(process.execPath, ['--import=tsx', '--input-type=module', '--eval', writer, url, name], { stdio: ['ignore', 'pipe', 'inherit'] })
  const acknowledged: string[] = []
  createInterface({ input: child.stdout }).on('line', (line) => acknowledged.push(line))
  return { child, acknowledged, closed: once(child, 'close') }
}

eachEngine('processes killed amid their commits keep each that was acknowledged, whole', async (t, openTestStore, url) => {
  const store = await openTestStore()
  const writers = ['a', 'b'].map((name) => startWriter(url, name))
  for (const deadline = Date.now() + 60_000; writers.some(({ acknowledged }) => acknowledged.length < 30) && Date.now() < deadline;) await delay(10)
  // This process writes to the same database meanwhile.
  await store.transact(async ({ organisations }) => organisations.insert(organisation('here')))
  for (const { child } of writers) child.kill('SIGKILL')
  await Promise.all(writers.map(({ closed }) => closed))

  const reopened = await openTestStore()
  const names = new Set((await reopened.read.organisations.list()).map(({ name }) => name))
  t.ok(names.has('here'))
  for (const { acknowledged } of writers) {
    t.ok(acknowledged.length >= 30)
    t.strictSame(acknowledged.filter((name) => !names.has(name)), [], 'none acknowledged is lost')
  }
  const changes = await reopened.read.changes.read({ after: 0, limit: 100_000 })
  t.equal(changes.length, names.size - 1, 'an organisation and its change, or neither')
  t.strictSame(changes.map(({ position }) => position), changes.map((_, index) => index + 1))
  await reopened.transact(async ({ organisations }) => organisations.insert(organisation('after')))
})

eachEngine('a lock that another program holds is waited for, without stopping this process', async (t, openTestStore, url) => {
  const store = await openTestStore()
  const { records: { cities: city } } = await seed(store)
  const write = async () => store.transact(async ({ cities }) => cities.replace({ ...city, version: 2 }, derived()))
  let ticks = 0
  const ticking = setInterval(() => ticks++, 5)
  t.teardown(() => clearInterval(ticking))
  if (store.engine === 'sqlite') {
    const other = new Database(url.replace('file:', ''))
    other.exec('begin immediate')
    setTimeout(() => other.exec('commit'), 200)
    t.equal(await write(), true)
    other.close()
  } else {
    const other = new pg.Client({ connectionString: url })
    await other.connect()
    await other.query('begin')
    await other.query('select from cities for update')
    setTimeout(() => { other.query('commit').then(() => other.end(), () => {}) }, 200)
    t.equal(await write(), true)
  }
  t.ok(ticks >= 5, 'timers went on')
})

onEngine('postgres', 'a connection that is lost fails its transaction cleanly, and the next has another', async (t, openTestStore, url) => {
  const warnings: string[] = []
  const store = await openTestStore({ log: { warn: (_details, message) => warnings.push(message) } })
  const { owner, records: { cities: city } } = await seed(store)
  const cut = async () => {
    const other = new pg.Client({ connectionString: url })
    await other.connect()
    await other.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()')
    await other.end()
  }
  const added = profile(owner.id, { country: 'LA' })
  await t.rejects(store.transact(async ({ cities, changes }) => {
    await cities.insert(added, derived())
    await changes.append(change(added, 'cities'))
    await cut()
    await delay(20)
    await cities.find(city.id)
  }))
  await cut()
  await delay(50)
  t.strictSame(await store.read.cities.find(city.id), city)
  t.equal(await store.read.cities.find(added.id), undefined)
  t.equal(await store.transact(async ({ cities }) => cities.insert(added, derived()).then(() => 'done')), 'done')
  t.ok(warnings.includes('a connection to PostgreSQL was lost'))
})

import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import t, { type Test } from 'tap'
import { openStore, type Store, type StoreOptions } from '../db/index.ts'

export const engines = ['sqlite', 'postgres'] as const
export type EngineName = (typeof engines)[number]

/** Opens the test's own database, empty but migrated; each call is another instance on the same database. */
export type OpenTestStore = (options?: Omit<StoreOptions, 'url'>) => Promise<Store>

const postgresUrl = (): string => {
  const url = process.env['TEST_POSTGRES_URL']
  if (url === undefined) throw new Error('this test runs on PostgreSQL too: run it with `npm test -- FILE`, which starts one')
  return url
}

const onServer = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: postgresUrl() })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const databaseUrl = (name: string): string => Object.assign(new URL(postgresUrl()), { pathname: `/${name}` }).href

const migrate = async (url: string): Promise<void> => {
  const store = openStore({ url })
  try {
    await store.migrate()
  } finally {
    await store.close()
  }
}

const template = 'migrated'

/** A migrated database to copy, made by whichever test process comes first. */
const ensureTemplate = async (): Promise<void> => onServer(async (client) => {
  await client.query('select pg_advisory_lock(1)')
  const { rowCount } = await client.query('select from pg_database where datname = $1', [template])
  if (rowCount) return
  await client.query('create database making')
  await migrate(databaseUrl('making'))
  await client.query(`alter database making rename to ${template}`)
})

/** The url of a new database that ends with the test, without tables. */
export const emptyDatabase = async (t: Test, engine: EngineName, from?: string): Promise<string> => {
  if (engine === 'sqlite') {
    const folder = await mkdtemp(join(tmpdir(), 'wicc-'))
    t.teardown(() => rm(folder, { recursive: true, force: true }))
    return `file:${join(folder, 'test.db')}`
  }
  const name = `test_${randomBytes(8).toString('hex')}`
  await onServer((client) => client.query(`create database ${name}${from === undefined ? '' : ` template ${from}`}`))
  t.teardown(() => onServer((client) => client.query(`drop database ${name} with (force)`)))
  return databaseUrl(name)
}

const migratedDatabase = async (t: Test, engine: EngineName): Promise<string> => {
  if (engine === 'postgres') {
    await ensureTemplate()
    return emptyDatabase(t, engine, template)
  }
  const url = await emptyDatabase(t, engine)
  await migrate(url)
  return url
}

type Work = (t: Test, openTestStore: OpenTestStore, url: string) => Promise<void>

/** Runs a test on one engine, on a database of its own. */
export const onEngine = (engine: EngineName, name: string, work: Work): void => {
  t.test(`${name} (${engine})`, async (t) => {
    const url = await migratedDatabase(t, engine)
    const stores: Store[] = []
    // Teardowns run last first: stores are closed before their database goes.
    t.teardown(() => Promise.all(stores.map((store) => store.close())))
    await work(t, async (options) => {
      const store = openStore({ ...options, url })
      stores.push(store)
      return store
    }, url)
  })
}

/** Runs a test on both engines. One that is missing fails. */
export const eachEngine = (name: string, work: Work): void => {
  for (const engine of engines) onEngine(engine, name, work)
}

import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import Database from 'better-sqlite3'
import pg from 'pg'
import t from 'tap'
import { openStore } from '../../db/index.ts'
import { emptyDatabase, engines } from '../engines.ts'
import { organisation } from './samples.ts'

const run = promisify(execFile)

for (const engine of engines) {
  t.test(`many instances migrate one empty database at once, and again (${engine})`, async (t) => {
    const url = await emptyDatabase(t, engine)
    const stores = Array.from({ length: 6 }, () => openStore({ url }))
    t.teardown(() => Promise.all(stores.map((store) => store.close())))
    await Promise.all(stores.map((store) => store.migrate()))
    await Promise.all(stores.map((store) => store.migrate()))
    const [first] = stores
    await first?.transact(async ({ organisations }) => organisations.insert(organisation()))
    for (const store of stores) t.equal((await store.read.organisations.list()).length, 1)
  })

  t.test(`processes that start at once migrate one empty database (${engine})`, async (t) => {
    const url = await emptyDatabase(t, engine)
    const program = "import { openStore } from './db/index.ts'; const store = openStore({ url: process.argv[1] }); await store.migrate(); await store.close()"
    const start = () => run(process.execPath, ['--import=tsx', '--input-type=module', '--eval', program, url])
    await t.resolves(Promise.all([start(), start(), start()]))
    const store = openStore({ url })
    t.teardown(() => store.close())
    t.equal(await store.lastPosition(), 0)
  })

  t.test(`a migration that was changed after it was applied stops the start (${engine})`, async (t) => {
    const url = await emptyDatabase(t, engine)
    const store = openStore({ url })
    t.teardown(() => store.close())
    await store.migrate()
    const change = "update schema_migrations set hash = 'another'"
    if (engine === 'sqlite') {
      const database = new Database(url.replace('file:', ''))
      database.exec(change)
      database.close()
    } else {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      await client.query(change)
      await client.end()
    }
    await t.rejects(store.migrate(), /was changed after it was applied/)
  })
}

t.test('the committed migrations are what the tables ask for', async (t) => {
  const { stdout } = await run(process.execPath, ['--import=tsx', 'scripts/migrations.ts', '--check'])
  t.equal(stdout, 'sqlite: migrations and tables agree\npostgres: migrations and tables agree\n')
})

t.test('a url of neither engine is refused', async (t) => {
  t.throws(() => openStore({ url: 'mysql://localhost/x' }), TypeError)
})

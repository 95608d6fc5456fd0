import { setTimeout as delay } from 'node:timers/promises'
import { v7 as uuid } from 'uuid'
import type { Change, Store } from '../../db/index.ts'
import { eachEngine } from '../engines.ts'
import { change, profile, seed } from './samples.ts'

const append = async (store: Store, ids: string[], wait = async () => {}): Promise<void> => store.transact(async ({ changes }) => {
  for (const id of ids) await changes.append(change(profile('owner', {}, { id }), 'cities'))
  await wait()
})

const readFrom = async (store: Store, cursor: number, limit = 1000): Promise<Change[]> => store.read.changes.read({ after: cursor, limit })

eachEngine('changes come back as they were appended, from 1 without gaps', async (t, openTestStore) => {
  const store = await openTestStore()
  const { owner, records } = await seed(store)
  t.equal(await store.lastPosition(), 0)
  const given = [
    change(records.cities, 'cities'),
    change(records.challenges, 'challenges', { public: false, status: 'draft', fields: [] }),
    change({ ...records.cities, version: 2 }, 'cities', { action: 'published', actorId: uuid(), content: null })
  ]
  for (const one of given) await store.transact(async ({ changes }) => changes.append(one))
  t.equal(await store.lastPosition(), 3)
  const expected = given.map(({ content, ...kept }, index) => ({ position: index + 1, ...kept }))
  const all = await readFrom(store, 0)
  t.strictSame(all, expected)
  t.strictSame(await readFrom(store, 1, 1), expected.slice(1, 2))
  t.strictSame(await readFrom(store, 3), [])

  const positions = async (query: Omit<Parameters<typeof store.read.changes.read>[0], 'after' | 'limit'>) =>
    (await store.read.changes.read({ after: 0, limit: 10, ...query })).map(({ position }) => position)
  t.strictSame(await positions({ resources: ['challenges'] }), [2])
  t.strictSame(await positions({ resources: [] }), [])
  t.strictSame(await positions({ profileId: records.cities.id }), [1, 3])
  t.strictSame(await positions({ visibleTo: { ownerId: null } }), [1, 3])
  t.strictSame(await positions({ visibleTo: { ownerId: owner.id } }), [1, 2, 3])
  t.strictSame(await positions({ visibleTo: { ownerId: uuid() } }), [1, 3])
})

eachEngine('history holds the contents of each version until they are forgotten', async (t, openTestStore) => {
  const store = await openTestStore()
  const { records: { cities: city, challenges: challenge } } = await seed(store)
  await store.transact(async ({ changes }) => {
    await changes.append(change(city, 'cities'))
    await changes.append(change({ ...city, version: 2 }, 'cities', { content: { name: 'two' } }))
    await changes.append(change(challenge, 'challenges'))
  })
  const contents = async (resource: 'cities' | 'challenges', id: string) => (await store.read.changes.history(resource, id)).map(({ version, content }) => [version, content])
  t.strictSame(await contents('cities', city.id), [[1, city.content], [2, { name: 'two' }]])
  await store.transact(async ({ changes }) => changes.forget('cities', city.id))
  t.strictSame(await contents('cities', city.id), [[1, null], [2, null]])
  t.strictSame(await contents('challenges', challenge.id), [[1, challenge.content]], 'of that profile alone')
  t.equal(await store.lastPosition(), 3)
})

eachEngine('a writer that began first and commits last is read last, by a reader that went on in between', async (t, openTestStore) => {
  const [one, other] = [await openTestStore(), await openTestStore()]
  let letCommit = () => {}
  const held = new Promise<void>((resolve) => { letCommit = resolve })
  let hasWritten = () => {}
  const written = new Promise<void>((resolve) => { hasWritten = resolve })

  const slow = append(one, ['slow-1', 'slow-2'], async () => {
    hasWritten()
    await held
  })
  await written
  const quick = append(other, ['quick'])
  if (one.engine === 'postgres') {
    await quick
    t.strictSame((await readFrom(one, 0)).map(({ position, profileId }) => [position, profileId]), [[1, 'quick']], 'the slow one holds up nobody')
    t.equal(await one.lastPosition(), 1)
  } else {
    await Promise.race([quick, delay(50)])
    t.strictSame(await readFrom(one, 0), [], 'the quick one waits its turn')
  }
  letCommit()
  await Promise.all([slow, quick])
  const order = (await readFrom(other, 0)).map(({ position, profileId }) => [position, profileId])
  t.strictSame(order, one.engine === 'postgres'
    ? [[1, 'quick'], [2, 'slow-1'], [3, 'slow-2']]
    : [[1, 'slow-1'], [2, 'slow-2'], [3, 'quick']])
  t.strictSame((await readFrom(one, 1)).map(({ position }) => position), [2, 3], 'a reader that resumes after 1 misses none')
})

eachEngine('readers that resume miss nothing and see nothing twice, however many write', async (t, openTestStore) => {
  const stores = [await openTestStore(), await openTestStore()] as const
  const [writers, transactions] = [6, 12]
  const committed: string[] = []
  let writing = true

  const write = async (writer: number) => {
    const store = stores[writer % 2 ? 1 : 0]
    for (let n = 0; n < transactions; n++) {
      const ids = Array.from({ length: 1 + (n + writer) % 4 }, (_, part) => `${writer}-${n}-${part}`)
      const fails = (n + writer) % 5 === 0
      await append(store, ids, async () => {
        await delay(Math.random() * 4)
        if (fails) throw new Error('rolled back')
      }).then(() => committed.push(...ids), () => {})
      // What was committed before the call is counted.
      t.ok(await store.lastPosition() >= committed.length - writers * 4)
    }
  }
  const read = async (reader: number) => {
    const seen: Change[] = []
    for (let last = false; !last;) {
      last = !writing
      for (;;) {
        const page = await readFrom(stores[reader % 2 ? 1 : 0], seen.at(-1)?.position ?? 0, 1 + reader * 3)
        if (page.length === 0) break
        seen.push(...page)
      }
      await delay(Math.random() * 3)
    }
    return seen
  }

  const reading = Promise.all([0, 1, 2, 3].map(read))
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)))
  writing = false
  for (const seen of await reading) {
    t.strictSame(seen.map(({ position }) => position), Array.from({ length: committed.length }, (_, index) => index + 1), 'every position, once, in order')
    t.strictSame(seen.map(({ profileId }) => profileId).sort(), [...committed].sort(), 'every change that was committed, and no other')
    const firstOf = (transaction: string) => seen.findIndex(({ profileId }) => profileId.startsWith(`${transaction}-`))
    t.ok(firstOf('0-1') < firstOf('0-2') && firstOf('0-2') < firstOf('0-3'), 'one writer after another in its own order')
  }
  t.equal(await stores[0].lastPosition(), committed.length)
})

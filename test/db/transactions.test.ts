import { setTimeout as delay } from 'node:timers/promises'
import type { Repositories, Store } from '../../db/index.ts'
import { eachEngine } from '../engines.ts'
import { change, derived, organisation, profile, seed } from './samples.ts'

const gate = () => {
  let open = () => {}
  const opened = new Promise<void>((resolve) => { open = resolve })
  return { open, opened }
}

const population = async ({ cities }: Pick<Repositories, 'cities'>, id: string): Promise<unknown> => (await cities.find(id))?.content['population']

/** Reads a city, waits a little, and writes it with one inhabitant more. */
const grow = async (store: Store, id: string): Promise<void> => store.transact(async ({ cities }) => {
  const city = await cities.find(id)
  if (city === undefined) throw new Error('no city')
  await delay(1)
  const { version, content } = city
  await cities.replace({ ...city, version: version + 1, content: { ...content, population: Number(content['population']) + 1 } }, derived())
})

eachEngine('concurrent reads and writes of one row lose no update, on one instance and on two', async (t, openTestStore) => {
  const [one, other] = [await openTestStore(), await openTestStore()]
  const { records: { cities: city } } = await seed(one)
  await Promise.all(Array.from({ length: 24 }, (_, n) => grow(n % 2 ? one : other, city.id)))
  const after = await one.read.cities.find(city.id)
  t.equal(after?.version, 25)
  t.equal(after?.content['population'], Number(city.content['population']) + 24)
})

eachEngine('what two transactions decide from what the other writes is decided once', async (t, openTestStore) => {
  const store = await openTestStore()
  const { owner } = await seed(store)
  // Write skew: each finds no city in Laos and adds one.
  const addFirst = async () => store.transact(async ({ cities }) => {
    if (await cities.count({ countries: ['LA'] }) > 0) return false
    await delay(5)
    await cities.insert(profile(owner.id, { country: 'LA' }), derived())
    return true
  })
  const added = await Promise.all([addFirst(), addFirst(), addFirst(), addFirst()])
  t.equal(added.filter(Boolean).length, 1)
  t.equal(await store.read.cities.count({ countries: ['LA'] }), 1)
})

eachEngine('nobody reads what is not committed, and the writer reads its own', async (t, openTestStore) => {
  const [store, other] = [await openTestStore(), await openTestStore()]
  const { owner, records: { cities: city } } = await seed(store)
  const [written, finish] = [gate(), gate()]
  const added = profile(owner.id, { country: 'LA' })
  const writing = store.transact(async ({ cities }) => {
    await cities.replace({ ...city, version: 2, content: { ...city.content, population: 1 } }, derived())
    await cities.insert(added, derived())
    t.equal(await population({ cities }, city.id), 1)
    t.equal((await cities.list({ filters: {}, sort: 'label', descending: false, limit: 9 })).records.length, 2)
    written.open()
    await finish.opened
  })
  await written.opened
  for (const reader of [store, other]) {
    t.equal(await population(reader.read, city.id), city.content['population'])
    t.equal(await reader.read.cities.find(added.id), undefined)
    t.equal(await reader.read.cities.count({}), 1)
  }
  finish.open()
  await writing
  for (const reader of [store, other]) {
    t.equal(await population(reader.read, city.id), 1)
    t.equal(await reader.read.cities.count({}), 2)
  }
})

eachEngine('a profile is never read half old and half new', async (t, openTestStore) => {
  const [store, other] = [await openTestStore(), await openTestStore()]
  const { records: { challenges: challenge } } = await seed(store)
  const state = { writing: true }
  const codes = (version: number) => Array.from({ length: 5 }, (_, n) => `${version}.${n}`)
  const write = async () => {
    for (let version = 2; version < 60; version++) {
      const content = { ...challenge.content, sdgTargets: codes(version) }
      await store.transact(async ({ challenges }) => challenges.replace({ ...challenge, version, content }, derived()))
    }
    state.writing = false
  }
  const read = async () => {
    while (state.writing) {
      const found = await other.read.challenges.find(challenge.id)
      if (found && found.version > 1) t.strictSame(found.content['sdgTargets'], codes(found.version))
      await delay(0)
    }
  }
  await Promise.all([write(), read()])
})

eachEngine('work that throws leaves nothing behind, and the next goes on', async (t, openTestStore) => {
  const store = await openTestStore()
  const { owner, records: { cities: city } } = await seed(store)
  const added = profile(owner.id, { country: 'LA', languages: ['lo'] })
  let told = 0
  store.onCommit(() => told++)
  await t.rejects(store.transact(async ({ cities, changes, organisations }) => {
    await organisations.insert(organisation('gone'))
    await cities.insert(added, derived())
    await changes.append(change(added, 'cities'))
    await cities.replace({ ...city, version: 2 }, derived())
    throw new Error('no')
  }), { message: 'no' })
  t.equal(await store.read.cities.find(added.id), undefined)
  t.strictSame(await store.read.cities.find(city.id), city)
  t.equal(await store.read.organisations.findByName('gone'), undefined)
  t.equal(await store.lastPosition(), 0)
  t.equal(told, 0)
  await grow(store, city.id)
  t.equal((await store.read.cities.find(city.id))?.version, 2)
})

eachEngine('a statement that failed fails the transaction, caught or not', async (t, openTestStore) => {
  const store = await openTestStore()
  const { owner, records: { cities: city } } = await seed(store)
  const added = profile(owner.id, { country: 'LA' })
  await t.rejects(store.transact(async ({ cities }) => {
    await cities.insert(added, derived())
    await cities.insert(city, derived()).catch(() => {})
  }), { name: 'ConstraintError', kind: 'unique' })
  await t.rejects(store.transact(async ({ cities }) => {
    await cities.insert(city, derived()).catch(() => {})
    await cities.insert(added, derived())
  }), { message: 'the transaction has failed and takes no more statements' })
  await t.rejects(store.transact(async ({ cities }) => {
    await cities.insert(city, derived()).catch(() => { throw new RangeError("the service's own") })
  }), { name: 'RangeError', message: "the service's own" })
  t.equal(await store.read.cities.find(added.id), undefined)
})

eachEngine('a transaction inside a transaction is refused, not waited for', async (t, openTestStore) => {
  const store = await openTestStore()
  const { records: { cities: city } } = await seed(store)
  await t.rejects(store.transact(async () => store.transact(async () => 1)), /transact was called inside a transaction/)
  await t.rejects(store.transact(async () => delay(1).then(() => store.transact(async () => 1))), /inside a transaction/)
  await t.rejects(store.transact(async () => store.read.cities.find(city.id)), /store.read was called inside a transaction/)
  await t.rejects(store.transact(async () => store.lastPosition()), /inside a transaction/)
  t.equal(await store.transact(async () => 2), 2)
})

eachEngine('nothing of a transaction runs after it has ended', async (t, openTestStore) => {
  const store = await openTestStore()
  const { owner, records: { cities: city } } = await seed(store)
  const added = Array.from({ length: 3 }, () => profile(owner.id, { country: 'LA', languages: ['lo', 'en'] }))

  const kept = await store.transact(async (repositories) => repositories)
  await t.rejects(kept.cities.find(city.id), /after its transaction had ended/)
  await store.transact(async () => {
    await t.rejects(kept.cities.insert(profile(owner.id, { country: 'LA' }), derived()), /after its transaction had ended/, 'nor in another one')
  })

  await t.rejects(store.transact(async ({ cities }) => {
    for (const record of added) cities.insert(record, derived()).catch(() => {})
  }), /ended before its statements/)
  await t.rejects(store.transact(async ({ cities }) => {
    await Promise.all([...added.map((record) => cities.insert(record, derived())), Promise.reject(new Error('first'))])
  }), { message: 'first' })
  t.equal(await store.read.cities.count({ countries: ['LA'] }), 0)

  let late: Promise<unknown> | undefined
  await store.transact(async () => { late = delay(20).then(() => store.transact(async () => 'later')) })
  t.equal(await late, 'later', 'what a transaction has started may open its own once it has ended')
})

eachEngine('writers are served in their turn, and one that fails holds up nobody', async (t, openTestStore) => {
  const store = await openTestStore()
  const { owner } = await seed(store)
  const outcomes = await Promise.allSettled(Array.from({ length: 30 }, (_, n) => store.transact(async ({ cities }) => {
    await cities.insert(profile(owner.id, { country: 'LA' }, { externalId: `c-${n}` }), derived())
    await delay(1)
    if (n % 3 === 0) throw new Error('no')
  })))
  t.strictSame(outcomes.map(({ status }) => status), Array.from({ length: 30 }, (_, n) => n % 3 === 0 ? 'rejected' : 'fulfilled'))
  t.equal(await store.read.cities.count({ countries: ['LA'] }), 20)
})

eachEngine('many creates at once all succeed, each having looked first', async (t, openTestStore) => {
  const stores = [await openTestStore(), await openTestStore()] as const
  const { owner } = await seed(stores[0])
  await Promise.all(Array.from({ length: 40 }, (_, n) => stores[n % 2 ? 1 : 0].transact(async ({ cities, changes }) => {
    if ((await cities.findByExternalIds(owner.id, [`c-${n}`])).length > 0) throw new Error('somebody was here')
    const record = profile(owner.id, { country: 'LA', languages: ['lo'] }, { externalId: `c-${n}` })
    await cities.insert(record, derived())
    await changes.append(change(record, 'cities'))
  })))
  t.equal(await stores[1].read.cities.count({ countries: ['LA'] }), 40)
  t.equal(await stores[0].lastPosition(), 40)
})

eachEngine('listeners hear of commits that appended a change, until they stop', async (t, openTestStore) => {
  const store = await openTestStore()
  const { records: { cities: city } } = await seed(store)
  const heard: number[] = []
  const stop = store.onCommit(() => heard.push(heard.length + 1))
  await store.transact(async ({ changes }) => changes.append(change(city, 'cities')))
  await grow(store, city.id)
  t.strictSame(heard, [1], 'a commit without a change is none of theirs')
  stop()
  await store.transact(async ({ changes }) => changes.append(change(city, 'cities')))
  t.strictSame(heard, [1])
})

eachEngine('a closed store refuses', async (t, openTestStore) => {
  const store = await openTestStore()
  await store.ping()
  await store.close()
  await store.close()
  await t.rejects(store.transact(async () => 1))
  await t.rejects(store.ping())
  await t.rejects(store.read.cities.count({}))
})

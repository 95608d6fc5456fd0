import { sortKeys, type ProfileRecord, type Store } from '../../db/index.ts'
import { eachEngine } from '../engines.ts'
import { derived, organisation, profile } from './samples.ts'

const labels = ['a', 'B', 'b', 'Z', 'ä', 'ก', '中', 'é', 'e', '\u{1F68C}', '\uff21']

/** Profiles whose labels and instants repeat, so that pages end amid equal sort values. */
const fill = async (store: Store, count: number) => {
  const owner = organisation()
  const records = Array.from({ length: count }, (_, n) => {
    const at = new Date(Date.UTC(2026, 0, 1) + Math.floor(n / 7) * 1000 + (n % 3))
    return { record: profile(owner.id, { country: 'TH' }, { createdAt: at, updatedAt: new Date(at.getTime() * 2 % 9_999_991_000_000) }), label: labels[n % labels.length] ?? '' }
  })
  await store.transact(async ({ organisations, cities }) => {
    await organisations.insert(owner)
    for (const { record, label } of records) await cities.insert(record, derived(label))
  })
  return { owner, records }
}

const byCodePoint = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))

eachEngine('pages hold every record once, in order, whichever way', async (t, openTestStore) => {
  const store = await openTestStore()
  const { records } = await fill(store, 120)
  const valueOf = {
    updated: ({ record }: { record: ProfileRecord }) => record.updatedAt.toISOString(),
    created: ({ record }: { record: ProfileRecord }) => record.createdAt.toISOString(),
    label: ({ label }: { label: string }) => label
  }
  for (const sort of sortKeys) {
    for (const descending of [false, true]) {
      const expected = [...records].sort((a, b) => byCodePoint(valueOf[sort](a), valueOf[sort](b)) || byCodePoint(a.record.id, b.record.id)).map(({ record }) => record.id)
      if (descending) expected.reverse()
      const seen: string[] = []
      let pages = 0
      for (let after; ;) {
        const page = await store.read.cities.list({ filters: { countries: ['TH'] }, sort, descending, limit: 40, after })
        seen.push(...page.records.map(({ id }) => id))
        pages++
        if (page.next === undefined) break
        after = page.next
      }
      t.strictSame(seen, expected, `${sort} ${descending ? 'descending' : 'ascending'}`)
      t.equal(pages, 3, 'the third page is full and is the last')
    }
  }
})

eachEngine('paging loses and repeats nothing while rows come in before and after', async (t, openTestStore) => {
  const store = await openTestStore()
  const { owner, records } = await fill(store, 60)
  const seen: string[] = []
  for (let after; ;) {
    const page = await store.read.cities.list({ filters: {}, sort: 'label', descending: false, limit: 7, after })
    seen.push(...page.records.map(({ id }) => id))
    if (page.next === undefined) break
    after = page.next
    await store.transact(async ({ cities }) => {
      for (const label of ['0', page.next?.value ?? '', '\u{10ffff}']) await cities.insert(profile(owner.id, { country: 'LA' }), derived(label))
    })
    if (seen.length > 500) break
  }
  const before = new Set(records.map(({ record }) => record.id))
  t.equal(new Set(seen).size, seen.length, 'nothing twice')
  t.equal(seen.filter((id) => before.has(id)).length, before.size, 'nothing lost')
})

eachEngine('a list asks for one record at least, a thousand at most, and goes on from an instant', async (t, openTestStore) => {
  const store = await openTestStore()
  const query = { filters: {}, sort: 'updated', descending: true } as const
  for (const limit of [0, 1001, 1.5, Number.NaN]) await t.rejects(store.read.cities.list({ ...query, limit }), RangeError)
  await t.rejects(store.read.cities.list({ ...query, limit: 1, after: { value: 'never', id: 'x' } }), RangeError)
  t.strictSame(await store.read.cities.list({ ...query, limit: 1000 }), { records: [] })
})

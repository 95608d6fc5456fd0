import { v7 as uuid } from 'uuid'
import type { Key, StoredAnswer } from '../../db/index.ts'
import { eachEngine } from '../engines.ts'
import { organisation } from './samples.ts'

const key = (organisationId: string, hash: string, createdAt: string): Key => ({
  id: uuid(), organisationId, name: 'Laptop', hash, scopes: ['read', 'write:cities'], createdAt: new Date(createdAt), expiresAt: null, revokedAt: null, lastUsedAt: null, replacedBy: null
})

eachEngine('organisations are found by id and by name, which is theirs alone', async (t, openTestStore) => {
  const store = await openTestStore()
  const [first, second] = [organisation('Bangkok'), organisation('Amman')]
  await store.transact(async ({ organisations }) => {
    await organisations.insert(first)
    await organisations.insert(second)
  })
  t.strictSame(await store.read.organisations.find(first.id), first)
  t.strictSame(await store.read.organisations.findByName('Amman'), second)
  t.equal(await store.read.organisations.find(uuid()), undefined)
  t.equal(await store.read.organisations.findByName('amman'), undefined)
  t.strictSame(await store.read.organisations.list(), [second, first])
  await t.rejects(store.transact(async ({ organisations }) => organisations.insert(organisation('Amman'))), { name: 'ConstraintError', kind: 'unique' })
})

eachEngine('keys are found by their hash, used, and revoked once', async (t, openTestStore) => {
  const store = await openTestStore()
  const [ours, theirs] = [organisation(), organisation()]
  const [first, second, third] = [key(ours.id, 'a', '2026-01-01'), key(ours.id, 'b', '2026-01-02'), key(theirs.id, 'c', '2026-01-03')]
  await store.transact(async ({ organisations, keys }) => {
    await organisations.insert(ours)
    await organisations.insert(theirs)
    for (const one of [second, first, { ...third, expiresAt: new Date('2027-01-01') }]) await keys.insert(one)
  })
  t.strictSame(await store.read.keys.findByHash('a'), { key: first, organisation: ours })
  t.strictSame(await store.read.keys.find(second.id), second)
  t.equal(await store.read.keys.findByHash('d'), undefined)
  t.strictSame(await store.read.keys.list(ours.id), [first, second])
  t.strictSame((await store.read.keys.list()).map(({ hash }) => hash), ['a', 'b', 'c'])

  const at = new Date('2026-05-05T05:05:05.005Z')
  await store.transact(async ({ keys }) => keys.touch(first.id, at))
  t.equal(await store.transact(async ({ keys }) => keys.revoke(first.id, at)), true)
  t.equal(await store.transact(async ({ keys }) => keys.revoke(first.id, new Date())), false, 'it is revoked already')
  t.equal(await store.transact(async ({ keys }) => keys.revoke(uuid(), at)), false)
  t.strictSame(await store.read.keys.find(first.id), { ...first, lastUsedAt: at, revokedAt: at })
  await t.rejects(store.transact(async ({ keys }) => keys.insert(key(uuid(), 'e', '2026-01-01'))), { name: 'ConstraintError', kind: 'reference' })
})

eachEngine('a key that is replaced knows by which one, and when it ends', async (t, openTestStore) => {
  const store = await openTestStore()
  const ours = organisation()
  const [first, second] = [key(ours.id, 'a', '2026-01-01'), key(ours.id, 'b', '2026-01-02')]
  const ending = { replacedBy: second.id, expiresAt: new Date('2026-01-03'), revokedAt: null }
  await store.transact(async ({ organisations, keys }) => {
    await organisations.insert(ours)
    await keys.insert(first)
    await keys.insert(second)
    await keys.replace(first.id, ending)
  })
  t.strictSame(await store.read.keys.list(ours.id), [{ ...first, ...ending }, second])
  await t.rejects(store.transact(async ({ keys }) => keys.replace(second.id, { ...ending, replacedBy: uuid() })), { name: 'ConstraintError', kind: 'reference' })
})

eachEngine('answers are kept for their owner until they are too old or their profile is erased', async (t, openTestStore) => {
  const store = await openTestStore()
  const [ours, theirs] = [organisation(), organisation()]
  const answer = (ownerId: string, key: string, createdAt: string, profileId = uuid()): StoredAnswer => ({ ownerId, key, fingerprint: 'f', profileId, body: '{"a":"ก"}', createdAt: new Date(createdAt) })
  const about = uuid()
  const kept = [answer(ours.id, 'k', '2026-01-01'), answer(theirs.id, 'k', '2026-01-02'), answer(ours.id, 'l', '2026-01-03', about), answer(ours.id, 'm', '2026-01-04')] as const
  await store.transact(async ({ organisations, answers }) => {
    await organisations.insert(ours)
    await organisations.insert(theirs)
    for (const one of kept) await answers.insert(one)
  })
  t.strictSame(await store.read.answers.find(theirs.id, 'k'), kept[1])
  t.equal(await store.read.answers.find(theirs.id, 'l'), undefined)
  await t.rejects(store.transact(async ({ answers }) => answers.insert(kept[0])), { name: 'ConstraintError', kind: 'unique' })
  t.equal(await store.transact(async ({ answers }) => answers.removeBefore(new Date('2026-01-02'))), 1)
  t.equal(await store.read.answers.find(ours.id, 'k'), undefined)
  await store.transact(async ({ answers }) => answers.removeAbout(about))
  t.equal(await store.read.answers.find(ours.id, 'l'), undefined)
  await store.transact(async ({ answers }) => answers.remove(ours.id, 'm'))
  t.equal(await store.read.answers.find(ours.id, 'm'), undefined)
  t.strictSame(await store.read.answers.find(theirs.id, 'k'), kept[1])
})

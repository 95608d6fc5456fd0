import type { Test } from 'tap'
import type { Store } from '../../db/index.ts'
import type { Scope } from '../../db/vocabulary.ts'
import { createKeys } from '../../server/services/keys.ts'
import { anonymous, ensureOrganisation, issueKey } from '../../server/services/principal.ts'
import { eachEngine } from '../engines.ts'
import { type Answer, type Service, startService } from '../helper.ts'

interface Item { id: string, name: string, scopes: string[], current: boolean, replacedBy: string | null, revokedAt: string | null, expiresAt: string | null }

const secretPattern = /^wicc_[\w-]{43}$/
const nobody = '0199d2c4-7a10-7c3e-9f00-3b5d8c1e2a44'
const at = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString()

const issue = (store: Store, organisation: string, scopes: Scope[], expiresAt: string | null = null) => store.transact(async (repositories) =>
  issueKey(repositories, (await ensureOrganisation(repositories, organisation, 'partner')).id, 'Given', scopes, expiresAt === null ? null : new Date(expiresAt)))

const statusWith = async (service: Service, key: string): Promise<number> => (await service.call('GET', '/v1/cities', { key })).status
const list = async (service: Service, key: string): Promise<Item[]> => (await service.call('GET', '/v1/keys', { key })).body.items
const make = (service: Service, key: string | undefined, body: unknown) => service.call('POST', '/v1/keys', { key, body })
const rotate = (service: Service, key: string | undefined, id: string, body?: unknown) => service.call('POST', `/v1/keys/${id}/rotate`, { key, body })
const revoke = (service: Service, key: string | undefined, id: string) => service.call('DELETE', `/v1/keys/${id}`, { key })

const refused = (t: Test, answer: Answer, status: number, code: string, name: string, ...pointers: string[]) =>
  t.same([answer.status, answer.body?.code, (answer.body?.errors ?? []).map((error: { pointer: string }) => error.pointer)], [status, code, pointers], name)

eachEngine('a key is made, used, listed, rotated and revoked', async (t, openTestStore) => {
  const store = await openTestStore()
  const service = await startService(t, store)
  const { key: { id: firstId }, secret: first } = await issue(store, 'Partner', ['keys', 'read', 'write:cities'])

  const made = await make(service, first, { name: '  City portal ', scopes: ['read', 'write:cities'], expiresAt: '2999-01-01T00:00:00Z' })
  t.equal(made.status, 201, made.text)
  t.equal(made.headers['cache-control'], 'no-store')
  t.match(made.body, { name: 'City portal', scopes: ['read', 'write:cities'], expiresAt: '2999-01-01T00:00:00.000Z', revokedAt: null, lastUsedAt: null, replacedBy: null, current: false, secret: secretPattern })
  const { id, secret } = made.body
  t.equal((await service.call('GET', '/v1/changes', { key: secret })).status, 200)
  const full = await make(service, first, { name: 'x'.repeat(100), scopes: ['keys'] })
  t.same([full.status, full.body.expiresAt], [201, null])

  const listed = await service.call('GET', '/v1/keys', { key: first })
  t.equal(listed.status, 200)
  t.same(listed.body.items.map((item: Item) => [item.id, item.current]), [[full.body.id, false], [id, false], [firstId, true]], 'newest first')
  t.same(Object.keys(listed.body.items[0]).sort(), ['createdAt', 'current', 'expiresAt', 'id', 'lastUsedAt', 'name', 'replacedBy', 'revokedAt', 'scopes'])
  t.match(listed.body.items[1].lastUsedAt, /^20/)

  const next = await rotate(service, first, id)
  t.equal(next.status, 201, next.text)
  t.equal(next.headers['cache-control'], 'no-store')
  t.match(next.body, { name: 'City portal', scopes: ['read', 'write:cities'], expiresAt: '2999-01-01T00:00:00.000Z', revokedAt: null, secret: secretPattern })
  t.not(next.body.secret, secret)
  t.equal(await statusWith(service, secret), 401, 'the old one stops at once')
  t.equal(await statusWith(service, next.body.secret), 200)

  t.equal((await revoke(service, first, next.body.id)).status, 204)
  t.equal(await statusWith(service, next.body.secret), 401)
  refused(t, await revoke(service, first, next.body.id), 409, 'key-revoked', 'revoked twice')
  refused(t, await rotate(service, first, next.body.id), 409, 'key-revoked', 'revoked, then rotated')
  t.match((await list(service, first)).map((item) => [item.id, item.replacedBy, item.revokedAt]), [[next.body.id, null, /^20/], [full.body.id, null, null], [id, next.body.id, /^20/], [firstId, null, null]], 'revoked ones are listed too')

  t.equal((await revoke(service, first, firstId)).status, 204, 'a key may revoke itself')
  refused(t, await service.call('GET', '/v1/keys', { key: first }), 401, 'invalid-key', 'and is out')
  t.equal((await list(service, full.body.secret)).length, 4, 'what it made goes on')
})

eachEngine('a rotated key goes on until its overlap is over, and never longer than it would have', async (t, openTestStore) => {
  const store = await openTestStore()
  const service = await startService(t, store)
  const [own, short] = [await issue(store, 'Partner', ['keys', 'read']), await issue(store, 'Partner', ['read'], at(10))]

  const before = Date.now()
  const next = await rotate(service, own.secret, own.key.id, { overlapMinutes: 60 })
  t.same([next.status, next.body.expiresAt, next.body.current], [201, null, false])
  t.equal(await statusWith(service, own.secret), 200, 'both work')
  const [, , old] = await list(service, next.body.secret)
  const end = new Date(old?.expiresAt ?? 0).getTime()
  t.match(old, { id: own.key.id, replacedBy: next.body.id, revokedAt: null })
  t.ok(end >= before + 3_600_000 && end <= Date.now() + 3_600_000, old?.expiresAt ?? 'none')
  refused(t, await rotate(service, next.body.secret, own.key.id, { overlapMinutes: 60 }), 409, 'not-rotatable', 'rotated twice')
  refused(t, await make(service, own.secret, { name: 'Late', scopes: ['read'] }), 422, 'invalid-input', 'a key in its overlap gives no longer life than is left', '/expiresAt')

  const replaced = await rotate(service, next.body.secret, short.key.id, { overlapMinutes: 10080 })
  t.equal(replaced.body.expiresAt, short.key.expiresAt?.toISOString())
  t.equal((await list(service, next.body.secret)).find((item) => item.id === short.key.id)?.expiresAt, short.key.expiresAt?.toISOString(), 'never later than it was')

  t.equal((await revoke(service, next.body.secret, own.key.id)).status, 204, 'an overlap can be cut short')
  t.equal(await statusWith(service, own.secret), 401)

  await store.transact(({ keys }) => keys.replace(short.key.id, { replacedBy: replaced.body.id, expiresAt: new Date(Date.now() - 1), revokedAt: null }))
  t.equal(await statusWith(service, short.secret), 401, 'when the overlap is over it is out')
})

eachEngine('a key manages what is its organisation’s, with the scope for it', async (t, openTestStore) => {
  const store = await openTestStore()
  const service = await startService(t, store)
  const manager = await issue(store, 'Partner', ['keys', 'read'])
  const plain = await issue(store, 'Partner', ['read', 'write:cities', 'write:solutions'])
  const theirs = await issue(store, 'Other', ['read'])
  const admin = await issue(store, 'Secretariat', ['admin'])
  const body = { name: 'New', scopes: ['read'] }

  for (const [key, status, code] of [[undefined, 401, 'missing-key'], [plain.secret, 403, 'missing-scope']] as const) {
    refused(t, await service.call('GET', '/v1/keys', { key }), status, code, 'list')
    refused(t, await make(service, key, body), status, code, 'make')
    refused(t, await rotate(service, key, plain.key.id), status, code, 'rotate')
    refused(t, await revoke(service, key, plain.key.id), status, code, 'revoke')
  }
  for (const id of [theirs.key.id, admin.key.id, nobody, '42']) {
    refused(t, await rotate(service, manager.secret, id), 404, 'not-found', `rotate ${id}`)
    refused(t, await revoke(service, manager.secret, id), 404, 'not-found', `revoke ${id}`)
  }
  for (const organisation of [theirs.key.organisationId, nobody]) {
    refused(t, await service.call('GET', `/v1/keys?organisation=${organisation}`, { key: manager.secret }), 404, 'not-found', `list ${organisation}`)
  }
  refused(t, await service.call('GET', '/v1/keys?organisation=Other', { key: manager.secret }), 422, 'invalid-input', 'no id', '/organisation')
  refused(t, await service.call('GET', `/v1/keys?organisation=${nobody}`, { key: admin.secret }), 404, 'not-found', 'no organisation')
  t.equal(await statusWith(service, theirs.secret), 200, 'nothing has happened to it')

  t.same((await list(service, manager.secret)).map((item) => item.id), [plain.key.id, manager.key.id])
  t.same((await service.call('GET', `/v1/keys?organisation=${manager.key.organisationId}`, { key: manager.secret })).body.items.length, 2, 'one’s own may be named')
  t.same((await list(service, admin.secret)).map((item) => item.id), [admin.key.id])
  t.same((await service.call('GET', `/v1/keys?organisation=${theirs.key.organisationId}`, { key: admin.secret })).body.items.map((item: Item) => [item.id, item.current]), [[theirs.key.id, false]])
  const rotated = await rotate(service, admin.secret, theirs.key.id)
  t.equal(rotated.status, 201, 'the secretariat may')
  t.equal((await store.read.keys.find(rotated.body.id))?.organisationId, theirs.key.organisationId, 'and the key stays its organisation’s')
  t.equal((await revoke(service, admin.secret, rotated.body.id)).status, 204)
})

eachEngine('a key gives no more than it has', async (t, openTestStore) => {
  const store = await openTestStore()
  const service = await startService(t, store)
  const manager = await issue(store, 'Partner', ['keys', 'read'], at(60))
  const endless = await issue(store, 'Partner', ['keys', 'read'])
  const wider = await issue(store, 'Partner', ['read', 'write:cities'], at(30))
  const later = await issue(store, 'Partner', ['read'], at(90))
  const admin = await issue(store, 'Secretariat', ['admin'])
  const expired = await issue(store, 'Partner', ['read'], at(-1))
  const wrong = async (name: string, over: object, ...pointers: string[]) =>
    refused(t, await make(service, manager.secret, { name: 'New', scopes: ['read'], expiresAt: at(30), ...over }), 422, 'invalid-input', name, ...pointers)

  await wrong('a scope it has not', { scopes: ['read', 'write:cities'] }, '/scopes/1')
  await wrong('admin', { scopes: ['admin'] }, '/scopes/0')
  await wrong('a scope that is none', { scopes: ['read', 'fly'] }, '/scopes/1')
  await wrong('no scope', { scopes: [] }, '/scopes')
  await wrong('a scope twice', { scopes: ['read', 'read'] }, '/scopes')
  await wrong('no end', { expiresAt: undefined }, '/expiresAt')
  await wrong('a later end', { expiresAt: at(61) }, '/expiresAt')
  await wrong('a past end', { expiresAt: at(-1) }, '/expiresAt')
  await wrong('no time', { expiresAt: 'tomorrow' }, '/expiresAt')
  await wrong('both', { scopes: ['admin'], expiresAt: at(61) }, '/scopes/0', '/expiresAt')
  await wrong('no name', { name: undefined }, '/name')
  await wrong('a blank name', { name: ' ' }, '/name')
  await wrong('a long name', { name: 'x'.repeat(101) }, '/name')
  await wrong('a control character', { name: 'a\u0000b' }, '/name')
  await wrong('a field that is none', { organisationId: nobody }, '/organisationId')
  for (const overlapMinutes of [-1, 10081, 1.5, '5']) {
    refused(t, await rotate(service, manager.secret, later.key.id, { overlapMinutes }), 422, 'invalid-input', `an overlap of ${overlapMinutes}`, '/overlapMinutes')
  }
  refused(t, await rotate(service, manager.secret, wider.key.id), 403, 'missing-scope', 'rotating gives its scopes')
  refused(t, await rotate(service, manager.secret, later.key.id), 409, 'not-rotatable', 'and its life')
  refused(t, await rotate(service, manager.secret, expired.key.id), 409, 'not-rotatable', 'an expired key has none')
  t.equal((await list(service, endless.secret)).length, 5, 'nothing was made')

  const same = await make(service, manager.secret, { name: 'Same', scopes: ['read', 'keys'], expiresAt: manager.key.expiresAt?.toISOString() })
  t.equal(same.status, 201, 'as much as it has is no more')
  t.equal((await rotate(service, endless.secret, later.key.id)).status, 201)
  t.equal((await rotate(service, manager.secret, manager.key.id)).status, 201, 'a key may rotate itself')
  t.equal((await make(service, admin.secret, { name: 'Any', scopes: ['write:solutions', 'admin'] })).status, 201, 'an administrator gives any')
})

eachEngine('secrets and hashes are in no later answer', async (t, openTestStore) => {
  const store = await openTestStore()
  const service = await startService(t, store)
  const { key: { organisationId }, secret: first } = await issue(store, 'Partner', ['keys', 'read'])
  const admin = await issue(store, 'Secretariat', ['admin'])
  const made = await make(service, first, { name: 'New', scopes: ['read'] })
  const next = await rotate(service, first, made.body.id, { overlapMinutes: 5 })
  const secrets = [first, made.body.secret, next.body.secret]
  const hashes = (await store.read.keys.list()).map((key) => key.hash)
  const answers = [
    await service.call('GET', '/v1/keys', { key: first }),
    await service.call('GET', '/v1/keys', { key: next.body.secret }),
    await service.call('GET', `/v1/keys?organisation=${organisationId}`, { key: admin.secret }),
    await rotate(service, first, made.body.id),
    await revoke(service, first, made.body.id),
    await revoke(service, first, made.body.id),
    await make(service, first, { name: 'New', scopes: [] }),
    await service.call('GET', '/v1/changes', { key: first })
  ]
  t.equal(hashes.length, 4)
  for (const { text, headers } of answers) for (const word of [...secrets, ...hashes]) t.notOk((text + JSON.stringify(headers)).includes(word))
  for (const { text } of [made, next]) for (const hash of hashes) t.notOk(text.includes(hash))
  t.notOk(next.text.includes(made.body.secret))
})

eachEngine('of two who rotate one key at the same moment, on two instances, one does', async (t, openTestStore) => {
  const store = await openTestStore()
  const services = [await startService(t, store), await startService(t, await openTestStore())] as const
  const manager = await issue(store, 'Partner', ['keys', 'read'])
  for (const [overlapMinutes, code] of [[0, 'key-revoked'], [5, 'not-rotatable']] as const) {
    for (let round = 0; round < 5; round++) {
      const { key } = await issue(store, 'Partner', ['read'])
      const count = (await store.read.keys.list()).length
      const answers = await Promise.all([...services, ...services].map((service) => rotate(service, manager.secret, key.id, { overlapMinutes })))
      t.same(answers.map((answer) => answer.body.code ?? answer.status).sort(), [201, code, code, code])
      t.equal((await store.read.keys.list()).length, count + 1, 'one new key')
      t.equal((await store.read.keys.find(key.id))?.replacedBy, answers.find((answer) => answer.status === 201)?.body.id)
    }
  }
})

eachEngine('a key that is revoked after its request came in leaves no other behind', async (t, openTestStore) => {
  const store = await openTestStore()
  const keys = createKeys(store)
  const other = await issue(store, 'Partner', ['read'])
  const { key: { id: keyId, organisationId, scopes } } = await issue(store, 'Partner', ['keys', 'read'])
  const principal = { ...anonymous, organisationId, keyId, capabilities: new Set(scopes) }
  await keys.revoke(principal, keyId)
  for (const ask of [
    () => keys.create(principal, { name: 'New', scopes: ['read'] }),
    () => keys.rotate(principal, other.key.id, 0),
    () => keys.revoke(principal, other.key.id)
  ]) await t.rejects(async () => { await ask() }, { code: 'invalid-key' })
  t.match((await store.read.keys.list()).map((key) => [key.id, key.revokedAt]), [[other.key.id, null], [keyId, Date]])
})

eachEngine('an owner runs the organisation’s keys in person; fifty are in force at most', async (t, openTestStore) => {
  const store = await openTestStore()
  const service = await startService(t, store)
  const owner = await service.person({ name: 'City', kind: 'city' })
  const editor = await service.person({ name: 'City', kind: 'city' }, 'editor')
  const ask = (method: 'GET' | 'POST' | 'DELETE', url: string, body?: unknown, as = owner) => service.call(method, url, { as, body })

  refused(t, await ask('GET', '/v1/keys', undefined, editor), 403, 'missing-scope', 'an editor does not')
  const made = await ask('POST', '/v1/keys', { name: 'Portal', scopes: ['read', 'write:cities'] })
  t.equal(made.status, 201, made.text)
  refused(t, await ask('POST', '/v1/keys', { name: 'Wide', scopes: ['write:solutions', 'admin'] }), 422, 'invalid-input', 'no more than the role has', '/scopes/0', '/scopes/1')
  t.equal(await statusWith(service, made.body.secret), 200)
  const next = await ask('POST', `/v1/keys/${made.body.id}/rotate`, { overlapMinutes: 5 })
  t.equal(next.status, 201, next.text)
  t.equal((await ask('DELETE', `/v1/keys/${made.body.id}`)).status, 204)
  t.same((await ask('GET', '/v1/keys')).body.items.map((item: Item) => [item.id, item.current]), [[next.body.id, false], [made.body.id, false]])
  t.same((await store.read.audit.read({ ownerId: owner.organisationId ?? '', limit: 10 })).map(({ action, personId }) => [action, personId]), ['keys:revoke', 'keys:rotate', 'keys:create'].map((action) => [action, owner.personId]))

  for (let n = 1; n < 49; n++) await issue(store, 'City', ['read'])
  const last = await Promise.all([1, 2, 3].map(() => ask('POST', '/v1/keys', { name: 'Last', scopes: ['read'] })))
  t.same(last.map(({ status }) => status).sort(), [201, 409, 409], 'the fiftieth is made once')
  refused(t, await ask('POST', `/v1/keys/${next.body.id}/rotate`, { overlapMinutes: 5 }), 409, 'too-many', 'two in force are two')
  t.equal((await ask('POST', `/v1/keys/${next.body.id}/rotate`)).status, 201, 'one for another is one')
  const page = await ask('GET', '/v1/keys?limit=20')
  const rest = await ask('GET', `/v1/keys?limit=200&cursor=${page.body.next}`)
  t.same([page.body.items.length, rest.body.items.length, rest.body.next], [20, 32, null])

  await store.transact(({ memberships }) => memberships.remove(owner.personId, owner.organisationId ?? ''))
  refused(t, await ask('GET', '/v1/keys'), 403, 'no-organisation', 'who has left runs nothing')
})

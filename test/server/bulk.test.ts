import { PassThrough } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import { anonymous } from '../../server/services/principal.ts'
import { eachEngine } from '../engines.ts'
import { bodies, startService } from '../helper.ts'

const ndjson = { 'content-type': 'application/x-ndjson' }
const lines = (text: string) => text.trim().split('\n').map((line) => JSON.parse(line))
const city = (number: number, over: object = {}) => ({ externalId: `c-${number}`, ...bodies.city({ name: `City ${number}` }), ...over })

eachEngine('an import reports every line, and sending it twice changes nothing', async (t, openTestStore) => {
  const store = await openTestStore()
  const service = await startService(t, store)
  const key = await service.key('Partner', 'read', 'write:cities')
  const send = async (body: string, query = '', headers: Record<string, string> = ndjson) => {
    const answer = await service.call('POST', `/v1/bulk/cities${query}`, { key, body, headers })
    return { status: answer.status, reports: lines(answer.text) }
  }
  const many = Array.from({ length: 250 }, (_, index) => JSON.stringify(city(index))).join('\n')
  const first = await send(many)
  t.same(first.reports.at(-1), { summary: { created: 250, updated: 0, unchanged: 0, rejected: 0, notStored: 0 } })
  t.same(first.reports.slice(0, 250).map((report) => report.line), Array.from({ length: 250 }, (_, index) => index + 1))
  const position = await store.lastPosition()
  const second = await send(many)
  t.same(second.reports.at(-1), { summary: { created: 0, updated: 0, unchanged: 250, rejected: 0, notStored: 0 } })
  t.equal(await store.lastPosition(), position, 'nothing was written')

  const mixed = [JSON.stringify(city(0, { population: 9 })), '{"broken', '', JSON.stringify(city(900, { country: 'ZZ' })), JSON.stringify(bodies.city()), '[1]', JSON.stringify(city(901)), JSON.stringify(city(901)), JSON.stringify(city(902, { colour: 'red' }))].join('\r\n')
  const third = await send(mixed)
  t.same(third.reports.slice(0, -1).map((report) => [report.line, report.outcome, report.externalId, report.errors?.[0].pointer]), [
    [1, 'updated', 'c-0', undefined],
    [2, 'rejected', null, ''],
    [4, 'rejected', 'c-900', '/country'],
    [5, 'rejected', null, '/externalId'],
    [6, 'rejected', null, ''],
    [7, 'created', 'c-901', undefined],
    [8, 'unchanged', 'c-901', undefined],
    [9, 'rejected', 'c-902', '/colour']
  ])

  const before = await store.lastPosition()
  const refused = await send([JSON.stringify(city(910)), JSON.stringify(city(911, { country: 'ZZ' })), JSON.stringify(city(1))].join('\n'), '?atomic=true')
  t.equal(refused.status, 422)
  t.same(refused.reports.map((report) => report.outcome ?? report.summary), ['not-stored', 'rejected', 'not-stored', { created: 0, updated: 0, unchanged: 0, rejected: 1, notStored: 2 }])
  t.equal(await store.lastPosition(), before, 'all or nothing')
  const taken = await send([JSON.stringify(city(910)), JSON.stringify(city(1))].join('\n'), '?atomic=true')
  t.same([taken.status, taken.reports.map((report) => report.outcome ?? report.summary.created)], [200, ['created', 'unchanged', 1]])
})

eachEngine('what is exported can be imported again, as NDJSON and as CSV', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const key = await service.key('Partner', 'read', 'write:cities', 'write:solutions')
  const bulk = async (resource: string, objects: object[]) => lines((await service.call('POST', `/v1/bulk/${resource}`, { key, body: objects.map((object) => JSON.stringify(object)).join('\n'), headers: ndjson })).text)
  await bulk('cities', [city(1, { name: { text: '=SUM(A1)', language: 'en', translations: [{ text: 'خون كين', language: 'ar' }] }, point: { latitude: -12.5, longitude: 3 }, languages: ['th', 'en'] })])
  await bulk('challenges', [{ externalId: 'h-1', ...bodies.challenge('external:c-1', { title: 'a, "b"\nc', sdgTargets: ['11.2', '3.8'], budget: { status: 'sought', min: 1, max: 2, currency: 'THB' }, constraints: [{ text: 'None of; these', hard: true }], requiredStandards: ['A;B', 'C'], openToJointWork: false }) }])
  await bulk('providers', [{ externalId: 'p-1', ...bodies.provider({ identifiers: [{ scheme: 'LEI', value: '1' }] }) }])
  await bulk('solutions', [{ externalId: 's-1', ...bodies.solution('external:p-1', { fit: { populationMin: 5, climates: ['Aw'] }, prerequisites: ['x', 'y'], readiness: 3 }) }])
  await bulk('deployments', [{ externalId: 'd-1', ...bodies.deployment('external:s-1', 'external:c-1', { confirmed: true, links: ['https://example.org/a'] }) }])
  for (const resource of ['cities', 'challenges', 'providers', 'solutions', 'deployments']) {
    for (const [format, type] of [['ndjson', 'application/x-ndjson'], ['csv', 'text/csv']] as const) {
      const exported = await service.call('GET', `/v1/bulk/${resource}?format=${format}`, { key })
      t.match(exported.headers['content-type'], type)
      const again = await service.call('POST', `/v1/bulk/${resource}`, { key, body: exported.text, headers: { 'content-type': type } })
      t.same(lines(again.text).at(-1).summary, { created: 0, updated: 0, unchanged: 1, rejected: 0, notStored: 0 }, `${resource} as ${format}: ${again.text}`)
    }
  }
  const csv = await service.call('GET', '/v1/bulk/cities?format=csv')
  t.match(csv.text, "'=SUM(A1)", 'a spreadsheet does not take a name for a formula')
  t.match(csv.text, /,-12\.5,/, 'and takes a number for one')
  t.notMatch(csv.text, 'c-1', 'external ids are the owner’s alone')
  const header = await service.call('POST', '/v1/bulk/cities', { key, body: 'externalId,colour\nx,red\n', headers: { 'content-type': 'text/csv' } })
  t.match(lines(header.text).at(-1).error, /colour is not a column/)
  t.equal((await service.call('POST', '/v1/bulk/cities', { body: '', headers: ndjson })).status, 401)
  t.equal((await service.call('POST', '/v1/bulk/cities', { key: await service.key('Reader', 'read'), body: '', headers: ndjson })).status, 403)
  t.equal((await service.call('POST', '/v1/bulk/cities', { key, body: '{}', headers: { 'content-type': 'application/json' } })).status, 415)
})

eachEngine('an import goes on only for who may still store: neither for a key that was revoked nor for who was suspended meanwhile', async (t, openTestStore) => {
  const store = await openTestStore()
  const service = await startService(t, store)
  const importing = async (options: object, prefix: string, meanwhile: () => Promise<unknown>) => {
    const source = new PassThrough()
    const hundred = (from: number) => Array.from({ length: 100 }, (_, index) => JSON.stringify(city(from + index, { externalId: `${prefix}-${from + index}` })) + '\n').join('')
    const before = await store.read.cities.count({})
    const answer = service.call('POST', '/v1/bulk/cities', { ...options, body: source, headers: ndjson })
    source.write(hundred(0))
    while (await store.read.cities.count({}) < before + 100) await setTimeout(10)
    await meanwhile()
    source.end(hundred(100))
    return lines((await answer).text)
  }
  const key = await service.key('Partner', 'read', 'write:cities')
  const revoked = await importing({ key }, 'revoked', async () => {
    for (const { id } of await store.read.keys.list()) await store.transact(({ keys }) => keys.revoke(id, new Date()))
  })
  t.match(revoked.at(-2), { outcome: 'rejected', errors: [{ code: 'invalid-key' }] })
  t.match(revoked.at(-1), { summary: { created: 100, rejected: 100 } })

  const owner = await service.person({ name: 'City', kind: 'city' })
  const suspended = await importing({ as: owner }, 'suspended', () => store.transact(({ organisations }) => organisations.update(owner.organisationId ?? '', { suspendedAt: new Date() })))
  t.match(suspended.at(-2), { outcome: 'rejected', errors: [{ code: 'suspended' }] })
  const renamed = await service.person({ name: 'Other', kind: 'city' })
  const unverified = await importing({ as: renamed }, 'unverified', () => store.transact(({ organisations }) => organisations.update(renamed.organisationId ?? '', { verifiedAt: null })))
  t.match(unverified.at(-2), { outcome: 'rejected', errors: [{ code: 'not-verified' }] })
  const ended = await importing({ as: await service.person({ name: 'Third', kind: 'city' }) }, 'ended', () => store.transact(async ({ sessions, memberships, organisations }) => {
    const third = await organisations.findByName('Third')
    for (const { personId } of await memberships.listIn(third?.id ?? '')) await sessions.removeOf(personId)
  }))
  t.match(ended.at(-1), { summary: { created: 100, rejected: 100 } }, 'nor in a session that has ended')

  const late = await service.person({ name: 'Fourth', kind: 'city' })
  const principal = { ...anonymous, personId: late.personId, organisationId: late.organisationId, capabilities: new Set(['read', 'write:cities', 'introductions'] as const), verified: true }
  await store.transact(({ memberships }) => memberships.remove(late.personId, late.organisationId ?? ''))
  const id = (await store.read.cities.list({ filters: {}, sort: 'created', descending: false, limit: 1 })).records[0]?.id ?? ''
  const target = { principal, resource: 'cities' as const, id, versions: null }
  const { profiles, introductions, messages, questions } = service.services
  for (const ask of [
    () => profiles.create(principal, 'cities', bodies.city()),
    () => profiles.patch(target, {}),
    () => introductions.accept(principal, id, { disclose: [] }),
    () => introductions.ask(principal, { challengeId: id, with: { resource: 'solutions', id }, purpose: 'exchange', message: 'x', disclose: [] }),
    () => messages.write(principal, id, { text: 'x', links: [] }),
    () => questions.answer(principal, id, id, 'x')
  ]) await t.rejects(async () => { await ask() }, { code: 'no-organisation' }, 'who was removed after the request came in does nothing by it')
})

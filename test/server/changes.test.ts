import { eachEngine } from '../engines.ts'
import { bodies, startService } from '../helper.ts'

interface Item { position: number, id: string, action: string, status: string, fields: string[], profile: { id: string } | null }

eachEngine('the change feed tells partners what they may know, in order, and can be resumed anywhere', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const key = await service.key('Partner', 'read', 'write:cities')
  const other = await service.key('Other', 'read')
  t.equal((await service.call('GET', '/v1/changes')).status, 401)
  t.equal((await service.call('GET', '/v1/changes', { key: await service.key('Writer', 'write:cities') })).status, 403)

  const city = (await service.call('POST', '/v1/cities', { key, body: bodies.city() })).body
  const draft = (await service.call('POST', '/v1/cities', { key, body: bodies.city({ name: 'Secret', status: 'draft' }) })).body
  await service.call('PATCH', `/v1/cities/${city.id}`, { key, body: { population: 7 }, headers: { 'if-match': '"1"' } })
  await service.call('DELETE', `/v1/cities/${city.id}`, { key, headers: { 'if-match': '"2"' } })

  const mine = (await service.call('GET', '/v1/changes', { key })).body
  t.same(mine.items.map((item: Item) => [item.position, item.id, item.action]), [[1, city.id, 'created'], [2, draft.id, 'created'], [3, city.id, 'updated'], [4, city.id, 'closed']])
  t.same(mine.items[2].fields, ['population'])
  t.equal(mine.next, 4)

  const theirs = await service.call('GET', '/v1/changes', { key: other })
  t.same(theirs.body.items.map((item: Item) => [item.position, item.action, item.profile]), [[1, 'created', null], [3, 'updated', null], [4, 'closed', null]], 'a closed profile is told of and not shown')
  t.notMatch(theirs.text, 'Secret')

  const walked: number[] = []
  for (let after = 0, next = -1; next !== after;) {
    if (next !== -1) after = next
    const page = (await service.call('GET', `/v1/changes?limit=1&after=${after}`, { key: other })).body
    walked.push(...page.items.map((item: Item) => item.position))
    next = page.next
  }
  t.same(walked, [1, 3, 4])
  t.same((await service.call('GET', '/v1/changes?resource=challenges', { key })).body, { items: [], next: 4 })
})

eachEngine('which fields were hidden is not told when the profile is erased', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const key = await service.key('Partner', 'read', 'write:cities')
  const other = await service.key('Other', 'read')
  const { id } = (await service.call('POST', '/v1/cities', { key, body: bodies.city({ areaServed: 'The old town', visibility: { areaServed: 'private' } }) })).body
  await service.call('DELETE', `/v1/cities/${id}`, { key, headers: { 'if-match': '*' } })
  t.equal((await service.call('POST', `/v1/cities/${id}/erase`, { key, headers: { 'if-match': '*' } })).status, 204)
  t.notMatch((await service.call('GET', '/v1/changes', { key: other })).text, /areaServed/)
})

eachEngine('a waiting reader is answered as soon as there is something to tell', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const key = await service.key('Partner', 'read', 'write:cities')
  const waiting = service.call('GET', '/v1/changes?wait=25', { key })
  const started = Date.now()
  await new Promise((resolve) => setTimeout(resolve, 100))
  await service.call('POST', '/v1/cities', { key, body: bodies.city() })
  t.equal((await waiting).body.items.length, 1)
  t.ok(Date.now() - started < 20_000)
  t.same((await service.call('GET', '/v1/changes?after=1&wait=1', { key })).body, { items: [], next: 1 })
})

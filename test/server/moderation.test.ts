import type { Test } from 'tap'
import { eachEngine } from '../engines.ts'
import { type Answer, bodies, type Caller, type Service, startService } from '../helper.ts'

const refused = (t: Test, answer: Answer, status: number, code: string, name: string, ...pointers: string[]) =>
  t.same([answer.status, answer.body?.code, (answer.body?.errors ?? []).map((error: { pointer: string }) => error.pointer)], [status, code, pointers], name)

const lettersTo = async (service: Service, { personId }: Caller): Promise<string[]> => (await service.store.read.mails.listOf(personId)).map((mail) => mail.kind)

const cast = async (service: Service) => ({
  owner: await service.person({ name: 'City', kind: 'city' }),
  viewer: await service.person({ name: 'City', kind: 'city' }, 'viewer'),
  vendor: await service.person({ name: 'Vendor', kind: 'provider' }),
  admin: await service.person({ name: 'Secretariat', kind: 'secretariat' }),
  second: await service.person({ name: 'Secretariat', kind: 'secretariat' }, 'editor')
})

const actions = (service: Service) => ({
  raise: (as: Caller | undefined, id: string, over: object = {}) => service.call('POST', '/v1/flags', { as, body: { resource: 'challenges', id, reason: 'false', words: 'The figures are made up.', ...over } }),
  decide: (as: Caller, id: string, decision: string) => service.call('POST', `/v1/flags/${id}/decide`, { as, body: { decision, reason: 'Because of the second paragraph.' } }),
  appeal: (as: Caller, id: string) => service.call('POST', `/v1/flags/${id}/appeal`, { as, body: { words: 'The figures are those of the census.' } }),
  decideAppeal: (as: Caller, id: string, outcome: string) => service.call('POST', `/v1/flags/${id}/appeal/decide`, { as, body: { outcome, reason: 'The census says so.' } }),
  patch: (as: Caller, url: string, body: object) => service.call('PATCH', url, { as, headers: { 'if-match': '*' }, body }),
  async challenge (as: Caller, over: object = {}) {
    const city = await service.call('POST', '/v1/cities', { as, body: bodies.city() })
    const made = await service.call('POST', '/v1/challenges', { as, body: bodies.challenge(city.body.id, over) })
    return { id: made.body.id as string, url: `/v1/challenges/${made.body.id}`, city: city.body.id as string }
  }
})

eachEngine('a person flags what they see; its owner learns the decision and not who', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const { owner, viewer, vendor, admin } = await cast(service)
  const { raise, decide, patch, challenge } = actions(service)
  const { id, url } = await challenge(owner)
  const draft = await challenge(owner, { status: 'draft' })

  refused(t, await raise(undefined, id), 401, 'missing-key', 'nobody')
  refused(t, await service.call('POST', '/v1/flags', { key: await service.key('Partner', 'admin'), body: { resource: 'challenges', id, reason: 'spam' } }), 403, 'person-needed', 'a key')
  refused(t, await raise(vendor, draft.id), 404, 'not-found', 'what is not seen')
  refused(t, await raise(vendor, id, { resource: 'cities' }), 404, 'not-found', 'what is none')
  const raised = await raise(vendor, id)
  t.equal(raised.status, 201, raised.text)
  t.match(raised.body, { profileId: id, ownerId: owner.organisationId, version: 1, status: 'open', raisedBy: vendor.personId, byRule: false })
  refused(t, await raise(vendor, id, { reason: 'spam' }), 409, 'already-open', 'one open case a person and profile')
  const other = await raise(viewer, id)
  t.same(await lettersTo(service, admin), ['flag-raised'], 'the secretariat is told of a profile once')

  const read = (as: Caller) => service.call('GET', `/v1/flags/${raised.body.id}`, { as })
  for (const as of [owner, vendor]) refused(t, await read(as), 404, 'not-found', 'an open case is the secretariat’s')
  t.same((await service.call('GET', '/v1/flags?status=open', { as: owner })).body.items, [])
  t.match((await service.call('GET', '/v1/flags?status=open', { as: admin })).body.items, [{ id: raised.body.id, words: 'The figures are made up.' }, { id: other.body.id }])
  const page = await service.call('GET', '/v1/flags?limit=1', { as: admin })
  t.same([page.body.next, (await service.call('GET', `/v1/flags?limit=1&cursor=${page.body.next}`, { as: admin })).body.items[0].id], [raised.body.id, other.body.id])
  refused(t, await decide(owner, raised.body.id, 'clear'), 403, 'missing-scope', 'an owner decides nothing')

  const returned = await decide(admin, raised.body.id, 'return')
  t.match(returned.body, { status: 'returned', decidedBy: admin.personId, decisionReason: 'Because of the second paragraph.' })
  refused(t, await decide(admin, other.body.id, 'hide'), 409, 'already-decided', 'the other case about it is decided with it')
  t.equal((await service.call('GET', url)).status, 404)
  t.match((await service.call('GET', url, { as: owner })).body, { status: 'draft', version: 2 })
  t.ok((await lettersTo(service, owner)).includes('profile-returned'))
  const seen = (await read(viewer)).body
  t.match(seen, { status: 'returned', reason: 'false', decisionReason: 'Because of the second paragraph.' })
  for (const name of ['raisedBy', 'raisedByOrganisation', 'words', 'decidedBy']) t.notOk(name in seen, `${name} is not told`)
  refused(t, await read(vendor), 404, 'not-found', 'whoever raised it is no party to it')
  t.equal((await service.call('GET', '/v1/flags', { as: owner })).body.items.length, 2)
  t.same((await service.call('GET', '/v1/flags', { as: vendor })).body.items, [])
  const audit = await service.call('GET', '/v1/audit', { as: owner })
  t.notOk(audit.text.includes(vendor.personId) || audit.text.includes(vendor.organisationId ?? '-') || audit.text.includes(admin.personId), 'nor in the audit log')
  t.ok(audit.body.items.some((item: { action: string }) => item.action === 'flags:decide'))
  t.equal((await patch(owner, url, { status: 'published', problem: 'Buses are full in the morning, as the census of commuters shows.' })).status, 200, 'what was returned is changed and published')
  await service.store.transact(({ organisations }) => organisations.update(vendor.organisationId ?? '', { suspendedAt: new Date() }))
  refused(t, await raise(vendor, id), 403, 'suspended', 'who is suspended reads only')
})

eachEngine('what is hidden stays so until an appeal, made once and decided by somebody else, succeeds', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const { owner, viewer, vendor, admin, second } = await cast(service)
  const { raise, decide, appeal, decideAppeal, patch, challenge } = actions(service)
  const { id, url, city } = await challenge(owner)
  const flag = (await raise(vendor, id)).body.id

  refused(t, await appeal(owner, flag), 404, 'not-found', 'nothing is decided')
  const decisions = await Promise.all([decide(admin, flag, 'hide'), decide(admin, flag, 'hide'), decide(admin, flag, 'hide')])
  t.same(decisions.map(({ status }) => status).sort(), [200, 409, 409], 'decided once')
  t.equal((await service.store.read.audit.read({ objectId: flag, limit: 10 })).filter(({ action }) => action === 'flags:decide').length, 1)
  t.equal((await service.store.read.changes.history('challenges', id)).length, 2, 'one change')
  t.equal((await service.call('GET', url)).status, 404)
  t.match((await service.call('GET', '/v1/changes?resource=challenges', { as: vendor })).body.items.at(-1), { id, action: 'unpublished', profile: null })
  refused(t, await patch(owner, url, { status: 'published' }), 403, 'missing-scope', 'its owner does not publish it')
  refused(t, await patch(owner, url, { status: 'draft' }), 403, 'missing-scope', 'nor takes it back to draft')

  refused(t, await appeal(viewer, flag), 403, 'missing-scope', 'a viewer appeals not')
  refused(t, await appeal(vendor, flag), 404, 'not-found', 'nor another')
  refused(t, await service.call('POST', `/v1/flags/${flag}/appeal`, { key: await service.key('City', 'write:cities'), body: { words: 'x' } }), 403, 'person-needed', 'nor a key')
  refused(t, await decideAppeal(second, flag, 'overturned'), 404, 'not-found', 'there is no appeal')
  const appeals = await Promise.all([appeal(owner, flag), appeal(owner, flag)])
  t.same(appeals.map(({ body }) => body.code ?? body.appealWords).sort(), ['The figures are those of the census.', 'not-appealable'], 'once')
  t.ok((await lettersTo(service, second)).includes('appeal-made'))
  t.same((await service.call('GET', '/v1/flags?appealed=true', { as: admin })).body.items.map((item: { id: string }) => item.id), [flag])
  refused(t, await decideAppeal(admin, flag, 'upheld'), 409, 'same-decider', 'by somebody else')
  refused(t, await service.call('POST', `/v1/flags/${flag}/appeal/decide`, { key: await service.key('Partner', 'admin'), body: { outcome: 'upheld', reason: 'x' } }), 403, 'person-needed', 'who a key does not tell')
  const outcomes = await Promise.all([decideAppeal(second, flag, 'overturned'), decideAppeal(second, flag, 'upheld')])
  t.same(outcomes.map(({ status }) => status).sort(), [200, 409], 'decided once')
  const { appealOutcome } = (await service.call('GET', `/v1/flags/${flag}`, { as: owner })).body
  t.equal((await service.call('GET', url)).status, appealOutcome === 'overturned' ? 200 : 404)
  t.ok((await lettersTo(service, owner)).includes('appeal-decided'))
  t.same((await service.call('GET', '/v1/flags?appealed=true', { as: admin })).body.items, [])
  const exported = async (as: Caller) => (await service.call('GET', '/v1/people/me/export', { as })).body.flags
  t.match(await exported(owner), [{ raisedBy: null, words: null, decidedBy: null, appealedBy: owner.personId, appealWords: 'The figures are those of the census.', appealDecidedBy: null }], 'nor does their own data tell who')
  t.match(await exported(vendor), [{ raisedBy: vendor.personId, words: 'The figures are made up.', decisionReason: null, appealedBy: null, appealedAt: null, appealWords: null, appealReason: null }], 'or what its owner said')
  t.match(await exported(second), [{ raisedBy: null, words: 'The figures are made up.', appealDecidedBy: second.personId }])

  const next = await service.call('POST', '/v1/challenges', { as: owner, body: bodies.challenge(city) })
  const again = (await raise(vendor, next.body.id)).body.id
  t.equal((await decide(admin, again, 'hide')).status, 200)
  t.equal((await patch(owner, `/v1/challenges/${next.body.id}`, { title: 'Trams are too full' })).status, 200)
  t.equal((await appeal(owner, again)).status, 200)
  t.equal((await decideAppeal(second, again, 'overturned')).status, 200)
  t.equal((await service.call('GET', `/v1/challenges/${next.body.id}`, { as: owner })).body.status, 'draft', 'what was changed meanwhile is its owner’s to publish')

  const third = await service.call('POST', '/v1/challenges', { as: owner, body: bodies.challenge(city) })
  const thirdUrl = `/v1/challenges/${third.body.id}`
  const earlier = (await raise(vendor, third.body.id)).body.id
  t.equal((await decide(admin, earlier, 'hide')).status, 200)
  t.equal((await patch(admin, thirdUrl, { status: 'published' })).status, 200)
  t.equal((await decide(admin, (await raise(vendor, third.body.id)).body.id, 'hide')).status, 200)
  t.equal((await appeal(owner, earlier)).status, 200)
  t.equal((await decideAppeal(second, earlier, 'overturned')).status, 200)
  t.equal((await service.call('GET', thirdUrl, { as: owner })).body.status, 'hidden', 'a later decision stands')

  const fourth = await service.call('POST', '/v1/challenges', { as: owner, body: bodies.challenge(city) })
  const fourthUrl = `/v1/challenges/${fourth.body.id}`
  const withdrawn = (await raise(vendor, fourth.body.id)).body.id
  t.equal((await patch(owner, fourthUrl, { status: 'draft', problem: 'Not fit to be read by anybody yet.' })).status, 200)
  t.equal((await decide(admin, withdrawn, 'hide')).status, 200)
  t.equal((await appeal(owner, withdrawn)).status, 200)
  t.equal((await decideAppeal(second, withdrawn, 'overturned')).status, 200)
  t.equal((await service.call('GET', fourthUrl, { as: owner })).body.status, 'draft', 'what its owner had taken back is not published by it')

  const cleared = (await raise(vendor, city, { resource: 'cities' })).body.id
  t.equal((await decide(admin, cleared, 'clear')).body.status, 'cleared')
  refused(t, await appeal(owner, cleared), 409, 'not-appealable', 'nothing to appeal against')
  t.equal((await service.call('GET', `/v1/cities/${city}`)).status, 200)
})

eachEngine('what others hang on is hidden with what is matched by it, and not returned', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const { owner, vendor, admin, second } = await cast(service)
  const { raise, decide, appeal, decideAppeal, challenge } = actions(service)
  const { url, id, city } = await challenge(owner)
  const peer = await challenge(await service.person({ name: 'Peer', kind: 'city' }))
  const peers = async () => (await service.call('GET', `${peer.url}/matches`)).body.peers.map((match: { challenge: { id: string } }) => match.challenge.id)
  t.same(await peers(), [id])

  const flag = (await raise(vendor, city, { resource: 'cities' })).body.id
  refused(t, await decide(admin, flag, 'return'), 409, 'in-use', 'a published challenge hangs on it')
  t.equal((await decide(admin, flag, 'hide')).status, 200)
  t.same(await peers(), [], 'a challenge of a hidden city is not matched')
  t.equal((await service.call('GET', `${url}/matches`, { as: owner })).status, 200, 'its owner still sees matches')
  t.equal((await appeal(owner, flag)).status, 200)
  t.equal((await decideAppeal(second, flag, 'overturned')).body.appealOutcome, 'overturned')
  t.same(await peers(), [id], 'and is again when the city is back')

  const closed = await service.call('POST', '/v1/challenges', { as: owner, body: bodies.challenge(city) })
  const about = (await raise(vendor, closed.body.id)).body.id
  await service.call('DELETE', `/v1/challenges/${closed.body.id}`, { as: owner, headers: { 'if-match': '*' } })
  refused(t, await decide(admin, about, 'hide'), 409, 'profile-closed', 'nothing is left to hide')
  t.equal((await decide(admin, about, 'clear')).status, 200)
})

eachEngine('rules open a case for what is published and forbid nothing', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const { owner, admin } = await cast(service)
  const { decide, patch, challenge } = actions(service)
  const cases = async () => (await service.call('GET', '/v1/flags?status=open', { as: admin })).body.items
  const draft = await challenge(owner, { status: 'draft', problem: 'โทร ๐๘๑-๒๓๔-๕๖๗๘ เพื่อดูสถานที่จริง', context: 'Mail a@example.org', visibility: { context: 'members' } })
  t.same(await cases(), [], 'a draft is nobody’s affair')

  t.equal((await patch(owner, draft.url, { status: 'published' })).status, 200)
  t.match(await cases(), [{ profileId: draft.id, reason: 'contact-details', byRule: true, raisedBy: null, fields: ['/problem/text'], version: 2, status: 'open' }], 'what not everybody sees is not looked at')
  t.same(await lettersTo(service, admin), ['flag-raised'])
  t.equal((await patch(owner, draft.url, { stage: 'define', visibility: { context: 'public' } })).status, 200)
  t.match(await cases(), [{ fields: ['/problem/text', '/context/text'], version: 3 }], 'the open case goes on')
  const [{ id }] = await cases()
  t.equal((await decide(admin, id, 'clear')).status, 200)
  t.equal((await patch(owner, draft.url, { stage: 'plan' })).status, 200)
  t.same(await cases(), [], 'what was cleared is not asked again')
  t.equal((await patch(owner, draft.url, { problem: 'Call +66 2 123 4567 to see the place.' })).status, 200)
  t.equal((await cases()).length, 1, 'what is new is')

  const lines = Array.from({ length: 30 }, (_, n) => JSON.stringify({ ...bodies.city(), externalId: `c${n}`, areaServed: `Write to office${n}@example.org` })).join('\n')
  const imported = await service.call('POST', '/v1/bulk/cities', { as: owner, headers: { 'content-type': 'application/x-ndjson' }, body: lines })
  t.match(imported.text, /"created":30/)
  t.equal((await cases()).length, 31)
  t.same(await lettersTo(service, admin), ['flag-raised', 'flag-raised'], 'the secretariat is told of the first of an owner')
})

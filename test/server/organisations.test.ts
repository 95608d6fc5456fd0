import type { Test } from 'tap'
import { eachEngine } from '../engines.ts'
import { type Answer, bodies, type Caller, type Service, startService } from '../helper.ts'

const nobody = '0199d2c4-7a10-7c3e-9f00-3b5d8c1e2a44'

const refused = (t: Test, answer: Answer, status: number, code: string, name: string, ...pointers: string[]) =>
  t.same([answer.status, answer.body?.code, (answer.body?.errors ?? []).map((error: { pointer: string }) => error.pointer)], [status, code, pointers], name)

const lettersTo = async (service: Service, { personId }: Pick<Caller, 'personId'>): Promise<string[]> => (await service.store.read.mails.listOf(personId)).map((mail) => mail.kind)

const invite = (service: Service, as: Caller, email: string, role = 'editor') => service.call('POST', `/v1/organisations/${as.organisationId}/invitations`, { as, body: { email, role } })

/** The token in the newest mail that was sent to an address. */
const tokenTo = async (service: Service, { personId }: Pick<Caller, 'personId'>): Promise<string> => {
  const [mail] = (await service.store.read.mails.listOf(personId)).filter(({ kind }) => kind === 'invitation')
  return /token=([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? ''
}

const accept = (service: Service, as: Caller, token: string) => service.call('POST', '/v1/invitations/accept', { as, body: { token } })

eachEngine('a person makes an organisation, owns it and acts for it; what it shows depends on who looks', async (t, openTestStore) => {
  const store = await openTestStore()
  const service = await startService(t, store)
  const person = await service.person(null)
  const other = await service.person({ name: 'Vendor', kind: 'provider' })
  const admin = await service.person({ name: 'Secretariat', kind: 'secretariat' })
  const key = await service.key('Partner', 'read')
  const make = (as: Caller, body: unknown) => service.call('POST', '/v1/organisations', { as, body })

  const made = await make(person, { name: '  City of Testville ', kind: 'city' })
  t.equal(made.status, 201, made.text)
  t.match(made.body, { name: 'City of Testville', kind: 'city', verified: false, role: 'owner', suspended: false, introductionCap: null })
  const { id } = made.body
  const draft = await service.call('POST', '/v1/cities', { as: person, body: bodies.city({ status: 'draft' }) })
  t.equal(draft.body.ownerId, id, 'the session acts for it')
  t.match((await service.store.read.audit.read({ objectId: id, limit: 1 }))[0], { action: 'organisations:create', personId: person.personId, ownerId: id })

  refused(t, await make(other, { name: 'City of Testville', kind: 'city' }), 422, 'invalid-input', 'a name that is taken', '/name')
  for (const name of ['Secretariat', 'WICC  secretariat', 'Call +66 2 123 4567 now', 'a@example.org', 'Win at https://example.org', 'Win at www.example.org', 'Win at example.org/x', ' ']) refused(t, await make(other, { name, kind: 'city' }), 422, 'invalid-input', name, '/name')
  refused(t, await make(other, { name: 'Ours', kind: 'secretariat' }), 422, 'invalid-input', 'no second secretariat', '/kind')
  refused(t, await service.call('POST', '/v1/organisations', { key, body: { name: 'By key', kind: 'city' } }), 403, 'person-needed', 'a key makes none')
  const twice = await Promise.all([make(other, { name: 'Twice', kind: 'city' }), make(person, { name: 'Twice', kind: 'city' })])
  t.same(twice.map(({ status }) => status).sort(), [201, 422], 'one of two who take a name at once has it')

  const read = (as?: Caller) => service.call('GET', `/v1/organisations/${id}`, { as })
  const owner = await service.person({ name: 'City of Testville', kind: 'city' })
  t.same((await read(owner)).body.role, 'owner')
  refused(t, await read(other), 404, 'not-found', 'nothing published: it is not there')
  refused(t, await read(), 404, 'not-found', 'nor for anybody')
  t.equal((await read(admin)).body.createdAt, made.body.createdAt)
  await store.transact(({ organisations }) => organisations.update(id, { verifiedAt: new Date(), verifiedBy: 'document' }))
  const published = await service.call('PATCH', `/v1/cities/${draft.body.id}`, { as: owner, headers: { 'if-match': '*' }, body: { status: 'published' } })
  t.equal(published.status, 200, published.text)
  t.same((await read(other)).body, { id, name: 'City of Testville', kind: 'city', verified: true }, 'once it has published, its name, kind and standing')
  t.same((await read()).body, { id, name: 'City of Testville', kind: 'city', verified: true })

  const list = async (as: Caller, query = '') => (await service.call('GET', `/v1/organisations${query}`, { as })).body
  t.same((await list(owner)).items.map((item: { name: string, role: string }) => [item.name, item.role]), [['City of Testville', 'owner']])
  t.same((await service.call('GET', '/v1/organisations', { key })).body.items.map((item: { name: string, role: null }) => [item.name, item.role]), [['Partner', null]])
  t.equal((await list(admin)).items.length, 5)
  t.same((await list(admin, '?verified=false&kind=city')).items.map((item: { name: string }) => item.name), ['Twice'])
  t.same((await list(admin, '?mine=true')).items.map((item: { name: string }) => item.name), ['Secretariat'])
  const first = await service.call('GET', '/v1/organisations?limit=3', { as: admin })
  t.match(first.headers['link'], /rel="next"/)
  const rest = await list(admin, `?limit=3&cursor=${first.body.next}`)
  t.same([first.body.items.length, rest.items.length, rest.next], [3, 2, null])
})

eachEngine('owners rename, which takes verification away; the secretariat suspends and caps, with a reason', async (t, openTestStore) => {
  const store = await openTestStore()
  const service = await startService(t, store)
  const owner = await service.person({ name: 'City', kind: 'city' })
  const editor = await service.person({ name: 'City', kind: 'city' }, 'editor')
  const other = await service.person({ name: 'Other', kind: 'city' })
  const admin = await service.person({ name: 'Secretariat', kind: 'secretariat' }, 'editor')
  const change = (as: Caller, body: unknown, id = owner.organisationId) => service.call('PATCH', `/v1/organisations/${id}`, { as, body })

  refused(t, await change(editor, { name: 'New' }), 403, 'missing-scope', 'an editor does not run it')
  refused(t, await change(other, { name: 'New' }), 404, 'not-found', 'another’s')
  refused(t, await change(owner, { suspended: false, introductionCap: 100, reason: 'more' }), 403, 'missing-scope', 'what is the secretariat’s', '/suspended', '/introductionCap')
  refused(t, await change(admin, { suspended: true }), 422, 'invalid-input', 'without a reason', '/reason')
  refused(t, await change(admin, { suspended: true, reason: 'x' }, admin.organisationId), 422, 'invalid-input', 'the secretariat itself', '/suspended')
  refused(t, await change(admin, { suspended: true, reason: 'x' }, nobody), 404, 'not-found', 'none')

  const suspended = await change(admin, { suspended: true, introductionCap: 20, reason: 'Names a person in bad faith.' })
  t.match(suspended.body, { suspended: true, introductionCap: 20, verified: true, role: null })
  const [entry] = await store.read.audit.read({ objectId: owner.organisationId ?? '', limit: 1 })
  t.match(entry, { action: 'organisations:change', personId: admin.personId, before: { suspended: false, introductionCap: null }, after: { suspended: true, introductionCap: 20 } })
  t.notMatch(JSON.stringify(entry), /bad faith/, 'the reason is in no audit entry')
  t.same((await lettersTo(service, owner)).sort(), ['introduction-cap-changed', 'organisation-suspended'])
  t.same(await lettersTo(service, editor), [])
  t.match((await store.read.mails.listOf(owner.personId)).map(({ text }) => text).join(), /bad faith/)
  refused(t, await change(owner, { name: 'New' }), 403, 'suspended', 'it reads only')
  t.equal((await service.call('GET', `/v1/organisations/${owner.organisationId}`, { as: owner })).body.suspended, true)
  t.equal((await change(admin, { suspended: false, reason: 'Settled.' })).body.suspended, false)

  t.match((await change(owner, { name: 'City by the sea' })).body, { name: 'City by the sea', verified: false, verifiedAt: null })
  t.match((await service.call('GET', `/v1/organisations/${owner.organisationId}/verification`, { as: owner })).body.items, [{ status: 'withdrawn', method: 'secretariat' }])
  t.match((await change(admin, { name: 'City on the hill' }, other.organisationId)).body, { name: 'City on the hill', verified: true }, 'the secretariat knows what it does')
})

eachEngine('members are seen, change role, are removed and leave; an owner is always left', async (t, openTestStore) => {
  const store = await openTestStore()
  const service = await startService(t, store)
  const city = { name: 'City', kind: 'city' } as const
  const owner = await service.person(city)
  const editor = await service.person(city, 'editor')
  const viewer = await service.person(city, 'viewer')
  const other = await service.person({ name: 'Other', kind: 'city' })
  const admin = await service.person({ name: 'Secretariat', kind: 'secretariat' })
  const url = `/v1/organisations/${owner.organisationId}/members`
  const list = (as: Caller) => service.call('GET', url, { as })
  const setRole = (as: Caller, { personId }: Caller, role: string) => service.call('PATCH', `${url}/${personId}`, { as, body: { role } })
  const remove = (as: Caller, { personId }: Pick<Caller, 'personId'>) => service.call('DELETE', `${url}/${personId}`, { as })

  t.same((await list(owner)).body.items.map((item: { role: string, email: string }) => [item.role, item.email]), [['owner', owner.email], ['editor', editor.email], ['viewer', viewer.email]])
  t.ok((await list(admin)).body.items[0].email)
  for (const as of [editor, viewer]) t.same((await list(as)).body.items.map((item: { name: string, email?: string }) => [item.name, item.email]), Array.from({ length: 3 }, () => ['Some Body', undefined]))
  refused(t, await list(other), 404, 'not-found', 'another’s')

  refused(t, await setRole(editor, viewer, 'editor'), 403, 'missing-scope', 'an editor makes nobody')
  refused(t, await setRole(other, viewer, 'editor'), 404, 'not-found', 'nor does another’s owner')
  refused(t, await setRole(owner, other, 'editor'), 404, 'not-found', 'who does not belong to it')
  refused(t, await setRole(owner, owner, 'editor'), 409, 'last-owner', 'the last owner stays one')
  refused(t, await remove(owner, owner), 409, 'last-owner', 'and stays')
  refused(t, await remove(admin, owner), 409, 'last-owner', 'whoever would remove them')
  refused(t, await remove(editor, viewer), 403, 'missing-scope', 'an editor removes nobody')
  refused(t, await remove(other, viewer), 404, 'not-found', 'nor does another’s owner')
  refused(t, await service.call('DELETE', `${url}/${viewer.personId}`, { key: await service.key('Partner', 'admin') }).then(async (answer) => { t.equal(answer.status, 204); return remove(owner, viewer) }), 404, 'not-found', 'the secretariat does')
  t.match(await lettersTo(service, viewer), ['member-removed'])

  t.equal((await setRole(owner, editor, 'viewer')).body.role, 'viewer')
  t.match(await lettersTo(service, editor), ['role-changed'])
  t.match((await store.read.audit.read({ objectId: editor.personId, limit: 1 }))[0], { action: 'members:change', before: { role: 'editor' }, after: { role: 'viewer' } })
  refused(t, await service.call('POST', '/v1/cities', { as: editor, body: bodies.city() }), 403, 'missing-scope', 'a role counts at once')
  t.equal((await remove(editor, editor)).status, 204, 'anybody but the last owner may leave')
  refused(t, await service.call('GET', '/v1/cities?owner=me', { as: editor }), 403, 'no-organisation', 'the session acts for nothing then')
  refused(t, await list(editor), 403, 'no-organisation', 'and sees nothing')

  const second = await service.person(city)
  await invite(service, second, 'late@example.org')
  t.equal((await setRole(owner, second, 'editor')).status, 200)
  t.same((await service.call('GET', `/v1/organisations/${owner.organisationId}/invitations`, { as: owner })).body.items, [], 'what an owner had sent out goes with the role')
  t.equal((await setRole(owner, second, 'owner')).status, 200)
  const left = await Promise.all([remove(owner, owner), remove(second, second)])
  t.same(left.map(({ status, body }) => body?.code ?? status).sort(), [204, 'last-owner'], 'of two owners who leave at once one stays')
  const [stays] = await store.read.memberships.listIn(owner.organisationId ?? '')
  t.equal(stays?.role, 'owner')

  for (let round = 0; round < 3; round++) {
    const pair = { name: `Pair ${round}`, kind: 'city' } as const
    const [one, two] = [await service.person(pair), await service.person(pair)]
    const demote = (as: Caller, { personId }: Caller) => service.call('PATCH', `/v1/organisations/${as.organisationId}/members/${personId}`, { as, body: { role: 'viewer' } })
    const codes = (await Promise.all([demote(one, two), demote(two, one)])).map(({ status, body }) => body?.code ?? status)
    t.equal(codes.filter((code) => code === 200).length, 1, `of two who demote each other one does: ${codes.join()}`)
    t.equal((await store.read.memberships.listIn(one.organisationId ?? '')).filter(({ role }) => role === 'owner').length, 1)
  }
})

eachEngine('an invitation is for one address, once, for a week', async (t, openTestStore) => {
  const store = await openTestStore()
  const service = await startService(t, store)
  const owner = await service.person({ name: 'City', kind: 'city' })
  const invited = await service.person(null, 'owner', { name: 'In Vited', language: 'en' })
  const thief = await service.person(null)
  const key = await service.key('Partner', 'admin')
  const url = `/v1/organisations/${owner.organisationId}/invitations`
  const open = async () => (await service.call('GET', url, { as: owner })).body.items

  const made = await invite(service, owner, invited.email.toUpperCase())
  t.equal(made.status, 201, made.text)
  t.same(Object.keys(made.body).sort(), ['createdAt', 'email', 'expiresAt', 'id', 'invitedBy', 'role'])
  const unknown = await invite(service, owner, 'nobody-yet@example.org')
  t.same(Object.keys(unknown.body), Object.keys(made.body), 'the same for an address without an account')
  const first = await tokenTo(service, invited)
  t.notOk(made.text.includes(first))
  refused(t, await service.call('POST', url, { key, body: { email: 'a@example.org', role: 'owner' } }), 403, 'person-needed', 'a person invites')
  refused(t, await service.call('POST', url, { as: invited, body: { email: 'a@example.org', role: 'owner' } }), 403, 'no-organisation', 'who runs it')
  refused(t, await invite(service, owner, owner.email), 422, 'invalid-input', 'who is there already', '/email')

  const again = await invite(service, owner, invited.email, 'viewer')
  t.not(again.body.id, made.body.id)
  t.same((await open()).map((item: { id: string }) => item.id), [again.body.id, unknown.body.id], 'a repeat takes its place')
  refused(t, await accept(service, invited, first), 404, 'not-found', 'and the first link is void')
  const token = await tokenTo(service, invited)
  const stolen = await accept(service, thief, token)
  refused(t, stolen, 403, 'other-address', 'another person')
  t.notOk(stolen.text.includes(invited.email), 'is not told whose it is')
  refused(t, await accept(service, invited, 'x'.repeat(43)), 404, 'not-found', 'a token that is none')
  await store.transact(({ people }) => people.update(invited.personId, { confirmedAt: null }))
  refused(t, await accept(service, invited, token), 403, 'other-address', 'an address that is not confirmed is not theirs')
  await store.transact(({ people }) => people.update(invited.personId, { confirmedAt: new Date() }))

  const answers = await Promise.all([1, 2, 3].map(() => accept(service, invited, token)))
  t.same(answers.map(({ status }) => status).sort(), [200, 404, 404], 'once')
  t.match(answers.find(({ status }) => status === 200)?.body, { id: owner.organisationId, name: 'City', role: 'viewer' })
  t.equal((await service.call('GET', '/v1/cities?owner=me', { as: invited })).status, 200, 'the session acts for it')
  t.equal((await store.read.audit.read({ ownerId: owner.organisationId ?? '', limit: 100 })).filter(({ action }) => action === 'invitations:accept').length, 1)
  t.equal((await store.read.invitations.find(again.body.id))?.email, null, 'the address is kept no longer than it is needed')

  t.equal((await service.call('DELETE', `${url}/${unknown.body.id}`, { as: owner })).status, 204)
  refused(t, await service.call('DELETE', `${url}/${unknown.body.id}`, { as: owner }), 404, 'not-found', 'withdrawn twice')
  const late = await invite(service, owner, thief.email)
  await store.transact(({ invitations }) => invitations.update(late.body.id, { expiresAt: new Date(Date.now() - 1) }))
  refused(t, await accept(service, thief, await tokenTo(service, thief)), 404, 'not-found', 'a week is over')
  await service.run('sweep')
  t.equal((await store.read.invitations.find(late.body.id))?.email, null, 'and its address forgotten')

  const small = await service.person({ name: 'Small', kind: 'city', verified: false })
  for (let n = 0; n < 10; n++) t.equal((await invite(service, small, `p${n}@example.org`)).status, 201)
  refused(t, await invite(service, small, 'p10@example.org'), 409, 'too-many', 'ten are open at a time while it is not verified')
  for (let n = 0; n < 10; n++) t.equal((await invite(service, small, 'p0@example.org')).status, 201)
  refused(t, await invite(service, small, 'p0@example.org'), 409, 'too-many', 'nor does repeating go on for ever')
})

eachEngine('an organisation asks to be verified and the secretariat decides, once', async (t, openTestStore) => {
  const store = await openTestStore()
  const service = await startService(t, store)
  const owner = await service.person({ name: 'City', kind: 'city', verified: false }, 'owner', { email: 'mayor@office.testville.example' })
  const editor = await service.person({ name: 'City', kind: 'city', verified: false }, 'editor')
  const other = await service.person({ name: 'Other', kind: 'city', verified: false }, 'owner', { email: 'other@gmail.com' })
  const admins = [await service.person({ name: 'Secretariat', kind: 'secretariat' }, 'editor'), await service.person({ name: 'Secretariat', kind: 'secretariat' })] as const
  const url = `/v1/organisations/${owner.organisationId}/verification`
  const ask = (as: Caller, body: unknown, to = url) => service.call('POST', to, { as, body })
  const decide = (as: Caller, id: string, decision: string, reason = 'It is who it says.') => service.call('POST', `/v1/verifications/${id}/decide`, { as, body: { decision, reason } })
  const domain = (evidence: string) => ({ method: 'official-domain', evidence })

  refused(t, await ask(editor, domain('testville.example')), 403, 'missing-scope', 'an owner asks')
  refused(t, await ask(other, domain('testville.example')), 404, 'not-found', 'for the own organisation')
  for (const evidence of ['gmail.com', 'example', 'go.th', 'com', 'elsewhere.example', 'ville.example', 'not a domain', 'yahoo.co.th']) refused(t, await ask(owner, domain(evidence)), 422, 'invalid-input', evidence, '/evidence')
  refused(t, await ask(other, domain('gmail.com'), `/v1/organisations/${other.organisationId}/verification`), 422, 'invalid-input', 'a public mail provider', '/evidence')
  await store.transact(({ people }) => people.update(owner.personId, { confirmedAt: null }))
  refused(t, await ask(owner, domain('testville.example')), 422, 'invalid-input', 'an address that is not confirmed', '/evidence')
  await store.transact(({ people }) => people.update(owner.personId, { confirmedAt: new Date() }))

  const asked = await ask(owner, { ...domain('@Testville.Example'), words: 'See the list of the ministry.' })
  t.equal(asked.status, 201, asked.text)
  t.match(asked.body, { evidence: 'testville.example', status: 'asked', decidedAt: null })
  refused(t, await ask(owner, domain('testville.example')), 409, 'already-open', 'one at a time')
  t.match(await lettersTo(service, admins[0]), ['verification-asked'])
  t.equal((await service.call('DELETE', url, { as: owner })).status, 204)
  refused(t, await service.call('DELETE', url, { as: owner }), 404, 'not-found', 'withdrawn twice')
  refused(t, await decide(admins[0], asked.body.id, 'grant'), 409, 'already-decided', 'withdrawn')

  const two = await Promise.all([ask(owner, { method: 'document', evidence: 'Gazette 12/2024' }), ask(owner, { method: 'document', evidence: 'Gazette 12/2024' })])
  t.same(two.map(({ status }) => status).sort(), [201, 409], 'one at a time, also at once')
  const { id } = two.find(({ status }) => status === 201)?.body as { id: string }
  refused(t, await decide(owner, id, 'grant'), 403, 'missing-scope', 'nobody decides for themself')
  refused(t, await service.call('POST', `/v1/verifications/${id}/decide`, { as: admins[0], body: { decision: 'grant' } }), 422, 'invalid-input', 'without a reason', '/reason')
  refused(t, await service.call('GET', '/v1/verifications', { as: owner }), 403, 'missing-scope', 'the queue is the secretariat’s')
  const queue = await service.call('GET', '/v1/verifications?status=asked', { as: admins[0] })
  t.match(queue.body, { items: [{ id, organisation: { name: 'City', kind: 'city' } }], next: null })

  const answers = await Promise.all([decide(admins[0], id, 'grant'), decide(admins[1], id, 'refuse'), decide(admins[0], id, 'grant'), decide(admins[1], id, 'refuse')])
  t.same(answers.map(({ status }) => status).sort(), [200, 409, 409, 409], 'decided once')
  t.equal((await store.read.audit.read({ objectId: id, limit: 10 })).filter(({ action }) => action === 'verifications:decide').length, 1)
  t.equal((await lettersTo(service, owner)).filter((kind) => /granted|refused/.test(kind)).length, 1)
  const status = (await store.read.verifications.find(id))?.status
  t.equal((await store.read.organisations.find(owner.organisationId ?? ''))?.verifiedAt !== null, status === 'granted', 'and the organisation is as decided')

  if (status === 'refused') {
    const next = await ask(owner, { method: 'document', evidence: 'Gazette 13/2024' })
    t.equal((await decide(admins[0], next.body.id, 'grant')).status, 200)
  }
  const city = await service.call('POST', '/v1/cities', { as: owner, body: bodies.city() })
  t.equal(city.status, 201, 'it publishes')
  refused(t, await ask(owner, domain('testville.example')), 409, 'already-decided', 'verified')
  const revoke = (as: Caller) => service.call('POST', `${url}/revoke`, { as, body: { reason: 'The document was forged.' } })
  refused(t, await revoke(owner), 403, 'missing-scope', 'the secretariat takes it back')
  const revoked = await Promise.all([revoke(admins[0]), revoke(admins[1])])
  t.same(revoked.map(({ status: code }) => code).sort(), [200, 409])
  t.equal((await service.call('GET', `/v1/cities/${city.body.id}`)).status, 200, 'what is published stays')
  refused(t, await service.call('POST', '/v1/cities', { as: owner, body: bodies.city() }), 403, 'not-verified', 'and nothing new is')
  t.ok((await lettersTo(service, owner)).includes('verification-revoked'))

  const history = (await service.call('GET', url, { as: editor })).body.items
  t.match(history.at(-1), { status: 'refused', method: 'secretariat', reason: 'The document was forged.' })
  t.equal(history[0].status, 'withdrawn')
  t.notOk(history.some((item: object) => 'decidedBy' in item), 'who decided is for the secretariat')
  t.ok('decidedBy' in (await service.call('GET', url, { as: admins[0] })).body.items[0])
  refused(t, await service.call('GET', url, { as: other }), 404, 'not-found', 'another’s')

  const renamed = await ask(owner, domain('testville.example'))
  t.equal(renamed.status, 201)
  t.equal((await service.call('PATCH', `/v1/organisations/${owner.organisationId}`, { as: owner, body: { name: 'Capital City' } })).status, 200)
  refused(t, await decide(admins[0], renamed.body.id, 'grant'), 409, 'already-decided', 'what was asked under one name is not granted to another')
})

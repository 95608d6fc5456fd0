import type { Test } from 'tap'
import { v7 as uuid } from 'uuid'
import { eachEngine, onEngine } from '../../engines.ts'
import { bodies, type Answer, type Caller, type Service, startService } from '../../helper.ts'
import { startReceiver } from '../webhook-receiver.ts'

const look = (service: Service, as: Caller | undefined, url: string) => service.call('GET', url, { as, headers: { accept: 'text/html' } })

/** Sends a form as a browser without script would. */
const send = (service: Service, as: Caller, url: string, fields: Record<string, string | string[]> = {}, csrf = as.csrf) => {
  const body = new URLSearchParams({ _csrf: csrf })
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
  return service.call('POST', url, { as: { ...as, csrf: '' }, body: body.toString(), headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' } })
}

const leads = (t: Test, { status, headers, text }: Answer, to: string, name: string) => t.same([status, headers['location']], [303, to], `${name}${status === 303 ? '' : ` ${text}`}`)

const published = async (service: Service, as: Caller, over: object = {}) => {
  const city = await service.call('POST', '/v1/cities', { as, body: bodies.city({ status: 'published' }) })
  return (await service.call('POST', '/v1/challenges', { as, body: bodies.challenge(city.body.id, { status: 'published', ...over }) })).body
}

eachEngine('an organisation is made, asks to be verified, and the secretariat decides with a reason', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const person = await service.person(null, 'owner', { email: 'mayor@khonkaen.go.th' })
  const admin = await service.person({ name: 'Secretariat', kind: 'secretariat' })

  leads(t, await look(service, undefined, '/organisation/keys'), '/sign-in?back=%2Forganisation%2Fkeys', 'who is not signed in signs in first')
  t.match((await look(service, person, '/organisation')).text, /You act for no organisation/)
  const wrong = await send(service, person, '/organisation', { name: 'Secretariat', kind: 'city' })
  t.equal(wrong.status, 422)
  t.match(wrong.text, /value="Secretariat"/, 'what was typed is kept')
  t.match(wrong.text, /id="f-make-name-fault"/)
  leads(t, await send(service, person, '/organisation', { name: '<script>alert(1)</script> City', kind: 'city' }), '/organisation?done=saved', 'made')
  const overview = await look(service, person, '/organisation?done=saved')
  t.match(overview.text, /&lt;script>alert\(1\)/)
  t.notMatch(overview.text, /<script>alert/)
  t.match(overview.headers['cache-control'], /no-store/)
  t.match(overview.text, /Not verified yet/)

  t.equal((await send(service, person, '/organisation/verification', { method: 'document', evidence: '' })).status, 422)
  t.equal((await send(service, person, '/organisation/verification', { method: 'document', evidence: 'x' }, 'wrong')).status, 403, 'a form without the session’s token is refused')
  leads(t, await send(service, person, '/organisation/verification', { method: 'document', evidence: 'https://city.example/letter', words: '' }), '/organisation?done=asked', 'asked')
  leads(t, await send(service, person, '/organisation/verification/withdraw'), '/organisation?done=withdrawn', 'withdrawn')
  leads(t, await send(service, person, '/organisation/verification', { method: 'document', evidence: 'https://city.example/letter', words: 'See page 2' }), '/organisation?done=asked', 'asked again')

  t.equal((await look(service, person, '/secretariat/verifications')).status, 403)
  const queue = await look(service, admin, '/secretariat/verifications')
  const [, caseId = ''] = /\/secretariat\/verifications\/([\w-]{36})/.exec(queue.text) ?? []
  leads(t, await look(service, admin, `/verifications/${caseId}`), `/secretariat/verifications/${caseId}`, 'where the letter leads')
  t.match((await look(service, admin, `/secretariat/verifications/${caseId}`)).text, /mayor@khonkaen\.go\.th/)
  const unsaid = await send(service, admin, `/secretariat/verifications/${caseId}/decide`, { decision: 'grant', reason: '' })
  t.equal(unsaid.status, 422, 'no decision without a reason')
  t.match(unsaid.text, /value="grant" selected|selected value="grant"/)
  t.equal((await send(service, person, `/secretariat/verifications/${caseId}/decide`, { decision: 'grant', reason: 'mine' })).status, 403)
  leads(t, await send(service, admin, `/secretariat/verifications/${caseId}/decide`, { decision: 'grant', reason: 'The letter is genuine.' }), '/secretariat/verifications?done=decided', 'granted')
  t.match((await look(service, person, '/organisation')).text, /The letter is genuine\./)

  const [organisation] = (await service.store.read.organisations.list()).filter(({ kind }) => kind === 'city')
  const at = `/secretariat/organisations/${organisation?.id}`
  leads(t, await look(service, admin, `/organisations/${organisation?.id}`), at, 'a letter leads the secretariat there')
  leads(t, await look(service, person, `/organisations/${organisation?.id}`), '/organisation', 'and owners to their page')
  const cap = await send(service, admin, `${at}/cap`, { introductionCap: 'many', reason: 'Busy.' })
  t.equal(cap.status, 422)
  t.match(cap.text, /Busy\./, 'the reason is kept')
  leads(t, await send(service, admin, `${at}/cap`, { introductionCap: '40', reason: 'Busy.' }), `${at}?done=saved`, 'cap')
  leads(t, await send(service, admin, `${at}/suspend`, { reason: 'Bad faith.' }), `${at}?done=saved`, 'suspended')
  t.match((await look(service, person, '/organisation')).text, /Suspended: it may only read/)
  t.equal((await send(service, person, '/organisation/name', { name: 'Other' })).status, 403)
  leads(t, await send(service, admin, `${at}/lift`, { reason: 'Made good.' }), `${at}?done=saved`, 'lifted')
  leads(t, await send(service, admin, `${at}/revoke`, { reason: 'The letter was not.' }), `${at}?done=revoked`, 'revoked')
  t.match((await look(service, admin, '/secretariat/organisations?kind=city&verified=false')).text, new RegExp(organisation?.id ?? '?'))
  t.match((await look(service, admin, `/secretariat/record?organisation=${organisation?.id}`)).text, /Suspended: <del><bdi>no<\/bdi><\/del> <ins><bdi>yes/)
  t.match((await look(service, person, '/organisation/record')).text, /Organisation: changed/)
})

eachEngine('people are invited, change their role, leave; keys are made, replaced and revoked, their secret shown once', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const owner = await service.person({ name: 'City', kind: 'city' })
  const viewer = await service.person({ name: 'City', kind: 'city' }, 'viewer', { name: 'Vera View' })
  const people = '/organisation/people'

  const seen = await look(service, viewer, people)
  t.notMatch(seen.text, /Invite somebody|@example\.org/, 'a viewer sees neither addresses nor what only owners do')
  t.notMatch(seen.text, /organisation\/keys/)
  const wrong = await send(service, owner, `${people}/invitations`, { email: 'nobody', role: 'viewer' })
  t.equal(wrong.status, 422)
  t.match(wrong.text, /value="nobody"/)
  leads(t, await send(service, owner, `${people}/invitations`, { email: 'new@example.org', role: 'viewer' }), `${people}?done=invited`, 'invited')
  const [, invitation = ''] = /invitations\/([\w-]{36})\/withdraw/.exec((await look(service, owner, people)).text) ?? []
  leads(t, await send(service, owner, `${people}/invitations/${invitation}/withdraw`), `${people}?done=withdrawn`, 'withdrawn')
  leads(t, await send(service, owner, `${people}/${viewer.personId}/role`, { role: 'editor' }), `${people}?done=saved`, 'role')
  t.equal((await send(service, viewer, `${people}/${owner.personId}/role`, { role: 'viewer' })).status, 403)
  const last = await send(service, owner, `${people}/${owner.personId}/remove`)
  t.equal(last.status, 409)
  t.match(last.text, /only owner/)
  leads(t, await send(service, viewer, `${people}/${viewer.personId}/remove`), '/organisation', 'left')

  const keys = '/organisation/keys'
  const none = await send(service, owner, keys, { name: 'Portal', expiresAt: '2001-01-01' })
  t.equal(none.status, 422)
  t.match(none.text, /value="Portal"/)
  t.match(none.text, /value="2001-01-01"/)
  const made = await send(service, owner, keys, { name: 'Portal', scopes: ['read', 'write:cities'], expiresAt: '2099-01-01' })
  const [secret = ''] = /wicc_[\w-]{43}/.exec(made.text) ?? []
  t.equal((await service.call('GET', '/v1/keys', { key: secret })).status, 403, 'the key is one, without the scope for this')
  t.match(made.headers['cache-control'], /no-store/)
  const list = await look(service, owner, keys)
  t.notMatch(list.text, secret)
  const [, id = ''] = /keys\/([\w-]{36})\/rotate/.exec(list.text) ?? []
  t.match((await send(service, owner, `${keys}/${id}/rotate`, { overlapMinutes: '60' })).text, /wicc_[\w-]{43}/)
  leads(t, await send(service, owner, `${keys}/${id}/revoke`), `${keys}?done=revoked`, 'revoked')
  t.equal((await send(service, owner, `${keys}/${id}/revoke`)).status, 409)
  t.equal((await look(service, owner, `${keys}?cursor=nothing`)).status, 200)

  const both = await service.person({ name: 'Vendor', kind: 'provider' })
  await service.store.transact(({ memberships }) => memberships.insert({ personId: both.personId, organisationId: owner.organisationId ?? '', role: 'viewer', createdAt: new Date() }))
  t.match((await look(service, both, '/help')).text, new RegExp(`name="organisationId" value="${owner.organisationId}"`))
  t.match((await look(service, both, `/organisations/${owner.organisationId}`)).text, /This is about City/)
  leads(t, await send(service, both, '/act-for', { organisationId: owner.organisationId ?? '' }), '/organisation', 'acts for the other')
  t.match((await look(service, both, '/organisation')).text, /<p class="over"><bdi>City<\/bdi>/)
  t.equal((await send(service, both, '/act-for', { organisationId: uuid() })).status, 404)
})

onEngine('sqlite', 'webhooks are made, tested, paused, replayed, changed and removed', async (t, openTestStore) => {
  const receiver = await startReceiver(t)
  const service = await startService(t, await openTestStore(), { WEBHOOK_LOOPBACK: 'true' })
  const owner = await service.person({ name: 'City', kind: 'city' })
  const list = '/organisation/webhooks'
  const wrong = await send(service, owner, list, { url: 'ftp://x', events: ['challenges.published'] })
  t.equal(wrong.status, 422)
  t.match(wrong.text, /value="challenges\.published" checked|checked value="challenges\.published"/, 'choices are kept')
  const made = await send(service, owner, list, { url: receiver.at('/hook'), events: ['challenges.published'] })
  t.match(made.text, /whsec_/)
  const [, id = ''] = /webhooks\/([\w-]{36})"/.exec(made.text) ?? []
  const at = `${list}/${id}`
  t.match((await send(service, owner, `${at}/test`)).text, /The test arrived/)
  await published(service, owner)
  await service.run('webhooks')
  t.match((await look(service, owner, `${at}?status=delivered`)).text, /Challenge: published/)
  t.notMatch((await look(service, owner, `${at}?status=dead`)).text, /<tbody>/)
  leads(t, await send(service, owner, `${at}/pause`), `${at}?done=paused`, 'paused')
  leads(t, await send(service, owner, `${at}/resume`), `${at}?done=resumed`, 'resumed')
  leads(t, await send(service, owner, `${at}/replay`, { after: '0' }), `${at}?done=replayed`, 'replayed')
  t.equal((await send(service, owner, `${at}/replay`, { after: '' })).status, 422)
  t.equal((await send(service, owner, `${at}/replay`, { after: '999' })).status, 422)
  t.match((await send(service, owner, `${at}/rotate`, { overlapMinutes: '60' })).text, /whsec_/)
  leads(t, await send(service, owner, `${at}/change`, { url: receiver.at('/hook') }), `${at}?done=saved`, 'changed')
  leads(t, await send(service, owner, `${at}/remove`), `${list}?done=removed`, 'removed')
  t.equal((await look(service, owner, at)).status, 404)
})

eachEngine('a profile is reported, decided, appealed against, and the appeal decided by somebody else', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const owner = await service.person({ name: 'City', kind: 'city' })
  const other = await service.person({ name: 'Vendor', kind: 'provider' })
  const [admin, second] = [await service.person({ name: 'Secretariat', kind: 'secretariat' }), await service.person({ name: 'Secretariat', kind: 'secretariat' })]
  const challenge = await published(service, owner, { title: '<script>alert(2)</script>' })
  const form = `/flags/new?resource=challenges&id=${challenge.id}`
  t.match((await look(service, other, `/challenges/${challenge.id}`)).text, new RegExp(form.replace(/[?&]/g, '.{1,5}')))
  leads(t, await look(service, undefined, form), `/sign-in?back=${encodeURIComponent(form)}`, 'sign in first')
  const shown = await look(service, other, form)
  t.match(shown.text, /&lt;script>alert\(2\)/)
  t.notMatch(shown.text, /<script>alert/)
  const unsaid = await send(service, other, '/flags', { resource: 'challenges', id: challenge.id, reason: '', words: 'Look at the title' })
  t.equal(unsaid.status, 422)
  t.match(unsaid.text, /Look at the title/)
  leads(t, await send(service, other, '/flags', { resource: 'challenges', id: challenge.id, reason: 'offensive', words: 'Look at the title' }), `/challenges/${challenge.id}?done=reported`, 'reported')

  const [, id = ''] = /\/secretariat\/flags\/([\w-]{36})/.exec((await look(service, admin, '/secretariat/flags')).text) ?? []
  t.notMatch((await look(service, owner, '/organisation/decisions')).text, id, 'nothing is decided yet')
  const opened = await look(service, admin, `/secretariat/flags/${id}`)
  t.match(opened.text, /<time datetime="[^"]+">[^<]+ UTC<\/time>/, 'a time of day says whose')
  t.match(opened.text, /Look at the title/)
  t.match(opened.text, /Commuters are left standing/, 'the text of the profile stands beside')
  leads(t, await send(service, admin, `/secretariat/flags/${id}/decide`, { decision: 'hide', reason: 'Not a title.' }), '/secretariat/flags?done=decided', 'hidden')
  leads(t, await look(service, owner, `/flags/${id}`), `/organisation/decisions/${id}`, 'where the owner’s letter leads')
  const decision = await look(service, owner, `/organisation/decisions/${id}`)
  t.match(decision.text, /Not a title\./)
  t.notMatch(decision.text, /Look at the title/, 'the owner does not read what the report says')
  leads(t, await send(service, owner, `/organisation/decisions/${id}/appeal`, { words: 'It is one.' }), `/organisation/decisions/${id}?done=appealed`, 'appealed')
  t.match((await look(service, second, '/secretariat/flags?show=appealed')).text, id)
  const same = await send(service, admin, `/secretariat/flags/${id}/appeal`, { outcome: 'overturned', reason: 'It is.' })
  t.equal(same.status, 409, 'by somebody else')
  t.match(same.text, /It is\./)
  leads(t, await send(service, second, `/secretariat/flags/${id}/appeal`, { outcome: 'overturned', reason: 'It is.' }), '/secretariat/flags?done=decided', 'taken back')
  t.equal((await look(service, undefined, `/challenges/${challenge.id}`)).status, 200)
})

eachEngine('coverage counts areas by region, and says where nobody serves', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const owner = await service.person({ name: 'City', kind: 'city' })
  const vendor = await service.person({ name: 'Vendor', kind: 'provider' })
  const admin = await service.person({ name: 'Secretariat', kind: 'secretariat' })
  const provider = await service.call('POST', '/v1/providers', { as: vendor, body: bodies.provider({ status: 'published' }) })
  const solve = (over: object) => service.call('POST', '/v1/solutions', { as: vendor, body: bodies.solution(provider.body.id, { status: 'published', ...over }) })
  const [here, elsewhere] = [await solve({ countries: ['TH', 'VN'] }), await solve({ areas: ['energy'] })]
  t.same([here.status, elsewhere.status], [201, 201])
  const challenge = await published(service, owner, { areas: ['transport', 'elderly-care'] })
  const introduction = { version: 1, challengeId: challenge.id, matchResource: 'solutions', matchId: here.body.id, askedBy: owner.organisationId ?? '', purpose: 'exchange', message: '', match: null, createdAt: new Date(), expiresAt: new Date(), remindedAt: null, acceptedAt: null, endedAt: null, endedBy: null, declineReason: null, endWords: null, messageCount: 0 } as const
  await service.store.transact(async ({ introductions }) => {
    await introductions.insert({ ...introduction, id: uuid(), status: 'closed', outcome: 'pilot' })
    await introductions.insert({ ...introduction, id: uuid(), status: 'requested', outcome: null })
  })

  const csv = await service.call('GET', '/secretariat/coverage.csv', { as: admin })
  const lines = csv.text.trim().split('\n')
  t.equal(lines[0], 'region,area,challenges,solutions,matches,gaps,introductions,outcomes')
  t.same(lines.filter((line) => /^035,(transport|elderly-care|energy|all),/.test(line)), ['035,transport,1,1,0,0,2,1', '035,energy,0,0,0,0,0,0', '035,elderly-care,1,0,0,1,2,1', '035,all,1,1,0,1,2,1'])
  t.same(lines.filter((line) => /^,(energy|all),/.test(line)), [',energy,0,1,0,0,0,0', ',all,0,1,0,0,0,0'], 'a solution that names no country')
  t.equal((await service.call('GET', '/secretariat/coverage.csv', { as: owner })).status, 403)
  t.equal((await service.call('GET', '/secretariat/coverage.csv')).status, 401)
  const page = await look(service, admin, '/secretariat/coverage?show=gaps')
  t.match(page.text, /Southeast Asia/)
  t.match(page.text, /Care of older people · Southeast Asia<\/a>: 1 challenge/)
  for (const url of ['/secretariat', '/secretariat/mails', '/secretariat/record', '/secretariat/organisations', '/secretariat/coverage?show=x', '/styleguide']) t.equal((await look(service, admin, url)).status, 200, url)
  leads(t, await look(service, undefined, '/secretariat'), '/sign-in?back=%2Fsecretariat', 'sign in first')
})

onEngine('sqlite', 'mails that were given up are sent again or dropped; no page of components in production', async (t, openTestStore) => {
  const store = await openTestStore()
  const service = await startService(t, store, { NODE_ENV: 'production' })
  const admin = await service.person({ name: 'Secretariat', kind: 'secretariat' })
  const dead = uuid()
  const now = new Date()
  await store.transact(({ mails }) => mails.insert({ id: dead, messageId: `${dead}@x`, recipient: 'gone@example.org', personId: null, kind: 'invitation', language: 'en', subject: 's', text: 'private words', html: '', headers: {}, status: 'dead', attempts: 3, nextAt: now, lastError: 'No such user', createdAt: now, sentAt: null }))
  const at = '/secretariat/mails'
  const page = await look(service, admin, at)
  t.match(page.text, /No such user/)
  t.notMatch(page.text, /private words/)
  leads(t, await send(service, admin, `${at}/${dead}/resend`), `${at}?done=resent`, 'sent again')
  t.equal((await send(service, admin, `${at}/${dead}/drop`)).status, 409, 'what is in the queue is not dropped')
  t.equal((await look(service, admin, '/styleguide')).status, 404)
})

import type { Test } from 'tap'
import { Secret, TOTP } from 'otpauth'
import { createStopLinks } from '../../../server/services/stop-links.ts'
import type { Store } from '../../../db/index.ts'
import { eachEngine, onEngine } from '../../engines.ts'
import { type Answer, type Service, startService } from '../../helper.ts'
import { Browser, origin, other, password, passwordHash } from './plain-browser.ts'

const start = async (t: Test, store: Store, environment: Record<string, string> = {}) => {
  const service = await startService(t, store, { PUBLIC_URL: origin, ...environment })
  return { service, browser: new Browser(service) }
}

/** The address within this service that the last letter of a kind leads to. */
const letter = async ({ store }: Service, email: string, kind: string): Promise<string> => {
  const person = await store.read.people.findByEmail(email)
  const mails = person === undefined ? [] : await store.read.mails.listOf(person.id)
  return /https:\/\/wicc\.example(\/\S+\?token=[\w.-]+)/.exec(mails.find((mail) => mail.kind === kind)?.text ?? '')?.[1] ?? ''
}

eachEngine('somebody signs up, confirms, signs in where they were going, and out', async (t, openTestStore) => {
  const { service, browser } = await start(t, await openTestStore())
  const email = 'rahima@example.org'
  t.match(await browser.get('/account', { 'accept-language': 'bn' }), { status: 303, headers: { location: '/sign-in?back=%2Faccount' } })
  t.match((await browser.get('/sign-up?back=/challenges', { 'accept-language': 'bn' })).text, /<option value="bn" selected/)
  const refused = await browser.send('/sign-up', { name: '<script>alert(1)</script>', email, password: 'short', language: 'bn' })
  t.equal(refused.status, 422)
  t.match(refused.text, /value="&lt;script>alert\(1\)/, 'what was typed stays, and is text')
  t.notMatch(refused.text, '<script>')
  t.match(refused.text, /<a href="#f-password">Password<\/a> This is too short: at least 12 characters/)
  t.match(refused.text, /<input aria-describedby="f-password-hint f-password-fault" aria-invalid="true" id="f-password"/)
  t.match(refused.text, /<option value="bn" selected/)
  t.notMatch(refused.text, 'short"', 'but no password')

  const sent = await browser.follow('/sign-up', { name: 'Rahima', email, password, language: 'bn' })
  t.match(sent, { at: '/sign-up/sent', status: 200, headers: { 'cache-control': 'no-store' }, text: /Look into your mail/ })
  await browser.get('/sign-up')
  t.equal((await browser.follow('/sign-up', { name: 'Other', email, password: other, language: 'en' })).text, sent.text, 'the same whether there is an account')

  await browser.get('/sign-in?back=/account')
  const early = await browser.send('/sign-in', { email, password })
  t.match(early, { status: 401, headers: { 'cache-control': 'no-store' }, text: /not confirmed yet/ })
  t.match(early.text, /name="email" type="email" value="rahima@example.org"/)
  await browser.get('/confirm/resend')
  t.equal((await browser.follow('/confirm/resend', { email })).at, '/sign-up/sent')
  const link = await letter(service, email, 'confirm-address')
  t.match(link, /^\/confirm\?token=/)
  for (let times = 0; times < 2; times += 1) t.equal((await browser.get(link)).status, 200)
  t.equal((await service.store.read.people.findByEmail(email))?.confirmedAt, null, 'opening the link does nothing')
  t.match(await browser.follow('/confirm'), { at: '/sign-in?note=confirmed', text: /Your address is confirmed/ })
  await browser.get(link)
  t.match(await browser.send('/confirm'), { status: 410, text: /does not work any more/ })

  browser.jar.delete('wicc-language')
  await browser.get('/sign-in?back=%2Fsign-in%3Fback%3D%252Fchallenges%253Farea%253Dtransport')
  t.equal((await browser.send('/sign-in', { email, password: other })).status, 401)
  t.equal((await browser.send('/sign-in', { email, password })).headers['location'], '/challenges?area=transport', 'back is kept through everything')
  t.equal(browser.jar.get('wicc-language'), 'bn', 'pages are in the language of the person')
  t.match(await browser.get('/sign-in?back=/cities'), { status: 303, headers: { location: '/cities' } })
  t.match(await browser.get('/sign-up'), { status: 303, headers: { location: '/account' } })
  t.match((await browser.get('/account')).text, /lang="bn"/)
  t.match(await browser.follow('/sign-out'), { at: '/', status: 200 })
  t.equal((await browser.get('/account')).status, 303)
})

onEngine('sqlite', 'nobody is led elsewhere, nor signed in from elsewhere', async (t, openTestStore) => {
  const { service, browser } = await start(t, await openTestStore())
  const { email } = await service.person(null, 'owner', { passwordHash })
  for (const back of ['//evil.example', '/\\evil.example', '/\t/evil.example', 'https://evil.example', '/.//evil.example', 'javascript:alert(1)']) {
    await browser.get(`/sign-in?back=${encodeURIComponent(back)}`)
    t.equal((await browser.send('/sign-in', { email, password })).headers['location'], '/', back)
    browser.jar.clear()
  }
  await browser.get(`/sign-in?back=${encodeURIComponent('/cities?q=ঢাকা')}`)
  t.equal((await browser.send('/sign-in', { email, password })).headers['location'], '/cities?q=%E0%A6%A2%E0%A6%BE%E0%A6%95%E0%A6%BE')
  browser.jar.clear()
  for (const page of ['/sign-in', '/sign-up', '/reset', '/confirm/resend']) {
    await browser.get(page)
    t.match(await browser.send(page, { email, password }, { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }), { status: 403 }, page)
  }
  await browser.get('/sign-in')
  t.equal((await browser.send('/sign-in', { email, password }, { origin: 'http://localhost:3000' })).status, 303, 'under whatever name the browser reached us')
  await browser.get('/account')
  t.equal((await browser.send('/account', { name: 'X', language: 'en', _csrf: 'x' })).status, 403, 'a form needs the token of the session')
  t.match(browser.shown.text, /Nothing has been sent yet/, 'and is kept')
})

eachEngine('a lost password is replaced by a letter, and guessing waits', async (t, openTestStore) => {
  const { service, browser } = await start(t, await openTestStore())
  const { email } = await service.person(null, 'owner', { passwordHash })
  await browser.get('/reset')
  t.match(await browser.send('/reset', { email: 'no address' }), { status: 422, text: /value="no address"/ })
  const known = await browser.follow('/reset', { email })
  await browser.get('/reset')
  t.same((await browser.follow('/reset', { email: 'nobody@example.org' })).text, known.text)
  const link = await letter(service, email, 'reset-password')
  await browser.get(link)
  t.match(await browser.send('/reset', { password: 'aaaaaaaaaaaaaa' }), { status: 422, text: /guessed too easily/ })
  t.match(await browser.follow('/reset', { password: other }), { at: '/sign-in?note=reset', text: /Your new password is set/ })
  await browser.get(link)
  t.match(await browser.send('/reset', { password: other }), { status: 410, text: /Ask for a new link/ })

  browser.jar.clear()
  for (let times = 0; times < 20; times += 1) await browser.signIn(email)
  t.match(await browser.signIn(email, other), { status: 429, headers: { 'retry-after': /^\d+$/ }, text: /Please wait 60 minutes/ })
})

eachEngine('an account: name and language, sessions, password', async (t, openTestStore) => {
  const { service, browser } = await start(t, await openTestStore())
  const { email, personId } = await service.person({ name: 'City <b>', kind: 'city' }, 'editor', { passwordHash })
  const second = await service.person({ name: 'Elsewhere', kind: 'provider', verified: false })
  await service.store.transact(({ memberships }) => memberships.insert({ personId, organisationId: second.organisationId ?? '', role: 'viewer', createdAt: new Date() }))
  const laptop = new Browser(service)
  await laptop.signIn(email)
  await browser.signIn(email)
  const { text } = await browser.get('/account')
  for (const said of [email, 'City &lt;b>', 'Elsewhere', 'You are: viewer', 'not verified yet', 'Firefox, Linux', 'this one']) t.ok(text.includes(said), said)
  t.match(await browser.send('/account', { name: ' ', language: 'en' }), { status: 422, text: /This is needed/ })
  await browser.get('/account')
  t.match(await browser.follow('/account', { name: 'Rahima Begum', language: 'en' }), { at: '/account?note=saved', text: /Saved\..*value="Rahima Begum"/s })
  t.match(await browser.follow('/account/act-for', { organisationId: second.organisationId ?? '' }), { text: /You act for Elsewhere now/ })
  t.match(await browser.follow('/account/sessions/end-others'), { text: /signed in here only/ })
  t.equal((await laptop.get('/account')).status, 303)
  await laptop.signIn(email)
  await browser.get('/account')
  t.match(await browser.follow('/account/sessions/end'), { at: '/account?note=ended' })

  await browser.get('/account/password')
  t.match(await browser.send('/account/password', { password: other, newPassword: other }), { status: 422, text: /href="#f-password">The password you have now<\/a> This is not your password/ })
  t.match(await browser.follow('/account/password', { password, newPassword: other }), { text: /Your password is changed/ })
  t.equal((await laptop.signIn(email)).status, 401)
})

eachEngine('a second factor: set up, asked for, renewed, stopped', async (t, openTestStore) => {
  const { service, browser } = await start(t, await openTestStore())
  const { email, personId } = await service.person(null, 'owner', { passwordHash })
  await browser.signIn(email)
  await browser.get('/account/second-factor')
  t.match(await browser.send('/account/second-factor', { password: other }), { status: 422, text: /This is not your password/ })
  const setup = await browser.send('/account/second-factor', { password })
  t.match(setup.text, /<svg class="qr" role="img" aria-label="QR code[^"]*" viewBox="0 0 \d+ \d+"[^>]*><rect[^>]*><\/rect><path d="M4 4h7v1h-7z/, 'the key as a QR code, with its margin')
  t.notMatch(setup.text, / style=/)
  const groups = /<code class="secret" dir="ltr">([A-Z2-7 ]+)</.exec(setup.text)?.[1] ?? ''
  t.match(groups, /^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/)
  t.match(setup, { status: 200, headers: { 'cache-control': 'no-store' }, text: /href="otpauth:\/\/totp\// })
  const wrong = await browser.send('/account/second-factor/confirm', { code: '12345' })
  t.match(wrong, { status: 422, text: groups }, 'the key stays')
  const app = new TOTP({ secret: Secret.fromBase32(groups.replaceAll(' ', '')) })
  const on = await browser.send('/account/second-factor/confirm', { code: app.generate() })
  const codesIn = ({ text }: Answer) => [...text.matchAll(/<li><code>([A-Z2-7-]+)</g)].map(([, code = '']) => code)
  t.equal(codesIn(on).length, 10)
  await browser.get('/account')
  await browser.follow('/sign-out')

  await browser.get('/sign-in?back=/inbox')
  t.match(await browser.follow('/sign-in', { email, password }), { at: '/sign-in/code?back=%2Finbox', text: /One more step/ })
  t.equal((await browser.get('/account')).status, 303, 'not in yet')
  await browser.get('/sign-in/code?back=/inbox')
  t.equal((await browser.send('/sign-in/code', { code: '1', _csrf: 'x' })).status, 403)
  await browser.get('/sign-in/code?back=/inbox')
  t.match(await browser.send('/sign-in/code', { code: 'ABCD' }), { status: 401, text: /value="ABCD"/ })
  t.match(await browser.send('/sign-in/code', { code: codesIn(on)[0]?.toLowerCase() ?? '' }), { status: 303, headers: { location: '/inbox' } })
  t.match((await browser.get('/account')).text, /9 recovery codes left/)

  await browser.get('/account/second-factor/codes')
  t.match(await browser.send('/account/second-factor/codes', { password, code: codesIn(on)[0] ?? '' }), { status: 422, text: /This code is not good/ }, 'each is good once')
  const renewed = codesIn(await browser.send('/account/second-factor/codes', { password, code: codesIn(on)[1] ?? '' }))
  t.equal(renewed.length, 10)
  await browser.get('/account/second-factor/stop')
  t.match(await browser.follow('/account/second-factor/stop', { password, code: renewed[0] ?? '' }), { at: '/account?note=factorOff' })
  t.equal((await service.store.read.people.find(personId))?.totpSince, null)
  t.equal((await browser.get('/account/second-factor/stop')).status, 303)
})

eachEngine('an organisation is founded, a colleague comes by invitation, the last owner cannot go', async (t, openTestStore) => {
  const { service, browser } = await start(t, await openTestStore())
  const { email, personId } = await service.person(null, 'owner', { passwordHash, name: 'Amal' })
  await browser.signIn(email)
  await browser.get('/organisations/new')
  t.match(await browser.send('/organisations/new', { name: 'WICC', kind: '' }), { status: 422, text: /value="WICC".*Please choose one/s })
  t.match(await browser.send('/organisations/new', { name: 'WICC', kind: 'city' }), { status: 422, text: /taken for the service/ })
  t.match(await browser.send('/organisations/new', { name: 'Riyadh <i>', kind: 'city' }), { status: 303, headers: { location: '/organisation' } })

  const [membership] = await service.store.read.memberships.listOf(personId)
  const session = (await browser.get('/account')).text.match(/name="_csrf" value="([^"]+)"/)?.[1] ?? ''
  const colleague = await service.person(null, 'owner', { passwordHash, email: 'colleague@example.org' })
  const invite = await service.call('POST', `/v1/organisations/${membership?.organisationId}/invitations`, { body: { email: colleague.email, role: 'viewer' }, headers: { cookie: [...browser.jar].map(([name, value]) => `${name}=${value}`).join('; '), 'x-csrf-token': session } })
  t.equal(invite.status, 201, invite.text)
  const link = await letter(service, colleague.email, 'invitation')
  t.match(await browser.get(link), { status: 403, text: /another address/ })
  const theirs = new Browser(service)
  t.match(await theirs.get(link), { status: 303, headers: { location: `/sign-in?back=${encodeURIComponent(link)}` } })
  await theirs.get(`/sign-in?back=${encodeURIComponent(link)}`)
  t.match(await theirs.follow('/sign-in', { email: colleague.email, password }), { at: link, status: 200, text: /Amal invites you to Riyadh &lt;i>, as viewer/ })
  t.equal((await service.store.read.memberships.listOf(colleague.personId)).length, 0, 'looking accepts nothing')
  t.match(await theirs.follow('/invitations'), { text: /You act for Riyadh &lt;i> now/ })
  t.match(await theirs.get(link), { status: 404, text: /no longer open/ })

  t.match(await browser.get('/account/data'), { status: 200, headers: { 'content-disposition': /attachment/, 'cache-control': 'no-store' }, body: { account: { email } } })
  t.match((await browser.get('/account/erase')).text, /You are the last owner.*Riyadh &lt;i>/s)
  t.notMatch(browser.shown.text, 'action="/account/erase"')
  await theirs.get('/account/erase')
  t.match(await theirs.send('/account/erase', { password: other }), { status: 422, text: /This is not your password/ })
  t.match(await theirs.follow('/account/erase', { password }), { at: '/account/erased', text: /Your account is erased/ })
  t.match(await service.store.read.people.find(colleague.personId), { email: null, erasedAt: Date })
})

eachEngine('the link in a mail leads to a page whose button stops the mails', async (t, openTestStore) => {
  const { service, browser } = await start(t, await openTestStore())
  const person = await service.person(null)
  const made = await service.call('POST', '/v1/searches', { as: person, body: { name: 'Buses', target: 'challenges', text: 'Buses are too full', frequency: 'daily' } })
  const { page, oneClick } = await createStopLinks(service.store, service.services.links).to(made.body.id)
  t.match(oneClick, /^https:\/\/wicc\.example\/v1\/stop\?/)
  t.match(await browser.get(page.slice(origin.length)), { status: 200, text: /Stop these mails/ })
  t.equal((await service.store.read.searches.find(made.body.id))?.stoppedAt, null)
  t.match(await browser.follow('/stop'), { status: 200, text: /No more mails of this search/ })
  t.type((await service.store.read.searches.find(made.body.id))?.stoppedAt, Date)
  t.match(await browser.get('/stop?token=x'), { status: 404, text: /not whole/ })
})

onEngine('sqlite', 'privacy, terms and accessibility say who runs the service, and where texts go', async (t, openTestStore) => {
  const store = await openTestStore()
  const { browser } = await start(t, store)
  for (const page of ['/privacy', '/terms', '/accessibility']) {
    t.match(await browser.get(page), { status: 200, text: /has not named itself/ }, page)
    t.ok(['/help', '/privacy', '/terms', '/accessibility'].every((address) => browser.shown.text.includes(`href="${address}"`)))
  }
  t.match((await browser.get('/privacy')).text, /Texts are compared here/)
  const named = await start(t, store, { OPERATOR: 'The City Secretariat, <desk@example.org>.' })
  t.match((await named.browser.get('/privacy')).text, 'The City Secretariat, &lt;desk@example.org>.')
})

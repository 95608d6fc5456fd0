import type { Test } from 'tap'
import { TOTP } from 'otpauth'
import type { Store } from '../../db/index.ts'
import { hashPassword } from '../../server/services/passwords.ts'
import { eachEngine } from '../engines.ts'
import { type Answer, type Service, startService } from '../helper.ts'

const password = 'four words of my own'
const other = 'another four words of mine'
/** A hash costs 50 ms: people who only need some password share it. */
const passwordHash = await hashPassword(password)

/** What a browser does with cookies, and with the token of its session. */
class Browser {
  readonly #service: Service
  readonly #address: string
  readonly jar = new Map<string, string>()
  csrf = ''
  constructor (service: Service, address = '198.51.100.1') {
    this.#service = service
    this.#address = address
  }

  async call (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const answer = await this.#service.call(method, url, {
      body,
      headers: { ...(this.jar.size === 0 ? {} : { cookie: [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ') }), ...(this.csrf === '' ? {} : { 'x-csrf-token': this.csrf }), 'x-forwarded-for': this.#address, 'user-agent': 'Test browser', ...headers }
    })
    for (const line of [answer.headers['set-cookie'] ?? []].flat() as string[]) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') this.jar.delete(name)
      else this.jar.set(name, value)
    }
    if (typeof answer.body?.csrfToken === 'string') this.csrf = answer.body.csrfToken
    return answer
  }

  signIn (email: string, word = password, more: object = {}) {
    return this.call('POST', '/v1/session', { email, password: word, ...more })
  }
}

const start = (t: Test, store: Store, environment: Record<string, string> = {}) => startService(t, store, { TRUST_PROXY: '127.0.0.1', PUBLIC_URL: 'https://wicc.example', ...environment })

/** Mails to an address, newest first, by kind. */
const mailsTo = async ({ store }: Service, email: string) => {
  const person = await store.read.people.findByEmail(email)
  return person === undefined ? [] : store.read.mails.listOf(person.id)
}
const tokenIn = (text: string | undefined): string => /\?token=([\w-]+)/.exec(text ?? '')?.[1] ?? ''
const linkToken = async (service: Service, email: string, kind: string) => tokenIn((await mailsTo(service, email)).find((mail) => mail.kind === kind)?.text)

const refused = (t: Test, answer: Answer, status: number, code: string, name: string, ...pointers: string[]) =>
  t.same([answer.status, answer.body?.code, (answer.body?.errors ?? []).map((error: { pointer: string }) => error.pointer)], [status, code, pointers], name)

/** All of an answer that does not name the request. */
const said = ({ status, headers, body }: Answer) => ({ status, type: headers['content-type'], cookies: headers['set-cookie'], body: body === undefined ? undefined : { ...body, instance: undefined } })

eachEngine('somebody signs up, confirms the address, signs in, looks around and signs out', async (t, openTestStore) => {
  const service = await start(t, await openTestStore())
  const browser = new Browser(service)
  const email = 'somchai@example.org'
  const signUp = await browser.call('POST', '/v1/people', { email: ' Somchai@Example.ORG ', password, name: 'Somchai', language: 'th' })
  t.same([signUp.status, signUp.text, signUp.headers['cache-control']], [202, '', 'no-store'], signUp.text)
  t.match(await service.store.read.people.findByEmail(email), { confirmedAt: null, language: 'th', passwordHash: /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/ })
  refused(t, await browser.signIn(email), 401, 'sign-in-failed', 'not before the address is confirmed')
  const [letter] = await mailsTo(service, email)
  t.match(letter, { kind: 'confirm-address', recipient: email, text: /https:\/\/wicc\.example\/confirm\?token=[\w-]{43}/ })
  t.notMatch(letter?.text, 'Somchai', 'a letter to an address that may be a stranger’s does not say what its sender wrote')

  t.equal((await browser.call('POST', '/v1/people/confirm/resend', { email })).status, 202)
  refused(t, await browser.call('POST', '/v1/people/confirm', { token: tokenIn(letter?.text) }), 410, 'link-over', 'a newer link took its place')
  const token = await linkToken(service, email, 'confirm-address')
  const confirmed = await Promise.all([1, 2, 3, 4].map(() => new Browser(service).call('POST', '/v1/people/confirm', { token })))
  t.same(confirmed.map(({ status }) => status).sort(), [204, 410, 410, 410], 'a link is good once')
  t.equal((await service.store.read.tokens.find(token)), undefined)

  const signedIn = await browser.signIn(email)
  t.match(signedIn, { status: 200, headers: { 'cache-control': 'no-store' }, body: { state: 'open', person: { email, name: 'Somchai', secondFactor: false, recoveryCodesLeft: null }, organisations: [], organisationId: null } }, signedIn.text)
  t.match(signedIn.headers['set-cookie'], [
    /^__Host-wicc-session=[\w-]{43}; Max-Age=7776000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    /^__Host-wicc-device=[\w.-]+; Max-Age=34560000; Path=\/; HttpOnly; Secure; SameSite=Lax$/
  ])
  t.same((await browser.call('GET', '/v1/session')).body, signedIn.body)
  refused(t, await service.call('GET', '/v1/session'), 401, 'missing-key', 'nobody')
  t.match(await browser.call('PATCH', '/v1/people/me', { name: 'Somchai Jaidee', language: 'en' }), { status: 200, headers: { 'cache-control': 'no-store' }, body: { name: 'Somchai Jaidee', language: 'en' } })
  for (const name of ['Win at https://example.org', 'Win at www.example.org', 'Call +66 2 123 4567 now']) {
    refused(t, await browser.call('PATCH', '/v1/people/me', { name }), 422, 'invalid-input', name, '/name')
    refused(t, await browser.call('POST', '/v1/people', { email: 'another@example.org', password, name }), 422, 'invalid-input', name, '/name')
  }
  t.match(await browser.call('PATCH', '/v1/people/me', {}), { status: 200, body: { name: 'Somchai Jaidee', language: 'en' } })

  const second = new Browser(service, '198.51.100.2')
  await second.signIn(email)
  const { items } = (await browser.call('GET', '/v1/sessions')).body
  t.match(items, [{ current: false, address: '198.51.100.2' }, { current: true, address: '198.51.100.1', agent: 'Test browser' }])
  const stranger = await service.person(null)
  refused(t, await service.call('DELETE', `/v1/sessions/${items[0].id}`, { as: stranger }), 404, 'not-found', 'not a stranger’s to end')
  t.equal((await browser.call('DELETE', `/v1/sessions/${items[0].id}`)).status, 204)
  refused(t, await second.call('GET', '/v1/session'), 401, 'missing-key', 'ended from elsewhere')
  await second.signIn(email)
  refused(t, await browser.call('DELETE', '/v1/sessions', undefined, { 'x-csrf-token': second.csrf }), 403, 'csrf', 'not without its own token')
  t.equal((await browser.call('DELETE', '/v1/sessions')).status, 204)
  refused(t, await second.call('GET', '/v1/session'), 401, 'missing-key', 'all others end')

  const before = new Map(browser.jar)
  const out = await browser.call('DELETE', '/v1/session')
  t.equal(out.status, 204)
  t.match(out.headers['set-cookie'], /^__Host-wicc-session=;.*Expires=Thu, 01 Jan 1970.*Secure/)
  browser.jar.set('__Host-wicc-session', before.get('__Host-wicc-session') ?? '')
  refused(t, await browser.call('GET', '/v1/session'), 401, 'missing-key', 'the cookie is dead, whoever kept it')
})

eachEngine('sign-in rotates the session, acts for the one organisation there is, and another is chosen among one’s own', async (t, openTestStore) => {
  const service = await start(t, await openTestStore(), { PUBLIC_URL: 'http://wicc.example:8080' })
  const { email, organisationId, personId } = await service.person({ name: 'City', kind: 'city' }, 'editor', { passwordHash })
  const elsewhere = await service.person({ name: 'Elsewhere', kind: 'city' })
  const browser = new Browser(service)
  const first = await browser.signIn(email)
  t.match(first.body, { organisationId, organisations: [{ id: organisationId, name: 'City', role: 'editor', kind: 'city', capabilities: ['read', 'write:cities', 'introductions'], verified: true, suspended: false }] })
  t.match(first.headers['set-cookie'], [/^wicc-session=[\w-]{43}; Max-Age=7776000; Path=\/; HttpOnly; SameSite=Lax$/, /^wicc-device=/])
  const old = [browser.jar.get('wicc-session') ?? '', browser.csrf]
  t.equal((await browser.signIn(email)).status, 200)
  t.not(browser.jar.get('wicc-session'), old[0])
  refused(t, await service.call('GET', '/v1/session', { headers: { cookie: `wicc-session=${old[0]}` } }), 401, 'missing-key', 'the old session has ended')
  t.same((await browser.call('GET', '/v1/sessions')).body.items.map(({ current }: { current: boolean }) => current), [true, false], 'beside that of another browser')

  refused(t, await browser.call('PATCH', '/v1/session', { organisationId: elsewhere.organisationId }), 404, 'not-found', 'of others')
  t.equal((await browser.call('PATCH', '/v1/session', { organisationId: null })).body.organisationId, null)
  refused(t, await browser.call('POST', '/v1/cities', { name: 'X', country: 'TH' }), 403, 'no-organisation', 'for none')
  t.equal((await browser.call('PATCH', '/v1/session', { organisationId })).body.organisationId, organisationId)
  t.equal((await browser.call('POST', '/v1/cities', { name: 'X', country: 'TH' })).status, 201)
  await service.store.transact(({ memberships }) => memberships.insert({ personId, organisationId: elsewhere.organisationId ?? '', role: 'viewer', createdAt: new Date() }))
  t.match((await new Browser(service).signIn(email)).body, { organisationId: null, organisations: { length: 2 } }, 'two: none is guessed')

  for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { origin: 'https://evil.example' }, { origin: 'null' }] as Array<Record<string, string>>) {
    refused(t, await new Browser(service).call('POST', '/v1/session', { email, password }, headers), 403, 'csrf', JSON.stringify(headers))
  }
  t.equal((await new Browser(service).call('POST', '/v1/session', { email, password }, { 'sec-fetch-site': 'same-origin', origin: 'http://wicc.example:8080' })).status, 200)
  await service.store.transact(({ people }) => people.update(personId, { suspendedAt: new Date() }))
  refused(t, await new Browser(service).signIn(email), 401, 'sign-in-failed', 'suspended')
  refused(t, await browser.call('GET', '/v1/session'), 401, 'missing-key', 'at once')
})

eachEngine('no answer tells whether an address is known', async (t, openTestStore) => {
  const service = await start(t, await openTestStore())
  const known = await service.person(null, 'owner', { passwordHash })
  const unconfirmed = await service.person(null, 'owner', { passwordHash, confirmedAt: null })
  const unknown = 'nobody-at-all@example.org'
  const visit = (url: string, body: object) => new Browser(service).call('POST', url, body)
  const asks: Record<string, (email: string) => Promise<Answer>> = {
    'sign-in': (email) => visit('/v1/session', { email, password: other }),
    reset: (email) => visit('/v1/people/reset', { email }),
    resend: (email) => visit('/v1/people/confirm/resend', { email }),
    'sign-up': (email) => visit('/v1/people', { email, password, name: 'Somebody Else' })
  }
  for (const [name, ask] of Object.entries(asks)) {
    const [first, ...rest] = [await ask(known.email), await ask(unconfirmed.email), await ask(unknown)].map(said)
    t.equal(first?.status, name === 'sign-in' ? 401 : 202, name)
    for (const answer of rest) t.same(answer, first, name)
  }
  t.same(said(await visit('/v1/session', { email: unconfirmed.email, password })), said(await visit('/v1/session', { email: unknown, password })), 'the right password of an account that is not confirmed')
  t.same((await mailsTo(service, known.email)).map(({ kind }) => kind).sort(), ['already-registered', 'reset-password'])
  t.same((await mailsTo(service, unconfirmed.email)).map(({ kind }) => kind).sort(), ['already-registered', 'confirm-address', 'reset-password'])
  t.same((await mailsTo(service, unknown)).map(({ kind }) => kind), ['confirm-address'])
  t.match(await service.store.read.people.findByEmail(known.email), { name: 'Some Body', passwordHash })

  const four = await Promise.all(Array.from({ length: 4 }, () => visit('/v1/people', { email: 'at-once@example.org', password, name: 'A' })))
  t.same(four.map(({ status }) => status), [202, 202, 202, 202])
  t.same((await mailsTo(service, 'at-once@example.org')).map(({ kind }) => kind).sort(), ['already-registered', 'already-registered', 'already-registered', 'confirm-address'], 'one account')
  for (const [name, ask] of Object.entries(asks)) {
    if (name === 'sign-in') continue
    for (const email of [known.email, 'nobody-else@example.org']) {
      const statuses: number[] = []
      for (let n = 0; n < 6; n++) statuses.push((await ask(email)).status)
      t.ok(statuses.at(-1) === 429 && statuses[0] === 202, `${name} of ${email} ends: ${statuses.join(' ')}`)
    }
  }
})

eachEngine('a password is long enough and not one that is guessed first', async (t, openTestStore) => {
  const service = await start(t, await openTestStore())
  const signUp = (word: string) => service.call('POST', '/v1/people', { body: { email: 'khonkaen@example.org', password: word, name: 'A' } })
  for (const word of ['short words', 'aaaaaaaaaaaaaaa', '123456789012', '098765432109', 'abcabcabcabc', 'abcdefghijklm', 'qwertyuiop12', 'Password1234', 'Passw0rd2026!!', 'passwordpassword', 'I love khonkaen', 'x'.repeat(201), '1q2w3e4r5t6y', 'Letmein!Letmein!']) {
    refused(t, await signUp(word), 422, 'invalid-input', word, '/password')
  }
  t.equal(await service.store.read.people.findByEmail('khonkaen@example.org'), undefined)
  t.equal((await signUp('ﬁve ｗords of mine')).status, 202)
  const token = await linkToken(service, 'khonkaen@example.org', 'confirm-address')
  await service.call('POST', '/v1/people/confirm', { body: { token } })
  t.equal((await new Browser(service).signIn('khonkaen@example.org', 'five words of mine')).status, 200, 'however the keyboard writes it')
  refused(t, await service.call('POST', '/v1/people', { body: { email: 'no address', password, name: '', more: 1 } }), 422, 'invalid-input', 'bad fields', '/email', '/name', '/more')
})

eachEngine('a lost password is set anew by a link, once, and ends every session; a known one is changed', async (t, openTestStore) => {
  const service = await start(t, await openTestStore())
  const { email } = await service.person(null, 'owner', { passwordHash })
  const [browser, elsewhere] = [new Browser(service), new Browser(service)]
  await browser.signIn(email)
  await elsewhere.signIn(email)
  const change = (word: string, newPassword: string) => browser.call('PUT', '/v1/people/me/password', { password: word, newPassword })
  refused(t, await change(other, other), 422, 'invalid-input', 'the wrong one', '/password')
  refused(t, await change(password, 'password1234'), 422, 'invalid-input', 'a bad new one', '/newPassword')
  t.equal((await change(password, other)).status, 204)
  t.equal((await browser.call('GET', '/v1/session')).status, 200, 'this session goes on')
  refused(t, await elsewhere.call('GET', '/v1/session'), 401, 'missing-key', 'the others end')
  refused(t, await elsewhere.signIn(email), 401, 'sign-in-failed', 'the old password')
  t.equal((await elsewhere.signIn(email, other)).status, 200)

  await service.call('POST', '/v1/people/reset', { body: { email } })
  const early = await linkToken(service, email, 'reset-password')
  await service.call('POST', '/v1/people/reset', { body: { email } })
  const token = (await Promise.all((await mailsTo(service, email)).filter(({ kind }) => kind === 'reset-password').map(async ({ text }) => tokenIn(text)))).find((one) => one !== early) ?? ''
  const reset = (by: string, word: string) => service.call('POST', '/v1/people/reset/confirm', { body: { token: by, password: word } })
  refused(t, await reset(early, password), 410, 'link-over', 'replaced')
  refused(t, await reset(token, 'short'), 422, 'invalid-input', 'a bad password uses no link up', '/password')
  refused(t, await service.call('POST', '/v1/people/confirm', { body: { token } }), 410, 'link-over', 'a link is good for its purpose alone')
  const words = Array.from({ length: 4 }, (_, n) => `${password} ${n}`)
  const answers = await Promise.all(words.map((word) => reset(token, word)))
  t.same(answers.map(({ status }) => status).sort(), [204, 410, 410, 410], 'once')
  const won = words[answers.findIndex(({ status }) => status === 204)]
  for (const one of [browser, elsewhere]) refused(t, await one.call('GET', '/v1/session'), 401, 'missing-key', 'every session ended')
  t.equal((await new Browser(service).signIn(email, won)).status, 200)
  t.equal((await mailsTo(service, email)).filter(({ kind }) => kind === 'password-changed').length, 2)

  const late = await service.person(null, 'owner', { passwordHash, confirmedAt: null })
  await service.call('POST', '/v1/people/reset', { body: { email: late.email } })
  t.equal((await reset(await linkToken(service, late.email, 'reset-password'), other)).status, 204)
  t.equal((await new Browser(service).signIn(late.email, other)).status, 200, 'who has the mailbox has confirmed it')
})

eachEngine('guessing is stopped; an owner whom strangers guess at is not', async (t, openTestStore) => {
  const service = await start(t, await openTestStore())
  const { email, personId } = await service.person(null, 'owner', { passwordHash })
  const trusted = new Browser(service)
  t.equal((await trusted.signIn(email)).status, 200)
  const device = trusted.jar.get('__Host-wicc-device') ?? ''

  const strangers = await Promise.all(Array.from({ length: 100 }, (_, n) => new Browser(service, `203.0.113.${n}`).signIn(email, other)))
  t.same([401, 429].map((status) => strangers.filter((answer) => answer.status === status).length), [20, 80], 'no more than the limit, however many at once')
  const stopped = strangers.find(({ status }) => status === 429)
  t.match(stopped, { body: { code: 'rate-limited' }, headers: { 'retry-after': /^\d+$/ } })
  const seconds = Number(stopped?.headers['retry-after'])
  t.ok(seconds > 3500 && seconds <= 3600, String(seconds))
  t.equal((await new Browser(service, '203.0.113.200').signIn(email)).status, 429, 'the right password too, on a device that is not known')
  t.equal((await trusted.signIn(email)).status, 200, 'the owner is not stopped where they have signed in before')

  const unknown = await Promise.all(Array.from({ length: 25 }, (_, n) => new Browser(service, `2001:db8:0:${n}::1`).signIn('nobody@example.org')))
  t.same([401, 429].map((status) => unknown.filter((answer) => answer.status === status).length), [20, 5], 'the same where there is no account')

  const one = await Promise.all(Array.from({ length: 40 }, (_, n) => new Browser(service, `2001:db8:ffff:1::${n}`).signIn(`a${n}@example.org`)))
  t.equal(one.filter(({ status }) => status === 401).length, 30, 'a network is stopped whatever accounts it tries')
  const behind = new Browser(service, '2001:db8:ffff:1::77')
  behind.jar.set('__Host-wicc-device', device)
  t.equal((await behind.signIn(email)).status, 200, 'but not a known device behind the same address')

  const thief = new Browser(service, '192.0.2.1')
  const victim = await service.person(null, 'owner', { passwordHash })
  thief.jar.set('__Host-wicc-device', device)
  t.equal((await thief.signIn(victim.email, other)).status, 401)
  t.match(await service.store.read.attempts.findMany(['address:192.0.2.1']), [{ failures: 1 }], 'a device is known to its own account only')
  thief.jar.set('__Host-wicc-device', device)
  const guesses = []
  for (let n = 0; n < 21; n++) guesses.push((await thief.signIn(email, other)).status)
  t.same([guesses[19], guesses[20]], [401, 429], 'a stolen device is no way to guess for ever')

  await service.call('POST', '/v1/people/reset', { body: { email } })
  const locked = new Browser(service, '203.0.113.201')
  t.equal((await locked.call('POST', '/v1/people/reset/confirm', { token: await linkToken(service, email, 'reset-password'), password: other })).status, 204)
  t.equal((await locked.signIn(email, other)).status, 200, 'a mail lets the owner in on a new device, while strangers guess')
  thief.jar.set('__Host-wicc-device', device)
  t.equal((await thief.signIn(email, password)).status, 429, 'and a device that knew the old password is a stranger')

  const session = new Browser(service, '203.0.113.202')
  session.jar.set('__Host-wicc-device', locked.jar.get('__Host-wicc-device') ?? '')
  await session.signIn(email, other)
  const proofs = []
  for (let n = 0; n < 11; n++) proofs.push((await session.call('POST', '/v1/people/me/erase', { password })).status)
  t.same([proofs[9], proofs[10]], [422, 429], 'nor is a session that somebody left open')
  t.equal((await service.store.read.people.find(personId))?.erasedAt, null)
})

/** Codes of a secret at steps after now. */
const codes = (secret: string) => (steps = 0): string => new TOTP({ secret }).generate({ timestamp: Date.now() + steps * 30_000 })

eachEngine('a second factor is set up, asked for, never taken twice, and turned off', async (t, openTestStore) => {
  const service = await start(t, await openTestStore())
  const { email, personId } = await service.person({ name: 'City', kind: 'city' }, 'owner', { passwordHash })
  const [browser, elsewhere] = [new Browser(service), new Browser(service)]
  await browser.signIn(email)
  await elsewhere.signIn(email)
  const url = '/v1/people/me/second-factor'
  refused(t, await browser.call('POST', `${url}/confirm`, { code: '123456' }), 409, 'second-factor', 'nothing to confirm')
  refused(t, await browser.call('POST', url, { password: other }), 422, 'invalid-input', 'not without the password', '/password')
  const set = await browser.call('POST', url, { password })
  t.match(set, { status: 200, headers: { 'cache-control': 'no-store' }, body: { secret: /^[A-Z2-7]{32}$/, uri: /^otpauth:\/\/totp\/WICC%20matchmaking:.*algorithm=SHA1&digits=6&period=30/ } })
  const codeAt = codes(set.body.secret)
  t.equal((await new Browser(service).signIn(email)).body.state, 'open', 'not in force yet')
  refused(t, await browser.call('POST', `${url}/confirm`, { code: codeAt(50) }), 422, 'invalid-input', 'a code of another time', '/code')
  // A code is taken one step late and one early, so these last half a minute and a whole one.
  const [first, next] = [codeAt(), codeAt(1)]
  const confirmed = await browser.call('POST', `${url}/confirm`, { code: first })
  t.equal(confirmed.status, 200, confirmed.text)
  const { recoveryCodes } = confirmed.body as { recoveryCodes: string[] }
  t.equal(new Set(recoveryCodes).size, 10)
  t.ok(recoveryCodes.every((code) => /^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/.test(code)))
  refused(t, await elsewhere.call('GET', '/v1/session'), 401, 'missing-key', 'other sessions end')
  refused(t, await browser.call('POST', url, { password }), 409, 'second-factor', 'it is on')

  const waiting = await elsewhere.signIn(email)
  t.match(waiting.body, { state: 'second-factor', person: null, organisations: [], organisationId: null })
  t.match(waiting.headers['set-cookie'], /^__Host-wicc-session=[\w-]{43}; Max-Age=600;/)
  refused(t, await elsewhere.call('GET', '/v1/session'), 401, 'missing-key', 'good for nothing else')
  const half = elsewhere.jar.get('__Host-wicc-session')
  refused(t, await elsewhere.call('POST', '/v1/session/second-factor', { code: codeAt() }, { 'x-csrf-token': 'x' }), 403, 'csrf', 'not without its token')
  const spent = await elsewhere.call('POST', '/v1/session/second-factor', { code: first })
  refused(t, spent, 401, 'sign-in-failed', 'the code that turned it on')
  t.match(spent.body.detail, /^The code /, 'and not the password, which was right')
  refused(t, await elsewhere.call('POST', '/v1/session/second-factor', {}), 422, 'invalid-input', 'no code', '/code')
  const opened = await elsewhere.call('POST', '/v1/session/second-factor', { code: `${next.slice(0, 3)} ${next.slice(3)}` })
  t.match(opened, { status: 200, body: { state: 'open', person: { id: personId, secondFactor: true, recoveryCodesLeft: 10 } } }, opened.text)
  t.not(elsewhere.jar.get('__Host-wicc-session'), half, 'the session is a new one')
  refused(t, await new Browser(service).call('POST', '/v1/session/second-factor', { code: codeAt(2) }, { cookie: `__Host-wicc-session=${half}`, 'x-csrf-token': waiting.body.csrfToken }), 401, 'missing-key', 'and the half-open one has ended')
  refused(t, await new Browser(service).signIn(email, password, { code: next }), 401, 'sign-in-failed', 'a code that was taken')
  const forget = () => service.store.transact(({ people }) => people.update(personId, { totpStep: null }))
  await forget()
  const fresh = codeAt()
  const guessed = await new Browser(service).signIn(email, other, { code: fresh })
  refused(t, guessed, 401, 'sign-in-failed', 'a right code with a wrong password')
  t.notMatch(guessed.body.detail, /^The code /, 'which tells nothing of the code')
  const twice = await Promise.all([1, 2, 3].map(() => new Browser(service).signIn(email, password, { code: fresh })))
  t.same(twice.map(({ status }) => status).sort(), [200, 401, 401], 'nor twice at once')

  const [one = '', two = '', three = ''] = recoveryCodes
  const recovered = await Promise.all([1, 2, 3].map(() => new Browser(service).signIn(email, password, { recoveryCode: one.toLowerCase().replaceAll('-', ' ') })))
  t.same(recovered.map(({ status }) => status).sort(), [200, 401, 401], 'a recovery code once')
  t.equal((await browser.call('GET', '/v1/session')).body.person.recoveryCodesLeft, 9)
  refused(t, await browser.signIn(email, password, { code: '123456', recoveryCode: two }), 422, 'invalid-input', 'one or the other', '/recoveryCode')
  t.equal((await browser.call('POST', '/v1/people/me/second-factor/recovery-codes', { password, recoveryCode: two })).body.recoveryCodes.length, 10)
  refused(t, await new Browser(service).signIn(email, password, { recoveryCode: three }), 401, 'sign-in-failed', 'the old ones are gone')

  await service.store.transact(({ attempts }) => attempts.removeBefore(new Date(Date.now() + 1000)))
  const guesser = new Browser(service, '192.0.2.9')
  t.equal((await guesser.signIn(email)).body.state, 'second-factor')
  const guesses = await Promise.all(Array.from({ length: 14 }, () => guesser.call('POST', '/v1/session/second-factor', { code: codeAt(40) })))
  t.same([401, 429].map((status) => guesses.filter((answer) => answer.status === status).length), [10, 4], 'codes are not tried for ever')
  await forget()
  t.equal((await guesser.call('POST', '/v1/session/second-factor', { code: codeAt() })).status, 429, 'not even the right one')
  t.equal((await elsewhere.signIn(email, password, { code: codeAt() })).status, 200, 'the owner is not stopped by that on a device of theirs')

  await forget()
  refused(t, await browser.call('DELETE', url, { password, code: '000' }), 422, 'invalid-input', 'no code', '/code')
  await service.store.transact(({ attempts }) => attempts.removeBefore(new Date(Date.now() + 1000)))
  t.equal((await browser.call('DELETE', url, { password, code: codeAt() })).status, 204)
  refused(t, await browser.call('DELETE', url, { password, code: codeAt(1) }), 409, 'second-factor', 'it is off')
  t.equal((await new Browser(service).signIn(email)).body.state, 'open')
  t.match(await service.store.read.people.find(personId), { totpSecret: null, totpSince: null, totpStep: null, recoveryHashes: null })
})

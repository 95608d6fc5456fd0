import { Secret, TOTP } from 'otpauth'
import { onEngine } from '../../engines.ts'
import { bodies, startService } from '../../helper.ts'
import { citySide, introduce, providerSide } from '../introduced.ts'
import { Browser, origin, password, passwordHash } from './plain-browser.ts'

const hazard = '</textarea><script>alert("1")</script>'

onEngine('sqlite', 'what was typed when the session had ended goes through signing in and is sent once', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore(), { PUBLIC_URL: origin })
  const [city, vendor] = [await citySide(service, 'City'), await providerSide(service, 'Vendor')]
  const id = await introduce(service, [city, vendor])
  const organisationId = city.owner.organisationId ?? ''
  const writer = await service.person({ name: 'City', kind: 'city' }, 'editor', { passwordHash })
  t.equal(writer.organisationId, organisationId)
  const browser = new Browser(service)
  await browser.get('/sign-in')
  await browser.send('/sign-in', { email: writer.email, password })

  const [path, to] = [`/introductions/${id}`, `/introductions/${id}/messages`]
  const open = async () => browser.get(path)
  const written = async () => (await service.call('GET', `/v1/introductions/${id}/messages`, { as: vendor.owner })).body.items.map(({ text }: { text: string }) => text)
  const text = `First line\r\nশেষ লাইন ${hazard}`

  await open()
  browser.jar.clear()
  const out = await browser.send(to, { text, 'links.0.url': 'https://example.org/plan', 'links.0.title': '' }, { referer: `http://localhost${path}`, host: 'localhost' })
  t.match(out, { status: 401, headers: { 'cache-control': 'no-store' }, text: /What you wrote is kept/ })
  t.notMatch(out.text, '<script>alert', 'shown as text')
  t.match(out.text, /শেষ লাইন/)
  t.match(out.text, /example\.org\/plan/)
  t.match(out.text, new RegExp(`href="${path}"`), 'and where it was written')

  const wrong = await browser.send('/sign-in', { email: writer.email, password: 'not the right words' })
  t.match(wrong, { status: 401, text: /শেষ লাইন/ }, 'a wrong password loses nothing')
  const shown = await browser.send('/sign-in', { email: writer.email, password })
  t.match(shown, { status: 200, headers: { 'cache-control': 'no-store' }, text: /Nothing has been sent yet/ })
  t.match(shown.text, /You are signed in as Some Body[\s\S]*You act for City/)
  t.same(await written(), [], 'signing in sends nothing')
  const sent = await browser.send(to)
  t.match(sent, { status: 303 }, sent.text)
  t.same(await written(), ['First line\nশেষ লাইন ' + hazard])
  browser.shown = shown
  t.equal((await browser.send(to)).status, 303, 'pressed twice')
  t.equal((await written()).length, 1, 'it is sent once')

  await t.test('a token of another session', async (t) => {
    await open()
    const stale = await browser.send(to, { text: 'In the second window', _csrf: 'of another session' })
    t.match(stale, { status: 403, text: /What you wrote is kept[\s\S]*In the second window/ })
    t.equal((await browser.send(to)).status, 303)
    t.equal((await written()).at(-1), 'In the second window')
  })

  await t.test('nothing is taken from another site, and no secret is kept', async (t) => {
    browser.jar.clear()
    const elsewhere: Array<Record<string, string>> = [{ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, { 'sec-fetch-site': 'same-site' }]
    for (const headers of elsewhere) {
      browser.shown = { ...shown, text: `<form method="post" action="${to}"></form>` }
      const foreign = await browser.send(to, { text: 'Words of somebody else' }, headers)
      t.equal(foreign.status, 401)
      t.notMatch(foreign.text, 'Words of somebody else')
    }
    browser.shown = { ...shown, text: '<form method="post" action="/account/password"></form>' }
    const secret = await browser.send('/account/password', { password: 'my old words here', newPassword: 'my new words here' })
    t.equal(secret.status, 401)
    t.notMatch(secret.text, 'words here')
  })

  await t.test('a kept form leads only to what takes forms here', async (t) => {
    for (const to of ['https://evil.example/', '//evil.example', '/challenges', '/v1/challenges', `/introductions/${id}/messages/1/2`]) {
      await browser.get('/sign-in')
      const kept = JSON.stringify({ to, from: '/', fields: [['text', 'Hello there']] })
      t.match(await browser.send('/sign-in', { email: writer.email, password, kept }), { status: 303 }, to)
      browser.jar.clear()
    }
    for (const kept of ['{', '[]', '{"to":1}']) {
      await browser.get('/sign-in')
      t.match(await browser.send('/sign-in', { email: writer.email, password, kept }), { status: 303 }, kept)
      browser.jar.clear()
    }
  })
})

onEngine('sqlite', 'a kept form goes through a second factor, and to the organisation that it is for', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore(), { PUBLIC_URL: origin })
  const secret = new Secret({ size: 20 })
  const member = await service.person({ name: 'First City', kind: 'city' }, 'owner', { passwordHash, totpSecret: secret.base32, totpSince: new Date(), recoveryHashes: [] })
  const second = await service.person({ name: 'Second City', kind: 'city' })
  await service.store.transact((repositories) => repositories.memberships.insert({ organisationId: second.organisationId ?? '', personId: member.personId, role: 'owner', createdAt: new Date() }))
  const browser = new Browser(service)
  browser.shown = { status: 200, headers: {}, text: '<form method="post" action="/cities/new"></form>', body: undefined }
  const out = await browser.send('/cities/new', { status: 'draft', name: 'ঢাকা', country: 'BD', areaServed: 'The old town', 'areaServed.translations.0.text': 'পুরান ঢাকা', 'areaServed.translations.0.language': 'Bengali', 'areaServed.translations.0.by': 'machine', 'areaServed.translations': 'yes', once: 'x' })
  t.match(out, { status: 401, text: /What you wrote is kept/ })
  t.match(out.text, /<b>[^<]*<\/b><p class="written" dir="auto">The old town/, 'fields of profiles have their names')
  t.match(out.text, /Translation 1<\/b><p class="written" dir="auto">পুরান ঢাকা/)
  t.notMatch(out.text, /<p class="written" dir="auto">(?:BD|yes|machine)</, 'what was chosen is not said in codes')
  const step = await browser.send('/sign-in', { email: member.email, password })
  t.match(step, { status: 200, text: /One more step[\s\S]*The old town/ })
  const wrong = await browser.send('/sign-in/code', { code: '000000' })
  t.match(wrong, { status: 401, text: /The old town/ })
  const shown = await browser.send('/sign-in/code', { code: new TOTP({ secret }).generate() })
  t.match(shown, { status: 200, text: /Nothing has been sent yet/ })
  const refused = await browser.send('/cities/new')
  t.match(refused, { status: 403, text: /The old town/ }, 'for no organisation nothing is made, and nothing is lost')
  const chosen = await browser.send('/kept', { organisationId: second.organisationId ?? '' })
  t.match(chosen, { status: 200, text: /You act for Second City/ })
  const made = await browser.send('/cities/new')
  t.equal(made.status, 303, made.text)
  const id = /cities\/([^/]+)/.exec(String(made.headers['location']))?.[1] ?? ''
  t.match((await service.call('GET', `/v1/cities/${id}`, { as: second })).body, { ownerId: second.organisationId, name: { text: 'ঢাকা' }, country: 'BD' })
})

onEngine('sqlite', 'every form with text in it is kept', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore(), { PUBLIC_URL: origin })
  const browser = new Browser(service)
  const id = '0199d2c4-7a10-7c3e-9f00-3b5d8c1e2a44'
  const forms: Array<[string, Record<string, string>]> = [
    ['/introductions', { challenge: id, with: `solutions:${id}`, purpose: 'exchange', message: 'Some words' }],
    ...(['decline', 'withdraw', 'close'] as const).map((ending): [string, Record<string, string>] => [`/introductions/${id}/${ending}`, { words: 'Some words' }]),
    [`/introductions/${id}/messages`, { text: 'Some words' }],
    [`/introductions/${id}/messages/${id}`, { text: 'Some words' }],
    [`/challenges/${id}/questions`, { text: 'Some words' }],
    [`/challenges/${id}/questions/${id}/answer`, { answer: 'Some words' }],
    [`/challenges/${id}/questions/${id}/correct`, { answer: 'Some words' }],
    ['/searches', { name: 'Buses', text: 'Some words' }],
    [`/searches/${id}`, { name: 'Some words' }],
    ['/flags', { resource: 'challenges', id, words: 'Some words' }],
    ['/organisations/new', { name: 'Some words', kind: 'city' }],
    ['/organisation', { name: 'Some words', kind: 'city' }],
    ['/organisation/name', { name: 'Some words' }],
    ['/organisation/verification', { method: 'letter', evidence: 'Some words' }],
    ['/organisation/people/invitations', { email: 'some@words.example', role: 'editor' }],
    ['/organisation/keys', { name: 'Some words' }],
    ['/organisation/webhooks', { url: 'https://some.words', events: 'match' }],
    [`/organisation/decisions/${id}/appeal`, { words: 'Some words' }],
    [`/secretariat/verifications/${id}/decide`, { decision: 'verified', reason: 'Some words' }],
    [`/secretariat/flags/${id}/decide`, { decision: 'hidden', reason: 'Some words' }],
    [`/secretariat/flags/${id}/appeal`, { outcome: 'upheld', reason: 'Some words' }],
    [`/secretariat/organisations/${id}/suspend`, { reason: 'Some words' }],
    ['/challenges/new', bodies.challenge(id) as never]
  ]
  for (const [to, fields] of forms) {
    browser.shown = { status: 200, headers: {}, text: `<form method="post" action="${to}"></form>`, body: undefined }
    const out = await browser.send(to, Object.fromEntries(Object.entries(fields).filter(([, value]) => typeof value === 'string')))
    t.match(out, { status: 401, text: /What you wrote is kept/ }, to)
    t.match(out.text, /(Some words|some@words\.example|https:\/\/some\.words|Commuters|Buses)/, to)
  }
  browser.shown = { status: 200, headers: {}, text: `<form method="post" action="/introductions/${id}/accept"></form>`, body: undefined }
  t.match(await browser.send(`/introductions/${id}/accept`, { disclose: 'contact' }), { status: 401, text: /Sign in, and try again/ }, 'a button without text is pressed anew')
})

onEngine('sqlite', 'what is kept costs little, and is nothing that another site could send', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore(), { PUBLIC_URL: origin })
  const headers = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded', host: 'wicc.example' }
  const post = async (body: string, more: Record<string, string> = {}) => service.call('POST', '/challenges/new', { body, headers: { ...headers, ...more } })
  const ours = { origin, 'sec-fetch-site': 'same-origin' }

  await t.test('more fields than forms have, or longer names', async (t) => {
    for (const body of [Array.from({ length: 20_000 }, (_, index) => `title=A ${index}`).join('&'), `${'n'.repeat(201)}=Some words`]) {
      const { status, text } = await post(body, ours)
      t.match({ status, kept: text.includes('What you wrote is kept'), short: text.length < 10_000 }, { status: 401, kept: false, short: true })
    }
  })

  await t.test('a browser that says nothing of where a form comes from', async (t) => {
    t.notMatch((await post('title=Some words')).text, 'Some words', 'may have it from anywhere')
    const signs: Array<Record<string, string>> = [{ origin }, { referer: 'https://wicc.example/challenges/new' }, ours]
    for (const from of signs) t.match((await post('title=Some words', from)).text, 'Some words', JSON.stringify(from))
    t.notMatch((await post('title=Some words', { referer: 'https://evil.example/challenges/new' })).text, 'Some words')
  })
})

onEngine('sqlite', 'a kept form is shown with all that it does, however often it was kept', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore(), { PUBLIC_URL: origin })
  const member = await service.person({ name: 'City', kind: 'city' }, 'owner', { passwordHash })
  const second = await service.person({ name: 'Second City', kind: 'city' })
  await service.store.transact((repositories) => repositories.memberships.insert({ organisationId: second.organisationId ?? '', personId: member.personId, role: 'owner', createdAt: new Date() }))
  const browser = new Browser(service)
  await browser.signIn(member.email)
  const to = '/organisation/people/invitations'
  browser.shown = { ...browser.shown, text: `<form method="post" action="${to}"></form>` }
  const shown = await browser.send(to, { email: 'new@words.example', role: 'owner', once: '1' })
  t.match(shown, { status: 403, text: /new@words\.example[\s\S]*What is sent with it[\s\S]*<code>role<\/code>: <bdi>owner<\/bdi>/ })
  t.notMatch(shown.text, '<code>once</code>')
  const refused: Array<Record<string, string>> = [{ organisationId: 'x' }, { organisationId: second.organisationId ?? '', _csrf: 'of another session' }]
  for (const fields of refused) {
    const again = await browser.send('/kept', fields)
    t.ok(again.status >= 400)
    t.match(again.text, new RegExp(`<form method="post" action="${to}"`), 'and goes where it went')
    t.match(again.text, '<p class="written" dir="auto">new@words.example</p>')
  }
})

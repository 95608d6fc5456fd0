import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { Webhook } from 'standardwebhooks'
import type { Test } from 'tap'
import { makePerson } from '../../server/services/operator-people.ts'
import { eachEngine } from '../engines.ts'
import { bodies, startService } from '../helper.ts'

interface Letter { to: string, subject: string, text: string, messageId: string, unsubscribe: string }

/** A mail server that keeps what it is given. */
const mailServer = async (t: Test): Promise<{ url: string, letters: Letter[] }> => {
  const letters: Letter[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData (stream, session, done) {
      let raw = ''
      stream.setEncoding('utf8').on('data', (chunk: string) => { raw += chunk }).on('end', () => {
        const header = (name: string) => new RegExp(`^${name}:[ \\t]*(.*(?:\r\n[ \t].*)*)`, 'mi').exec(raw)?.[1]?.replace(/\r\n[ \t]+/g, ' ') ?? ''
        const boundary = /boundary="([^"]+)"/i.exec(raw)?.[1] ?? ''
        const [head = '', ...lines] = (raw.split(`--${boundary}`).find((part) => /Content-Type: text\/plain/i.test(part)) ?? '').split('\r\n\r\n')
        const encoded = /Content-Transfer-Encoding: ([\w-]+)/i.exec(head)?.[1]
        const body = lines.join('\r\n\r\n')
        const bytes = encoded === 'base64'
          ? Buffer.from(body, 'base64')
          : Buffer.from(body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), encoded === 'quoted-printable' ? 'latin1' : 'utf8')
        letters.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(), subject: header('Subject'), text: bytes.toString('utf8'), messageId: header('Message-ID'), unsubscribe: header('List-Unsubscribe') })
        done()
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => new Promise<void>((resolve) => server.close(resolve)))
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, letters }
}

interface Event { type: string, data: { id: string, resource: string, profile: Record<string, unknown> | null } }

/** A partner's own server, which takes only what is signed with its secret. */
const receiver = async (t: Test) => {
  const events: Event[] = []
  const known = { secret: '' }
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => { body += chunk.toString('utf8') }).on('end', () => {
      try {
        events.push(new Webhook(known.secret).verify(body, request.headers as Record<string, string>) as Event)
        response.writeHead(204).end()
      } catch {
        response.writeHead(401).end()
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => new Promise<void>((resolve) => server.close(() => resolve())))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, events, known }
}

// What an endpoint answers is what the story goes on with.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Body = any

/** A person at a browser: cookies are kept, the token of the session is sent with every write. */
class Browser {
  readonly #origin: string
  readonly #cookies = new Map<string, string>()
  csrf = ''

  constructor (origin: string) {
    this.#origin = origin
  }

  async send (method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<{ status: number, body: Body, text: string }> {
    const response = await fetch(this.#origin + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(this.#cookies.size === 0 ? {} : { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') }),
        ...(this.csrf === '' ? {} : { 'x-csrf-token': this.csrf }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) })
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      const at = pair.indexOf('=')
      const value = pair.slice(at + 1)
      if (value === '') this.#cookies.delete(pair.slice(0, at))
      else this.#cookies.set(pair.slice(0, at), value)
    }
    const text = await response.text()
    return { status: response.status, text, body: /json/.test(response.headers.get('content-type') ?? '') && text !== '' ? JSON.parse(text) : undefined }
  }

  /** Does what must succeed. */
  async do (method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<Body> {
    const answer = await this.send(method, path, body, headers)
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`)
    return answer.body
  }

  async signIn (email: string, password: string): Promise<void> {
    this.csrf = (await this.do('POST', '/v1/session', { email, password })).csrfToken
  }
}

const password = 'eleven lanterns over the river'
const linkIn = (letter: Letter | undefined): string => /https?:\S+/.exec(letter?.text ?? '')?.[0] ?? ''
const tokenIn = (letter: Letter | undefined): string => new URL(linkIn(letter)).searchParams.get('token') ?? ''

eachEngine('strangers become a pilot: a city and two vendors from signing up to an outcome', async (t, openTestStore) => {
  const store = await openTestStore()
  const mail = await mailServer(t)
  const partner = await receiver(t)
  const service = await startService(t, store, { SMTP_URL: mail.url, WEBHOOK_LOOPBACK: 'true' })
  const origin = await service.app.listen({ host: '127.0.0.1', port: 0 })
  service.services.links.listensAt(origin)
  const settle = async () => { for (const job of ['introductions', 'alerts', 'webhooks', 'mail']) await service.run(job) }
  const lettersTo = async (email: string): Promise<Letter[]> => {
    await settle()
    return mail.letters.filter((letter) => letter.to === email)
  }
  const lastTo = async (email: string): Promise<Letter | undefined> => (await lettersTo(email)).at(-1)

  // The secretariat's first person is made by the operator.
  const made = await makePerson(store, { email: 'sec@wicc.example.org', name: 'Sec Retary', organisation: 'Secretariat', kind: 'secretariat', role: 'owner' })
  const secretariat = new Browser(origin)
  await secretariat.signIn('sec@wicc.example.org', made?.password ?? '')

  /** Signs up, confirms by the link, signs in, founds an organisation, and has it verified. */
  const join = async (email: string, name: string, organisation: string, kind: 'city' | 'provider', language: string) => {
    const browser = new Browser(origin)
    t.equal((await browser.send('POST', '/v1/people', { email, password, name, language })).status, 202)
    t.equal((await browser.send('POST', '/v1/session', { email, password })).status, 401, 'not before the address is confirmed')
    await browser.do('POST', '/v1/people/confirm', { token: tokenIn(await lastTo(email)) })
    await browser.signIn(email, password)
    const { id } = await browser.do('POST', '/v1/organisations', { name: organisation, kind })
    return { browser, email, id, organisation }
  }
  const verify = async ({ browser, id, email }: Awaited<ReturnType<typeof join>>, evidence: string) => {
    await browser.do('POST', `/v1/organisations/${id}/verification`, { method: 'document', evidence })
    const [asked] = (await secretariat.do('GET', '/v1/verifications?status=asked')).items
    await secretariat.do('POST', `/v1/verifications/${asked.id}/decide`, { decision: 'grant', reason: 'The document is on the page of the ministry.' })
    t.match((await lettersTo(email)).map((letter) => letter.text).join('\n'), /ministry/, 'is told so by mail')
  }

  const city = await join('officer@dhaka.example.org', 'A. Officer', 'City of Dhaka', 'city', 'en')
  const place = bodies.city({ country: 'BD', languages: ['bn', 'en'], contact: { name: 'A. Officer', email: 'office@dhaka.example.org' } })
  t.match(await city.browser.send('POST', '/v1/cities', place), { status: 403, body: { code: 'not-verified' } }, 'nothing is published before it is verified')
  const draft = await city.browser.do('POST', '/v1/cities', { ...place, status: 'draft' })
  await verify(city, 'https://ministry.example.org/cities.pdf')
  await city.browser.do('PATCH', `/v1/cities/${draft.id}`, { status: 'published' }, { 'if-match': '"1"' })
  const challenge = await city.browser.do('POST', '/v1/challenges', bodies.challenge(draft.id, { budget: { status: 'sought', max: 900000, currency: 'BDT' }, visibility: { budget: 'introduced' } }))
  await city.browser.do('POST', '/v1/searches', { name: 'Full buses', target: 'solutions', watch: { resource: 'challenges', id: challenge.id }, band: 'possible', frequency: 'at-once' })

  const vendorWith = async (email: string, name: string, language: string, over: object) => {
    const vendor = await join(email, 'Somebody', name, 'provider', language)
    await verify(vendor, `https://register.example.org/${vendor.id}`)
    const provider = await vendor.browser.do('POST', '/v1/providers', bodies.provider({ legalName: name, countries: ['BD', 'TH'], contact: { name: 'Sales', email: `sales@${email.split('@')[1]}` } }))
    const solution = await vendor.browser.do('POST', '/v1/solutions', bodies.solution(provider.id, { countries: ['BD'], ...over }))
    return { ...vendor, solution }
  }
  const first = await vendorWith('hello@busline.example.org', 'Busline Planning Ltd', 'en', {})
  const second = await vendorWith('info@crowd.example.org', 'Crowd Count Co', 'th', { title: 'Bus timetables from crowd counts' })
  const third = await vendorWith('team@seats.example.org', 'More Seats GmbH', 'ar', { title: 'More buses where commuters stand at rush hour' })

  const hook = await second.browser.do('POST', '/v1/webhooks', { url: partner.url, events: [] })
  partner.known.secret = hook.secret

  // The alert came with the vendors, who registered after the city had begun to watch.
  const alerts = (await lettersTo(city.email)).filter((letter) => letter.text.includes('Full buses'))
  t.ok(alerts.length >= 1, 'a new match was told by mail')
  t.equal(new Set(alerts.map((letter) => letter.messageId)).size, alerts.length, 'each once')

  const matches = await city.browser.do('GET', `/v1/challenges/${challenge.id}/matches`)
  const offered = matches.solutions.map((match: Body) => match.solution.id)
  for (const vendor of [first, second, third]) t.ok(offered.includes(vendor.solution.id), `${vendor.organisation} is matched`)
  await city.browser.do('PUT', `/v1/challenges/${challenge.id}/matches/${first.solution.id}/judgement`, { useful: true })

  const ask = (vendor: typeof first) => city.browser.do('POST', '/v1/introductions', {
    challengeId: challenge.id, with: { resource: 'solutions', id: vendor.solution.id }, purpose: 'explore-solution', message: 'Could your timetables work on our ring road? May we talk?', disclose: ['contact', 'budget']
  })

  // The first one says no, and why.
  const asked = await ask(first)
  t.match((await lettersTo(first.email)).map((letter) => letter.text).join('\n'), /ring road/, 'the request came by mail')
  await first.browser.do('POST', `/v1/introductions/${asked.id}/decline`, { reason: 'no-capacity', words: 'All our planners are in Lagos until summer.' })
  t.match((await lettersTo(city.email)).map((letter) => letter.text).join('\n'), /Lagos until summer/, 'the city reads why')
  t.match(await city.browser.send('POST', '/v1/introductions', { challengeId: challenge.id, with: { resource: 'solutions', id: first.solution.id }, purpose: 'other', message: 'Please think about it again.' }), { status: 409, body: { code: 'cooling' } })

  // The second and the third say yes.
  const contacts = /sales@|office@dhaka/
  const [introduction, other] = [await ask(second), await ask(third)]
  t.notMatch(JSON.stringify(await second.browser.do('GET', `/v1/introductions/${introduction.id}`)), contacts, 'no contact before both agreed')
  t.notMatch(JSON.stringify(await city.browser.do('GET', `/v1/solutions/${second.solution.id}`)), contacts)
  await second.browser.do('POST', `/v1/introductions/${introduction.id}/accept`, { disclose: ['contact'] })
  await third.browser.do('POST', `/v1/introductions/${other.id}/accept`, { disclose: ['contact'] })
  t.match(JSON.stringify(await city.browser.do('GET', `/v1/introductions/${introduction.id}`)), /sales@crowd/, 'the city now reads whom to reach')
  t.match(JSON.stringify(await second.browser.do('GET', `/v1/introductions/${introduction.id}`)), /office@dhaka/, 'and so does the vendor')
  t.match((await second.browser.do('GET', `/v1/challenges/${challenge.id}`)).budget, { max: 900000 }, 'what was disclosed is read on the profile')
  t.equal((await first.browser.do('GET', `/v1/challenges/${challenge.id}`)).budget, undefined, 'not by who declined')
  t.equal((await first.browser.send('GET', `/v1/introductions/${introduction.id}`)).status, 404)

  await city.browser.do('POST', `/v1/introductions/${introduction.id}/messages`, { text: 'Shall we begin with line 7?', links: [{ url: 'https://dhaka.example.org/line-7.pdf', title: 'Line 7' }] })
  await second.browser.do('POST', `/v1/introductions/${introduction.id}/messages`, { text: 'Gladly.' })
  t.same((await city.browser.do('GET', `/v1/introductions/${introduction.id}/messages`)).items.map((message: Body) => [message.ordinal, message.text]), [[1, 'Shall we begin with line 7?'], [2, 'Gladly.']])
  t.equal((await third.browser.send('GET', `/v1/introductions/${introduction.id}/messages`)).status, 404, 'other vendors do not read it')

  // What one vendor asks, all introduced ones are told.
  const question = await second.browser.do('POST', `/v1/challenges/${challenge.id}/questions`, { text: 'Are passengers counted on line 7 today?' })
  await city.browser.do('POST', `/v1/challenges/${challenge.id}/questions/${question.id}/answer`, { answer: 'By hand, twice a year.' })
  const log = await third.browser.do('GET', `/v1/challenges/${challenge.id}/questions`)
  t.match(log.items, [{ text: 'Are passengers counted on line 7 today?', answer: 'By hand, twice a year.' }])
  t.notMatch(JSON.stringify(log), new RegExp(second.id), 'and not who asked')
  for (const vendor of [second, third]) t.match((await lettersTo(vendor.email)).map((letter) => letter.text).join('\n'), /twice a year/, `${vendor.organisation} gets the answer`)
  t.equal((await first.browser.send('GET', `/v1/challenges/${challenge.id}/questions`)).status, 404)

  await city.browser.do('POST', `/v1/introductions/${introduction.id}/close`, { outcome: 'pilot', words: 'A pilot on line 7 from January.' })
  await third.browser.do('POST', `/v1/introductions/${other.id}/close`, { outcome: 'exchange' })
  t.match((await lettersTo(second.email)).map((letter) => letter.text).join('\n'), /pilot on line 7|line 7 from January/i, 'the outcome is told')
  t.same((await store.read.judgements.page(undefined, 10)).map(({ kind, detail }) => [kind, detail]).sort(), [['decline', 'no-capacity'], ['outcome', 'exchange'], ['outcome', 'pilot'], ['thumb', null]])

  // The partner's server has heard of what became public meanwhile, signed.
  await city.browser.do('PATCH', `/v1/challenges/${challenge.id}`, { stage: 'pilot' }, { 'if-match': '"1"' })
  await settle()
  const told = partner.events.find((event) => event.data.id === challenge.id && event.type === 'challenges.updated')
  t.match(told?.data.profile, { stage: 'pilot' })

  // One click ends the alerts, without signing in.
  const stop = /<\s*(\S+?)\s*>/.exec(alerts[0]?.unsubscribe ?? '')?.[1] ?? ''
  t.match(alerts[0]?.text, /\/stop\?token=/, 'and a page for who has no such button')
  t.equal((await fetch(stop, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'List-Unsubscribe=One-Click' })).status, 200)
  const before = (await lettersTo(city.email)).length
  await third.browser.do('POST', '/v1/solutions', bodies.solution((await third.browser.do('GET', '/v1/providers?owner=me')).items[0].id, { title: 'Even more buses for crowded stops at rush hour', countries: ['BD'] }))
  t.equal((await lettersTo(city.email)).length, before, 'no mail any more')

  // The record tells it all, to the secretariat.
  const trail = (await secretariat.do('GET', `/v1/audit?object=${introduction.id}`)).items.map((entry: Body) => entry.action).reverse()
  t.same([trail[0], trail.at(-1)], ['introductions:create', 'introductions:close'])
  t.same(trail.filter((action: string) => ['introductions:accept', 'introductions:close', 'introductions:decline'].includes(action)), ['introductions:accept', 'introductions:close'])

  // Whoever wants to go, goes, and leaves the trail and not the data.
  t.match(await third.browser.send('POST', '/v1/people/me/erase', { password }), { status: 409, body: { code: 'last-owner' } })
  await city.browser.do('DELETE', '/v1/session')
  t.equal((await city.browser.send('GET', '/v1/session')).status, 401, 'signed out')
})

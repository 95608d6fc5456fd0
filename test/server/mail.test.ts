import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { v7 as uuid } from 'uuid'
import type { Mail, Store } from '../../db/index.ts'
import { waitAfter } from '../../server/jobs/mail.ts'
import { createMailer } from '../../server/services/mailer.ts'
import { eachEngine } from '../engines.ts'
import { startService } from '../helper.ts'
import { type MailServer, readMail, startMailServer } from '../mail-server.ts'
import { killWhileSending } from './mail-kills.ts'

const from = '"WICC, matchmaking" <no-reply@wicc.example>'
const environment = (server: MailServer) => ({ SMTP_URL: server.url, MAIL_FROM: from })

const mailOf = (over: Partial<Mail> = {}): Mail => {
  const id = uuid()
  const now = new Date()
  return { id, messageId: `${id}@wicc.example`, personId: null, recipient: `${id}@example.org`, kind: 'message', language: 'en', subject: 'Subject', text: 'Text\n', html: '<!doctype html><p>Text</p>\n', headers: {}, status: 'queued', attempts: 0, nextAt: now, lastError: null, createdAt: now, sentAt: null, ...over }
}
const write = async (store: Store, ...written: Mail[]): Promise<Mail[]> => {
  await store.transact(async ({ mails }) => { for (const mail of written) await mails.insert(mail) })
  return written
}
const change = (store: Store, { id }: Mail, changes: Partial<Mail>) => store.transact(({ mails }) => mails.update(id, changes))
/** As if the time to its next attempt had passed. */
const makeDue = (store: Store, mail: Mail) => change(store, mail, { nextAt: new Date() })
/** Runs a job; tells whether a mail waits so many minutes after it, a fifth more or less. */
const waitsAfter = async (store: Store, { id }: Mail, minutes: number, run: () => Promise<void>): Promise<boolean> => {
  const before = Date.now()
  await run()
  const nextAt = (await store.read.mails.find(id))?.nextAt.getTime() ?? 0
  return nextAt >= before + 0.8 * minutes * 60_000 && nextAt <= Date.now() + 1.2 * minutes * 60_000
}

eachEngine('what was written arrives: names, subjects, both texts, and the headers it was written with', async (t, openTestStore) => {
  const store = await openTestStore()
  const server = await startMailServer(t)
  const service = await startService(t, store, environment(server))
  const to = { personId: null, email: 'สมชาย@example.org', language: 'ar', name: 'สมชาย ใจดี' }
  const organisation = 'مدينة الرياض، '.repeat(8).trim()
  await store.transact((repositories) => service.services.post.mail(repositories, to, {
    kind: 'invitation',
    values: { organisation, inviter: 'নাম <script>', role: { list: 'role', code: 'editor' }, days: { count: 7 } },
    link: 'https://wicc.example/i/1',
    stop: { page: 'https://wicc.example/stop', oneClick: `https://wicc.example/stop/${'x'.repeat(200)}` }
  }, 'one'))
  const [written] = await store.read.mails.page({ status: 'queued', limit: 1 })
  await service.run('mail')
  const [mail] = server.received
  t.equal(server.received.length, 1)
  t.same(mail?.recipients, ['สมชาย@example.org'])
  t.equal(mail?.messageId, '<one@wicc.example>')
  t.match(mail?.subject, /^دعوة .*مدينة الرياض، /)
  t.equal(mail?.subject, written?.subject)
  t.equal(mail?.text, written?.text)
  t.equal(mail?.html, written?.html)
  t.match(mail?.text, 'สมชาย ใจดี')
  t.match(mail?.html, '&#60;script&#62;')
  t.match(mail?.headers, {
    from: ['"WICC, matchmaking" <no-reply@wicc.example>'],
    date: [written?.createdAt.toUTCString().replace('GMT', '+0000')],
    'auto-submitted': ['auto-generated'],
    'content-language': ['ar'],
    'list-unsubscribe': [`<https://wicc.example/stop/${'x'.repeat(200)}>`],
    'list-unsubscribe-post': ['List-Unsubscribe=One-Click'],
    'mime-version': ['1.0']
  })
  t.ok(mail?.raw.split('\r\n').every((line) => line.length <= 998))
  const sent = await store.read.mails.find(written?.id ?? '')
  t.match(sent, { status: 'sent', attempts: 1, lastError: null })
  t.ok(sent?.sentAt)
  await service.run('mail')
  t.equal(server.received.length, 1, 'once')
})

eachEngine('no subject, header or address adds a header or a recipient', async (t, openTestStore) => {
  const store = await openTestStore()
  const server = await startMailServer(t)
  const service = await startService(t, store, environment(server))
  await write(store,
    mailOf({ subject: 'Hello\r\nBcc: evil@example.org\r\n\r\nBody' }),
    mailOf({ headers: { 'List-Unsubscribe': '<https://wicc.example>\r\nBcc: evil@example.org', 'X-A\r\nBcc: evil@example.org': 'b' } }),
    mailOf({ recipient: 'a@example.org, evil@example.org' }),
    mailOf({ recipient: 'a@example.org>\r\nRCPT TO:<evil@example.org' }),
    mailOf({ messageId: 'a@wicc.example>\r\nBcc: <evil@example.org' }))
  await service.run('mail')
  t.ok(server.received.length >= 3)
  for (const { recipients, headers, raw } of server.received) {
    t.equal(recipients.length, 1)
    t.not(recipients[0], 'evil@example.org')
    t.notOk(headers['bcc'], raw)
    t.equal(headers['content-type']?.length, 1)
  }
})

eachEngine('a refusal for good ends it; any other failure is tried again, later each time, for three days', async (t, openTestStore) => {
  const store = await openTestStore()
  const server = await startMailServer(t)
  const service = await startService(t, store, environment(server))
  const [refused, full, busy] = await write(store, mailOf(), mailOf(), mailOf()) as [Mail, Mail, Mail]
  const now = async ({ id }: Mail) => await store.read.mails.find(id) as Mail
  server.answer = (address) => {
    if (address === refused.recipient) return { code: 550, words: `5.1.1 <${address}>: no such user\u0007 (from 192.0.2.7)` }
    if (address === full.recipient) return { code: 552, words: 'x'.repeat(400) }
    return { code: 451, words: `4.7.1 Greylisted, ${address}` }
  }
  t.ok(await waitsAfter(store, busy, 1, () => service.run('mail')))
  t.match(await now(refused), { status: 'dead', attempts: 1, sentAt: null })
  t.equal((await now(refused)).lastError, 'RCPT TO: 550 5.1.1 <…>: no such user (from …)')
  t.match(await now(full), { status: 'dead', attempts: 1 })
  t.equal((await now(full)).lastError?.length, 200)
  t.match(await now(busy), { status: 'queued', attempts: 1, lastError: 'RCPT TO: 451 4.7.1 Greylisted, …' })
  const commands = server.commands
  await service.run('mail')
  t.equal(server.commands, commands, 'nothing is due')

  await change(store, busy, { nextAt: new Date(), attempts: 4 })
  t.ok(await waitsAfter(store, busy, 16, () => service.run('mail')))
  t.match(await now(busy), { status: 'queued', attempts: 5 })
  await makeDue(store, busy)
  server.answer = () => undefined
  await service.run('mail')
  await service.run('mail')
  t.match(await now(busy), { status: 'sent', attempts: 6, lastError: null })
  t.equal(server.received.length, 1, 'sent once')

  const old = new Date(Date.now() - 73 * 3_600_000)
  const [worn, kept] = await write(store, mailOf({ createdAt: old, attempts: 19 }), mailOf({ createdAt: old, attempts: 3 })) as [Mail, Mail]
  server.answer = () => ({ code: 451, words: '4.3.0 Later' })
  await service.run('mail')
  t.match([await now(worn), await now(kept)], [{ status: 'dead', attempts: 20 }, { status: 'queued', attempts: 4 }], 'three days of attempts')

  await server.close()
  await makeDue(store, kept)
  await t.rejects(service.run('mail'), { message: /^mail waits: connect ECONNREFUSED …$/ }, 'a server that is not there is told to the operator')
  t.match(await now(kept), { status: 'queued', attempts: 5, lastError: /ECONNREFUSED/ })
  t.notMatch((await now(kept)).lastError, '127.0.0.1')
})

t.test('attempts are a minute apart at first, then longer, six hours at most', async (t) => {
  for (const [attempts, minutes] of [[1, 1], [2, 2], [5, 16], [9, 256], [10, 360], [30, 360]] as const) {
    const waits = Array.from({ length: 200 }, () => waitAfter(attempts) / 60_000)
    t.ok(waits.every((wait) => wait >= 0.8 * minutes && wait <= 1.2 * minutes))
    t.ok(new Set(waits).size > 100)
  }
})

eachEngine('two processes send each mail once; those somebody waits for go first', async (t, openTestStore) => {
  const stores = [await openTestStore(), await openTestStore()] as const
  const server = await startMailServer(t, { pause: 3 })
  const services = await Promise.all(stores.map((store) => startService(t, store, environment(server))))
  const past = new Date(Date.now() - 60_000)
  const digests = await write(stores[0], ...Array.from({ length: 120 }, () => mailOf({ kind: 'digest', nextAt: past })))
  const [reset] = await write(stores[0], mailOf({ kind: 'reset-password' })) as [Mail]
  await Promise.all([...services, ...services].map((service) => service.run('mail')))
  t.same(server.received.map(({ messageId }) => messageId).sort(), [...digests, reset].map(({ messageId }) => `<${messageId}>`).sort())
  t.ok(server.received.findIndex(({ messageId }) => messageId === `<${reset.messageId}>`) < 20)
  t.ok((await stores[1].read.mails.page({ status: 'sent', limit: 200 })).every(({ attempts }) => attempts === 1))
})

eachEngine('a mail that went to the server when its process ended goes again after the lease; what was done to it meanwhile stands', async (t, openTestStore) => {
  const store = await openTestStore()
  const server = await startMailServer(t)
  const service = await startService(t, store, environment(server))
  const [mail] = await write(store, mailOf()) as [Mail]
  const take = (now: Date, until: Date) => store.transact(({ mails }) => mails.lease(mail.id, now, until))
  const until = new Date(Date.now() + 60_000)
  t.match(await take(new Date(), until), { id: mail.id, attempts: 1 })
  t.equal(await take(new Date(), until), undefined, 'it is somebody’s')
  await service.run('mail')
  t.equal(server.received.length, 0)
  await makeDue(store, mail)
  await service.run('mail')
  t.equal(server.received.length, 1)
  await store.transact(({ mails }) => mails.settle(mail.id, until, { status: 'dead', nextAt: until, lastError: 'late' }))
  t.match(await store.read.mails.find(mail.id), { status: 'sent', attempts: 2, lastError: null }, 'who comes late changes nothing')
})

eachEngine('processes killed while they send lose nothing', async (t, openTestStore, url) => {
  await killWhileSending(t, await openTestStore(), url, { pairs: 3, each: 8 })
})

eachEngine('the secretariat sees what did not arrive, sends it again and drops it', async (t, openTestStore) => {
  const store = await openTestStore()
  const server = await startMailServer(t)
  const service = await startService(t, store, environment(server))
  const secretary = await service.person({ name: 'WICC', kind: 'secretariat' }, 'editor')
  const owner = await service.person({ name: 'City', kind: 'city' })
  const at = new Date()
  const [first, second, queued] = await write(store,
    mailOf({ status: 'dead', lastError: 'RCPT TO: 550', attempts: 1, createdAt: at }),
    mailOf({ status: 'dead', createdAt: at }),
    mailOf({ createdAt: new Date(at.getTime() - 1000) })) as [Mail, Mail, Mail]

  for (const [method, url] of [['GET', '/v1/mails'], ['POST', `/v1/mails/${first.id}/resend`], ['DELETE', `/v1/mails/${first.id}`]] as const) {
    t.match(await service.call(method, url), { status: 401 })
    t.match(await service.call(method, url, { as: owner }), { status: 403, body: { code: 'missing-scope' } })
    t.match(await service.call(method, url, { as: await service.person({ name: 'WICC', kind: 'secretariat' }, 'viewer') }), { status: 403 })
  }
  const page = await service.call('GET', '/v1/mails?status=dead&limit=1', { as: secretary })
  t.equal(page.status, 200, page.text)
  t.match(page.headers['link'], /^<\/v1\/mails\?.*cursor=.*>; rel="next"$/)
  const rest = await service.call('GET', `/v1/mails?limit=1&cursor=${page.body.next}`, { as: secretary })
  t.equal(rest.body.next, null)
  t.same([...page.body.items, ...rest.body.items].map(({ id }) => id), [second.id, first.id], 'newest first, each once')
  t.same(rest.body.items, [{ id: first.id, messageId: first.messageId, recipient: first.recipient, personId: null, kind: 'message', language: 'en', status: 'dead', attempts: 1, lastError: 'RCPT TO: 550', createdAt: at.toISOString(), nextAt: null, sentAt: null }], 'not what it says')
  t.match(await service.call('GET', '/v1/mails?cursor=x', { as: secretary }), { status: 400, body: { code: 'invalid-cursor' } })
  t.match((await service.call('GET', '/v1/mails?status=queued', { as: secretary })).body.items, [{ id: queued.id, nextAt: queued.nextAt.toISOString() }])
  t.match((await service.call('GET', '/metrics')).text, /^mails\{status="queued"\} 1\nmails\{status="dead"\} 2$/m)

  const resend = (id: string) => service.call('POST', `/v1/mails/${id}/resend`, { as: secretary })
  t.match(await resend(queued.id), { status: 409, body: { code: 'mail-state' } })
  t.match(await resend(uuid()), { status: 404 })
  const both = await Promise.all([resend(first.id), resend(first.id)])
  t.same(both.map(({ status }) => status).sort(), [200, 409], 'once')
  t.match(both.find(({ status }) => status === 200)?.body, { id: first.id, messageId: first.messageId, status: 'queued', attempts: 0, lastError: null })
  await service.run('mail')
  t.equal((await resend(first.id)).status, 200, 'sent, and asked for again')
  await service.run('mail')
  t.equal(server.received.filter(({ messageId }) => messageId === `<${first.messageId}>`).length, 2)
  t.same((await store.read.audit.read({ objectId: first.id, limit: 10 })).map(({ action, personId, before, after }) => [action, personId, before, after]), [
    ['mails:resend', secretary.personId, { status: 'sent' }, { status: 'queued' }],
    ['mails:resend', secretary.personId, { status: 'dead' }, { status: 'queued' }]
  ])

  const drop = (id: string) => service.call('DELETE', `/v1/mails/${id}`, { as: secretary })
  t.match(await drop(first.id), { status: 409, body: { code: 'mail-state' } })
  t.equal((await drop(second.id)).status, 204)
  t.equal((await drop(second.id)).status, 404)
  t.match(await store.read.audit.read({ objectId: second.id, limit: 10 }), [{ action: 'mails:drop', before: { status: 'dead', kind: 'message' } }])

  const long = new Date(Date.now() - 31 * 24 * 3_600_000)
  await change(store, first, { sentAt: long })
  const [old, dead] = await write(store, mailOf({ status: 'sent', createdAt: long, sentAt: long }), mailOf({ status: 'dead', createdAt: long })) as [Mail, Mail]
  await service.run('sweep')
  t.equal(await store.read.mails.find(old.id), undefined, 'what was sent is forgotten after a month')
  t.ok(await store.read.mails.find(dead.id) && await store.read.mails.find(queued.id))
})

t.test('without a server, mail is a file each in a folder, whole and under one name', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'wicc-mail-'))
  t.teardown(() => rm(folder, { recursive: true, force: true }))
  const directory = join(folder, 'new', 'mail')
  const mailer = createMailer({ smtpUrl: undefined, from, directory })
  const mail = mailOf({ subject: 'ถึงคุณ' })
  await Promise.all([mailer.send(mail), mailer.send(mail)])
  await mailer.send(mail)
  t.same(await readdir(directory), [`${mail.id}.eml`])
  t.match(readMail(await readFile(join(directory, `${mail.id}.eml`), 'latin1')), { subject: 'ถึงคุณ', text: mail.text, html: mail.html, messageId: `<${mail.messageId}>`, headers: { to: [mail.recipient] } })
  await t.rejects(createMailer({ smtpUrl: undefined, from, directory: join(directory, `${mail.id}.eml`) }).send(mail))
})

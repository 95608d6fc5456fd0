import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import type { Test } from 'tap'
import type { Store } from '../../db/index.ts'
import { mail } from '../../server/jobs/mail.ts'
import { createMailer } from '../../server/services/mailer.ts'
import { createPost } from '../../server/services/post.ts'
import { startMailServer } from '../mail-server.ts'

const sentFrom = 'WICC <no-reply@wicc.example>'

const upTo = (most: number): number => Math.floor(Math.random() * (most + 1))

/** Nobody is left who could hold one: what a killed process had leased is due again, as it is once the lease has run out. */
const endLeases = (store: Store): Promise<void> => store.transact(async ({ mails }) => {
  const now = new Date()
  for (const { id } of await mails.page({ status: 'queued', limit: 10_000 })) await mails.update(id, { nextAt: now })
})

/** Kills pair after pair of processes while they send mail that is being written, and looks at what has arrived. */
export const killWhileSending = async (t: Test, store: Store, url: string, { pairs, each }: { pairs: number, each: number }): Promise<void> => {
  const server = await startMailServer(t, { pause: 8 })
  const post = createPost('wicc.example')
  const written = new Set<string>()
  const write = async (): Promise<void> => {
    const name = `n${written.size}`
    const messageId = `${name}@wicc.example`
    written.add(`<${messageId}>`)
    await store.transact((repositories) => post.mail(repositories,
      { personId: null, email: `${name}@example.org`, language: 'en', name: 'สมชาย' },
      { kind: 'invitation', values: { organisation: `مدينة ${name}`, inviter: 'A', role: 'editor', days: '7' }, link: `https://wicc.example/${name}` }, name))
  }
  const sender = async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'test/fixtures/mail-sender.ts', url, server.url, sentFrom], { stdio: ['pipe', 'pipe', 'inherit'] })
    const ended = once(child, 'exit')
    await Promise.race([once(child.stdout, 'data'), ended])
    return async () => {
      child.kill('SIGKILL')
      const [, signal] = await ended
      t.equal(signal, 'SIGKILL', 'it ran until it was killed')
    }
  }
  const nothingDue = async () => (await store.read.mails.due(new Date(), ['invitation'], 1)).length === 0

  for (let pair = 0; pair < pairs; pair++) {
    const senders = await Promise.all([sender(), sender()])
    const goal = written.size + each
    const writing = (async () => { while (written.size < goal) await write() })()
    await Promise.all(senders.map(async (kill) => {
      const until = server.commands + upTo(4 * each)
      while (server.commands < until && (written.size < goal || !await nothingDue())) await delay(1)
      await delay(Math.random() * 5)
      await kill()
    }))
    await writing
    await endLeases(store)
  }
  const mailer = createMailer({ smtpUrl: server.url, from: sentFrom, directory: '' })
  await mail({ store, mailer }).run(new AbortController().signal)
  mailer.close()

  const arrived = new Map<string, string>()
  const unlike: string[] = []
  for (const { messageId, raw } of server.received) {
    if ((arrived.get(messageId) ?? raw) !== raw) unlike.push(messageId)
    arrived.set(messageId, raw)
  }
  t.same([...written].filter((id) => !arrived.has(id)), [], 'every mail that was written has arrived')
  t.same([...arrived.keys()].filter((id) => !written.has(id)), [], 'and none that was not')
  t.same(unlike, [], 'one that came again came under its Message-ID, the same to the byte')
  t.ok(server.received.every(({ messageId, recipients, subject, text, html }) => {
    const name = messageId.slice(1).split('@')[0]
    return recipients.join() === `${name}@example.org` && subject.includes(`مدينة ${name}`) && subject.endsWith(' invites you') && text.includes('สมชาย') && html.includes('</html>')
  }), 'each whole, and to whom it was written')
  t.equal((await store.read.mails.page({ status: 'sent', limit: 10_000 })).length, written.size)
  t.comment(`${store.engine}: ${2 * pairs} kills, ${written.size} mails written, ${server.received.length} arrived, ${server.received.length - arrived.size} of them again`)
}

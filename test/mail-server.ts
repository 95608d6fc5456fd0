import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'

export interface Received {
  /** Whom the envelope names. */
  recipients: string[]
  /** By lower-case name, unfolded, encoded words read. */
  headers: Readonly<Record<string, string[]>>
  messageId: string
  subject: string
  text: string
  html: string
  raw: string
}

export interface MailServer {
  url: string
  /** In the order in which they were taken. */
  received: Received[]
  /** Commands so far. */
  commands: number
  /** What to answer a recipient with, where it is no yes. */
  answer: (address: string) => { code: number, words: string } | undefined
  close (): Promise<void>
}

const quotedPrintable = (text: string): Buffer =>
  Buffer.from(text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1')

const words = (value: string): string => value
  .replace(/(=\?[^?]+\?[QB]\?[^?]*\?=)\s+(?==\?)/gi, '$1')
  .replace(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_, encoding: string, text: string) =>
    (encoding.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : quotedPrintable(text.replaceAll('_', ' '))).toString())

const entity = (raw: string) => {
  const end = raw.indexOf('\r\n\r\n')
  const headers: Record<string, string[]> = {}
  for (const line of raw.slice(0, end).replace(/\r\n[ \t]+/g, ' ').split('\r\n')) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).toLowerCase()
    headers[name] = [...headers[name] ?? [], words(line.slice(colon + 1).trim())]
  }
  return { headers, body: raw.slice(end + 4) }
}

const decoded = ({ headers, body }: ReturnType<typeof entity>): string => {
  switch (headers['content-transfer-encoding']?.[0]) {
    case 'base64': return Buffer.from(body, 'base64').toString()
    case 'quoted-printable': return quotedPrintable(body).toString()
    default: return body
  }
}

/** Reads a mail of two parts, a text and the same as HTML. */
export const readMail = (raw: string): Omit<Received, 'recipients'> => {
  const { headers, body } = entity(raw)
  const boundary = /boundary="([^"]+)"/.exec(headers['content-type']?.[0] ?? '')?.[1] ?? ''
  const parts = body.split(`--${boundary}`).slice(1, -1).map((part) => entity(part.replace(/^\r\n/, '').replace(/\r\n$/, '')))
  const part = (type: string) => parts.filter(({ headers }) => headers['content-type']?.[0]?.startsWith(type)).map(decoded).join().replaceAll('\r\n', '\n')
  return { headers, messageId: headers['message-id']?.[0] ?? '', subject: headers['subject']?.[0] ?? '', text: part('text/plain'), html: part('text/html'), raw }
}

/**
 * A mail server on this machine, on a port of its own, which keeps what it is given.
 * @param pause milliseconds at most that it thinks about each command
 */
export const startMailServer = async (t: { teardown (work: () => Promise<void>): unknown }, { pause = 0 } = {}): Promise<MailServer> => {
  const think = async (): Promise<void> => {
    mailServer.commands++
    if (pause > 0) await delay(Math.random() * pause)
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onMailFrom (_address, _session, done) { think().then(() => done(), done) },
    onRcptTo ({ address }, _session, done) {
      think().then(() => {
        const refusal = mailServer.answer(address)
        done(refusal && Object.assign(new Error(refusal.words), { responseCode: refusal.code }))
      }, done)
    },
    onData (stream, session, done) {
      const recipients = session.envelope.rcptTo.map(({ address }) => address)
      buffer(stream).then(async (raw) => {
        await think()
        mailServer.received.push({ recipients, ...readMail(raw.toString('latin1')) })
        await think()
        done()
      }).catch(done)
    }
  })
  // Clients that are killed leave broken connections behind.
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  let open = true
  const mailServer: MailServer = {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received: [],
    commands: 0,
    answer: () => undefined,
    async close () {
      if (open) await new Promise<void>((resolve) => server.close(resolve))
      open = false
    }
  }
  t.teardown(() => mailServer.close())
  return mailServer
}

import { randomUUID } from 'node:crypto'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport, type SendMailOptions } from 'nodemailer'
import type { Mail } from '../../db/index.ts'
import type { Config } from '../config.ts'

/** Milliseconds that one mail has to go out, whatever the server does. */
export const sendingTime = 4 * 60_000

/** What one connection to the server may wait for. The answer to a whole message takes some servers a minute. */
const timeouts = { dnsTimeout: 10_000, connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 90_000 }

/** Connections to the server from one process. */
export const connections = 5

/** Hands mails over, to a mail server or to a folder. */
export interface Mailer {
  /**
   * Resolves when the server has taken the mail, or the file is written.
   * @throws {Error} what was in the way; failureOf in mail-failure.ts says what to make of it
   */
  send (mail: Mail): Promise<void>
  /** Ends every connection; what is being sent fails. */
  close (): void
}

/** `Name <address>`, or an address. The name is one, whatever commas it has. */
const senderOf = (from: string): { name: string, address: string } => {
  const [, name = '', address = from] = /^\s*"?(.*?)"?\s*<([^<>]*)>\s*$/.exec(from) ?? []
  return { name, address: address.trim() }
}

/**
 * A mail as it goes out, the same at each attempt. Addresses are given apart from names and not as text to be read, and
 * nodemailer encodes each header, so that no name, subject or address can add another.
 */
const messageOf = (mail: Mail, from: string): SendMailOptions => ({
  from: senderOf(from),
  to: { name: '', address: mail.recipient },
  subject: mail.subject,
  text: mail.text,
  html: mail.html,
  date: mail.createdAt,
  messageId: `<${mail.messageId}>`,
  headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.language, ...mail.headers },
  baseBoundary: mail.id,
  // A text or an address that looks like a path or a link stays what it is.
  disableFileAccess: true,
  disableUrlAccess: true
})

const smtpMailer = (url: string, from: string): Mailer => {
  // A mail whose connection was closed while it waited goes out by another; more patience is the queue's.
  const transport = createTransport({ url, pool: true, maxConnections: connections, maxRequeues: 1, ...timeouts })
  return {
    async send (mail) {
      await transport.sendMail({ ...messageOf(mail, from), signal: AbortSignal.timeout(sendingTime) })
    },
    close: () => transport.close({ force: true })
  }
}

/** A file a mail, named by the mail's id: a repeat writes the same file again, and a file is never half there. */
const folderMailer = (folder: string, from: string): Mailer => {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return {
    async send (mail) {
      const { message } = await transport.sendMail(messageOf(mail, from))
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const writing = join(folder, `.${mail.id}.${randomUUID()}`)
      try {
        await writeFile(writing, message as Buffer, { mode: 0o600 })
        await rename(writing, join(folder, `${mail.id}.eml`))
      } catch (error) {
        await rm(writing, { force: true })
        throw error
      }
    },
    close () {}
  }
}

/** The pooled server of SMTP_URL; without one, a folder whose mails nobody gets. */
export const createMailer = ({ smtpUrl, from, directory }: Config['mail']): Mailer =>
  smtpUrl === undefined ? folderMailer(directory, from) : smtpMailer(smtpUrl, from)

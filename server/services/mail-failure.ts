import type { NodemailerError } from 'nodemailer'
import type { Mail } from '../../db/index.ts'

/** What came of a mail that did not go out. */
export interface Failure {
  /** Whether trying again would end the same. */
  permanent: boolean
  /** Whether it was the way to the server, or the server as a whole, so that other mails would fare no better now. */
  general: boolean
  /** One short line without anybody's address. */
  reason: string
}

const longest = 200

/** What a server says may repeat the recipient, and be of any length and any characters. */
const clean = (words: string, recipient: string): string => {
  const line = words.slice(0, 10 * longest)
    .replaceAll(recipient, '…')
    .replace(/[^\s<>"'(),;:]*@[^\s<>"'(),;]*/g, '…')
    .replace(/\b\d{1,3}(\.\d{1,3}){3}\b(:\d+)?/g, '…')
    .replace(/[\p{C}\s]+/gu, ' ').trim()
  return Array.from(line).slice(0, longest).join('')
}

/** 503 says that the session went wrong, not that the mail was refused. */
const isFinal = (code: number): boolean => code >= 500 && code !== 503

/**
 * What to make of an error of the mailer. Refusing the recipient or the message for good is permanent. Refusing the sender
 * or the sign-in is not, though the code says so: that is for the operator to mend, and mail waits meanwhile.
 */
export const failureOf = (error: unknown, { recipient }: Pick<Mail, 'recipient'>): Failure => {
  const { code, originalCode, command, responseCode, response, message } = error as NodemailerError & { originalCode?: string }
  if (responseCode !== undefined) {
    const aboutMail = command === 'RCPT TO' || command === 'DATA'
    return {
      permanent: aboutMail && isFinal(responseCode),
      general: !aboutMail || responseCode === 421,
      reason: clean(`${command ?? 'The server'}: ${response ?? responseCode}`, recipient)
    }
  }
  // The address is none that can be said to this server.
  if (code === 'EENVELOPE') return { permanent: true, general: false, reason: clean(`The address cannot be used: ${message}`, recipient) }
  if (code === 'EABORT') return { permanent: false, general: false, reason: 'The server took too long' }
  const name = originalCode ?? code
  return { permanent: false, general: true, reason: clean(name === undefined || message.includes(name) ? message : `${name}: ${message}`, recipient) }
}

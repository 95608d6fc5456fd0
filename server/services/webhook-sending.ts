import http from 'node:http'
import https from 'node:https'
import { Webhook as Signer } from 'standardwebhooks'
import type { Webhook } from '../../db/index.ts'
import { allowedLookup, ForbiddenAddress, type Resolve, targetFault } from './public-address.ts'

/** What is sent: standard-webhooks' id, time and payload. */
export interface Message {
  id: string
  body: string
}

class TimeoutError extends Error {}

/** What came of one attempt. */
export interface Outcome {
  /** HTTP status; null where no answer came. */
  status: number | null
  /** What was in the way, in words; null when it was delivered. */
  error: string | null
  milliseconds: number
}

/** Of an answer's body no more is read: nothing in it is looked at. */
const bodyLimit = 1024

/** @returns the signatures by every secret in force, the newest first */
const signatures = ({ secret, previousSecret, previousUntil }: Webhook, { id, body }: Message, at: Date): string =>
  [secret, ...(previousSecret !== null && previousUntil !== null && previousUntil > at ? [previousSecret] : [])]
    .map((key) => new Signer(key).sign(id, at, body)).join(' ')

/** What can be in the way of a delivery, as the API says it; pages say it by its name. */
const failings = {
  'no-address': 'the host has no address',
  refused: 'the connection was refused',
  cut: 'the connection was closed before an answer came',
  unreachable: 'the host cannot be reached',
  slow: 'the connection could not be made in time',
  certificate: 'the certificate',
  'no-tls': 'the host does not speak TLS',
  'not-public': 'the host does not lead to a public address',
  redirect: 'answered 3',
  answered: 'answered',
  failed: 'the connection failed'
} as const
export type Failing = keyof typeof failings

/** The name of what was in the way, by what the API says of it, which is what was kept. */
export const failingOf = (error: string): Failing => {
  if (error.startsWith('no answer came')) return 'slow'
  if (error.startsWith('the address ')) return 'not-public'
  const names = Object.keys(failings) as Failing[]
  return names.find((name) => error.startsWith(failings[name])) ?? 'failed'
}

const byCode: Readonly<Record<string, string>> = {
  ENOTFOUND: failings['no-address'],
  ENODATA: failings['no-address'],
  ECONNREFUSED: failings.refused,
  ECONNRESET: failings.cut,
  EHOSTUNREACH: failings.unreachable,
  ENETUNREACH: failings.unreachable,
  ETIMEDOUT: failings.slow,
  CERT_HAS_EXPIRED: `${failings.certificate} has expired`,
  ERR_TLS_CERT_ALTNAME_INVALID: `${failings.certificate} is for another host`,
  EPROTO: failings['no-tls']
}

/** Only what our words or a code say: messages of errors name addresses. */
const reasonOf = (error: unknown): string => {
  if (error instanceof ForbiddenAddress) return error.message
  // Where several addresses of a host were tried, the first that failed speaks for all.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error
  const code = first instanceof Error && 'code' in first ? String(first.code) : 'unknown'
  return byCode[code] ?? (/CERT|SIGNATURE/.test(code) ? `${failings.certificate} is not valid (${code})` : `${failings.failed} (${code})`)
}

const faultOf = (status: number): string | null => {
  if (status >= 200 && status < 300) return null
  if (status >= 300 && status < 400) return `answered ${status}, a redirect, and redirects are not followed: give the address that it leads to`
  return `answered ${status}`
}

export interface Sender {
  /** One attempt, now; never throws for what is the target's. */
  send (webhook: Webhook, message: Message): Promise<Outcome>
}

/**
 * @param loopback whether this machine and plain http are allowed, for development
 * @param resolve asks for the addresses of a name
 * @param timeout milliseconds, from looking the host up to the head of the answer
 */
export const createSender = (loopback: boolean, resolve?: Resolve, timeout = 15_000): Sender => {
  const lookup = allowedLookup(loopback, resolve)

  /** Resolves to the status as soon as the head is there. A connection serves one message, so the address of each was looked at. */
  const post = (url: string, headers: Record<string, string>, body: string): Promise<number> => new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(timeout)
    const { request } = new URL(url).protocol === 'https:' ? https : http
    const sent = request(url, {
      method: 'POST',
      agent: false,
      lookup,
      signal,
      // Node's 250 ms would give up addresses on the other side of the world.
      autoSelectFamilyAttemptTimeout: 3000,
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      rejectUnauthorized: true,
      maxHeaderSize: 16_384
    } as https.RequestOptions, (response) => {
      let read = 0
      response.on('data', (chunk: Buffer) => {
        read += chunk.length
        if (read > bodyLimit) response.destroy()
      })
      response.on('error', () => {})
      resolve(response.statusCode ?? 0)
    })
    sent.on('error', (error) => reject(signal.aborted ? new TimeoutError(`no answer came within ${timeout / 1000} seconds`) : error))
    sent.end(body)
  })

  return {
    async send (webhook, message) {
      const at = new Date()
      const started = performance.now()
      const outcome = (status: number | null, error: string | null): Outcome => ({ status, error, milliseconds: Math.round(performance.now() - started) })
      const fault = targetFault(webhook.url, loopback)
      if (fault !== undefined) return outcome(null, `the address ${fault.detail}`)
      try {
        const status = await post(webhook.url, {
          'content-type': 'application/json',
          'user-agent': 'WICC-matchmaking-webhooks/1',
          'webhook-id': message.id,
          'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
          'webhook-signature': signatures(webhook, message, at)
        }, message.body)
        return outcome(status, faultOf(status))
      } catch (error) {
        return outcome(null, error instanceof TimeoutError ? error.message : reasonOf(error))
      }
    }
  }
}

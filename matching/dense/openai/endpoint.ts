import { setTimeout } from 'node:timers/promises'
import { EncoderError } from '../encoder.ts'

export interface EndpointSettings {
  url: URL
  apiKey: string | undefined
  /** Of one request, in milliseconds. */
  timeout: number
  /** Requests for one answer, at most. */
  attempts: number
  /** Before the second request, in milliseconds, about; twice as long before each further one. */
  firstDelay: number
  /** Aborted when nobody waits for answers any more. */
  closed: AbortSignal
}

/** The longest that a server's `Retry-After` is followed, in milliseconds. */
const longestDelay = 60_000
const longestMessage = 200

type Outcome =
  | { answer: unknown }
  /** `after`: when the server wants to be asked again, in milliseconds. */
  | { failure: string, again: boolean, after?: number }

/**
 * Posts JSON and returns the JSON that comes back. Asks again after 408, 429, 5xx, a timeout or a lost connection, later each time by a
 * random share so that many clients do not come together. Rejects with `EncoderError`, in which the key never is.
 */
export async function post (body: unknown, settings: EndpointSettings): Promise<unknown> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await once(body, settings)
    if ('answer' in outcome) return outcome.answer
    if (!outcome.again || attempt === settings.attempts || settings.closed.aborted) throw new EncoderError(`${settings.url.host}: ${outcome.failure}`)
    const delay = settings.firstDelay * 2 ** (attempt - 1) * (0.5 + Math.random())
    await setTimeout(Math.min(longestDelay, Math.max(delay, outcome.after ?? 0)), undefined, { signal: settings.closed }).catch(() => undefined)
  }
}

async function once (body: unknown, { url, apiKey, timeout, closed }: EndpointSettings): Promise<Outcome> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      // A redirect would take texts and key to where nobody sent them.
      redirect: 'error',
      headers: { 'content-type': 'application/json', ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }) },
      body: JSON.stringify(body),
      signal: AbortSignal.any([AbortSignal.timeout(timeout), closed])
    })
    const text = await response.text()
    if (response.ok) return parsed(text)
    const again = response.status === 408 || response.status === 429 || response.status >= 500
    return { failure: `${response.status} ${excerpt(text, apiKey)}`, again, after: retryAfter(response.headers.get('retry-after')) }
  } catch (error) {
    return { failure: closed.aborted ? 'closed' : reason(error), again: true }
  }
}

function parsed (text: string): Outcome {
  try {
    return { answer: JSON.parse(text) }
  } catch {
    return { failure: 'the answer is not JSON', again: false }
  }
}

/** What a server says may hold the key that it was given. */
function excerpt (text: string, apiKey: string | undefined): string {
  const said = apiKey === undefined || apiKey === '' ? text : text.replaceAll(apiKey, '[key]')
  return said.replace(/\s+/g, ' ').slice(0, longestMessage)
}

/** Seconds or an HTTP date (RFC 9110, 10.2.3), in milliseconds from now. */
function retryAfter (header: string | null): number | undefined {
  if (header === null) return undefined
  const milliseconds = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - Date.now()
  return Number.isFinite(milliseconds) ? milliseconds : undefined
}

/** `fetch` fails with a `TypeError` whose cause says why. Only codes and names leave here: a message may quote the URL or a header. */
function reason (error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
  if (!(cause instanceof Error)) return 'no connection'
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name
}

import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Once } from '../services/idempotency.ts'

/** What a form sent, whatever it is worth: text, and lists where a name came more than once. */
export type Sent = Readonly<Record<string, string | readonly string[] | undefined>>

const form = z.record(z.string(), z.union([z.string(), z.array(z.string())])).catch({})

export const sentBy = ({ body }: Pick<FastifyRequest, 'body'>): Sent => form.parse(body ?? {})

/** What an address says, which a form that reads has sent. */
export const askedBy = ({ query }: Pick<FastifyRequest, 'query'>): Sent => form.parse(query ?? {})

/** A field that was filled in. */
export const said = (sent: Sent, name: string): string | undefined => {
  const value = sent[name]
  const first = typeof value === 'string' ? value : value?.[0]
  return first === undefined || first.trim() === '' ? undefined : first
}

export const listed = (sent: Sent, name: string): readonly string[] => {
  const value = sent[name]
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}

/**
 * The same form sent twice does once what it asks for: it was given a name of its own when it was shown.
 * @param about what is asked for, by which another filling-in of the form is told apart
 */
export const onceOf = (sent: Sent, ...about: readonly unknown[]): Once | undefined => {
  const key = said(sent, 'once')
  return key === undefined || key.length > 100 ? undefined : { key: `page-${key}`, fingerprint: createHash('sha256').update(JSON.stringify(about)).digest('hex') }
}

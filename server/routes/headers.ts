import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Problem } from '../errors.ts'
import { type LocaleName, preferredLocale } from '../locales/index.ts'
import type { Once } from '../services/idempotency.ts'

export const ifMatch = z.looseObject({
  'if-match': z.string().max(1000).optional().meta({ description: 'The ETag you last read. Needed: without it the answer is 428; when the profile has changed since, 412.', examples: ['"1"'] })
})

export const idempotencyKey = z.looseObject({
  'idempotency-key': z.string().min(1).max(255).regex(/^[\x21-\x7e]+$/, 'must be printable ASCII without spaces').optional()
    .meta({ description: 'Any text of your own, new for each profile: a repeat within a day gets the first answer again and makes nothing new.', examples: ['7f0c7f3e-khon-kaen-1'] })
})

export const ifNoneMatch = z.looseObject({
  'if-none-match': z.string().max(1000).optional().meta({ description: 'ETags that you have; if one still holds, the answer is 304 without a body.', examples: ['"1"'] })
})

/** The language that the request's reader reads: as asked for, else as the browser says. */
export const readerOf = (request: FastifyRequest, { reader }: { reader?: LocaleName }): LocaleName => reader ?? preferredLocale(request.headers['accept-language'])

/**
 * The version that If-Match names; null for `*`, which any version satisfies.
 * @throws {Problem} `precondition-required` without the header; `version-conflict` where no tag could be ours
 */
export const expectedVersion = (header: string | undefined): readonly number[] | null => {
  if (header === undefined) throw new Problem('precondition-required')
  if (header.trim() === '*') return null
  const versions = header.split(',').flatMap((tag) => /^\s*"(\d{1,15})"\s*$/.exec(tag)?.[1] ?? []).map(Number)
  if (versions.length === 0) throw new Problem('version-conflict', 'If-Match names no version of this profile; send the ETag as you read it')
  return versions
}

/** What an Idempotency-Key stands for: two requests are the same when method, address and body are. */
export const onceOf = (request: FastifyRequest): Once | undefined => {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string') return undefined
  return { key, fingerprint: createHash('sha256').update(`${request.method} ${request.url}\n${JSON.stringify(request.body)}`).digest('hex') }
}

/** Names the page after this one in the Link header (RFC 8288). */
export const linkNext = (request: FastifyRequest, reply: FastifyReply, next: string | null): void => {
  if (next === null) return
  const [path, query] = request.url.split('?')
  const parameters = new URLSearchParams(query)
  parameters.set('cursor', next)
  reply.header('link', `<${path}?${parameters}>; rel="next"`)
}

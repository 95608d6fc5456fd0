import { createHash } from 'node:crypto'
import fp from 'fastify-plugin'
import fresh from 'fresh'

/**
 * Conditional GET (RFC 9110 section 13): every JSON answer to a GET has an ETag, its own or a hash of the body, and
 * an answer that the caller has already costs a 304. Not @fastify/etag: it answers 304 to PUT and PATCH as well, and
 * knows neither lists of tags nor `*`.
 */
export const conditional = fp(async (app) => {
  app.addHook('onSend', async (request, reply, payload) => {
    if ((request.method !== 'GET' && request.method !== 'HEAD') || reply.statusCode !== 200 || typeof payload !== 'string') return payload
    const tag = reply.getHeader('etag') ?? `W/"${createHash('sha1').update(payload).digest('base64url')}"`
    reply.header('etag', tag).header('vary', 'Authorization, Cookie, Accept-Language')
    const { keyId, personId } = request.principal
    // What is answered to somebody known may hold what only they see: caches that others share keep none of it.
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', keyId === null && personId === null ? 'no-cache' : 'private, no-cache')
    if (!fresh(request.headers, { etag: String(tag) })) return payload
    reply.code(304)
    return ''
  })
}, { name: 'conditional', dependencies: ['principal'] })

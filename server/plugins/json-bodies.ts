import fp from 'fastify-plugin'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'

const types = ['application/json', 'application/merge-patch+json']

/** Whether a route does without a body: it takes none, or may be sent none. */
const needsNone = ({ routeOptions: { schema } }: FastifyRequest): boolean =>
  !(schema?.body instanceof z.ZodType) || schema.body.safeParse(null).success

/** Reads JSON. Many clients name the type of a body in every request: an empty one is none where none is needed. */
export const jsonBodies = fp(async (app) => {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser(types, { parseAs: 'string' }, (request, body, done) => {
    if (body === '' && needsNone(request)) return done(null, null)
    return parse(request, body as string, done)
  })
}, { name: 'json-bodies' })

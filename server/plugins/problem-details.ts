import type { Socket } from 'node:net'
import fp from 'fastify-plugin'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { v7 as uuid } from 'uuid'
import { type ErrorCode, errorTable, Problem } from '../errors.ts'
import { problem as problemSchema, problemType } from '../schemas/problem.ts'
import { headersWithoutHooks } from './protection.ts'

/** What Fastify and its plugins throw, as our codes; anything else is `internal`. */
const frameworkCodes: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-type',
  FST_ERR_CTP_INVALID_JSON_BODY: 'bad-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'bad-json',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'bad-request',
  FST_ERR_BAD_URL: 'bad-request',
  FST_ERR_MAX_PARAM_LENGTH: 'not-found',
  FST_UNDER_PRESSURE: 'overloaded'
}

const ofStatus: Readonly<Record<number, ErrorCode>> = { 400: 'bad-request', 413: 'too-large', 415: 'unsupported-type', 429: 'rate-limited', 503: 'overloaded' }

const toProblem = (error: FastifyError | Problem): Problem => {
  if (error instanceof Problem) return error
  if (error instanceof SyntaxError && error.statusCode === 400) return new Problem('bad-json')
  const code = frameworkCodes[error.code] ?? (error.statusCode === undefined ? undefined : ofStatus[error.statusCode])
  return new Problem(code ?? 'internal')
}

/** Whether a browser asks for a page: not for the API, which answers problem details whoever asks. */
const wantsPage = (request: FastifyRequest): boolean =>
  !/^\/(v1|openapi\.json|health|metrics)\b/.test(request.url) && /\btext\/html\b/.test(request.headers.accept ?? '')

const sendProblem = (request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply => {
  const { title, status } = errorTable[problem.code]
  const count = problem.errors.length
  const body = problemSchema.parse({
    type: problemType(problem.code),
    title,
    status,
    code: problem.code,
    detail: problem.code === 'invalid-input' && problem.message === title ? `${count} ${count === 1 ? 'field is' : 'fields are'} missing or wrong` : problem.message,
    instance: `urn:uuid:${request.id}`,
    ...(count === 0 ? {} : { errors: problem.errors })
  })
  if (status === 401) reply.header('www-authenticate', 'Bearer')
  return reply.code(status).headers({ ...problem.headers }).header('cache-control', 'no-store').type('application/problem+json; charset=utf-8')
    .serializer((payload: unknown) => typeof payload === 'string' ? payload : JSON.stringify(payload)).send(body)
}

const sendPage = (reply: FastifyReply, problem: Problem, page: string): FastifyReply =>
  reply.code(problem.status).headers({ ...problem.headers }).header('cache-control', 'no-store').type('text/html; charset=utf-8').serializer((html: string) => html).send(page)

/** Answers an address that can be no route's. Nothing is known yet of who asks: no hook has run. */
export const refuseAddress = (asPage: (request: FastifyRequest, problem: Problem) => string) => (error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
  const problem = toProblem(error)
  reply.headers(headersWithoutHooks)
  if (wantsPage(request)) sendPage(reply, problem, asPage(request, problem))
  else sendProblem(request, reply, problem)
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

export interface ProblemOptions {
  /** A page that says what went wrong. */
  asPage: (request: FastifyRequest, problem: Problem) => Promise<string>
}

/** Every error leaves as problem details (RFC 9457), or as a page to who asks for one; no stack and no SQL does. */
export const problemDetails = fp<ProblemOptions>(async (app, { asPage }) => {
  const send = async (request: FastifyRequest, reply: FastifyReply, problem: Problem): Promise<FastifyReply> => {
    if (!wantsPage(request)) return sendProblem(request, reply, problem)
    return sendPage(reply, problem, await asPage(request, problem))
  }
  app.setErrorHandler((error: FastifyError | Problem, request, reply) => {
    const problem = toProblem(error)
    if (problem.code === 'internal') request.log.error({ err: error }, 'request failed')
    return send(request, reply, problem)
  })
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? ''
    const allowed = methods.filter((method) => app.findRoute({ method, url: path }) !== null)
    return send(request, reply, allowed.length === 0
      ? new Problem('not-found', 'There is nothing at this address')
      : new Problem('method-not-allowed', `This address takes ${allowed.join(', ')}`, [], { allow: allowed.join(', ') }))
  })
}, { name: 'problem-details' })

/** Answers what is no HTTP, such as an address with raw non-ASCII characters, before any route could. */
export const refuseUnreadable = (error: Error & { code?: string }, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || !socket.writable) return
  const { title, status } = errorTable['bad-request']
  const detail = error.code === 'HPE_HEADER_OVERFLOW' ? 'The address and the headers together are too long' : 'Not readable as HTTP; characters beyond ASCII are percent-encoded in addresses'
  const body = JSON.stringify({ type: problemType('bad-request'), title, status, code: 'bad-request', detail, instance: `urn:uuid:${uuid()}` })
  socket.end(`HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Type: application/problem+json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
}

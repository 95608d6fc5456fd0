import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import fp from 'fastify-plugin'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { tags } from '../schemas/tags.ts'
import { sessionCookie } from './principal.ts'
import { addExamples, type Json, type JsonMap } from './openapi-examples.ts'

const references = (value: Json, found: Set<string>): Set<string> => {
  if (Array.isArray(value)) value.forEach((item) => references(item, found))
  else if (value !== null && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) {
      if (key === '$ref' && typeof inner === 'string') found.add(inner.slice('#/components/schemas/'.length))
      else references(inner, found)
    }
  }
  return found
}

const renamed = (value: Json, names: ReadonlyMap<string, string>): Json => {
  if (Array.isArray(value)) return value.map((item) => renamed(item, names))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => {
    if (key !== '$ref' || typeof inner !== 'string') return [key, renamed(inner, names)]
    const name = inner.slice('#/components/schemas/'.length)
    return [key, `#/components/schemas/${names.get(name) ?? name}`]
  }))
}

/**
 * fastify-type-provider-zod emits every registered schema twice, `X` as it leaves and `XInput` as it comes in.
 * Keeps those that something refers to, and gives `XInput` its plain name where only it is used.
 */
const tidied = (document: JsonMap): JsonMap => {
  const components = document['components'] as { schemas?: Record<string, Json> } | undefined
  const schemas = components?.schemas ?? {}
  const used = references(document['paths'] ?? {}, new Set())
  for (let size = -1; size !== used.size;) {
    size = used.size
    for (const name of [...used]) references(schemas[name] ?? null, used)
  }
  const names = new Map([...used].filter((name) => name.endsWith('Input') && !used.has(name.slice(0, -5))).map((name) => [name, name.slice(0, -5)]))
  const kept = Object.fromEntries([...used].sort().map((name) => [names.get(name) ?? name, schemas[name] ?? {}]))
  return renamed({ ...document, components: { ...document['components'] as object, schemas: kept } }, names) as JsonMap
}

/** Refusals are alike in most operations: each stands once, among the components, under its status and codes. */
const withSharedRefusals = (document: JsonMap): JsonMap => {
  const shared: JsonMap = {}
  const refer = (status: string, response: Json): Json => {
    const { content } = response as JsonMap
    const media = (content as JsonMap | undefined)?.['application/problem+json'] as JsonMap | undefined
    if (media === undefined || Object.keys(content as JsonMap).length > 1) return response
    const name = [status, ...Object.keys(media['examples'] as JsonMap).sort()].join('.')
    shared[name] ??= response
    return { $ref: `#/components/responses/${name}` }
  }
  const paths = Object.fromEntries(Object.entries(document['paths'] as JsonMap).map(([path, methods]) => [path,
    Object.fromEntries(Object.entries(methods as JsonMap).map(([method, operation]) => [method, {
      ...operation as JsonMap,
      responses: Object.fromEntries(Object.entries((operation as JsonMap)['responses'] as JsonMap).map(([status, response]) => [status, refer(status, response)]))
    }]))]))
  const responses = Object.fromEntries(Object.entries(shared).sort(([a], [b]) => a < b ? -1 : 1))
  return { ...document, paths, components: { ...document['components'] as JsonMap, responses } }
}

/** OpenAPI 3.1 from the routes' schemas, and pages to read it that need no network. */
export const openapi = fp<{ publicUrl: string | undefined, version: string }>(async (app, { publicUrl, version }) => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'WICC matchmaking',
        version,
        description: 'Connects cities that face the same challenges, and finds the solutions that fit. Published profiles are read without a key; writing takes `Authorization: Bearer KEY`. Errors are problem details (RFC 9457).',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' }
      },
      servers: [{ url: publicUrl ?? '/', description: 'This service' }],
      tags: [...tags],
      components: {
        securitySchemes: {
          key: { type: 'http', scheme: 'bearer', description: 'A partner key, `wicc_...`.' },
          session: { type: 'apiKey', in: 'cookie', name: sessionCookie(publicUrl?.startsWith('https:') === true), description: 'The cookie of a person who is signed in: see `POST /v1/session`.' },
          csrf: { type: 'apiKey', in: 'header', name: 'X-CSRF-Token', description: 'With a session, needed for everything but GET: `csrfToken` of `GET /v1/session`.' }
        }
      }
    },
    transform: jsonSchemaTransform,
    // The document is plain JSON by now; the cast says only that.
    transformObject: (input) => withSharedRefusals(addExamples(tidied(JSON.parse(JSON.stringify(jsonSchemaTransformObject(input))) as JsonMap))) as ReturnType<typeof jsonSchemaTransformObject>
  })
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: true, theme: { title: 'WICC matchmaking API' }, uiConfig: { layout: 'BaseLayout' } })
}, { name: 'openapi' })

import fp from 'fastify-plugin'
import { createSerializerCompiler } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type Place, Problem } from '../errors.ts'
import { fieldErrors } from '../schemas/issues.ts'
import { typedText } from '../services/typed-text.ts'

const places: Readonly<Record<string, Place>> = { body: 'body', querystring: 'query', params: 'path', headers: 'header' }

/** Query parameters are text: gives each the type that its schema asks for, so that the schemas need no coercion and its traps. */
const typedQuery = (schema: z.ZodObject, query: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(query).map(([name, value]) => {
    const field = Object.hasOwn(schema.shape, name) ? schema.shape[name] as z.ZodType : undefined
    if (field === undefined) return [name, value]
    if (typeof value === 'string') return [name, typedText(field, value, ',')]
    if (Array.isArray(value)) return [name, value.flatMap((item) => typedText(field, String(item), ','))]
    return [name, value]
  }))

/** An unknown id names nothing; it is no bad input. */
const refusal = (place: Place, error: z.core.$ZodError): Problem => {
  if (place === 'path') return new Problem('not-found', 'There is nothing with this id')
  return new Problem('invalid-input', undefined, fieldErrors(error, place))
}

/** Validation on the way in and on the way out, both by the routes' zod schemas. */
export const validation = fp(async (app) => {
  app.setValidatorCompiler(({ schema, httpPart }) => {
    if (!(schema instanceof z.ZodType)) throw new TypeError(`A route's ${httpPart} has no zod schema`)
    const place = places[httpPart ?? 'body'] ?? 'body'
    return (given: unknown) => {
      const value = place === 'query' && schema instanceof z.ZodObject ? typedQuery(schema, given as Record<string, unknown>) : given
      const parsed = schema.safeParse(value)
      return parsed.success ? { value: parsed.data } : { error: refusal(place, parsed.error) }
    }
  })
  app.setSerializerCompiler(createSerializerCompiler())
}, { name: 'validation' })

import type { FastifyRequest } from 'fastify'
import { z } from 'zod'

/** What a form of a page sends: names and texts, whatever they are worth. */
export const formFields = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

/** A form's fields as one text each. */
export const fieldsOf = (request: FastifyRequest): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(Object.entries(formFields.parse(request.body ?? {})).map(([name, value]) => [name, typeof value === 'string' ? value : value[0]]))

/** The token of a link. */
export const linkQuery = z.object({ token: z.string().max(200).optional() })

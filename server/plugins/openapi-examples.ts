import { type ErrorCode, errorTable } from '../errors.ts'
import { problemType } from '../schemas/problem.ts'

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export type JsonMap = { [key: string]: Json }

const isMap = (value: Json | undefined): value is JsonMap => typeof value === 'object' && value !== null && !Array.isArray(value)

/** An example of a JSON schema, made of the examples of its fields; undefined where a field has none. */
const exampleOf = (schema: Json | undefined, components: JsonMap): Json | undefined => {
  if (!isMap(schema)) return undefined
  if (Array.isArray(schema['examples'])) return schema['examples'][0]
  if (typeof schema['$ref'] === 'string') return exampleOf(components[schema['$ref'].slice('#/components/schemas/'.length)], components)
  if (schema['const'] !== undefined) return schema['const']
  if (Array.isArray(schema['enum'])) return schema['enum'][0]
  for (const choice of ['anyOf', 'oneOf'] as const) {
    if (Array.isArray(schema[choice])) return schema[choice].map((option) => exampleOf(option, components)).find((example) => example !== undefined)
  }
  if (isMap(schema['properties'])) {
    const fields = Object.entries(schema['properties']).map(([name, field]) => [name, exampleOf(field, components)] as const)
    return Object.fromEntries(fields.filter((field): field is [string, Json] => field[1] !== undefined))
  }
  if (schema['type'] === 'array') {
    const item = exampleOf(schema['items'], components)
    return item === undefined ? [] : [item]
  }
  return undefined
}

const instance = 'urn:uuid:0199d2c4-7a10-7c3e-9f00-3b5d8c1e2a44'

const problemExample = (code: ErrorCode): JsonMap => {
  const { title, status } = errorTable[code]
  return {
    type: problemType(code),
    title,
    status,
    code,
    detail: code === 'invalid-input' ? '1 field is missing or wrong' : title,
    instance,
    ...(code === 'invalid-input' ? { errors: [{ in: 'body', pointer: '/areas', code: 'invalid_type', detail: 'is required' }] } : {})
  }
}

const isCode = (word: string): word is ErrorCode => Object.hasOwn(errorTable, word)

/** The codes that a response's description names in backquotes. */
const codesIn = (description: Json | undefined): ErrorCode[] =>
  [...String(description).matchAll(/`([a-z-]+)`/g)].map((match) => match[1] ?? '').filter(isCode)

/** Examples stand once, among the components; media types refer to them. */
const referTo = (examples: JsonMap, name: string, summary: string, value: Json): JsonMap => {
  examples[name] ??= { summary, value }
  return { $ref: `#/components/examples/${name}` }
}

const addTo = (content: Json | undefined, description: Json | undefined, components: JsonMap, examples: JsonMap): void => {
  if (!isMap(content)) return
  for (const [type, media] of Object.entries(content)) {
    if (!isMap(media)) continue
    if (type === 'application/problem+json') {
      media['examples'] = Object.fromEntries(codesIn(description).map((code) => [code, referTo(examples, code, errorTable[code].title, problemExample(code))]))
      continue
    }
    const example = exampleOf(media['schema'], components)
    const { schema } = media
    if (example === undefined) continue
    if (!isMap(schema) || typeof schema['$ref'] !== 'string') media['example'] = example
    else {
      const name = schema['$ref'].slice('#/components/schemas/'.length)
      media['examples'] = { example: referTo(examples, name, `An example of ${name}`, example) }
    }
  }
}

/** Gives every request body and every response of a document an example, made of the fields' own. */
export const addExamples = (document: JsonMap): JsonMap => {
  const components = (document['components'] as JsonMap)['schemas'] as JsonMap
  const examples: JsonMap = {}
  for (const path of Object.values(document['paths'] as JsonMap)) {
    for (const operation of Object.values(path as JsonMap)) {
      if (!isMap(operation)) continue
      const { requestBody, responses } = operation
      if (isMap(requestBody)) addTo(requestBody['content'], requestBody['description'], components, examples)
      if (isMap(responses)) for (const response of Object.values(responses)) if (isMap(response)) addTo(response['content'], response['description'], components, examples)
    }
  }
  return { ...document, components: { ...document['components'] as JsonMap, examples } }
}

import { mkdtemp, rm } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { openStore } from '../../db/index.ts'
import { environment } from '../../server/config.ts'
import { errorTable } from '../../server/errors.ts'
import { startService } from '../helper.ts'

interface Schema { $ref?: string, description?: string, examples?: unknown[], type?: string, properties?: Record<string, Schema>, items?: Schema, anyOf?: Schema[], const?: unknown }
interface Media { schema?: Schema, example?: unknown, examples?: Record<string, unknown> }
interface Operation {
  operationId: string
  summary: string
  description: string
  tags: string[]
  security: unknown[]
  parameters?: Array<{ name: string, description?: string, example?: unknown, examples?: object, schema: Schema }>
  requestBody?: { content: Record<string, Media> }
  responses: Record<string, { description: string, content?: Record<string, Media> }>
}
interface Document { paths: Record<string, Record<string, Operation>>, components: { schemas: Record<string, Schema>, responses: Operation['responses'] } }

const document = async (): Promise<Document> => {
  const folder = await mkdtemp(join(tmpdir(), 'wicc-openapi-'))
  const store = openStore({ url: `file:${join(folder, 'a.db')}` })
  await store.migrate()
  t.teardown(async () => {
    await store.close()
    await rm(folder, { recursive: true, force: true })
  })
  const service = await startService(t, store)
  const { paths, components } = (await service.call('GET', '/openapi.json')).body as Document
  for (const operation of Object.values(paths).flatMap((methods) => Object.values(methods))) {
    for (const [status, response] of Object.entries(operation.responses)) {
      const { $ref } = response as { $ref?: string }
      if ($ref === undefined) continue
      const shared = components.responses[$ref.slice('#/components/responses/'.length)]
      if (shared === undefined) throw new Error(`${$ref} stands nowhere`)
      operation.responses[status] = shared
    }
  }
  return { paths, components }
}

t.test('the document describes every operation, parameter, field and error, with examples', async (t) => {
  const { paths, components } = await document()
  const operations = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, ...operation })))
  t.ok(operations.length > 45)
  t.equal(new Set(operations.map((operation) => operation.operationId)).size, operations.length, 'operation ids are unique')
  for (const operation of operations) {
    t.match(operation.operationId, /^[a-z][A-Za-z]+$/, operation.name)
    t.ok(operation.summary && operation.description && operation.tags.length === 1 && Array.isArray(operation.security), operation.name)
    for (const parameter of operation.parameters ?? []) {
      t.ok(parameter.description ?? parameter.schema.description, `${operation.name}: ${parameter.name} is described`)
      t.ok(parameter.example !== undefined || parameter.examples || parameter.schema.examples || parameter.schema.items?.examples, `${operation.name}: ${parameter.name} has an example`)
    }
    for (const [type, media] of Object.entries(operation.requestBody?.content ?? {})) t.ok(media.example ?? media.examples, `${operation.name}: body ${type} has an example`)
    for (const [status, response] of Object.entries(operation.responses)) {
      t.ok(response.description, `${operation.name} ${status}`)
      for (const [type, media] of Object.entries(response.content ?? {})) t.ok(media.example !== undefined || Object.keys(media.examples ?? {}).length > 0, `${operation.name} ${status} ${type} has an example`)
    }
    for (const status of ['401', '429', '500', '503']) t.ok(operation.responses[status], `${operation.name} names ${status}`)
  }

  const bare: string[] = []
  const walk = (schema: Schema, path: string): void => {
    for (const [name, field] of Object.entries(schema.properties ?? {})) {
      if (field.description === undefined && field.$ref === undefined) bare.push(`${path}.${name} has no description`)
      walk(field, `${path}.${name}`)
    }
    if (schema.items !== undefined) walk(schema.items, `${path}[]`)
    for (const option of schema.anyOf ?? []) walk(option, path)
  }
  for (const [name, schema] of Object.entries(components.schemas)) walk(schema, name)
  t.same(bare, [], 'every field is described')
})

t.test('the errors that operations name are those of the table, all of them', async (t) => {
  const { paths } = await document()
  const named = new Set<string>()
  for (const methods of Object.values(paths)) {
    for (const { responses } of Object.values(methods)) {
      for (const [status, response] of Object.entries(responses)) {
        for (const code of Object.keys(response.content?.['application/problem+json']?.examples ?? {})) {
          named.add(code)
          t.equal(errorTable[code as keyof typeof errorTable].status, Number(status), `${code} stands under its status`)
        }
      }
    }
  }
  // These two answer addresses and methods that no operation has.
  t.same([...named, 'method-not-allowed', 'bad-request'].sort(), Object.keys(errorTable).sort())
})

t.test('the README tells every variable and every error as they are', async (t) => {
  const readme = readFileSync('README.md', 'utf8')
  for (const [name, schema] of Object.entries(environment.shape)) {
    const row = readme.split('\n').find((line) => line.startsWith(`| \`${name}\` |`))
    t.ok(row, `${name} has a row`)
    t.ok(row?.includes(schema.description ?? ''), `${name}: ${schema.description}`)
    const byDefault = schema.safeParse(undefined)
    if (byDefault.success && byDefault.data !== undefined && !Array.isArray(byDefault.data)) t.ok(row?.includes(`\`${String(byDefault.data)}\``), `${name}: ${String(byDefault.data)}`)
  }
  for (const [code, { status, title }] of Object.entries(errorTable)) t.ok(readme.includes(`| \`${code}\` | ${status} | ${title} |`), code)
})

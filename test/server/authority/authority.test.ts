import { existsSync, readFileSync } from 'node:fs'
import t from 'tap'
import { onEngine } from '../../engines.ts'
import { type Answer, startService } from '../../helper.ts'
import { recipes } from './recipes/index.ts'
import { type Column, columns, createWorld, forOneself, type Recipe, type World } from './world.ts'

interface Operation { method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, operationId: string }

const file = new URL('./expected.txt', import.meta.url)
const width = 6

/** Refusals that have a word of their own in the table. */
const words: Readonly<Record<string, string>> = { suspended: 'susp', 'not-verified': 'veri', 'no-organisation': 'orga', 'person-needed': 'pers' }

/** An import answers 200, and tells in its report that it refused a line. */
const cellOf = ({ status, text, body }: Answer): string => {
  if (status < 400) return text.includes('"outcome":"rejected"') ? 'line' : 'yes'
  return words[body.code as string] ?? String(status)
}

/** Each column's number stands over its cells; the numbers are told on top of the table. */
const header = [
  'Who may do what: a row for each operation of openapi.yaml, on objects of the organisation "own"; a column for each kind of principal.',
  'yes: done. 401: says who it is not. 403: may not. 404: does not exist for this one. 410: was closed. line: an import that refuses its line.',
  'orga: acts for no organisation. pers: takes a person. veri: not verified. susp: suspended. 409: may, but something is in the way.',
  '',
  ...columns.map((column, index) => `${String(index + 1).padStart(2)}  ${column}`),
  '',
  ' '.repeat(28) + columns.map((_, index) => String(index + 1).padStart(width)).join('')
]

const expectedRows = (): Map<string, string> => {
  if (!existsSync(file)) return new Map()
  const lines = readFileSync(file, 'utf8').split('\n').filter((line) => /^[a-z][\w.]+ +(yes|\d|[a-z]{4})/.test(line))
  return new Map(lines.map((line) => [line.split(' ')[0] ?? '', line]))
}

const rowOf = (operationId: string, cells: readonly string[]): string => operationId.padEnd(28) + cells.map((cell) => cell.padStart(width)).join('')

const walk = async (world: World, { method, path, operationId }: Operation, recipe: Recipe): Promise<string[]> => {
  const cells: string[] = []
  let prepared: Awaited<ReturnType<Recipe>> | undefined
  for (const column of columns as readonly Column[]) {
    const by = forOneself.has(recipe) ? await world.anew(column) : world.credentials[column]
    const { params = {}, query, body, headers } = prepared ??= await recipe(world, by)
    const url = path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? name) + (query === undefined ? '' : `?${query}`)
    const answer = await world.within(column, () => world.service.call(method, url, { ...by, body, headers }))
    // A request that is wrong in itself says nothing of authority: the recipe is at fault.
    if ([400, 415, 422, 428, 500].includes(answer.status)) t.fail(`${operationId} as ${column}: ${answer.status} ${answer.text.slice(0, 500)}`)
    cells.push(cellOf(answer))
    if (forOneself.has(recipe) || (answer.status < 400 && method !== 'GET')) prepared = undefined
  }
  return cells
}

onEngine('sqlite', 'every operation answers every kind of principal as the table of expectations says', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const world = await createWorld(service)
  const { paths } = (await service.call('GET', '/openapi.json')).body as { paths: Record<string, Record<string, { operationId: string }>> }
  const operations = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, { operationId }]): Operation => ({ method: method.toUpperCase() as Operation['method'], path, operationId })))
  const recipesOf = (operationId: string) => Object.entries(recipes).filter(([name]) => name.split('.')[0] === operationId)
  t.same(operations.map(({ operationId }) => operationId).filter((id) => recipesOf(id).length === 0), [], 'every operation has a recipe')
  t.same(Object.keys(recipes).filter((name) => !operations.some(({ operationId }) => operationId === name.split('.')[0])), [], 'every recipe has an operation')

  const expected = expectedRows()
  const found: string[] = [...header]
  for (const operation of operations) {
    for (const [name, recipe] of recipesOf(operation.operationId)) {
      const row = rowOf(name, await walk(world, operation, recipe))
      found.push(row)
      t.equal(row, expected.get(name) ?? '', name)
    }
  }
  t.same([...expected.keys()].filter((id) => recipes[id] === undefined), [], 'the table has no rows of operations that are gone')
  if (!t.passing()) t.comment(`As it is:\n${found.join('\n')}`)
  t.comment(`${operations.length} operations, ${columns.length} kinds of principal, ${Object.keys(recipes).length} rows, ${Object.keys(recipes).length * columns.length} requests`)
})

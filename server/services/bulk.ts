import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify/sync'
import type { ProfileFilters, Repositories, Store } from '../../db/index.ts'
import type { Resource } from '../../db/vocabulary.ts'
import { Problem, type FieldError } from '../errors.ts'
import type { LineReport, SummaryReport } from '../schemas/bulk.ts'
import { fieldErrors } from '../schemas/issues.ts'
import type { ListFilters } from '../schemas/lists.ts'
import { keptFields, resourceSchemas } from '../schemas/resource.ts'
import { requireAction, requireWritable } from './authority.ts'
import { csvLines, isObject, type Line, ndjsonLines } from './bulk-lines.ts'
import { csvColumns, csvRow } from './csv.ts'
import { storeFilters } from './listing.ts'
import type { Review } from './moderation-review.ts'
import { present } from './presenting.ts'
import { profileAction } from './policy.ts'
import { asItStands, type Principal } from './principal.ts'
import { createProfile, type ProfileBody, replaceProfile } from './profile-writing.ts'
import type { Identify } from './texts.ts'
import { sightOf } from './visibility.ts'

export type BulkFormat = 'ndjson' | 'csv'
export type BulkReport = LineReport | SummaryReport

/** Lines stored in one transaction: few enough that other writers get their turn, many enough that commits do not dominate. */
const batchSize = 100
const exportPage = 200

export interface ImportOptions {
  principal: Principal
  resource: Resource
  format: BulkFormat
  /** Marks what is created as invented; for the sample data alone. */
  sample?: boolean
}

export interface Bulk {
  /** Stores line by line, in batches; each report comes after its commit. Checks authority before the first read. */
  import (source: Readable, options: ImportOptions): AsyncGenerator<BulkReport>
  /** Stores all lines in one transaction, or none when one is rejected. */
  importAtomically (source: Readable, options: ImportOptions): Promise<{ stored: boolean, reports: AsyncGenerator<BulkReport> }>
  /** Every visible profile that passes the filters, as NDJSON or CSV text. */
  export (principal: Principal, resource: Resource, filters: ListFilters, format: BulkFormat): AsyncGenerator<string>
}

/** Thrown inside an all-or-nothing transaction to undo it. */
class Refused extends Error {}

const rejected = (line: Line, externalId: string | null, errors: readonly FieldError[]): LineReport =>
  ({ line: line.number, externalId, outcome: 'rejected', errors: errors.map(({ pointer, code, detail }) => ({ pointer, code, detail })) })

const tally = () => {
  const summary = { created: 0, updated: 0, unchanged: 0, rejected: 0, notStored: 0 }
  return {
    summary,
    count: (report: LineReport) => { summary[report.outcome === 'not-stored' ? 'notStored' : report.outcome]++ }
  }
}

export const createBulk = (store: Store, identify: Identify, review: Review, limits: { atomicBytes: number }, log: (error: unknown) => void): Bulk => {
  const linesOf = (source: Readable, { format, resource }: ImportOptions) => format === 'csv' ? csvLines(source, resource) : ndjsonLines(source)

  /** What becomes of one line within a transaction; nothing of a rejected line is written. */
  const storeLine = async (repositories: Repositories, { principal, resource, sample }: ImportOptions, line: Line): Promise<LineReport> => {
    if ('error' in line) return rejected(line, null, [{ in: 'body', pointer: '', code: 'unreadable', detail: line.error }])
    if (!isObject(line.body)) return rejected(line, null, [{ in: 'body', pointer: '', code: 'invalid_type', detail: 'must be an object' }])
    const fields = Object.fromEntries(Object.entries(line.body).filter(([name]) => !keptFields.includes(name)))
    const externalId = typeof fields['externalId'] === 'string' ? fields['externalId'] : null
    const parsed = resourceSchemas[resource].body.safeParse(fields)
    const errors = parsed.success ? [] : fieldErrors(parsed.error, 'body')
    if (fields['externalId'] === undefined) errors.unshift({ in: 'body', pointer: '/externalId', code: 'invalid_type', detail: 'is required in an import: it is what a repeat is known by' })
    if (!parsed.success || errors.length > 0) return rejected(line, externalId, errors)
    const body = parsed.data as ProfileBody
    try {
      const context = { repositories, principal, identify, review }
      const [known] = await repositories[resource].findByExternalIds(principal.organisationId ?? '', [body.externalId ?? ''])
      const { record, outcome } = known === undefined
        ? await createProfile(context, resource, body, sample)
        : await replaceProfile(context, resource, requireWritable(principal, resource, known), body)
      return { line: line.number, externalId: body.externalId ?? null, outcome, id: record.id }
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      return rejected(line, externalId, error.errors.length > 0 ? error.errors : [{ in: 'body', pointer: '', code: error.code, detail: error.message }])
    }
  }

  /** An import may go on for hours: each batch is stored for who asks as they stand then. */
  const standing = async (repositories: Repositories, options: ImportOptions): Promise<ImportOptions> => ({ ...options, principal: await asItStands(repositories, options.principal) })

  /** A failure of the store itself must not sink the whole batch with one line of it: then each line is tried alone. */
  const storeBatch = async (options: ImportOptions, lines: readonly Line[]): Promise<LineReport[]> => {
    try {
      return await store.transact(async (repositories) => {
        const reports: LineReport[] = []
        const current = await standing(repositories, options)
        for (const line of lines) reports.push(await storeLine(repositories, current, line))
        return reports
      })
    } catch (error) {
      if (error instanceof Problem) return lines.map((line) => rejected(line, null, [{ in: 'body', pointer: '', code: error.code, detail: error.message }]))
      const reports: LineReport[] = []
      if (lines.length > 1) for (const line of lines) reports.push(...await storeBatch(options, [line]))
      const [line] = lines
      if (line === undefined || lines.length > 1) return reports
      log(error)
      return [rejected(line, null, [{ in: 'body', pointer: '', code: 'internal', detail: 'could not be stored; try again' }])]
    }
  }

  async function * importLines (source: Readable, options: ImportOptions): AsyncGenerator<BulkReport> {
    const { summary, count } = tally()
    let batch: Line[] = []
    let error: string | undefined
    const flush = async (): Promise<LineReport[]> => {
      const reports = batch.length === 0 ? [] : await storeBatch(options, batch)
      batch = []
      reports.forEach(count)
      return reports
    }
    const lines = linesOf(source, options)
    for (;;) {
      let next: IteratorResult<Line>
      try {
        next = await lines.next()
      } catch (thrown) {
        error = thrown instanceof Error ? thrown.message : String(thrown)
        break
      }
      if (next.done === true) break
      batch.push(next.value)
      if (batch.length === batchSize) yield * await flush()
    }
    yield * await flush()
    yield { summary, ...(error === undefined ? {} : { error }) }
  }

  const spool = async (source: Readable, file: string): Promise<void> => {
    let bytes = 0
    const limited = new Transform({
      transform (chunk: Buffer, _encoding, done) {
        bytes += chunk.length
        done(bytes > limits.atomicBytes ? new Problem('too-large', `An all-or-nothing import takes at most ${limits.atomicBytes} bytes`) : null, chunk)
      }
    })
    await pipeline(source, limited, createWriteStream(file, { mode: 0o600 }))
  }

  async function * exported (principal: Principal, resource: Resource, wanted: ProfileFilters, format: BulkFormat): AsyncGenerator<string> {
    const columns = csvColumns(resource)
    if (format === 'csv') yield stringify([columns])
    const sight = await sightOf(principal, store.read)
    let after: { value: string, id: string } | undefined
    do {
      const page = await store.read[resource].list({ filters: wanted, sort: 'created', descending: false, limit: exportPage, after })
      const profiles = page.records.map((record) => present(sight, resource, record))
      yield format === 'csv'
        ? stringify(profiles.map((profile) => csvRow(columns, profile)))
        : profiles.map((profile) => JSON.stringify(profile) + '\n').join('')
      after = page.next
    } while (after !== undefined)
  }

  return {
    import (source, options) {
      requireAction(options.principal, profileAction(options.resource, 'import'))
      return importLines(source, options)
    },

    async importAtomically (source, options) {
      requireAction(options.principal, profileAction(options.resource, 'import'))
      const body = join(tmpdir(), `wicc-import-${randomUUID()}`)
      const report = `${body}.report`
      const { summary, count } = tally()
      try {
        await spool(source, body)
        await store.transact(async (repositories) => {
          Object.assign(summary, tally().summary)
          const current = await standing(repositories, options)
          await pipeline(async function * () {
            for await (const line of linesOf(createReadStream(body), options)) {
              const outcome = await storeLine(repositories, current, line)
              count(outcome)
              yield JSON.stringify(outcome) + '\n'
            }
          }, createWriteStream(report, { mode: 0o600 }))
          if (summary.rejected > 0) throw new Refused()
        }).catch((error: unknown) => { if (!(error instanceof Refused)) throw error })
      } catch (error) {
        await Promise.all([rm(body, { force: true }), rm(report, { force: true })])
        throw error
      }
      await rm(body, { force: true })
      const stored = summary.rejected === 0
      return { stored, reports: reportsFrom(report, stored, summary) }
    },

    export: (principal, resource, filters, format) => exported(principal, resource, storeFilters(principal, filters), format)
  }
}

/** The reports of an all-or-nothing import, read back and told as they turned out. */
async function * reportsFrom (file: string, stored: boolean, counted: SummaryReport['summary']): AsyncGenerator<BulkReport> {
  try {
    for await (const line of ndjsonLines(createReadStream(file))) {
      if (!('body' in line)) continue
      const { id, ...report } = line.body as LineReport
      yield stored ? { ...report, id } : report.outcome === 'rejected' ? report : { ...report, outcome: 'not-stored' }
    }
    const { created, updated, unchanged, rejected } = counted
    yield { summary: stored ? counted : { created: 0, updated: 0, unchanged: 0, rejected, notStored: created + updated + unchanged } }
  } finally {
    await rm(file, { force: true })
  }
}

import { z } from 'zod'
import type { EncoderSpec } from '../matching/dense/index.ts'

const flag = z.stringbool({ truthy: ['true', '1', 'yes'], falsy: ['false', '0', 'no'] })
const wholeNumber = (min: number, max: number) => z.string().regex(/^\d{1,15}$/, 'must be a whole number').transform(Number).pipe(z.int().min(min).max(max))
const list = z.string().transform((value) => value.split(',').map((item) => item.trim()).filter((item) => item !== ''))

/** Everything the environment can set, in the order of the README's table, which a test holds against this. */
export const environment = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development')
    .describe('`production` turns the sample data off and writes logs as JSON'),
  HOST: z.string().min(1).default('127.0.0.1').describe('Address to listen on; `0.0.0.0` for all'),
  PORT: wholeNumber(0, 65535).default(3000).describe('Port to listen on; 0 takes a free one'),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional()
    .describe('Address under which people reach the service; links are built from it. Otherwise the address it listens on'),
  DATABASE_URL: z.string().regex(/^(file:.+|postgres(ql)?:\/\/.+)$/, 'must be file:PATH or postgres://...').default('file:./.data/wicc.db')
    .describe('`file:PATH` for SQLite, `postgres://...` for PostgreSQL'),
  SAMPLE_DATA: flag.optional()
    .describe('Whether an empty store is filled with the sample data: invented challenges of real cities. By default `true` on SQLite, `false` on PostgreSQL or in production'),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('warn').describe('What is logged'),
  TRUST_PROXY: list.default([]).describe('Addresses or networks of proxies whose X-Forwarded-For is believed, separated by commas'),
  CORS_ORIGINS: list.default([]).describe('Web origins that may call the API from a browser, separated by commas; `*` for all'),
  RATE_LIMIT_ANONYMOUS: wholeNumber(1, 1e9).default(300).describe('Requests a minute from one address without a key'),
  RATE_LIMIT_KEY: wholeNumber(1, 1e9).default(3000).describe('Requests a minute with one key, or of one person who is signed in'),
  OVERLOAD_DELAY: wholeNumber(0, 600_000).default(2000).describe('Milliseconds behind at which requests are turned away with 503; 0 for never'),
  BODY_LIMIT: wholeNumber(1024, 1e9).default(1_048_576).describe('Largest request body in bytes, bulk import aside'),
  BULK_ATOMIC_LIMIT: wholeNumber(1024, 1e11).default(104_857_600).describe('Largest all-or-nothing import in bytes'),
  DATABASE_POOL: wholeNumber(1, 1000).default(10).describe('Connections to PostgreSQL'),
  SMTP_URL: z.string().regex(/^smtps?:\/\/.+/, 'must be smtp://... or smtps://...').optional()
    .describe('Server that mail is sent through, `smtp://user:password@host:587`. Without it every mail is written to a file in `MAIL_DIR`, and nobody gets it'),
  MAIL_FROM: z.string().regex(/^([^<>]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, 'must be ADDRESS or NAME <ADDRESS>').default('WICC matchmaking <no-reply@localhost>').describe('Sender of all mail'),
  MAIL_DIR: z.string().min(1).default('./.data/mail').describe('Folder for mail while there is no `SMTP_URL`'),
  OPERATOR: z.string().trim().min(1).max(1000).optional()
    .describe('Who runs the service and how to reach them, in a sentence; shown on the pages on privacy, terms and accessibility. Otherwise these say that the operator has not named itself'),
  WEBHOOK_LOOPBACK: flag.default(false).describe('For development: whether webhooks may go to this machine, over plain http too'),
  CACHE_DIR: z.string().min(1).default('./.data/cache').describe('Folder for what can be made again: the model as it is run, and vectors'),
  ENCODER: z.enum(['minilm', 'openai', 'transformers', 'none']).default('minilm')
    .describe('What makes vectors of texts: `minilm` all-MiniLM-L6-v2, here; `openai` an embeddings endpoint of that kind; `transformers` a model in a folder; `none` leaves matching to words and concepts'),
  ENCODER_URL: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional().describe('For `openai`: address of the endpoint without `/embeddings`. Texts are sent there'),
  ENCODER_MODEL: z.string().min(1).optional().describe('For `openai`: name of the model'),
  ENCODER_API_KEY: z.string().min(1).optional().describe('For `openai`: key, if it wants one'),
  ENCODER_DIMENSIONS: wholeNumber(1, 65_536).optional().describe("For `openai`: dimensions to ask for; the model's own otherwise"),
  ENCODER_DIRECTORY: z.string().min(1).optional().describe('For `transformers`: folder of a model with its `config.json`, `tokenizer.json` and `onnx/`')
})

export interface Config {
  readonly production: boolean
  readonly host: string
  readonly port: number
  readonly publicUrl: string | undefined
  readonly databaseUrl: string
  readonly databasePool: number
  readonly sampleData: boolean
  readonly logLevel: string
  readonly trustProxy: readonly string[]
  readonly corsOrigins: readonly string[]
  readonly rateLimit: { readonly anonymous: number, readonly key: number }
  readonly overloadDelay: number
  readonly bodyLimit: number
  readonly bulkAtomicLimit: number
  readonly mail: { readonly smtpUrl: string | undefined, readonly from: string, readonly directory: string }
  /** A sentence that names the operator; undefined where it was not given. */
  readonly operator: string | undefined
  readonly webhookLoopback: boolean
  readonly cacheDirectory: string
  readonly encoder: EncoderSpec
}

/** A wrong environment: `message` is one line that names the variable. */
export class ConfigError extends Error {}

/**
 * Reads, checks and freezes the configuration.
 * @throws {ConfigError} when a variable is wrong
 */
export const readConfig = (variables: Readonly<Record<string, string | undefined>> = process.env): Config => {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const name = String(issue?.path[0])
    throw new ConfigError(`${name}=${given[name] ?? ''} is not usable: ${issue?.message}`)
  }
  const env = parsed.data
  const production = env.NODE_ENV === 'production'
  return Object.freeze({
    production,
    host: env.HOST,
    port: env.PORT,
    publicUrl: env.PUBLIC_URL?.replace(/\/+$/, ''),
    databaseUrl: env.DATABASE_URL,
    databasePool: env.DATABASE_POOL,
    sampleData: env.SAMPLE_DATA ?? (!production && env.DATABASE_URL.startsWith('file:')),
    logLevel: env.LOG_LEVEL,
    trustProxy: env.TRUST_PROXY,
    corsOrigins: env.CORS_ORIGINS,
    rateLimit: { anonymous: env.RATE_LIMIT_ANONYMOUS, key: env.RATE_LIMIT_KEY },
    overloadDelay: env.OVERLOAD_DELAY,
    bodyLimit: env.BODY_LIMIT,
    bulkAtomicLimit: env.BULK_ATOMIC_LIMIT,
    mail: { smtpUrl: env.SMTP_URL, from: env.MAIL_FROM, directory: env.MAIL_DIR },
    operator: env.OPERATOR,
    webhookLoopback: env.WEBHOOK_LOOPBACK,
    cacheDirectory: env.CACHE_DIR,
    encoder: encoderOf(env)
  })
}

const encoderOf = (env: z.output<typeof environment>): EncoderSpec => {
  const needed = (name: 'ENCODER_URL' | 'ENCODER_MODEL' | 'ENCODER_DIRECTORY'): string => {
    const value = env[name]
    if (value === undefined) throw new ConfigError(`${name} is missing: ENCODER=${env.ENCODER} needs it`)
    return value
  }
  switch (env.ENCODER) {
    case 'openai': return { kind: 'openai', baseUrl: needed('ENCODER_URL'), model: needed('ENCODER_MODEL'), apiKey: env.ENCODER_API_KEY, dimensions: env.ENCODER_DIMENSIONS }
    case 'transformers': return { kind: 'transformers', directory: needed('ENCODER_DIRECTORY') }
    default: return { kind: env.ENCODER }
  }
}

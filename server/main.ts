import { openStore } from '../db/index.ts'
import { createMatcher } from '../matching/index.ts'
import { buildApp } from './app.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import { createJobs } from './jobs/index.ts'
import { runJobs, type Runner } from './jobs/job.ts'
import { createBulk } from './services/bulk.ts'
import { unreviewed } from './services/moderation-review.ts'
import { createServices } from './services/index.ts'
import { createMatchIndex } from './services/match-index.ts'
import { makeSamplePeople } from './services/operator-people.ts'
import { isEmpty, issueTrialKey, loadSampleData } from './services/sample-data.ts'
import { createVectors } from './services/vectors.ts'

/** How long a stop waits for requests that are under way. */
const graceMilliseconds = 10_000
/** How long of that it waits for a mail server. */
const mailGraceMilliseconds = 5_000

const say = (line: string): void => { process.stdout.write(line + '\n') }

const start = async (config: Config): Promise<void> => {
  const store = openStore({ url: config.databaseUrl, poolSize: config.databasePool })
  await store.migrate()
  const matcher = createMatcher()
  let trialKey: string | undefined
  let samplePeople: Awaited<ReturnType<typeof makeSamplePeople>> = []
  if (config.sampleData && await isEmpty(store)) {
    say('Loading the sample data: real cities, invented challenges, providers and solutions ...')
    const bulk = createBulk(store, matcher.identify, unreviewed, { atomicBytes: config.bulkAtomicLimit }, (error) => { throw error })
    say(`${await loadSampleData(store, bulk)} sample profiles stored`)
    trialKey = await issueTrialKey(store)
    samplePeople = await makeSamplePeople(store)
  }
  const vectors = createVectors(matcher, { encoder: config.encoder, cacheDirectory: config.cacheDirectory, onError: (error) => process.stderr.write(`Vectors wait: ${error instanceof Error ? error.message : String(error)}\n`) })
  const index = await createMatchIndex(store, matcher, vectors)
  const services = createServices({ config, store, matcher, index, vectors }, (error, what) => app.log.error({ err: error }, `${what} failed`))
  const app = await buildApp(services)

  const background: { jobs?: Runner } = {}
  let stopping = false
  const stop = async (signal: string): Promise<void> => {
    if (stopping) process.exit(1)
    stopping = true
    say(`${signal}: stopping`)
    setTimeout(() => process.exit(1), graceMilliseconds).unref()
    await app.close()
    const slowMail = setTimeout(services.mailer.close, mailGraceMilliseconds)
    await background.jobs?.close()
    clearTimeout(slowMail)
    services.mailer.close()
    await vectors.close()
    await store.close()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => { stop(signal).catch(() => process.exit(1)) })

  await app.listen({ host: config.host, port: config.port })
  services.links.listensAt(app.listeningOrigin)
  background.jobs = runJobs(createJobs(services), (error, job) => app.log.error({ err: error }, `${job} failed`))
  const address = config.publicUrl ?? app.listeningOrigin
  say(`\nWICC matchmaking is open at ${address}`)
  say(`API documentation:          ${address}/docs`)
  say(`Challenges in the store:    ${address}/v1/challenges`)
  if (config.mail.smtpUrl === undefined) say(`\nMail goes to the folder ${config.mail.directory} and nobody gets it; set SMTP_URL to send it.`)
  if (trialKey !== undefined) {
    say(`\nA partner key for trying out, shown this once:\n\n  ${trialKey}\n`)
    say('Send it as  Authorization: Bearer KEY  to register cities, challenges and solutions.')
  }
  if (samplePeople.length > 0) {
    say('\nSample accounts, of people who were invented, with passwords shown this once:\n')
    for (const { email, password, organisation } of samplePeople) say(`  ${email.padEnd(28)}${password}  ${organisation}`)
    say(`\nSign in at  ${address}/sign-in`)
  }
}

try {
  await start(readConfig())
} catch (error) {
  process.stderr.write((error instanceof ConfigError ? error.message : `The service could not start: ${error instanceof Error ? error.message : String(error)}`) + '\n')
  process.exit(1)
}

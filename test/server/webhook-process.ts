import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Test } from 'tap'
import { v7 as uuid } from 'uuid'
import { openStore, type Store, type Webhook } from '../../db/index.ts'
import type { Job } from '../../server/jobs/job.ts'
import { webhooks } from '../../server/jobs/webhooks.ts'
import { createDeliveries } from '../../server/services/deliveries.ts'
import { createLinks } from '../../server/services/links.ts'
import { createPost } from '../../server/services/post.ts'
import { createSender } from '../../server/services/webhook-sending.ts'
import { change, derived, organisation, profile } from '../db/samples.ts'
import type { OpenTestStore } from '../engines.ts'
import { startReceiver } from './webhook-receiver.ts'

const webhookJob = (store: Store): Job =>
  webhooks({ deliveries: createDeliveries(store, createPost('localhost'), createLinks('http://127.0.0.1'), createSender(true)) })

/** Once told to, writes changes and sends webhooks without end, and prints the id of each profile once it is committed. */
const runProcess = async (url: string, ownerId: string): Promise<void> => {
  const store = openStore({ url })
  process.stdin.once('close', () => process.exit(1))
  await once(process.stdin, 'data')
  const job = webhookJob(store)
  const deliver = async (): Promise<never> => {
    for (;;) {
      await job.run(new AbortController().signal)
      await delay(40)
    }
  }
  const write = async (): Promise<never> => {
    for (;;) {
      const made = profile(ownerId, { name: { text: 'Testville', language: 'en', origin: 'person', translations: [] }, country: 'TH', languages: ['th'] })
      await store.transact(async ({ cities, changes }) => {
        await cities.insert(made, derived())
        await changes.append(change(made, 'cities'))
      })
      process.stdout.write(`${made.id}\n`)
      await delay(Math.random() * 30)
    }
  }
  await Promise.all([deliver(), write()])
}

/** One such process, loaded and waiting. */
const startProcess = (url: string, ownerId: string, written: string[]): ChildProcess => {
  const child = spawn(process.execPath, ['--import=tsx', fileURLToPath(import.meta.url), url, ownerId], { stdio: ['pipe', 'pipe', 'inherit'] })
  createInterface({ input: child.stdout }).on('line', (line) => written.push(line))
  return child
}

/** Ends the leases of a process that was killed, as if their time had passed. */
const endLeases = async (store: Store, webhookId: string): Promise<number> => {
  const queued = (await store.read.deliveries.list({ webhookId, status: 'queued', limit: 10_000 })).filter(({ nextAt }) => nextAt > new Date())
  await store.transact(async ({ deliveries }) => { for (const { id } of queued) await deliveries.update(id, { nextAt: new Date() }) })
  return queued.length
}

/** Kills a process again and again while it writes changes and sends webhooks, and looks at what arrived when one has had time to finish. */
export const killWhileSending = async (t: Test, openTestStore: OpenTestStore, url: string, kills: number): Promise<void> => {
  const store = await openTestStore()
  const receiver = await startReceiver(t)
  receiver.answers.set('/', (response) => { setTimeout(() => response.writeHead(Math.random() < 0.05 ? 500 : 204).end(), Math.random() * 10) })
  const owner = organisation()
  const webhook: Webhook = { id: uuid(), organisationId: owner.id, url: receiver.at('/'), secret: 'whsec_c2VjcmV0', previousSecret: null, previousUntil: null, events: [], createdAt: new Date(), position: 0, failingSince: null, pausedAt: null, pausedReason: null, removedAt: null }
  await store.transact(async (repositories) => {
    await repositories.organisations.insert(owner)
    await repositories.webhooks.insert(webhook)
  })

  const written: string[] = []
  let caught = 0
  // Loading takes a process longer than what it then lives, so some load ahead.
  const loading = Array.from({ length: Math.min(kills, 3) }, () => startProcess(url, owner.id, written))
  for (let kill = 1; kill <= kills; kill++) {
    const child = loading.shift() as ChildProcess
    if (kill + loading.length < kills) loading.push(startProcess(url, owner.id, written))
    const [sent, before] = [receiver.received.length, written.length]
    child.stdin?.write('go\n')
    while (receiver.received.length === sent || written.length === before) await delay(2)
    await delay(Math.random() * 250)
    const closed = once(child, 'close')
    child.kill('SIGKILL')
    t.same(await closed, [null, 'SIGKILL'])
    caught += await endLeases(store, webhook.id)
  }

  const job = webhookJob(store)
  do {
    await endLeases(store, webhook.id)
    await job.run(new AbortController().signal)
  } while (await store.read.deliveries.count('queued') > 0)

  const changes = await store.read.changes.read({ after: 0, limit: 100_000 })
  t.equal((await store.read.webhooks.find(webhook.id))?.position, changes.length)
  const known = new Set(changes.map(({ profileId }) => profileId))
  t.same(written.filter((id) => !known.has(id)), [], 'what was said to be stored is in the log')
  const idsOf = new Map<number, Set<string>>()
  for (const { id, body } of receiver.received) idsOf.set(body.data.position, (idsOf.get(body.data.position) ?? new Set()).add(id))
  t.same(changes.filter(({ position }) => !idsOf.has(position)), [], 'every change arrived')
  t.equal(idsOf.size, changes.length, 'and nothing else')
  t.ok([...idsOf.values()].every((ids) => ids.size === 1), 'what came twice had the same id')
  t.equal(new Set([...idsOf.values()].flatMap((ids) => [...ids])).size, changes.length, 'and no two changes have one id')
  t.comment(`${kills} kills, ${changes.length} changes, ${receiver.received.length} deliveries, ${receiver.received.length - changes.length} of them repeats; ${caught} were waiting for another attempt or being sent at a kill`)
}

const [, file, url, ownerId] = process.argv
if (file === fileURLToPath(import.meta.url) && url !== undefined && ownerId !== undefined) await runProcess(url, ownerId)

import { setTimeout } from 'node:timers/promises'
import type { Webhook } from '../../db/index.ts'
import type { Services } from '../services/index.ts'
import type { Job } from './job.ts'

/** Webhooks that are sent to at a time; each is sent one delivery after another, so that they arrive in order if none fails. */
const lanes = 50
/** How long a webhook is sent to while others wait for their turn. */
const turn = 10_000

/** A target that fails is left alone for a quarter of the time that it has failed, so that a queue of many does not fall on it. */
const restAfter = (failingSince: Date): number => Math.min(300_000, Math.max(5000, (Date.now() - failingSince.getTime()) / 4))

/**
 * Makes deliveries out of the change log and sends those that are due. A run goes on while anything is under way, and looks
 * for more meanwhile, so that a slow target holds up nobody else's.
 */
export const webhooks = ({ deliveries }: Pick<Services, 'deliveries'>): Job => {
  /** By webhook: when its last turn ended, and until when it rests while it is failing. */
  const turns = new Map<string, { ended: number, restUntil: number }>()

  const mayStart = ({ id, failingSince }: Webhook): boolean => failingSince === null || (turns.get(id)?.restUntil ?? 0) <= Date.now()

  const drive = async (webhookId: string, stopping: AbortSignal): Promise<void> => {
    const end = Date.now() + turn
    let restUntil = 0
    try {
      const goOn = () => !stopping.aborted && Date.now() < end
      for (let leased = await deliveries.lease(webhookId); leased !== undefined;) {
        const settled = await deliveries.attempt(leased, goOn)
        if (settled.failingSince !== undefined) restUntil = Date.now() + restAfter(settled.failingSince)
        leased = settled.next
      }
    } finally {
      turns.set(webhookId, { ended: Date.now(), restUntil })
    }
  }

  return {
    name: 'webhooks',
    every: 1000,
    async run (stopping) {
      const driven = new Map<string, Promise<void>>()
      const failures: unknown[] = []
      const start = ({ id }: Webhook): void => {
        driven.set(id, drive(id, stopping).catch((error: unknown) => { failures.push(error) }).finally(() => driven.delete(id)))
      }
      try {
        while (!stopping.aborted && failures.length === 0) {
          const more = await deliveries.makeOut()
          const waiting = (await deliveries.due()).filter((webhook) => !driven.has(webhook.id) && mayStart(webhook))
          waiting.sort((a, b) => (turns.get(a.id)?.ended ?? 0) - (turns.get(b.id)?.ended ?? 0))
          waiting.slice(0, lanes - driven.size).forEach(start)
          if (more) continue
          if (driven.size === 0) break
          await Promise.race([...driven.values(), setTimeout(1000, undefined, { ref: false })])
        }
      } finally {
        await Promise.all(driven.values())
      }
      if (failures.length > 0) throw new AggregateError(failures, 'some deliveries could not be attempted')
    }
  }
}

import type { Services } from '../services/index.ts'
import { introductions } from './introductions.ts'
import { alerts } from './alerts.ts'
import { digests } from './digests.ts'
import type { Job } from './job.ts'
import { mail } from './mail.ts'
import { sweep } from './sweep.ts'
import { webhooks } from './webhooks.ts'

/** Everything the service does by itself, in any number of processes. */
export const createJobs = (services: Services): Job[] => [
  mail(services),
  webhooks(services),
  introductions(services),
  sweep(services)
  sweep(services),
  alerts(services),
  digests(services)
]

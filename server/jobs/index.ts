import type { Services } from '../services/index.ts'
import { alerts } from './alerts.ts'
import { digests } from './digests.ts'
import { introductions } from './introductions.ts'
import type { Job } from './job.ts'
import { mail } from './mail.ts'
import { sweep } from './sweep.ts'
import { webhooks } from './webhooks.ts'

/** Everything the service does by itself, in any number of processes. */
export const createJobs = (services: Services): Job[] => [
  introductions(services),
  alerts(services),
  digests(services),
  mail(services),
  webhooks(services),
  sweep(services)
]

import type { Services } from '../services/index.ts'
import { alerts } from './alerts.ts'
import { digests } from './digests.ts'
import type { Job } from './job.ts'
import { sweep } from './sweep.ts'

/** Everything the service does by itself, in any number of processes. */
export const createJobs = (services: Services): Job[] => [
  sweep(services),
  alerts(services),
  digests(services)
]

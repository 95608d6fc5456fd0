import type { Services } from '../services/index.ts'
import { introductions } from './introductions.ts'
import type { Job } from './job.ts'
import { sweep } from './sweep.ts'

/** Everything the service does by itself, in any number of processes. */
export const createJobs = (services: Services): Job[] => [
  introductions(services),
  sweep(services)
]

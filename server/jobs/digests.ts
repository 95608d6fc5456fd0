import type { Services } from '../services/index.ts'
import type { Job } from './job.ts'

/** Mails once a day or a week what alerts have waited for it. */
export const digests = ({ digests }: Services): Job => ({
  name: 'digests',
  every: 60_000,
  run: (stopping) => digests.send(stopping)
})

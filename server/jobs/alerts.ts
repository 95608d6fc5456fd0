import type { Services } from '../services/index.ts'
import type { Job } from './job.ts'

/**
 * Tells people what their saved searches find anew.
 *
 * MEASURE
 */
export const alerts = ({ alerts }: Services): Job => ({
  name: 'alerts',
  every: 5000,
  run: (stopping) => alerts.follow(stopping)
})

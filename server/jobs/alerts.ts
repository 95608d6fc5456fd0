import type { Services } from '../services/index.ts'
import type { Job } from './job.ts'

/**
 * Tells people what their saved searches find anew.
 *
 * Each search is asked once for all that has changed, and only of that: bands say how far a match stands out among all
 * profiles, so those of the changed ones are the same as in the whole answer, and none is lost behind a limit. Most of the
 * time goes into the words of what is searched with. 1,000 searches (a third of them watched profiles), 50 changed profiles,
 * the sample data, SQLite: 5 to 7 s of processor time without vectors, 7 to 8 s with them, on a busy machine; requests are
 * answered between two searches. Nothing while nothing changes. Each process does it: the one that is first writes.
 */
export const alerts = ({ alerts }: Services): Job => ({
  name: 'alerts',
  every: 5000,
  run: (stopping) => alerts.follow(stopping)
})

import type { Services } from '../services/index.ts'
import type { Job } from './job.ts'

/** Requests for introductions end when they were not answered in time; before that, those who are to answer are reminded. */
export const introductions = ({ introductions }: Services): Job => ({
  name: 'introductions',
  every: 60_000,
  run: (stopping) => introductions.keepTime(stopping)
})

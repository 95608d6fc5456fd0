import type { FastifyPluginAsync } from 'fastify'
import type { Services } from '../../services/index.ts'
import type { Visits } from '../visit.ts'
import { joining } from './account/joining.ts'
import { mine } from './account/mine.ts'
import { secondFactorPages } from './account/second-factor.ts'
import { signingIn } from './account/sign-in.ts'
import { signingUp } from './account/sign-up.ts'

/** Accounts of people: into them, out of them, and what is one's own in them. */
export const account = (services: Services, visits: Visits): FastifyPluginAsync => async (app) => {
  for (const part of [signingUp, signingIn, mine, secondFactorPages, joining]) await app.register(part(services, visits))
}

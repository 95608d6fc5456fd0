import type { FastifyPluginAsync } from 'fastify'
import type { Services } from '../../services/index.ts'
import type { Forms } from '../kept.ts'
import type { Visits } from '../visit.ts'
import { joining } from './account/joining.ts'
import { keeping } from './account/keeping.ts'
import { mine } from './account/mine.ts'
import { secondFactorPages } from './account/second-factor.ts'
import { signingIn } from './account/sign-in.ts'
import { signingUp } from './account/sign-up.ts'

/** Accounts of people: into them, out of them, and what is one's own in them. */
export const account = (services: Services, visits: Visits, forms: Forms): FastifyPluginAsync => async (app) => {
  for (const part of [signingUp, mine, secondFactorPages, joining]) await app.register(part(services, visits))
  await app.register(signingIn(services, visits, forms))
  await app.register(keeping(services, visits, forms))
}

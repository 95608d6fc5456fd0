import type { FastifyPluginAsync } from 'fastify'
import type { Services } from '../../services/index.ts'
import type { Visits } from '../visit.ts'
import { comparePages } from './dialogue/compare.ts'
import { inboxPages } from './dialogue/inbox.ts'
import { introductionPages } from './dialogue/introductions.ts'
import { judgementPages } from './dialogue/judgements.ts'
import { messagePages } from './dialogue/messages.ts'
import { questionPages } from './dialogue/questions.ts'
import { searchPages } from './dialogue/searches.ts'

/** What cities and providers say to each other and to the service: introductions, messages, questions, searches, judgements, comparison. */
export const dialogue = (services: Services, visits: Visits): FastifyPluginAsync => async (app) => {
  for (const pages of [introductionPages, messagePages, inboxPages, questionPages, searchPages, judgementPages, comparePages]) await app.register(pages(services, visits))
}

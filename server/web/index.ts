import compress from '@fastify/compress'
import formbody from '@fastify/formbody'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { h } from 'preact'
import type { Problem } from '../errors.ts'
import { preferredLocale } from '../locales/index.ts'
import type { Services } from '../services/index.ts'
import { Failure } from './pages/failure.tsx'
import { readerIn } from './reader.ts'
import { toHtml } from './render.ts'
import { account } from './routes/account.ts'
import { legal } from './routes/legal.ts'
import { dialogue } from './routes/dialogue.ts'
import { flagRoutes } from './routes/flags.ts'
import { looking } from './routes/looking.ts'
import { organisation } from './routes/organisation/index.ts'
import { secretariat } from './routes/secretariat/index.ts'
import { editing } from './routes/editing.ts'
import { pairs } from './routes/pairs.ts'
import { ownProfiles } from './routes/own-profiles.ts'
import { site } from './routes/site.ts'
import { stopPages } from './routes/stop.ts'
import { styleguide } from './routes/styleguide.ts'
import { createForms, keptOf } from './kept.ts'
import { SignIn } from './pages/account/sign-in.tsx'
import { unfilled } from './forms.ts'
import { createVisits, pageBefore } from './visit.ts'

/** Pages for people: the same services as the API, as HTML that works without script. */
export const web = (services: Services): FastifyPluginAsync => async (app) => {
  const visits = createVisits(services)
  const forms = createForms()
  app.addHook('onRoute', (route) => {
    if (route.method !== 'POST') return
    route.config = { ...route.config, form: true }
    forms.add(route.url)
  })
  // What is answered to a form may hold a secret that is shown once (a key, recovery codes). Such a page is not compressed: with
  // what others can put into it, its length would tell the secret (BREACH). The session's token is masked in every page.
  app.addHook('onRequest', async (request) => {
    if (request.method !== 'GET') request.headers['x-no-compression'] = '1'
  })
  await app.register(compress, { encodings: ['br', 'gzip'], threshold: 1024 })
  await app.register(formbody)
  await app.register(site(services))
  await app.register(looking(services, visits))
  await app.register(pairs(services, visits))
  await app.register(account(services, visits, forms))
  await app.register(stopPages(services, visits))
  await app.register(legal(services, visits))
  await app.register(dialogue(services, visits))
  await app.register(organisation(services, visits))
  await app.register(secretariat(services, visits))
  await app.register(styleguide(services, visits))
  await app.register(flagRoutes(services, visits))
  await app.register(editing(services, visits))
  await app.register(ownProfiles(services, visits))
}

/** What went wrong, as a page: for who asked with a browser. */
export const failurePages = (services: Services) => {
  const visits = createVisits(services)
  const { links, config } = services
  return async (request: Parameters<typeof visits>[0], problem: Problem): Promise<string> => {
    const visit = await visits(request)
    const kept = keptOf(request, links.origin, config.bodyLimit)
    return kept !== null && visit.member === null && problem.code === 'missing-key'
      ? toHtml(h(SignIn, { visit, filled: unfilled, back: kept.from, kept }))
      : toHtml(h(Failure, { visit, problem, reference: request.id, back: pageBefore(request, links.origin), kept }))
  }
}

/** The same for who asks for an address that can be no route's: nobody knows who that is, only what language the browser prefers. */
export const strangerFailure = ({ headers, id }: FastifyRequest, problem: Problem): string =>
  toHtml(h(Failure, { visit: { reader: readerIn(preferredLocale(headers['accept-language'])), path: '/', member: null }, problem, reference: id, back: undefined, kept: null }))

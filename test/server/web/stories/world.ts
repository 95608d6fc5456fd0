import type { Browser, BrowserContext } from 'playwright-core'
import type { Test } from 'tap'
import type { Store } from '../../../../db/index.ts'
import type { LocaleName } from '../../../../server/locales/index.ts'
import { readerIn } from '../../../../server/web/reader.ts'
import { bodies, type Caller, type Service, startService } from '../../../helper.ts'
import { type MailServer, startMailServer } from '../../../mail-server.ts'
import { type Receiver, startReceiver } from '../../webhook-receiver.ts'
import { createHand, type Hand, type Way } from './hand.ts'
import { boarding, khulna, passwords } from './plot.ts'

/** Somebody with an account, or about to have one, at a browser of their own. */
export interface Person {
  readonly name: string
  readonly email: string
  password: string
  readonly hand: Hand
}

/** A service with what it needs around it, and a little in it before the stories begin. */
export interface World {
  readonly service: Service
  readonly mail: MailServer
  readonly receiver: Receiver
  readonly khulna: { readonly owner: Caller, readonly crowded: string }
  /** A browser that nobody has used. */
  hand (language: LocaleName): Promise<Hand>
  person (who: { name: string, email: string }, language: LocaleName): Promise<Person>
  /** The link to a path in the last letter to an address, which is sent first. */
  letter (email: string, path: string): Promise<string>
}

/** Forms that are refused are shown again, and what one has no right to is said so; anything else is a link or a page that is broken. */
const isBroken = (status: number): boolean => status >= 400 && ![401, 422].includes(status)

/** What must happen on no page: an error, something asked of elsewhere, a broken page, something that the content security policy forbids. */
const watch = (context: BrowserContext, origin: string, wrong: string[]): void => {
  context.on('weberror', (error) => wrong.push(`${error.page()?.url()}: ${error.error().message}`))
  context.on('console', (message) => { if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) wrong.push(`${message.page()?.url()}: ${message.text()}`) })
  context.on('request', (request) => { if (!request.url().startsWith(`${origin}/`)) wrong.push(`asks ${request.url()}`) })
  context.on('response', (response) => { if (isBroken(response.status())) wrong.push(`${response.request().method()} ${response.url()} is answered with ${response.status()}`) })
  context.on('requestfailed', (request) => { if (request.failure()?.errorText !== 'net::ERR_ABORTED') wrong.push(`${request.url()}: ${request.failure()?.errorText}`) })
}

const make = async (service: Service, as: Caller, resource: string, body: object): Promise<string> => {
  const answer = await service.call('POST', `/v1/${resource}`, { as, body })
  if (answer.status !== 201) throw new Error(answer.text)
  return answer.body.id
}

/** @param width of windows, in CSS pixels @param wrong gets what must not happen */
export const startWorld = async (t: Test, store: Store, browser: Browser, way: Way, width: number, wrong: string[]): Promise<World> => {
  const [mail, receiver] = [await startMailServer(t), await startReceiver(t)]
  const service = await startService(t, store, { SMTP_URL: mail.url, WEBHOOK_LOOPBACK: 'true' })
  const origin = await service.app.listen({ host: '127.0.0.1', port: 0 })
  service.services.links.listensAt(origin)

  const owner = await service.person({ name: khulna.organisation, kind: 'city' })
  const cityId = await make(service, owner, 'cities', bodies.city({ name: khulna.city, country: 'BD', languages: ['bn', 'en'], point: { latitude: 22.8, longitude: 89.6 } }))
  const crowded = await make(service, owner, 'challenges', bodies.challenge(cityId, { title: khulna.crowded }))
  await make(service, owner, 'challenges', bodies.challenge(cityId, { title: khulna.waiting, problem: 'The buses that come are crowded, so passengers are left standing at the stop and wait an hour for the next one.' }))
  const provider = await service.person({ name: boarding.organisation, kind: 'provider' })
  const providerId = await make(service, provider, 'providers', bodies.provider({ legalName: boarding.organisation }))
  const solutionId = await make(service, provider, 'solutions', bodies.solution(providerId, { title: boarding.title, summary: boarding.summary }))
  await make(service, provider, 'deployments', bodies.deployment(solutionId, cityId))

  const hand = async (language: LocaleName): Promise<Hand> => {
    const context = await browser.newContext({ baseURL: origin, locale: language, javaScriptEnabled: way.scripted, viewport: { width, height: 800 } })
    watch(context, origin, wrong)
    return createHand(await context.newPage(), readerIn(language), way)
  }

  return {
    service,
    mail,
    receiver,
    khulna: { owner, crowded },
    hand,
    person: async (who, language) => ({ ...who, password: passwords.first, hand: await hand(language) }),
    async letter (email, path) {
      await service.run('mail')
      const text = mail.received.findLast((letter) => letter.recipients.includes(email) && letter.text.includes(origin + path))?.text ?? ''
      const link = text.split(/\s+/).find((word) => word.startsWith(origin + path))
      if (link === undefined) throw new Error(`no letter to ${email} leads to ${path}`)
      return link
    }
  }
}

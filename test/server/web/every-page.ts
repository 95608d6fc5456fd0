import { TOTP } from 'otpauth'
import { v7 as uuid } from 'uuid'
import { hashPassword } from '../../../server/services/passwords.ts'
import { hashOf, randomSecret } from '../../../server/services/principal.ts'
import { createStopLinks } from '../../../server/services/stop-links.ts'
import { sessionCookie } from '../../../server/plugins/principal.ts'
import { bodies, type Caller, type Service } from '../../helper.ts'

/** Pages that one kind of visitor looks at, by their addresses. */
export interface Looked {
  who: string
  /** `name=value` of the visitor's session; undefined for nobody's. */
  cookie: string | undefined
  paths: readonly string[]
  /** Of the pages that say what is wrong. */
  statuses?: Readonly<Record<string, number>>
}

const bengali = {
  title: 'সকালের ভিড়ে বাসে ওঠা যায় না',
  problem: 'অফিসের সময়ে বাসগুলো এত ভরা থাকে যে যাত্রীরা স্টপে দাঁড়িয়ে থাকেন। নারীরা ও বয়স্করা প্রায়ই উঠতে পারেন না, আর কেউ জানে না পরের বাস কখন আসবে।'
}
const arabic = {
  title: 'الحافلات مزدحمة في ساعة الذروة',
  problem: 'يبقى الركاب واقفين عند الموقف لأن الحافلات ممتلئة صباحا ومساء، ولا أحد يعرف متى تصل الحافلة التالية.'
}

/**
 * Two cities, a vendor and what passes between them, in every state that a page shows, so that no page is empty.
 * @returns every page of the service as each kind of visitor comes to it
 */
export const everyPage = async (service: Service): Promise<Looked[]> => {
  const { store } = service
  const person = service.person
  const passwordHash = await hashPassword('eleven lanterns over the river')
  const city = await person({ name: 'City of Dhaka', kind: 'city' }, 'owner', { name: 'Rahima Akter', email: 'rahima@dhaka.example' })
  const neighbour = await person({ name: 'مدينة الرياض', kind: 'city' }, 'owner', { name: 'نورة القحطاني' })
  const vendor = await person({ name: 'Busline Planning Ltd', kind: 'provider' }, 'owner', { name: 'Somchai Jaidee' })
  const newcomer = await person({ name: 'Khon Kaen Municipality', kind: 'city', verified: false })
  const loner = await person(null)
  const careful = await person({ name: 'City of Dhaka', kind: 'city' }, 'editor', { name: 'Careful Colleague', passwordHash, totpSecret: new TOTP().secret.base32, totpSince: new Date() })
  const secretariat = await person({ name: 'Secretariat', kind: 'secretariat' })

  const ask = async (as: Caller, url: string, body: object): Promise<{ id: string }> => {
    const answer = await service.call('POST', url, { as, body })
    if (answer.status >= 300) throw new Error(`${url}: ${answer.text}`)
    return answer.body
  }
  const make = async (as: Caller, url: string, body: object): Promise<string> => (await ask(as, url, body)).id

  const cityId = await make(city, '/v1/cities', bodies.city({ name: 'ঢাকা', country: 'BD', languages: ['bn', 'en'], population: 10300000, point: { latitude: 23.8, longitude: 90.4 }, contact: { name: 'A. Officer', email: 'officer@dhaka.example' } }))
  const riyadhId = await make(neighbour, '/v1/cities', bodies.city({ name: 'الرياض', country: 'SA', languages: ['ar'], population: 7000000, point: { latitude: 24.7, longitude: 46.7 } }))
  const challengeId = await make(city, '/v1/challenges', bodies.challenge(cityId, { ...bengali, beneficiaries: ['commuters', 'women'], budget: { status: 'sought', max: 90000000, currency: 'BDT' }, timeline: { neededBy: '2028-01-01' } }))
  const neighbourId = await make(neighbour, '/v1/challenges', bodies.challenge(riyadhId, arabic))
  const draftId = await make(city, '/v1/challenges', bodies.challenge(cityId, { title: 'Street lights fail', problem: 'One street light in five is dark.', areas: ['energy'], status: 'draft' }))
  const hiddenId = await make(city, '/v1/challenges', bodies.challenge(cityId, { title: 'Cheap watches', problem: 'Buy these cheap watches today.', areas: ['employment'] }))
  const providerId = await make(vendor, '/v1/providers', bodies.provider({ countries: ['TH', 'BD'], languages: ['en', 'th'], contact: { name: 'Sales', email: 'sales@busline.example' } }))
  const solutionId = await make(vendor, '/v1/solutions', bodies.solution(providerId, { countries: ['TH', 'BD'], languages: ['en'], readiness: 9, price: { model: 'one-off', min: 4000000, max: 60000000, currency: 'BDT' } }))
  const secondId = await make(vendor, '/v1/solutions', bodies.solution(providerId, { title: 'Signs that say when the next bus comes', summary: 'Signs at bus stops that tell waiting passengers when the next bus comes and how full it is.' }))
  const deploymentId = await make(vendor, '/v1/deployments', bodies.deployment(solutionId, cityId, { challengeId }))

  const introductionId = await make(city, '/v1/introductions', { challengeId, with: { resource: 'solutions', id: solutionId }, purpose: 'explore-solution', message: 'Could this work on our ring road?' })
  await ask(vendor, `/v1/introductions/${introductionId}/accept`, { disclose: ['contact'] })
  await make(city, `/v1/introductions/${introductionId}/messages`, { text: 'Shall we begin?' })
  await make(vendor, `/v1/introductions/${introductionId}/messages`, { text: 'ยินดีครับ เริ่มจากสายเดียวก่อน' })
  await make(vendor, `/v1/challenges/${challengeId}/questions`, { text: 'Are passengers counted today?' })
  const requestedId = await make(neighbour, '/v1/introductions', { challengeId: neighbourId, with: { resource: 'challenges', id: challengeId }, purpose: 'exchange', message: 'كيف بدأتم؟' })
  const searchId = await make(city, '/v1/searches', { name: 'Our buses', target: 'solutions', watch: { resource: 'challenges', id: challengeId }, frequency: 'daily' })
  await make(city, '/v1/searches', { name: 'Crowded buses', target: 'challenges', text: 'crowded buses', filters: { area: ['transport'] }, frequency: 'weekly' })
  const webhookId = await make(vendor, '/v1/webhooks', { url: 'http://127.0.0.1:54321/hook', events: ['challenges.created', 'challenges.published'] })
  await make(vendor, '/v1/keys', { name: 'Our portal', scopes: ['read'] })
  await ask(city, `/v1/organisations/${city.organisationId}/invitations`, { email: 'colleague@dhaka.example', role: 'editor' })
  await make(newcomer, `/v1/organisations/${newcomer.organisationId}/verification`, { method: 'document', evidence: 'Gazette 12 of 2026, page 3', words: 'The mayor signed it.' })
  const [verification] = (await service.call('GET', '/v1/verifications', { as: secretariat })).body.items
  const flagId = await make(vendor, '/v1/flags', { resource: 'challenges', id: neighbourId, reason: 'false', words: 'The figures are made up.' })
  const caseId = await make(vendor, '/v1/flags', { resource: 'challenges', id: hiddenId, reason: 'spam' })
  await ask(secretariat, `/v1/flags/${caseId}/decide`, { decision: 'hide', reason: 'It sells watches.' })
  await service.run('introductions')
  await service.run('webhooks')

  const now = new Date()
  const dead = uuid()
  const halfway = randomSecret()
  await store.transact(async ({ mails, sessions }) => {
    await mails.insert({ id: dead, messageId: `${dead}@wicc.example`, personId: null, recipient: 'gone@example.org', kind: 'message', language: 'en', subject: 'A message', text: 'Text\n', html: '<!doctype html><p>Text</p>\n', headers: {}, status: 'dead', attempts: 9, nextAt: now, lastError: '550 no such user', createdAt: now, sentAt: null })
    await sessions.insert({ id: uuid(), personId: careful.personId, hash: hashOf(halfway), state: 'second-factor', organisationId: null, createdAt: now, lastSeenAt: now, expiresAt: new Date(now.getTime() + 600_000), address: null, agent: null })
  })
  const stop = (await createStopLinks(store, service.services.links).to(searchId)).page

  return [
    {
      who: 'anybody',
      cookie: undefined,
      statuses: { '/nothing': 404, '/challenges?area=nothing': 422, '/stop?token=x': 404 },
      paths: [
        '/', '/challenges', '/solutions', '/cities', '/providers', '/challenges?area=energy&stage=pilot&text=nowhere', `/challenges/${challengeId}`, `/challenges/${challengeId}/matches/${solutionId}`,
        `/challenges/${challengeId}/matches/${neighbourId}`, `/solutions/${solutionId}`, `/solutions/${solutionId}/matches/${challengeId}`, `/cities/${cityId}`, `/providers/${providerId}`, '/match?text=Our+buses+are+too+full', '/help', '/privacy', '/terms', '/accessibility',
        '/sign-in', '/sign-up', '/sign-up/sent', '/reset', '/reset/sent', '/confirm?token=x', '/confirm/resend', '/account/erased', stop.slice(stop.indexOf('/stop')), '/stop?token=x', '/styleguide', '/nothing', '/challenges?area=nothing'
      ]
    },
    { who: 'somebody between two steps', cookie: `${sessionCookie(false)}=${halfway}`, paths: ['/sign-in/code'] },
    { who: 'somebody without an organisation', cookie: loner.cookie, paths: ['/organisation', '/organisations/new', '/mine', '/inbox'], statuses: { '/mine': 403 } },
    { who: 'somebody not verified', cookie: newcomer.cookie, paths: ['/', '/organisation', '/inbox', '/mine'] },
    { who: 'somebody with a second factor', cookie: careful.cookie, statuses: { '/invitations?token=x': 404 }, paths: ['/account', '/account/second-factor', '/account/second-factor/codes', '/account/second-factor/stop', '/account/erase', '/invitations?token=x'] },
    {
      who: 'a city',
      cookie: city.cookie,
      paths: [
        '/account', '/account/password', '/account/second-factor', '/mine', '/cities/new', '/challenges/new', '/deployments/new', `/challenges/${draftId}/edit`, `/challenges/${challengeId}/edit`, `/cities/${cityId}/edit`, `/challenges/${challengeId}/close`, `/cities/${cityId}/close`,
        `/deployments/${deploymentId}/confirm`, `/challenges/${challengeId}`, `/challenges/${challengeId}/matches/${solutionId}`, `/challenges/${challengeId}/questions`,
        `/compare?challenge=${challengeId}&solution=${solutionId}&solution=${secondId}`, `/introductions/new?challenge=${challengeId}&with=solutions:${secondId}`, '/inbox', '/inbox/introductions', `/introductions/${introductionId}`, `/introductions/${introductionId}/close`,
        `/introductions/${requestedId}`, `/introductions/${requestedId}/decline`, '/searches', '/searches/new?text=buses&target=solutions', `/searches/${searchId}`, '/organisation', '/organisation/people', '/organisation/keys', '/organisation/record', '/organisation/decisions', `/organisation/decisions/${caseId}`, `/flags/new?resource=challenges&id=${neighbourId}`
      ]
    },
    { who: 'another city', cookie: neighbour.cookie, paths: [`/introductions/${requestedId}`, `/introductions/${requestedId}/withdraw`] },
    {
      who: 'a vendor',
      cookie: vendor.cookie,
      paths: [
        '/mine', '/providers/new', '/solutions/new', `/providers/${providerId}/edit`, `/solutions/${solutionId}/edit`, `/deployments/${deploymentId}/edit`, `/solutions/${solutionId}/close`, `/providers/${providerId}/close`, `/deployments/${deploymentId}/close`, `/solutions/${solutionId}`,
        `/introductions/${introductionId}`, `/challenges/${challengeId}/questions`, '/inbox', '/organisation/keys', '/organisation/webhooks', `/organisation/webhooks/${webhookId}`, '/challenges/new'
      ],
      statuses: { '/challenges/new': 403 }
    },
    {
      who: 'the secretariat',
      cookie: secretariat.cookie,
      paths: [
        '/secretariat', '/secretariat/verifications', `/secretariat/verifications/${verification.id}`, '/secretariat/flags', `/secretariat/flags/${flagId}`, `/secretariat/flags/${caseId}`, '/secretariat/mails',
        '/secretariat/organisations', `/secretariat/organisations/${newcomer.organisationId}`, '/secretariat/record', '/secretariat/coverage'
      ]
    }
  ]
}

/** Addresses that lead elsewhere, hand over a file or a part of a page: nothing to look at. */
export const noPages: readonly string[] = [
  '/assets/:name', '/compare.csv', '/secretariat/coverage.csv', '/challenges/similar', '/solutions/similar', '/verifications/:id', '/flags/:id', '/organisations/:id', '/account/second-factor/confirm', '/account/data'
]

/** Every address of a page that the application has, from the tree that it prints. */
export const pageRoutes = (service: Service): string[] => {
  const path: string[] = []
  const routes: string[] = []
  for (const line of service.app.printRoutes({ commonPrefix: false, method: 'GET' }).split('\n')) {
    const [, indent = '', part = '', ends] = /^((?:│ {3}| {4})*)[├└]── (\S+)( \(GET\))?/.exec(line) ?? []
    if (part === '') continue
    path.splice(indent.length / 4)
    path.push(part)
    if (ends !== undefined) routes.push(path.join('').replace(/^\/(?=.)/, '/'))
  }
  return routes.filter((route) => !/^\/(v1|docs|health|metrics|openapi)/.test(route) && !noPages.includes(route))
}

/** Whether an address is one of a route's. */
export const leadsTo = (route: string, address: string): boolean =>
  new RegExp(`^${route.replace(/[.]/g, '\\.').replace(/:\w+/g, '[^/]+')}$`).test(address.split('?')[0] ?? '')

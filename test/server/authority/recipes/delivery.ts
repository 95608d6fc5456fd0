import { v7 as uuid } from 'uuid'
import { createStopLinks } from '../../../../server/services/stop-links.ts'
import { nothing, type Recipe, type World } from '../world.ts'

const body = { name: 'Buses', target: 'challenges', text: 'Buses are too full' }
const search = async (world: World) => (await world.make('/v1/searches', body)).id

const stopToken = async (world: World) => {
  const { store, services: { links } } = world.service
  return `token=${new URL((await createStopLinks(store, links).to(await search(world))).oneClick, 'http://localhost').searchParams.get('token')}`
}

const deadMail = async ({ service: { store } }: World) => {
  const id = uuid()
  await store.transact(({ mails }) => mails.insert({ id, messageId: `${id}@localhost`, personId: null, recipient: 'nobody@example.org', kind: 'message', language: 'en', subject: 'a', text: 'a', html: 'a', headers: {}, status: 'dead', attempts: 1, nextAt: new Date(), lastError: null, createdAt: new Date(), sentAt: null }))
  return id
}

/** So many and no more may an organisation have: the last one goes when the next is made. */
const webhook = async (world: World) => {
  for (const { id } of (await world.service.call('GET', '/v1/webhooks', world.credentials['own owner'])).body.items) await world.service.call('DELETE', `/v1/webhooks/${id}`, world.credentials['own owner'])
  return (await world.make('/v1/webhooks', { url: 'https://hooks.example.org/wicc' })).id
}

const ofOne = (body?: object): Recipe => async (world) => ({ params: { id: await webhook(world) }, ...(body === undefined ? {} : { body }) })

export const ofDelivery: Readonly<Record<string, Recipe>> = {
  listSearches: nothing,
  createSearch: async () => ({ body }),
  readSearch: async (world) => ({ params: { id: await search(world) } }),
  changeSearch: async (world) => ({ params: { id: await search(world) }, body: { frequency: 'never' } }),
  removeSearch: async (world) => ({ params: { id: await search(world) } }),
  readStop: async (world) => ({ query: await stopToken(world) }),
  stopMails: async (world) => ({ query: await stopToken(world) }),
  listNotices: nothing,
  markNotices: async () => ({ body: { ids: [uuid()] } }),

  listMails: nothing,
  resendMail: async (world) => ({ params: { id: await deadMail(world) } }),
  dropMail: async (world) => ({ params: { id: await deadMail(world) } }),

  listWebhooks: async (world) => ({ query: `organisation=${world.own}` }),
  createWebhook: async (world) => {
    await webhook(world)
    return { body: { url: 'https://hooks.example.org/wicc' } }
  },
  readWebhook: ofOne(),
  changeWebhook: ofOne({ events: ['challenges.published'] }),
  removeWebhook: ofOne(),
  rotateWebhook: ofOne({}),
  pauseWebhook: ofOne(),
  resumeWebhook: ofOne(),
  replayWebhook: ofOne({ after: 0 }),
  testWebhook: ofOne(),
  listDeliveries: ofOne()
}

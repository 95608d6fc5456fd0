import type { FastifyPluginAsync } from 'fastify'
import { z } from 'zod'
import { Problem } from '../../errors.ts'
import { localeNames } from '../../locales/index.ts'
import { checked } from '../../schemas/checked.ts'
import type { Services } from '../../services/index.ts'
import { assets } from '../assets.ts'
import { keepLanguage } from '../language-cookie.ts'
import { said, sentBy } from '../sent.ts'
import { ownPath } from '../visit.ts'

/** What pages load, and the language they are read in. */
export const site = ({ config }: Pick<Services, 'config'>): FastifyPluginAsync => async (app) => {
  app.get('/assets/:name', { config: { action: 'pages:read' }, schema: { hide: true } }, async (request, reply) => {
    const asset = assets.get((request.params as { name: string }).name)
    if (asset === undefined) throw new Problem('not-found')
    return reply.type(asset.type).header('cache-control', 'public, max-age=31536000, immutable').serializer((body: Buffer) => body as never).send(asset.body)
  })

  app.post('/language', { config: { action: 'pages:choose-language' }, schema: { hide: true } }, async (request, reply) => {
    const sent = sentBy(request)
    const { language } = checked(z.object({ language: z.enum(localeNames) }), { language: said(sent, 'language') })
    return keepLanguage(reply, language, config).redirect(ownPath(said(sent, 'back')), 303)
  })
}

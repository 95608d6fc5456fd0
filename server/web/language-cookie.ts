import type { FastifyReply } from 'fastify'
import type { Config } from '../config.ts'
import { languageCookie } from './reader.ts'

const yearInSeconds = 365 * 24 * 3600

/** Keeps the language that somebody reads pages in. */
export const keepLanguage = (reply: FastifyReply, language: string, { publicUrl }: Pick<Config, 'publicUrl'>): FastifyReply =>
  reply.setCookie(languageCookie, language, { path: '/', maxAge: yearInSeconds, sameSite: 'lax', httpOnly: true, secure: publicUrl?.startsWith('https:') === true })

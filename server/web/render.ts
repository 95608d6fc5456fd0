import type { FastifyReply } from 'fastify'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** Sends a page; everything in it that is text is escaped. */
export const sendPage = <P>(reply: FastifyReply, page: VNode<P>, status = 200): FastifyReply =>
  reply.code(status).type('text/html; charset=utf-8').serializer((html: string) => html).send('<!doctype html>' + renderToString(page))

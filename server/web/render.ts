import type { FastifyReply } from 'fastify'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Problem } from '../errors.ts'
import { unkept } from '../routes/cookies.ts'

/** A page as HTML; everything in it that is text is escaped. */
export const toHtml = <P>(page: VNode<P>): string => '<!doctype html>' + renderToString(page)

/** Sends a page. What is somebody's own is kept nowhere on its way. */
export const sendPage = <P>(reply: FastifyReply, page: VNode<P>, status = 200): FastifyReply =>
  reply.code(status).type('text/html; charset=utf-8').serializer((html: string) => html).send(toHtml(page))

/** A page of one's own, kept nowhere on its way. @param problem what it says is wrong */
export const sendOwn = <P>(reply: FastifyReply, page: VNode<P>, problem: Problem | null = null, status = problem?.status ?? 200): FastifyReply =>
  sendPage(reply.headers({ ...unkept, ...problem?.headers }), page, status)

/** Sends a part of a page, to be put into one that is there. */
export const sendPart = <P>(reply: FastifyReply, part: VNode<P>): FastifyReply =>
  reply.type('text/html; charset=utf-8').serializer((html: string) => html).send(renderToString(part))

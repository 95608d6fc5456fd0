import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { preferredLocale } from '../locales/index.ts'
import { addressBody, passwordBody, passwordProof, person, personPatch, resetBody, signUpBody, tokenBody } from '../schemas/people.ts'
import { personExport } from '../schemas/person-export.ts'
import type { Services } from '../services/index.ts'
import { createCookies, unkept } from './cookies.ts'
import { answer, problems } from './responses.ts'

const bodyProblems = ['bad-json', 'too-large', 'unsupported-type', 'invalid-input'] as const
const sent = z.undefined().describe('A letter goes to the address, if there is something to tell it.')
const same = 'The answer is the same, and takes as long, whether there is an account with this address or not.'

/** Accounts: sign-up, confirmation, lost and new passwords, and what people may do with their own data. */
export const people = (services: Pick<Services, 'people' | 'personalData' | 'config' | 'links'>): FastifyPluginAsyncZod => async (app) => {
  const tags = ['people']
  const cookies = createCookies(services)

  app.route({
    method: 'POST',
    url: '/v1/people',
    config: { action: 'people:sign-up' },
    schema: {
      operationId: 'signUp',
      summary: 'Sign up',
      description: `A letter goes to the address: with a link to confirm it, or, where there is an account already, saying so. ${same} A link is good for 48 hours. An account opens when its address is confirmed.`,
      tags,
      body: signUpBody,
      response: { 202: sent, ...problems(...bodyProblems) }
    },
    async handler (request, reply) {
      const { body } = request
      await services.people.signUp(body, body.language ?? preferredLocale(request.headers['accept-language']), cookies.visitor(request))
      return reply.code(202).headers(unkept).send()
    }
  })

  app.route({
    method: 'POST',
    url: '/v1/people/confirm',
    config: { action: 'people:confirm' },
    schema: {
      operationId: 'confirmAddress',
      summary: 'Confirm an address',
      description: 'By the token of the link in the letter, which is good once. Then the account is open: sign in.',
      tags,
      body: tokenBody,
      response: { 204: z.undefined().describe('The address is confirmed.'), ...problems('link-over', ...bodyProblems) }
    },
    async handler (request, reply) {
      cookies.requireOurPages(request)
      cookies.setDevice(reply, await services.people.confirm(request.body.token, cookies.visitor(request)))
      return reply.code(204).headers(unkept).send()
    }
  })

  app.route({
    method: 'POST',
    url: '/v1/people/confirm/resend',
    config: { action: 'people:confirm' },
    schema: {
      operationId: 'resendConfirmation',
      summary: 'Send the confirmation again',
      description: `A new link in place of the last one. ${same}`,
      tags,
      body: addressBody,
      response: { 202: sent, ...problems(...bodyProblems) }
    },
    async handler (request, reply) {
      await services.people.resend(request.body.email, cookies.visitor(request))
      return reply.code(202).headers(unkept).send()
    }
  })

  app.route({
    method: 'POST',
    url: '/v1/people/reset',
    config: { action: 'people:reset' },
    schema: {
      operationId: 'askForReset',
      summary: 'Ask for a new password',
      description: `A letter with a link goes to the address, good once and for two hours; it takes the place of an earlier one. ${same}`,
      tags,
      body: addressBody,
      response: { 202: sent, ...problems(...bodyProblems) }
    },
    async handler (request, reply) {
      await services.people.askReset(request.body.email, cookies.visitor(request))
      return reply.code(202).headers(unkept).send()
    }
  })

  app.route({
    method: 'POST',
    url: '/v1/people/reset/confirm',
    config: { action: 'people:reset' },
    schema: {
      operationId: 'resetPassword',
      summary: 'Set a new password by a link',
      description: 'Ends every session of the account. It confirms the address too. A second factor stays on. Nobody is signed in by this.',
      tags,
      body: resetBody,
      response: { 204: z.undefined().describe('The password is set.'), ...problems('link-over', ...bodyProblems) }
    },
    async handler (request, reply) {
      cookies.requireOurPages(request)
      const { token, password } = request.body
      cookies.setDevice(reply, await services.people.reset(token, password, cookies.visitor(request)))
      return reply.code(204).headers(unkept).send()
    }
  })

  app.route({
    method: 'PATCH',
    url: '/v1/people/me',
    config: { action: 'people:change' },
    schema: {
      operationId: 'changeYourself',
      summary: 'Change your name or language',
      description: 'What is left out stays as it is.',
      tags,
      body: personPatch,
      response: { 200: answer('Yourself, as you are now.', person), ...problems(...bodyProblems) }
    },
    handler: async (request, reply) => reply.headers(unkept).send(await services.people.change(request.principal, request.body))
  })

  app.route({
    method: 'PUT',
    url: '/v1/people/me/password',
    config: { action: 'people:change-password' },
    schema: {
      operationId: 'changePassword',
      summary: 'Change your password',
      description: 'Takes the one you have. Ends every other session.',
      tags,
      body: passwordBody,
      response: { 204: z.undefined().describe('The password is changed.'), ...problems(...bodyProblems) }
    },
    async handler (request, reply) {
      const { password, newPassword } = request.body
      cookies.setDevice(reply, await services.people.changePassword(request.principal, password, newPassword))
      return reply.code(204).headers(unkept).send()
    }
  })

  app.route({
    method: 'GET',
    url: '/v1/people/me/export',
    config: { action: 'people:export' },
    schema: {
      operationId: 'exportYourself',
      summary: 'Export your data',
      description: 'Everything that the service holds about you, as one document: but for what would open your account, the password, tokens and the text of letters that hold a link.',
      tags,
      response: { 200: answer('Your data.', personExport), ...problems() }
    },
    handler: async (request, reply) => reply.headers({ ...unkept, 'content-disposition': 'attachment; filename="wicc-matchmaking.json"' }).send(await services.personalData.export(request.principal))
  })

  app.route({
    method: 'POST',
    url: '/v1/people/me/erase',
    config: { action: 'people:erase' },
    schema: {
      operationId: 'eraseYourself',
      summary: 'Erase your data',
      description: 'For good, and at once: your account, sessions, memberships, inbox, mails and saved searches go, what you wrote in introductions is emptied, and what you said of matches no longer names you. The record of decisions stays, and names you by an id that leads to nothing. `last-owner` answers while an organisation would be left without an owner: make somebody else one first.',
      tags,
      body: passwordProof,
      response: { 204: z.undefined().describe('Your data is erased.'), ...problems('last-owner', ...bodyProblems) }
    },
    async handler (request, reply) {
      await services.personalData.erase(request.principal, request.body.password)
      cookies.clearSession(reply)
      cookies.clearDevice(reply)
      return reply.code(204).headers(unkept).send()
    }
  })
}

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { passwordProof } from '../schemas/people.ts'
import { codeBody, recoveryCodes, secondFactorProof, totpSetup } from '../schemas/second-factor.ts'
import type { Services } from '../services/index.ts'
import type { SecondFactor } from '../services/totp.ts'
import { unkept } from './cookies.ts'
import { answer, problems } from './responses.ts'

const bodyProblems = ['bad-json', 'too-large', 'unsupported-type', 'invalid-input'] as const

/** The schema has seen to it that it is one or the other. */
export const secondFactorOf = ({ code, recoveryCode }: { code?: string, recoveryCode?: string }): SecondFactor =>
  code === undefined ? { recoveryCode: recoveryCode ?? '' } : { code }

/** A person's own second factor: set up, turned on and off. */
export const secondFactor = (services: Pick<Services, 'secondFactors'>): FastifyPluginAsyncZod => async (app) => {
  const tags = ['people']
  const url = '/v1/people/me/second-factor'
  const config = { action: 'people:second-factor' } as const

  app.route({
    method: 'POST',
    url,
    config,
    schema: {
      operationId: 'beginSecondFactor',
      summary: 'Set up a second factor',
      description: 'Gives the secret of an authenticator app. It is in force when a code of it was sent to `/v1/people/me/second-factor/confirm`; asked for again before that, it is a new one.',
      tags,
      body: passwordProof,
      response: { 200: answer('What the app needs.', totpSetup), ...problems('second-factor', ...bodyProblems) }
    },
    handler: async (request, reply) => reply.headers(unkept).send(await services.secondFactors.begin(request.principal, request.body.password))
  })

  app.route({
    method: 'POST',
    url: `${url}/confirm`,
    config,
    schema: {
      operationId: 'confirmSecondFactor',
      summary: 'Turn the second factor on',
      description: 'With a code of the app. Ends every other session. The recovery codes are in this answer and in no later one.',
      tags,
      body: codeBody,
      response: { 200: answer('It is on.', recoveryCodes), ...problems('second-factor', ...bodyProblems) }
    },
    handler: async (request, reply) => reply.headers(unkept).send(await services.secondFactors.confirm(request.principal, request.body.code))
  })

  app.route({
    method: 'DELETE',
    url,
    config,
    schema: {
      operationId: 'stopSecondFactor',
      summary: 'Turn the second factor off',
      description: 'With your password, and a code or a recovery code.',
      tags,
      body: secondFactorProof,
      response: { 204: z.undefined().describe('It is off.'), ...problems('second-factor', ...bodyProblems) }
    },
    async handler (request, reply) {
      await services.secondFactors.stop(request.principal, request.body.password, secondFactorOf(request.body))
      return reply.code(204).headers(unkept).send()
    }
  })

  app.route({
    method: 'POST',
    url: `${url}/recovery-codes`,
    config,
    schema: {
      operationId: 'renewRecoveryCodes',
      summary: 'Get new recovery codes',
      description: 'In place of those there are, used or not. Takes your password, and a code or a recovery code.',
      tags,
      body: secondFactorProof,
      response: { 200: answer('The new codes.', recoveryCodes), ...problems('second-factor', ...bodyProblems) }
    },
    handler: async (request, reply) => reply.headers(unkept).send(await services.secondFactors.renew(request.principal, request.body.password, secondFactorOf(request.body)))
  })
}

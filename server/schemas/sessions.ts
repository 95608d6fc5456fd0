import { z } from 'zod'
import { organisationKinds, roles, scopes, sessionStates } from '../../db/vocabulary.ts'
import { email, password, person } from './people.ts'
import { id } from './primitives.ts'
import { code, recoveryCode } from './second-factor.ts'

export const signInBody = z.strictObject({
  email,
  password,
  code: code.optional(),
  recoveryCode: recoveryCode.optional()
}).refine(({ code, recoveryCode }) => code === undefined || recoveryCode === undefined, { path: ['recoveryCode'], error: 'must not be sent beside a code' })
  .meta({ id: 'SignInBody', description: 'Who signs in. With a second factor the code, or a recovery code, is sent along or afterwards.' })
export type SignInBody = z.output<typeof signInBody>

export const chooseBody = z.strictObject({
  organisationId: id.nullable().meta({ description: 'One of your organisations; null for none.', examples: ['0199d2c4-7a10-7c3e-9f00-3b5d8c1e2a44'] })
}).meta({ id: 'ChooseBody', description: 'The organisation to act for.' })

const state = z.enum(sessionStates).meta({ description: '`open`, or `second-factor` while it waits for a code and is good for nothing else.', examples: ['open'] })
const organisationId = id.nullable().meta({ description: 'The organisation that the session acts for; null for none.', examples: ['0199d2c4-7a10-7c3e-9f00-3b5d8c1e2a44'] })

export const session = z.object({
  state,
  person: person.nullable().meta({ description: 'Yourself; null while a second factor is awaited.' }),
  organisations: z.array(z.object({
    id,
    name: z.string().meta({ description: 'Its name.', examples: ['City of Khon Kaen'] }),
    kind: z.enum(organisationKinds).meta({ description: 'What it is.', examples: ['city'] }),
    role: z.enum(roles).meta({ description: 'What you are in it.', examples: ['owner'] }),
    capabilities: z.array(z.enum([...scopes, 'organisation'])).meta({ description: 'What your role allows there, as scopes of keys; `organisation` is to run it.', examples: [['read', 'write:cities']] }),
    verified: z.boolean().meta({ description: 'Whether the secretariat has verified it: others publish nothing and ask for no introduction.', examples: [true] }),
    suspended: z.boolean().meta({ description: 'Whether it is suspended and only reads.', examples: [false] })
  }).meta({ description: 'An organisation that you belong to.' })).meta({ description: 'Your organisations, the one you joined first, first.' }),
  organisationId,
  csrfToken: z.string().meta({ description: 'To be sent as X-CSRF-Token with everything but GET while the session cookie is.', examples: ['EXAMPLE-NOT-A-TOKEN-00000000000000000000000'] })
}).meta({ id: 'Session', description: 'The session that asks.' })
export type SessionAnswer = z.output<typeof session>

const sessionItem = z.object({
  id,
  state,
  organisationId,
  createdAt: z.iso.datetime().meta({ description: 'When it was opened.', examples: ['2026-03-02T08:15:00.000Z'] }),
  lastSeenAt: z.iso.datetime().meta({ description: 'When it was last used, to the minute.', examples: ['2026-03-02T09:00:00.000Z'] }),
  expiresAt: z.iso.datetime().meta({ description: 'When it ends unless it is used before.', examples: ['2026-03-16T09:00:00.000Z'] }),
  address: z.string().nullable().meta({ description: 'Network address that it was last used from.', examples: ['203.0.113.7'] }),
  agent: z.string().nullable().meta({ description: 'What the browser called itself at sign-in.', examples: ['Mozilla/5.0'] }),
  current: z.boolean().meta({ description: 'Whether it is the session that asks.', examples: [true] })
}).meta({ id: 'SessionItem', description: 'A session of yours.' })
export type SessionItem = z.output<typeof sessionItem>

export const sessionList = z.object({
  items: z.array(sessionItem).meta({ description: 'Sessions that have not ended, newest first.' })
}).meta({ id: 'SessionList', description: 'Where you are signed in.' })

import { z } from 'zod'
import { role } from './organisations.ts'
import { moment } from './pages.ts'
import { id } from './primitives.ts'

const email = z.email().max(320).overwrite((address) => address.toLowerCase()).meta({ description: 'E-mail address of whoever is invited.', examples: ['colleague@example.org'] })

export const invitationBody = z.strictObject({ email, role }).meta({ id: 'InvitationBody', description: 'Whom to invite, and as what.' })
export type InvitationBody = z.output<typeof invitationBody>

export const invitation = z.object({
  id,
  email,
  role,
  invitedBy: id.meta({ description: 'The person who invites.' }),
  createdAt: moment('When it was sent.'),
  expiresAt: moment('Until when it can be accepted.')
}).meta({ id: 'Invitation', description: 'An invitation that can still be accepted, without its link, which only the mail has.' })
export type InvitationAnswer = z.output<typeof invitation>

export const invitationList = z.object({
  items: z.array(invitation).meta({ description: 'The open invitations, newest first.' })
}).meta({ id: 'InvitationList', description: 'The open invitations of an organisation.' })

export const acceptance = z.strictObject({
  token: z.string().min(1).max(100).meta({ description: 'The token of the link in the mail.', examples: ['EXAMPLE-NOT-A-TOKEN-000000000000000000000000'] })
}).meta({ id: 'Acceptance', description: 'An invitation to accept.' })

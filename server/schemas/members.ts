import { z } from 'zod'
import { role } from './organisations.ts'
import { moment } from './pages.ts'
import { id } from './primitives.ts'

export const memberPatch = z.strictObject({ role }).meta({ id: 'MemberPatch', description: 'What to change of a member.' })

export const member = z.object({
  personId: id,
  name: z.string().nullable().meta({ description: 'Name of the person; null where none was given.', examples: ['A. Person'] }),
  role,
  since: moment('Since when the person belongs to the organisation.'),
  email: z.string().nullable().optional().meta({ description: 'E-mail address; shown to owners and to the secretariat.', examples: ['person@example.org'] })
}).meta({ id: 'Member', description: 'A person of an organisation.' })
export type MemberAnswer = z.output<typeof member>

export const memberList = z.object({
  items: z.array(member).meta({ description: 'Everybody who belongs to it, the longest first.' })
}).meta({ id: 'MemberList', description: 'The people of an organisation.' })

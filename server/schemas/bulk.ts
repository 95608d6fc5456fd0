import { z } from 'zod'

export const bulkQuery = z.strictObject({
  atomic: z.boolean().default(false).meta({ description: 'All or nothing: one rejected line and nothing is stored. The body is limited in size.', examples: [false] })
})

const fieldError = z.object({
  pointer: z.string().meta({ description: 'JSON pointer to the field within the line.', examples: ['/areas/0'] }),
  code: z.string().meta({ description: 'What is wrong, for programs.', examples: ['invalid_value'] }),
  detail: z.string().meta({ description: 'What is wrong, for people.', examples: ['must be one of digital-innovation, transport, ...'] })
}).meta({ description: 'One wrong field.' })

export const lineReport = z.object({
  line: z.int().positive().meta({ description: 'Line of the body, from 1; for CSV the record, from 1 after the header.', examples: [1] }),
  externalId: z.string().nullable().meta({ description: 'Your id, if the line has one.', examples: ['khon-kaen'] }),
  outcome: z.enum(['created', 'updated', 'unchanged', 'rejected', 'not-stored']).meta({ description: '`not-stored`: in order, but another line of an all-or-nothing import was rejected.', examples: ['created'] }),
  id: z.string().optional().meta({ description: 'Id of the profile.', examples: ['0199d2c4-7a10-7c3e-9f00-3b5d8c1e2a44'] }),
  errors: z.array(fieldError).optional().meta({ description: 'Why the line was rejected.' })
}).meta({ id: 'LineReport', description: 'What became of one line; a line is reported as stored only once it is.' })
export type LineReport = z.output<typeof lineReport>

export const summaryReport = z.object({
  summary: z.object({
    created: z.int().meta({ description: 'Lines that made a profile.', examples: [198] }),
    updated: z.int().meta({ description: 'Lines that changed one.', examples: [1] }),
    unchanged: z.int().meta({ description: 'Lines that said what was known.', examples: [0] }),
    rejected: z.int().meta({ description: 'Lines that were not taken.', examples: [1] }),
    notStored: z.int().meta({ description: 'Lines in order that were not stored because another was rejected.', examples: [0] })
  }).meta({ description: 'How many lines ended how.' }),
  error: z.string().optional().meta({ description: 'Why reading stopped before the end of the body, if it did.', examples: ['The body ended inside a quoted field'] })
}).meta({ id: 'SummaryReport', description: 'The last line of a report. A report without it is not whole.' })
export type SummaryReport = z.output<typeof summaryReport>

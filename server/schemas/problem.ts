import { z } from 'zod'
import { errorTable, type ErrorCode } from '../errors.ts'

/** `about:blank`-like types are of no use to a program; ours name the code. */
export const problemType = (code: ErrorCode): string => `urn:wicc:problem:${code}`

export const problem = z.object({
  type: z.string().meta({ description: 'A URN of the kind of problem.', examples: ['urn:wicc:problem:invalid-input'] }),
  title: z.string().meta({ description: 'What kind of problem it is, for people.', examples: [errorTable['invalid-input'].title] }),
  status: z.int().meta({ description: 'The HTTP status.', examples: [422] }),
  code: z.string().meta({ description: 'The kind of problem, for programs; the list is in the README.', examples: ['invalid-input'] }),
  detail: z.string().meta({ description: 'What happened this time.', examples: ['1 field is missing or wrong'] }),
  instance: z.string().meta({ description: 'Id of the request, for asking us about it.', examples: ['urn:uuid:0199d2c4-7a10-7c3e-9f00-3b5d8c1e2a44'] }),
  errors: z.array(z.object({
    in: z.enum(['body', 'query', 'path', 'header']).meta({ description: 'Where the field is.', examples: ['body'] }),
    pointer: z.string().meta({ description: 'JSON pointer to the field.', examples: ['/areas/0'] }),
    code: z.string().meta({ description: 'What is wrong with it, for programs.', examples: ['invalid_value'] }),
    detail: z.string().meta({ description: 'What is wrong with it, for people.', examples: ['must be one of digital-innovation, transport, ...'] })
  }).meta({ description: 'One wrong field.' })).optional().meta({ description: 'The fields that are missing or wrong.' })
}).meta({ id: 'Problem', description: 'Problem details, RFC 9457.' })

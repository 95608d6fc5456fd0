import { z } from 'zod'
import { textOrigins } from '../../db/vocabulary.ts'
import { language, plain } from './primitives.ts'

const origin = z.enum(textOrigins).meta({ description: 'Whether a person wrote this text or a machine did.', examples: ['person'] })
const ownLanguage = language.meta({ description: 'Language of this text, BCP 47.', examples: ['th'] })
const words = z.string().meta({ description: 'The text itself.', examples: ['ผู้สูงอายุที่อยู่คนเดียวเดินทางไปโรงพยาบาลไม่ได้'] })

/** A text as it leaves the service: the original, and what translations its owner gave. */
export const text = z.object({
  text: words,
  language: ownLanguage,
  origin,
  translations: z.array(z.object({ text: words, language: ownLanguage, origin })
    .meta({ description: 'The same text in another language.' }))
    .meta({ description: 'The same text in other languages, as its owner gave it.', examples: [[]] })
}).meta({ id: 'Text', description: 'A text with its language and who wrote it.' })
export type Text = z.output<typeof text>

/** A text as it comes in: plain, or with its language; a language that is not given is identified from the text. */
export const textInput = (max: number, what: string, example: string) => {
  const content = plain(max).meta({ description: 'The text itself.', examples: [example] })
  const schema = z.union([
    content,
    z.strictObject({
      text: content,
      language: ownLanguage.optional(),
      origin: origin.optional(),
      translations: z.array(z.strictObject({ text: content, language: ownLanguage, origin: origin.optional() })).max(20).optional()
        .meta({ description: 'The same text in other languages.' })
    })
  ]).meta({ description: `${what} A plain text, whose language is identified, or a text with its language.`, examples: [example] })
  textDefinitions.add(schema.def)
  return schema
}

/** What a text field lets in, before its language is filled in. */
export type TextInput = z.output<ReturnType<typeof textInput>>

/** Definitions survive `.meta()`, which copies a schema; the schemas themselves do not. */
const textDefinitions = new WeakSet<object>()
export const isTextInput = (schema: z.ZodType): boolean => textDefinitions.has(schema.def)

/** The same text as it goes out. */
export const textOutput = (_max: number, what: string, example: string) =>
  text.meta({ description: what, examples: [{ text: example, language: /[\u0e00-\u0e7f]/.test(example) ? 'th' : 'en', origin: 'person', translations: [] }] })

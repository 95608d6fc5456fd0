import { z } from 'zod'
import type { Derived, JsonObject } from '../../db/index.ts'
import { isTextInput, type Text, type TextInput } from '../schemas/text.ts'

/** Names the language of a text, BCP 47. */
export type Identify = (text: string) => string

/** Shorter texts say too little of their language: they are taken to be in that of the whole profile. */
const tellingLength = 40

const unwrapped = (schema: z.ZodType): z.ZodType => schema instanceof z.ZodOptional ? unwrapped(schema.unwrap() as z.ZodType) : schema

/** Replaces every text that `schema` names within `value`, at whatever depth. */
const mapTexts = (schema: z.ZodType, value: unknown, map: (text: TextInput) => Text): unknown => {
  const inner = unwrapped(schema)
  if (value === undefined || value === null) return value
  if (isTextInput(inner)) return map(value as TextInput)
  if (inner instanceof z.ZodArray && Array.isArray(value)) return value.map((item) => mapTexts(inner.element as z.ZodType, item, map))
  if (inner instanceof z.ZodObject) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, mapTexts(inner.shape[name] as z.ZodType, item, map)]))
  }
  return value
}

/** Gives every text its language, its origin and its list of translations. `content` has passed `schema`. */
export const completeTexts = (schema: z.ZodObject, content: JsonObject, identify: Identify): JsonObject => {
  const plain: string[] = []
  const open = (text: TextInput): Text => {
    const { text: words, language, origin, translations } = typeof text === 'string' ? { text } as Exclude<TextInput, string> : text
    if (language === undefined) plain.push(words)
    return {
      text: words,
      language: language ?? '',
      origin: origin ?? 'person',
      translations: (translations ?? []).map((translation) => ({ ...translation, origin: translation.origin ?? 'person' }))
    }
  }
  const opened = mapTexts(schema, content, open)
  const overall = plain.length === 0 ? 'und' : identify(plain.join('\n'))
  const close = (text: Text): Text => {
    if (text.language !== '') return text
    const own = text.text.length < tellingLength ? 'und' : identify(text.text)
    return { ...text, language: own === 'und' ? overall : own }
  }
  return mapTexts(schema, opened, (text) => close(text as Text)) as JsonObject
}

/** Folds for finding: compatibility forms, lower case, without Latin, Greek, Cyrillic and Arabic marks. */
export const fold = (text: string): string => text.normalize('NFKD').replace(/[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0640]/g, '').normalize('NFC').toLowerCase()

/** The folded words of a text filter; every one of them has to occur. */
export const foldedWords = (text: string): string[] => fold(text).split(/\s+/u).filter((word) => word !== '')

const isText = (value: unknown): value is Text => typeof value === 'object' && value !== null && 'translations' in value && 'text' in value

const textsIn = (value: unknown): Text[] => {
  if (isText(value)) return [value]
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsIn)
  return []
}

/** What lists find and sort a profile by; `heading` is the field that names it, where there is one. */
export const derive = (content: JsonObject, heading: unknown): Derived => {
  const texts = textsIn(content)
  const names = typeof heading === 'string' ? [heading] : []
  const first = isText(heading) ? heading : texts[0]
  return {
    search: fold([...names, ...texts.flatMap((text) => [text.text, ...text.translations.map((translation) => translation.text)])].join(' ')),
    label: typeof heading === 'string' ? heading : isText(heading) ? heading.text : '',
    language: first?.language ?? 'und'
  }
}

import { type LetterKind, lettersOf } from '../locales/letters/index.ts'
import type { Letters } from '../locales/letters/en.ts'

type Words = Letters['words']

/** A value of a letter: as it is, or a code of one of our lists, said in the reader's language. */
export type Value = string | { [W in keyof Words]: { list: W, code: keyof Words[W] } }[keyof Words] | { day: Date } | { count: number }

export interface Letter {
  kind: LetterKind
  values?: Readonly<Record<string, Value>>
  /** Where its button leads: an address of this service. */
  link: string
  /** Where one click ends mails of this sort, without signing in. */
  stop?: string
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

const said = (value: Value, language: string): string => {
  if (typeof value === 'string') return value
  if ('day' in value) return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(value.day)
  if ('count' in value) return new Intl.NumberFormat(language).format(value.count)
  return (lettersOf(language).words[value.list] as Readonly<Record<string, string>>)[value.code] ?? value.code
}

const filled = (template: string, values: Readonly<Record<string, Value>>, language: string, around: (value: string) => string = (value) => value): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => around(said(values[name] ?? '', language))).replace(/ {2,}/g, ' ').trim()

/** On one line, and not so long that a reader of mail cuts it. */
const line = (text: string): string => {
  const flat = text.replace(/\s+/g, ' ').trim()
  return flat.length <= 150 ? flat : `${flat.slice(0, 149)}…`
}

/** The line of a letter that stands alone: its subject, and what the inbox says. */
export const subjectOf = (kind: LetterKind, values: Readonly<Record<string, Value>>, language: string): string =>
  line(filled(lettersOf(language).letters[kind].subject, values, language))

const rightToLeft = new Set(['ar'])

/** A letter as mail, in its reader's language: a plain text, and the same as HTML with each value's direction kept apart. */
export const rendered = ({ kind, values = {}, link, stop }: Letter, language: string, name: string | null): { subject: string, text: string, html: string } => {
  const { letters: { [kind]: letter }, frame } = lettersOf(language)
  const subject = subjectOf(kind, values, language)
  const greeting = name === null ? [] : [filled(frame.greeting, { name }, language)]
  const text = [
    ...greeting,
    filled(letter.text, values, language),
    `${letter.button}: ${link}`,
    `-- \n${frame.why}`,
    ...(stop === undefined ? [] : [`${frame.stop}: ${stop}`])
  ].join('\n\n')
  const apart = (value: string): string => `<bdi>${escaped(value).replaceAll('\n', '<br>')}</bdi>`
  const html = `<!doctype html>
<html lang="${language}" dir="${rightToLeft.has(language) ? 'rtl' : 'ltr'}">
<head><meta charset="utf-8"><title>${escaped(subject)}</title></head>
<body style="font-family: sans-serif; font-size: 16px; line-height: 1.6; color: #1b1b1b; max-width: 36em; margin: 1em auto; padding: 0 1em">
${greeting.map((words) => `<p>${escaped(words)}</p>\n`).join('')}<p>${filled(escaped(letter.text), values, language, apart)}</p>
<p><a href="${escaped(link)}" style="display: inline-block; padding: 0.6em 1.2em; background: #0b5a66; color: #ffffff; text-decoration: none; border-radius: 4px">${escaped(letter.button)}</a></p>
<p style="font-size: 13px; color: #555555">${escaped(frame.why)}${stop === undefined ? '' : ` <a href="${escaped(stop)}">${escaped(frame.stop)}</a>`}</p>
</body>
</html>
`
  return { subject, text, html }
}

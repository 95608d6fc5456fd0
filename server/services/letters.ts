import { conventions, dayIn, numberIn } from '../locales/conventions.ts'
import { type LocaleName, localeNamed } from '../locales/index.ts'
import { type LetterKind, type Letters, lettersOf } from '../locales/letters/index.ts'
import { directionOf, isolated, shortened, withoutControls } from './bidi.ts'
import { quoted, wrapped } from './plain-text.ts'
import type { StopLink } from './stop-links.ts'

type Words = Letters['words']

/**
 * A value of a letter: as it is, or a code of one of our lists, a day or a number, said in the reader's language. A day is a
 * string once it was kept as JSON.
 */
export type Value = string | { [W in keyof Words]: { list: W, code: keyof Words[W] } }[keyof Words] | { day: Date | string } | { count: number }

type Values = Readonly<Record<string, Value>>

/** Letters with a link that opens something: what they say is kept only until they are sent, and read out to nobody. */
const opening: ReadonlySet<string> = new Set<LetterKind>(['confirm-address', 'reset-password', 'invitation'])
export const isOpening = (kind: string): boolean => opening.has(kind)

export interface Letter {
  kind: LetterKind
  values?: Values
  /** Where its button leads: an address of this service. */
  link: string
  /** Where mails of this sort are ended, without signing in. */
  stop?: StopLink
}

const inWords = (value: Value, locale: LocaleName): string => {
  if (typeof value === 'string') return value
  if ('day' in value) return dayIn(locale, new Date(value.day))
  if ('count' in value) return numberIn(locale, value.count)
  return (lettersOf(locale).words[value.list] as Readonly<Record<string, string>>)[value.code] ?? value.code
}

/** Each value as its reader sees it; of a name that has none, nothing. */
const shownIn = (values: Values, locale: LocaleName): (name: string) => string => {
  const shown = new Map(Object.entries(values).map(([name, value]) => [name, withoutControls(inWords(value, locale)).trim()]))
  return (name) => shown.get(name) ?? ''
}

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ')

/** A template without what empty values would leave behind: brackets and quotation marks around nothing, a space before it. */
const withoutEmpty = (template: string, isEmpty: (name: string) => boolean): string => template
  .replace(/\s*[(（“«]\{(\w+)\}[)）”»]/g, (all, name: string) => isEmpty(name) ? '' : all)
  .replace(/\s*[:：]?\s*\{(\w+)\}/g, (all, name: string) => isEmpty(name) ? '' : all)
  .trim()

const filled = (template: string, show: (name: string) => string): string => template.replace(/\{(\w+)\}/g, (_, name: string) => show(name))

const subjectIn = (kind: LetterKind, show: (name: string) => string, locale: LocaleName): string => {
  const template = withoutEmpty(lettersOf(locale).letters[kind].subject, (name) => show(name) === '')
  // Not so long that a reader of mail cuts it.
  return shortened(filled(template, (name) => isolated(onOneLine(show(name)), conventions[locale].direction)), 150)
}

/** The line of a letter that stands alone: its subject, and what the inbox says. Values may have been kept as JSON. */
export const subjectOf = (kind: LetterKind, values: Values, language: string): string => {
  const locale = localeNamed(language)
  return subjectIn(kind, shownIn(values, locale), locale)
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

const style = {
  page: 'max-width: 36em; margin: 0 auto; padding: 1em; background: #ffffff; color: #1b1b1b; font-family: sans-serif; font-size: 16px; line-height: 1.6; overflow-wrap: anywhere',
  quote: 'margin: 1em 0; padding: 0.6em 1em; background: #eef4f5; border-radius: 4px',
  button: 'display: inline-block; padding: 0.6em 1.2em; background: #0b5a66; color: #ffffff; text-decoration: none; border-radius: 4px',
  foot: 'margin-top: 2em; font-size: 13px; color: #555555',
  stop: 'color: #0b5a66'
}

/**
 * A letter as mail, in its reader's language: a plain text, and the same as HTML. What people wrote is set apart from what the
 * service says, and each value runs in its own direction.
 * @param language BCP 47; English where it is none of ours
 * @param name of the reader, if known
 */
export const rendered = ({ kind, values = {}, link, stop }: Letter, language: string, name: string | null): { subject: string, text: string, html: string } => {
  const locale = localeNamed(language)
  const { tag, direction } = conventions[locale]
  const { letters: { [kind]: letter }, frame } = lettersOf(locale)
  const show = shownIn({ ...values, name: name ?? '' }, locale)
  const subject = subjectIn(kind, show, locale)
  const greeting = show('name') === '' ? [] : [frame.greeting]
  const paragraphs = [...greeting, ...letter.text.split('\n\n').map((paragraph) => withoutEmpty(paragraph, (value) => show(value) === '')).filter((paragraph) => paragraph !== '')]
    .map((template) => ({ template, quote: /^\{(\w+)\}$/.exec(template)?.[1] }))

  const linked = (words: string, address: string): string => `${filled(frame.link, () => words)}\n${address}`
  const text = [
    ...paragraphs.map(({ template, quote }) => quote === undefined ? wrapped(filled(template, (value) => isolated(onOneLine(show(value)), direction))) : quoted(show(quote))),
    linked(letter.button, link),
    `-- \n${wrapped(frame.why)}`,
    ...(stop === undefined ? [] : [linked(frame.stop, stop.page)])
  ].join('\n\n')

  const inHtml = ({ template, quote }: typeof paragraphs[number]): string => {
    if (quote === undefined) return `<p>${filled(escaped(template), (value) => `<bdi>${escaped(onOneLine(show(value)))}</bdi>`)}</p>`
    const lines = show(quote).split('\n').map((line) => line === '' ? '<br>' : `<div dir="${directionOf(line, direction)}">${escaped(line)}</div>`)
    return `<blockquote style="${style.quote}">${lines.join('')}</blockquote>`
  }
  // Readers of mail drop html and body, so what they say is said again within.
  const html = `<!doctype html>
<html lang="${tag}" dir="${direction}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body>
<div lang="${tag}" dir="${direction}" style="${style.page}">
${paragraphs.map(inHtml).join('\n')}
<p><a href="${escaped(link)}" style="${style.button}">${escaped(letter.button)}</a></p>
<p style="${style.foot}">${escaped(frame.why)}${stop === undefined ? '' : `<br><a href="${escaped(stop.page)}" style="${style.stop}">${escaped(frame.stop)}</a>`}</p>
</div>
</body>
</html>
`
  return { subject, text, html }
}

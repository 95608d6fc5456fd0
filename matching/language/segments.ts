import { identify } from './identify.ts'
import { listed } from './lists.ts'
import { scriptOf, type Script } from './scripts.ts'
import { canonicalLanguage } from './tags.ts'

export interface Segment {
  text: string
  /** BCP 47, `und` where nothing tells. */
  language: string
  /** UTF-16 offsets into the whole text; segments follow each other without gap and cover it. */
  start: number
  end: number
}

/** Scripts that one language mixes stand under one name. */
const family: Partial<Record<Script, string>> = { Hiragana: 'East Asian', Katakana: 'East Asian', Han: 'East Asian', Bopomofo: 'East Asian' }

/** Languages that are not written in Latin letters. */
const languagesOf: [family: string, languages: string][] = [
  ['East Asian', 'zh ja'],
  ['Hangul', 'ko'],
  ['Thai', 'th'],
  ['Bengali', 'bn as'],
  ['Devanagari', 'hi mr ne'],
  ['Arabic', 'ar fa ur ps'],
  ['Cyrillic', 'ru uk bg sr be mk kk'],
  ['Greek', 'el'],
  ['Hebrew', 'he'],
  ['Armenian', 'hy'],
  ['Georgian', 'ka'],
  ['Tamil', 'ta'],
  ['Telugu', 'te'],
  ['Gujarati', 'gu'],
  ['Gurmukhi', 'pa'],
  ['Kannada', 'kn'],
  ['Malayalam', 'ml'],
  ['Sinhala', 'si'],
  ['Oriya', 'or'],
  ['Khmer', 'km'],
  ['Lao', 'lo'],
  ['Myanmar', 'my'],
  ['Ethiopic', 'am'],
  ['Tibetan', 'bo']
]
const families = new Map(languagesOf.flatMap(([name, languages]) => listed(languages).map((code): [string, string] => [code, name])))
const familyOf = (language: string): string => families.get(language) ?? 'Latin'

/** A Latin stretch inside another script is a name or an acronym unless it has at least this many letters. */
const phrase = 40
/** A paragraph this long is asked for its own language. */
const paragraph = 120

interface Run { family: string, start: number, end: number }

function runs (text: string, from: number, to: number): Run[] {
  const found: Run[] = []
  let last: Run | undefined
  for (let i = from; i < to;) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80 && last?.family === 'Latin') {
      last.end = ++i
      continue
    }
    const code = text.codePointAt(i) ?? unit
    const width = code > 0xffff ? 2 : 1
    const script = code < 0x80 ? ((code | 32) >= 97 && (code | 32) <= 122 ? 'Latin' : 'Common') : scriptOf(code)
    const name = family[script] ?? script
    if (last === undefined) found.push(last = { family: name, start: i, end: i + width })
    else if (name === 'Common' || name === last.family) last.end = i + width
    else if (last.family === 'Common') {
      last.family = name
      last.end = i + width
    } else found.push(last = { family: name, start: i, end: i + width })
    i += width
  }
  return found
}

/** Long lines each by themselves, and short ones that follow each other together. */
function paragraphs (text: string): { start: number, end: number, long: boolean }[] {
  const found: { start: number, end: number, long: boolean }[] = []
  for (let start = 0; start < text.length;) {
    const line = text.indexOf('\n', start)
    const end = line < 0 ? text.length : line + 1
    const long = end - start >= paragraph
    const last = found.at(-1)
    if (last !== undefined && !long && !last.long) last.end = end
    else found.push({ start, end, long })
    start = end
  }
  return found
}

/** The language of stretches in a script that is not the text's own, from all of them together; asked once for each script. */
function strangers (text: string, all: readonly Run[], home: string | undefined): (run: Run) => string {
  const known = new Map<string, string>()
  return run => {
    const letters = run.end - run.start
    if (run.family === 'Latin') return letters < phrase ? 'en' : identify(text.slice(run.start, run.end))
    const held = known.get(run.family)
    if (held !== undefined) return held
    let together = ''
    for (const other of all) {
      if (other.family === run.family && other.family !== home) together += text.slice(other.start, Math.min(other.end, other.start + 500)) + ' '
      if (together.length > 1000) break
    }
    const language = identify(together)
    known.set(run.family, language)
    return language
  }
}

/**
 * Splits a text by paragraph and script and names each stretch's language. A hint (BCP 47) holds for the stretches in its
 * script; the others are identified. Short Latin stretches inside another script (acronyms, names) count as English.
 */
export function segments (text: string, hint?: string): Segment[] {
  const given = hint === undefined ? 'und' : canonicalLanguage(hint)
  const whole = given === 'und' ? identify(text) : given
  const home = whole === 'und' ? undefined : familyOf(whole)
  const parts = paragraphs(text).map(part => ({ ...part, runs: runs(text, part.start, part.end) }))
  const strange = strangers(text, parts.flatMap(part => part.runs), home)
  const found: Segment[] = []
  for (const { start, end, long, runs } of parts) {
    let own: string | undefined
    for (const run of runs) {
      const last = found.at(-1)
      let language = whole
      if (run.family === 'Common') language = last?.language ?? whole
      else if (run.family !== home) language = strange(run)
      else if (given === 'und' && long && end - start < text.length) {
        own ??= identify(text.slice(start, end))
        if (familyOf(own) === home && own !== 'und') language = own
      }
      if (last !== undefined && last.language === language) last.end = run.end
      else found.push({ text: '', language, start: run.start, end: run.end })
    }
  }
  for (const segment of found) segment.text = text.slice(segment.start, segment.end)
  return found
}

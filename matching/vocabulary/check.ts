import { cellMark, type Column, columns, type Concept, type Layer, parseReading, wordMark } from './concepts.ts'
import type { VocabularyFile } from './vocabulary.ts'

/** Something to mend. */
export interface Fault {
  /** `urban/transport.txt:12` */
  place: string
  message: string
}

export interface Checked {
  concepts: number
  /** By language: concepts that it has words for, and words in all. */
  languages: Readonly<Record<Column, { concepts: number, words: number }>>
  faults: Fault[]
}

const latin = /^[\p{Script=Latin}\p{M}\p{N} ,'’./+&%ºª¿?¡!-]+$/u

/** What a word of a language is written in; acronyms and numbers in Latin letters are words of any. */
const scripts: Readonly<Record<Column, RegExp>> = {
  en: /^[\p{Script=Latin}\p{M}\p{N}\p{P}\p{Zs}+°$]+$/u,
  zh: /^[\p{Script=Han}\p{N}A-Za-z ·、+%.-]+$/u,
  th: /^[\p{Script=Thai}\p{N}A-Za-z .+-]+$/u,
  bn: /^[\p{Script=Bengali}\p{N}\p{Join_Control}A-Za-z ,'’.()–।+-]+$/u,
  ar: /^[ـ\p{Script=Arabic}\p{M}\p{N}A-Za-z .+-]+$/u,
  hi: /^[\p{Script=Devanagari}\p{N}\p{Join_Control}A-Za-z :'’.()+-]+$/u,
  fil: latin,
  id: latin,
  es: latin,
  fr: latin,
  pt: latin,
  vi: latin
}
const own: Partial<Record<Column, RegExp>> = { zh: /\p{Script=Han}/u, th: /\p{Script=Thai}/u, bn: /\p{Script=Bengali}/u, ar: /\p{Script=Arabic}/u, hi: /\p{Script=Devanagari}/u }
const acronym = /^[A-Z0-9][A-Za-z0-9 .\-+]*$/

const target = /^(?:[1-9]|1[0-7])\.(?:[1-9]\d?|[a-d])$/

/**
 * Everything in the vocabulary that is not as its files say: lines without their cells, heads that are there twice, words twice in a cell,
 * empty cells, words in another language's script, broader concepts that nobody wrote or that lead round, targets that are none.
 *
 * @param areas codes that a concept may be below
 */
export function checkVocabulary (files: readonly VocabularyFile[], areas: readonly string[]): Checked {
  const faults: Fault[] = []
  const heads = new Map<string, string>()
  const broader = new Map<string, { head: string, place: string }>()
  const languages = Object.fromEntries(columns.map(column => [column, { concepts: 0, words: 0 }])) as Record<Column, { concepts: number, words: number }>
  let concepts = 0
  for (const { layer, name, lines } of files) {
    lines.forEach((line, i) => {
      if (line.trim() === '' || line.startsWith('#')) return
      const place = `${layer}/${name}:${i + 1}`
      const fault = (message: string) => { faults.push({ place, message }) }
      const cells = line.split(cellMark).map(cell => cell.trim())
      if (cells.length !== cellsOf(layer)) {
        fault(`${cells.length} cells, not ${cellsOf(layer)}`)
        return
      }
      concepts++
      const [above, targets] = layer === 'urban' ? cells.splice(columns.length, 2) : []
      const head = cells[0]!.split(wordMark)[0]!.trim()
      const known = heads.get(head.toLowerCase())
      if (known === undefined) heads.set(head.toLowerCase(), place)
      else fault(`“${head}” is a head in ${known} already`)
      columns.forEach((column, at) => {
        const words = cells[at]!.split(wordMark).map(word => word.trim()).filter(word => word !== '')
        for (const message of cellFaults(words, column)) fault(message)
        if (words.length > 0) languages[column].concepts++
        languages[column].words += words.length
      })
      if (above !== undefined && above !== '') broader.set(head.toLowerCase(), { head: above.toLowerCase(), place })
      for (const one of (targets ?? '').split(/\s+/)) if (one !== '' && one !== '-' && !target.test(one)) fault(`${one} is no target`)
    })
  }
  for (const [head, { head: above, place }] of broader) {
    if (!areas.includes(above) && !heads.has(above)) faults.push({ place, message: `nobody wrote the broader “${above}”` })
    else if (leadsRound(head, broader, areas)) faults.push({ place, message: `“${head}” is broader than itself` })
  }
  return { concepts, languages, faults }
}

const cellsOf = (layer: Layer): number => columns.length + (layer === 'urban' ? 2 : 0)

function * cellFaults (words: readonly string[], column: Column): Iterable<string> {
  if (words.length === 0) yield `${column} has no words`
  const seen = new Set<string>()
  for (const word of words) {
    const plain = word.replace(/\([^)]*\)/gu, '').trim()
    if ([...word].filter(sign => sign === '(').length !== [...word].filter(sign => sign === ')').length) yield `${column} has “${word}”, a note that words are set apart in`
    if (seen.has(word.toLowerCase())) yield `${column} has “${word}” twice`
    seen.add(word.toLowerCase())
    if (plain === '' || !scripts[column].test(plain) || (own[column]?.test(plain) === false && !acronym.test(plain))) yield `${column} has “${word}”, which is not in its script`
  }
}

/** A top concept may name its area, or itself. */
function leadsRound (start: string, broader: ReadonlyMap<string, { head: string }>, areas: readonly string[]): boolean {
  const met = new Set<string>([start])
  for (let at = broader.get(start)?.head; at !== undefined && !areas.includes(at); at = broader.get(at)?.head) {
    if (met.has(at)) return true
    met.add(at)
  }
  return false
}

/** Readings of what is not there: lines without a word and two heads or one, words twice, heads nobody wrote or whose concept has not the word. */
export function checkReadings (readings: Partial<Record<Column, readonly string[]>>, concepts: readonly Concept[]): Fault[] {
  const faults: Fault[] = []
  const byHead = new Map(concepts.map(concept => [concept.head, concept]))
  for (const [column, lines] of Object.entries(readings)) {
    const seen = new Set<string>()
    lines.forEach((line, i) => {
      const reading = parseReading(line)
      if (reading === undefined) return
      const fault = (message: string) => { faults.push({ place: `senses/${column}.txt:${i + 1}`, message }) }
      const { word, heads } = reading
      if (word === '' || heads.length === 0) fault('not “word = head; head”')
      if (seen.has(word)) fault(`“${word}” is there twice`)
      seen.add(word)
      for (const head of heads) {
        const concept = byHead.get(head)
        if (concept === undefined) fault(`nobody wrote “${head}”`)
        else if (!(concept.words[column] ?? []).some(one => one.toLowerCase() === word.toLowerCase())) fault(`“${head}” has not the word “${word}”`)
      }
    })
  }
  return faults
}

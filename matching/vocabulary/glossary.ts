import type { LanguageTools, Span } from '../analysis.ts'
import type { Analyser } from '../types.ts'
import { type Concept, headWord, type Reading } from './concepts.ts'
import { type Found, Lexicon, type Sense } from './lexicon.ts'
import { packageConcepts } from './package-words.ts'
import { nameSyllables, soundKeys } from './sounds.ts'
import { type Cut, UnspacedLexicon } from './unspaced.ts'

/** A stretch of a text and what it may mean; without senses it means itself: a name, a number, a word nobody listed. */
export interface Annotation {
  start: number
  end: number
  senses: readonly Sense[]
  /** Its own term, where it has no senses. */
  term?: string
  /** Of a name, perhaps. */
  sounds?: readonly string[]
}

export interface WeightedTerm {
  term: string
  weight: number
}

const unspacedLanguages = new Set(['zh', 'th', 'ja', 'lo', 'km', 'my'])
const packageShare = 0.3

/** A word that may mean as little as this much of the time means nothing. */
const mostEmpty = 0.25

/** By position in the English cell: how surely the word is what was meant. */
export const synonymShares = [1, 0.5, 0.35, 0.25, 0.2, 0.15]

export class Glossary {
  readonly #concepts: readonly Concept[]
  readonly #readings: Partial<Record<string, readonly Reading[]>>
  readonly #tools: Pick<LanguageTools, 'analyserFor'>
  readonly #english: Analyser
  readonly #spaced = new Map<string, Lexicon>()
  readonly #unspaced = new Map<string, UnspacedLexicon>()
  readonly #coverages = new Map<string, number>()
  readonly #terms = new Map<Concept, readonly WeightedTerm[]>()
  #byHead: Map<string, Concept> | undefined
  #byName: Map<string, Concept> | undefined

  constructor (concepts: readonly Concept[], tools: Pick<LanguageTools, 'analyserFor'>, readings: Partial<Record<string, readonly Reading[]>> = {}) {
    this.#concepts = concepts
    this.#readings = readings
    this.#tools = tools
    this.#english = tools.analyserFor('en')
  }

  /** English terms of a concept, each with how surely it says it. */
  termsOf (concept: Concept): readonly WeightedTerm[] {
    const held = this.#terms.get(concept)
    if (held !== undefined) return held
    const weights = new Map<string, number>()
    concept.words['en']?.forEach((word, position) => {
      const share = synonymShares[position] ?? 0.1
      for (const { term } of this.#english.analyse(word)) weights.set(term, Math.max(weights.get(term) ?? 0, share))
    })
    const made = [...weights].map(([term, weight]) => ({ term, weight }))
    this.#terms.set(concept, made)
    return made
  }

  /** The most usual word for a concept by its head, whose note and capitals do not count. */
  wordFor (head: string, language: string): string | undefined {
    if (this.#byName === undefined) {
      this.#byName = new Map()
      for (const concept of this.#concepts) if (!this.#byName.has(nameOf(concept.head))) this.#byName.set(nameOf(concept.head), concept)
    }
    return this.#byName.get(nameOf(head))?.words[columnOf(language)]?.[0]
  }

  /** The share of the concepts that the vocabulary says in a language, 0 to 1: how far a text in it can be understood. */
  coverage (language: string): number {
    if (language === 'en') return 1
    const known = this.#coverages.get(language)
    if (known !== undefined) return known
    const column = columnOf(language)
    const share = this.#concepts.filter(({ words }) => words[column] !== undefined && words[column].length > 0).length / Math.max(1, this.#concepts.length)
    this.#coverages.set(language, share)
    return share
  }

  annotate (text: string, { start, end, language }: Span): Annotation[] {
    const stretch = text.slice(start, end)
    const found = unspacedLanguages.has(language) ? this.#annotateUnspaced(stretch, language) : this.#annotateSpaced(stretch, language)
    for (const annotation of found) {
      annotation.start += start
      annotation.end += start
    }
    return found
  }

  #annotateSpaced (text: string, language: string): Annotation[] {
    const lexicon = this.#spacedLexicon(language)
    const words = lexicon.read(text)
    const found: Annotation[] = []
    for (let at = 0; at < words.length;) {
      const { start, stem } = words[at]!
      const match = this.#saying(lexicon.match(words, at), stem === '', language)
      const count = match?.count ?? 1
      const { end } = words[at + count - 1]!
      if (match !== undefined) found.push({ start, end, senses: match.senses })
      else if (stem !== '') {
        const word = text.slice(start, end)
        found.push({ start, end, senses: [], term: this.#ownTerm(word), ...(/\p{Ll}/u.test(word[0]!) ? {} : { sounds: soundKeys(bare(word, language)) }) })
      }
      at += count
    }
    return found
  }

  /** A function word says something where what it says is hardly a function word's in English; of English none do. */
  #saying (match: Found | undefined, isFunctionWord: boolean, language: string): Found | undefined {
    if (match === undefined || !isFunctionWord || match.count > 1) return match
    const empty = match.senses.reduce((sum, { concept, weight }) => this.#english.analyse(concept.words['en']?.[0] ?? '').length === 0 ? sum + weight : sum, 0)
    return language === 'en' || empty > mostEmpty ? undefined : match
  }

  #annotateUnspaced (text: string, language: string): Annotation[] {
    const tokens = this.#tools.analyserFor(language).analyse(text)
    const lexicon = this.#unspacedLexicon(language)
    const words = tokens.filter(token => token.piece !== true)
    const ends = new Int32Array(text.length + 1)
    const inside = new Uint8Array(text.length + 1)
    for (const { start, end } of words) {
      ends[start] = Math.max(ends[start]!, end)
      for (let i = start + 1; i < end; i++) inside[i] = 1
    }
    const found: Annotation[] = []
    for (const { 0: run, index } of text.matchAll(/[\p{Script=Han}\p{Script=Thai}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+|[^\p{Script=Han}\p{Script=Thai}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu)) {
      if (!/^[\p{Script=Han}\p{Script=Thai}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(run)) {
        for (const { start, end } of this.#english.analyse(run)) {
          found.push({ start: start + index, end: end + index, senses: [], term: this.#ownTerm(run.slice(start, end)) })
        }
        continue
      }
      const cuts: Cut[] = lexicon.cut(run, at => inside[at + index] === 1, at => Math.min((ends[at + index] ?? 0) - index, run.length))
      for (const { start, end, senses } of joined(cuts)) {
        if (senses !== undefined) {
          if (senses.length > 0) found.push({ start: start + index, end: end + index, senses })
        } else if (end - start > 1) found.push({ start: start + index, end: end + index, senses: [], term: run.slice(start, end), sounds: soundKeys(run.slice(start, end)) })
      }
      if (language === 'zh') for (const { 0: name, index: at } of run.matchAll(foreignName)) found.push({ start: at + index, end: at + index + name.length, senses: [], sounds: soundKeys(name) })
    }
    return found
  }

  #ownTerm (word: string): string {
    return this.#english.analyse(word)[0]?.term ?? ''
  }

  #spacedLexicon (language: string): Lexicon {
    const held = this.#spaced.get(language)
    if (held !== undefined) return held
    const made = new Lexicon(this.#tools.analyserFor(language))
    this.#fill(made, language)
    this.#spaced.set(language, made)
    return made
  }

  #unspacedLexicon (language: string): UnspacedLexicon {
    const held = this.#unspaced.get(language)
    if (held !== undefined) return held
    const made = new UnspacedLexicon()
    this.#fill(made, language)
    made.skip(this.#tools.analyserFor(language).functionWords ?? [])
    this.#unspaced.set(language, made)
    return made
  }

  #fill (lexicon: Lexicon | UnspacedLexicon, language: string): void {
    const column = columnOf(language)
    for (const concept of this.#concepts) lexicon.add(concept, concept.words[column] ?? [], 1)
    const readings = this.#readings[column] ?? []
    if (readings.length > 0) {
      this.#byHead ??= new Map(this.#concepts.map(concept => [concept.head, concept]))
      for (const { word, heads } of readings) lexicon.prefer(word, heads.flatMap(head => this.#byHead?.get(head) ?? []))
    }
    if (language === 'en') return
    for (const concept of packageConcepts(language)) lexicon.add(concept, (concept.words[language] ?? []).slice(0, 3), packageShare)
  }
}

const nameOf = (head: string): string => headWord(head).toLowerCase()

/** Malay is read as Indonesian. */
const columnOf = (language: string): string => language === 'ms' ? 'id' : language

/** Runs of signs that foreign names are written with. */
const foreignName = new RegExp(`[${nameSyllables}]{3,8}`, 'gu')

/** Neighbours that no word covers are one. */
function joined (cuts: readonly Cut[]): Cut[] {
  const made: Cut[] = []
  for (const cut of cuts) {
    const last = made.at(-1)
    if (last !== undefined && last.senses === undefined && cut.senses === undefined && last.end === cut.start) last.end = cut.end
    else made.push({ ...cut })
  }
  return made
}

/** Without the particles that are written on to a name. */
function bare (word: string, language: string): string {
  if (language === 'ar') return word.replace(/^(?:و|ف)?(?:ال|لل|[بلك](?=.{4}))/u, '')
  if (language === 'bn') return word.replace(/(?:দের|েরা|ের|য়ের|র|কে|তে|য়|ে)$/u, '')
  return word
}

/**
 * Glossary
 *
 * - concept: one thing meant, with the words for it in each language; its head is its first English word
 * - cell: the words of one language for a concept, the most usual first
 * - sense: a concept that a word may mean, with how likely it does
 * - gloss: what a text says, in English words, with weights by confidence
 */

/** The languages of a line's cells, in their order; the first is what all are glossed in. */
export const columns = ['en', 'zh', 'th', 'bn', 'ar', 'fil', 'id', 'es', 'fr', 'pt', 'vi', 'hi'] as const

/** Urban: cities and their problems; general: the words that make up most of any text; names: countries, peoples, cities. */
export const layers = ['urban', 'general', 'names'] as const
export type Layer = typeof layers[number]

export interface Concept {
  /** The first English word, with its note in parentheses if it has one: unique. */
  head: string
  words: Partial<Record<string, readonly string[]>>
  /** Head of a broader concept, or an area's code. */
  broader?: string
  sdgTargets?: readonly string[]
}

/** A head without its note. */
export const headWord = (head: string): string => head.replace(/\s*\([^)]*\)/gu, '')

export type Column = typeof columns[number]

/** Cells are set apart by this, words of a cell by the other. */
export const cellMark = '|'
export const wordMark = ';'

/** A line of a vocabulary file; undefined for comments and blank lines. Languages beyond its cells have no words. */
export function parseLine (line: string, layer: Layer): Concept | undefined {
  if (line.trim() === '' || line.startsWith('#')) return undefined
  const cells = line.split(cellMark).map(cell => cell.trim())
  const [broader, sdg] = layer === 'urban' ? cells.splice(columns.length, 2) : []
  const words: Record<string, string[]> = {}
  columns.forEach((column, i) => {
    const list = wordsOf(cells[i] ?? '')
    if (list.length > 0) words[column] = list
  })
  const head = (cells[0] ?? '').split(wordMark)[0]!.trim()
  return {
    head,
    words,
    ...(broader === undefined || broader === '' ? {} : { broader }),
    ...(sdg === undefined || sdg === '' || sdg === '-' ? {} : { sdgTargets: sdg.split(/\s+/) })
  }
}

/** The words of a cell, without the notes that tell senses apart. */
function wordsOf (cell: string): string[] {
  return [...new Set(cell.split(wordMark).map(word => word.replace(/\([^)]*\)/gu, '').replace(/\s+/gu, ' ').trim()).filter(word => word !== ''))]
}

/** A word of several concepts, and the heads of those it mostly means, the likeliest first. */
export interface Reading {
  word: string
  heads: readonly string[]
}

/** A line of a file of readings: `word = head; head`. Undefined for comments and blank lines. */
export function parseReading (line: string): Reading | undefined {
  if (line.trim() === '' || line.startsWith('#')) return undefined
  const [word = '', heads = ''] = line.split('=')
  return { word: word.trim(), heads: heads.split(wordMark).map(head => head.trim()).filter(head => head !== '') }
}

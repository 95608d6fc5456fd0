import { hasRightToLeft } from './bidi.ts'

/** Columns of a line of plain text, as mail has had them since terminals. */
const columns = 72

const withoutSpaces = /[\p{Script=Han}\p{Script=Thai}]/u
const twoColumns = /[\p{Script=Han}\u3000-\u303f\uff01-\uff60]/u
const noColumn = /[\p{Mn}\p{Cf}]/u
const stayWithBefore = /^[\p{Pe}\p{Pf}\p{Po}\p{M}\p{Lm}]/u
const stayWithAfter = /[\p{Ps}\p{Pi}]$/u

/** Its dictionaries go by script: Chinese is cut by Chinese ones. */
const segmenter = new Intl.Segmenter('th', { granularity: 'word' })

const width = (text: string): number => [...text].reduce((sum, character) => sum + (noColumn.test(character) ? 0 : twoColumns.test(character) ? 2 : 1), 0)

/** What may not be broken, in order: a word, or a link; in Chinese and Thai, which have no spaces between them, with its punctuation. */
const pieces = (word: string): string[] => {
  if (!withoutSpaces.test(word) || word.includes('://')) return [word]
  const found: string[] = []
  for (const { segment } of segmenter.segment(word)) {
    const last = found.at(-1)
    if (last !== undefined && (stayWithBefore.test(segment) || stayWithAfter.test(last))) found[found.length - 1] = last + segment
    else found.push(segment)
  }
  return found
}

/**
 * A paragraph in lines of 72 columns, or more for a word that is longer. One with words from right to left stays whole: each
 * line would run in the direction of its own first word, and no isolate reaches into the next line.
 */
export const wrapped = (paragraph: string, prefix = ''): string => {
  if (hasRightToLeft(paragraph)) return prefix + paragraph
  const lines = ['']
  let used = width(prefix)
  for (const word of paragraph.split(' ')) {
    let space = lines.at(-1) === '' ? '' : ' '
    for (const piece of pieces(word)) {
      const more = width(space + piece)
      if (lines.at(-1) === '' || used + more <= columns) {
        lines[lines.length - 1] += space + piece
        used += more
      } else {
        lines.push(piece)
        used = width(prefix + piece)
      }
      space = ''
    }
  }
  return lines.map((line) => (prefix + line).trimEnd()).join('\n')
}

/** What somebody wrote, told from what surrounds it by a sign before each line. */
export const quoted = (text: string): string => text.split('\n').map((line) => wrapped(line, '> ')).join('\n')

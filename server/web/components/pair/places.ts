import type { MatchFields } from '../../../schemas/matches.ts'
import type { Text } from '../../../schemas/text.ts'

export type Passage = MatchFields['passages'][number]
export type Side = 'query' | 'match'

/** One text of a profile with its translations. */
export interface Said {
  /** What matching calls it. */
  readonly field: string
  /** What its form calls it. */
  readonly name: string
  readonly text: Text
}

/** Where a passage stands. */
export interface Place {
  /** From 1; the same on both sides. */
  readonly number: number
  /** Position among the texts, and in what is said there: 0 the original, then its translations. */
  readonly text: number
  readonly version: number
  /** UTF-16 offsets. */
  readonly start: number
  readonly end: number
}

/** The original, then its translations. */
export const versionsOf = ({ text, language, origin, translations }: Text) => [{ text, language, origin }, ...translations]

/** Passages are stretches of the texts as they are; should one have been trimmed or broken otherwise, spaces do not count. */
const found = (text: string, passage: string): { start: number, end: number } | undefined => {
  const start = text.indexOf(passage)
  if (start >= 0) return { start, end: start + passage.length }
  const words = passage.split(/\s+/).filter((word) => word !== '').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const loose = words.length === 0 ? null : new RegExp(words.join('\\s+'), 'u').exec(text)
  return loose === null ? undefined : { start: loose.index, end: loose.index + loose[0].length }
}

/** Where each passage of one side stands in its texts: in a text of its field and language first. What stands nowhere is left out. */
export const placesOf = (passages: readonly Passage[], side: Side, texts: readonly Said[]): Place[] => passages.flatMap((pair, index) => {
  const [passage, field, language] = side === 'query' ? [pair.query, pair.queryField, pair.queryLanguage] : [pair.match, pair.field, pair.matchLanguage]
  const everywhere = texts.flatMap((said, text) => versionsOf(said.text).flatMap((version, number) => {
    const at = found(version.text, passage)
    return at === undefined ? [] : [{ number: index + 1, text, version: number, ...at, fits: Number(said.field === field) * 2 + Number(version.language === language) }]
  }))
  const best = everywhere.toSorted((a, b) => b.fits - a.fits)[0]
  if (best === undefined) return []
  const { fits: _, ...place } = best
  return [place]
})

/** A stretch of a text that the same passages cover all along. */
export interface Piece {
  readonly text: string
  readonly numbers: readonly number[]
  /** Passages that begin with it. */
  readonly begins: readonly number[]
}

/** A text cut where passages begin and end. */
export const piecesOf = (text: string, places: readonly Place[]): Piece[] => {
  const cuts = [...new Set([0, ...places.flatMap(({ start, end }) => [start, end]), text.length])].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, index) => {
    const covering = places.filter((place) => place.start <= start && start < place.end)
    return { text: text.slice(start, cuts[index + 1]), numbers: covering.map(({ number }) => number), begins: covering.filter((place) => place.start === start).map(({ number }) => number) }
  })
}

/** Scripts that set no spaces between words: there a word may begin and end anywhere. */
const unspaced = /^[\p{Script=Han}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Hiragana}\p{Script=Katakana}]/u
const before = '(?<![\\p{L}\\p{N}\\p{M}])'
const after = '(?![\\p{L}\\p{N}\\p{M}])'

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Whole words of a text, whichever their case; undefined where there are none to look for. */
const finderOf = (words: readonly string[]): RegExp | undefined => {
  const patterns = words.filter((word) => word.trim() !== '').toSorted((a, b) => b.length - a.length).map((word) => unspaced.test(word) ? escaped(word) : before + escaped(word) + after)
  return patterns.length === 0 ? undefined : new RegExp(`(${patterns.join('|')})`, 'giu')
}

export const saysWord = (text: string, word: string): boolean => finderOf([word])?.test(text) === true

/** A text with the words marked that tie it to another, as far as it says them. */
export const Marked = ({ text, words }: { text: string, words: readonly string[] }) => {
  const finder = finderOf(words)
  return <>{(finder === undefined ? [text] : text.split(finder)).map((piece, index) => index % 2 === 1 ? <mark key={index}>{piece}</mark> : piece)}</>
}

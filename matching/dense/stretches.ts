/** About what 256 word pieces of English hold. */
const mostWords = 190

/** What each further stretch counts for beside the first, in which people say what it is about. */
const furtherShare = 0.5

/** An English text as an encoder of 256 word pieces can read it all: as it is, which shows it the beginning, then what follows in stretches; the last may reach back. */
export function stretches (text: string): string[] {
  const words = text.split(/\s+/u).filter(word => word !== '')
  const all = [text]
  for (let from = mostWords; from < words.length; from += mostWords) {
    const begin = Math.max(mostWords / 2, Math.min(from, words.length - mostWords))
    all.push(words.slice(begin, begin + mostWords).join(' '))
  }
  return all
}

/** One vector for a text from those of its stretches, in their order; not of unit length. */
export function wholeVector (vectors: readonly Float32Array[]): Float32Array {
  const [first = new Float32Array(0), ...further] = vectors
  if (further.length === 0) return first
  const whole = first.slice()
  for (const vector of further) for (let i = 0; i < whole.length; i++) whole[i]! += vector[i]! * furtherShare
  return whole
}

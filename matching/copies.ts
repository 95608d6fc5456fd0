import type { AnalysedText } from './analysis.ts'

/** Words that follow one another, taken together. */
const shingle = 3
const hashes = 64

/** Shorter texts are like one another without being copies. */
const fewestTerms = 12

/** Texts that have this share of their shingles in common are copies of one another, but for a few words. */
const copied = 0.75

const multipliers = Uint32Array.from({ length: hashes }, (_, i) => mixed(i * 2 + 1) | 1)
const offsets = Uint32Array.from({ length: hashes }, (_, i) => mixed(i * 2 + 2))

/**
 * What is left of a profile's texts to tell copies by: the least of 64 hashes of its shingles of terms (Broder 1997, "On the
 * resemblance and containment of documents"). The share of equal places estimates the share of shingles in common, off by .06
 * at most in two of three cases. Undefined where there are too few words to tell.
 */
export function signatureOf (texts: readonly AnalysedText[]): Uint32Array | undefined {
  const terms = texts.flatMap(({ tokens }) => tokens.flatMap(({ term, piece }) => piece === true ? [] : [term]))
  if (terms.length < fewestTerms) return undefined
  const numbers = terms.map(hashOf)
  const least = new Uint32Array(hashes).fill(0xFFFFFFFF)
  for (let at = 0; at + shingle <= numbers.length; at++) {
    let code = 0
    for (let i = 0; i < shingle; i++) code = mixed(code ^ numbers[at + i]!)
    for (let i = 0; i < hashes; i++) {
      const value = mixed(Math.imul(code, multipliers[i]!) + offsets[i]!)
      if (value < least[i]!) least[i] = value
    }
  }
  return least
}

export function areCopies (a: Uint32Array | undefined, b: Uint32Array | undefined): boolean {
  if (a === undefined || b === undefined) return false
  let equal = 0
  for (let i = 0; i < hashes; i++) if (a[i] === b[i]) equal++
  return equal >= hashes * copied
}

/** FNV-1a over UTF-16 units. */
function hashOf (term: string): number {
  let hash = 0x811C9DC5
  for (let i = 0; i < term.length; i++) hash = Math.imul(hash ^ term.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** A permutation of 32 bits: the finaliser of MurmurHash3 (Appleby, public domain). */
function mixed (value: number): number {
  let bits = value >>> 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x85EBCA6B)
  bits = Math.imul(bits ^ (bits >>> 13), 0xC2B2AE35)
  return (bits ^ (bits >>> 16)) >>> 0
}

/** UTF-16 offsets into the text, without the white space around. */
export interface Span {
  start: number
  end: number
}

/** A passage is a sentence or two; a longer stretch is cut at a clause or a space, in units. */
const longest = 400
/** Thai and its neighbours put a space where a clause ends; pieces are filled up to about this many units. */
const clauseTarget = 120
/** The segmenter is handed at most this many units at once. */
const block = 20_000

const bySpaces = new Set(['th', 'lo', 'km', 'my'])
const abbreviation = /(?:^|[\s(])(?:\p{L}|\p{L}\.\p{L}|Dr|Mr|Mrs|Ms|Prof|St|No|Nos|Fig|vs|cf|ca|approx|etc|Inc|Ltd|Co|Jr|Sr|Sra|Gov|Sen|Rep|Art|Tel|bzw|Nr|vgl|Ing|Lic|Ud|Uds|EE|UU|pág|núm|hlm|dll|dsb|Gng|Bb|डॉ|श्री|ডা|ড|মো)\.$/u

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

function trimmed (text: string, start: number, end: number): Span | undefined {
  const part = text.slice(start, end)
  const from = start + part.length - part.trimStart().length
  const to = start + part.trimEnd().length
  return to > from ? { start: from, end: to } : undefined
}

/** The last place to cut before `end`: after a clause's punctuation, else a space, else anywhere but inside a character. */
function cutBefore (text: string, start: number, end: number): number {
  for (const pattern of [/[;:,،؛،、，；：·•]/u, /\s/u]) {
    for (let i = end - 1; i > start + longest / 4; i--) if (pattern.test(text[i] ?? '')) return i + 1
  }
  return (text.charCodeAt(end) & 0xfc00) === 0xdc00 ? end - 1 : end
}

function pushCut (text: string, span: Span, found: Span[]): void {
  let { start } = span
  while (span.end - start > longest) {
    const at = cutBefore(text, start, start + longest)
    const piece = trimmed(text, start, at)
    if (piece !== undefined) found.push(piece)
    start = at
  }
  const rest = trimmed(text, start, span.end)
  if (rest !== undefined) found.push(rest)
}

/** Clauses between spaces, joined until a piece is about a sentence long. */
function clauses (text: string, from: number, to: number, found: Span[]): void {
  let start = from
  for (let i = from; i < to; i++) {
    const sign = text[i] ?? ''
    if ((i - start >= clauseTarget && /\s/u.test(sign)) || (/[!?។៕။]/u.test(sign) && i - start >= clauseTarget / 4)) {
      pushCut(text, { start, end: i + 1 }, found)
      start = i + 1
    }
  }
  pushCut(text, { start, end: to }, found)
}

const terminator = /[.!?…。！？．｡।॥؟۔]/u

/** Sentences of one line by Unicode's rules (UAX 29: full stops, 。！？, danda), without the breaks after abbreviations. */
function byRules (text: string, from: number, to: number, found: Span[]): void {
  const line = text.slice(from, to)
  let start = from
  if (terminator.test(line)) {
    for (const { segment, index } of segmenter.segment(line)) {
      const end = from + index + segment.length
      const tail = segment.trimEnd()
      if (tail.endsWith('.') && end < to && end - start < longest && abbreviation.test(tail.slice(-12))) continue
      pushCut(text, { start, end }, found)
      start = end
    }
  }
  if (start < to) pushCut(text, { start, end: to }, found)
}

/**
 * A text's sentences, or where the language marks none (Thai) pieces as long as a sentence or two. In order, without overlap,
 * at most 400 UTF-16 units each; what is between them is white space.
 */
export function sentences (text: string, language: string): Span[] {
  const found: Span[] = []
  const cut = bySpaces.has(language) ? clauses : byRules
  for (let start = 0; start < text.length;) {
    const line = text.indexOf('\n', start)
    let end = Math.min(line < 0 ? text.length : line + 1, start + block)
    if ((text.charCodeAt(end) & 0xfc00) === 0xdc00) end++
    cut(text, start, end, found)
    start = end
  }
  return found
}

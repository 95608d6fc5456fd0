/** What no token stands for: control, format, private-use and lone surrogate code points, and the sign for an unreadable one. */
const unreadable = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\uFFFD]/gu
const accents = /\p{Mn}/gu
/** Han, each sign a word; the blocks are those of BERT's own `_is_chinese_char`. */
const hanSigns = /[\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{20000}-\u{2A6DF}\u{2A700}-\u{2CEAF}\u{2F800}-\u{2FA1F}]/gu
/** Words, and every sign of punctuation by itself; BERT takes all of ASCII that is neither letter, digit nor space for punctuation. */
const words = /[^\s\p{P}$+<=>^`|~]+|[\p{P}$+<=>^`|~]/gu

const longestWord = 100
const continued = '##'

/**
 * The tokenizer of BERT, uncased (https://github.com/google-research/bert/blob/master/tokenization.py): text to the numbers of
 * its word pieces, [CLS] before and [SEP] after. Words are cut into the longest pieces that the vocabulary has, from the left;
 * a word that cannot be cut is [UNK]. The names of special tokens inside a text are words like others.
 */
export class WordPieces {
  readonly #vocabulary: ReadonlyMap<string, number>
  readonly #first: number
  readonly #last: number
  readonly #unknown: number

  /** Throws where the vocabulary lacks a special token. */
  constructor (vocabulary: ReadonlyMap<string, number>) {
    const special = (token: string): number => {
      const number = vocabulary.get(token)
      if (number === undefined) throw new Error(`the vocabulary has no ${token}`)
      return number
    }
    this.#vocabulary = vocabulary
    this.#first = special('[CLS]')
    this.#last = special('[SEP]')
    this.#unknown = special('[UNK]')
  }

  /** At most `most` tokens, the two around the text among them. */
  tokens (text: string, most: number): number[] {
    const tokens = [this.#first]
    for (const [word] of plain(text).matchAll(words)) {
      tokens.push(...this.#pieces(word))
      if (tokens.length >= most) break
    }
    tokens.length = Math.min(tokens.length, most - 1)
    tokens.push(this.#last)
    return tokens
  }

  #pieces (word: string): number[] {
    const signs = [...word]
    if (signs.length > longestWord) return [this.#unknown]
    const pieces: number[] = []
    for (let from = 0; from < signs.length;) {
      const [number, to] = this.#longest(signs, from)
      if (number === undefined) return [this.#unknown]
      pieces.push(number)
      from = to
    }
    return pieces
  }

  /** The longest piece that starts at `from`, and where it ends. */
  #longest (signs: readonly string[], from: number): [number | undefined, number] {
    const start = from === 0 ? '' : continued
    for (let to = signs.length; to > from; to--) {
      const number = this.#vocabulary.get(start + signs.slice(from, to).join(''))
      if (number !== undefined) return [number, to]
    }
    return [undefined, from]
  }
}

/** Small letters without accents, readable signs only. */
function plain (text: string): string {
  return text.replace(unreadable, '').replace(hanSigns, ' $& ').normalize('NFD').replace(accents, '').toLowerCase()
}

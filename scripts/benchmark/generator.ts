import { seededRandom } from '../../matching/metrics/random.ts'
import { contentWords, functionWords } from './words.ts'

export interface Text {
  title: string
  text: string
}

const vocabularySize = 60_000
const topics = 400
const topicWords = 150
const functionShare = 0.45
const topicShare = 0.4
/** Mandelbrot's offsets: the first ranks of English belong to the function words. */
const offsets = { function: 2.7, content: 20, topic: 5 }
const medianLength = 150
const sentenceLength = 18

type Random = () => number

/** Draws ranks from 0 by Zipf's law in Mandelbrot's form: frequency in proportion to 1 / (rank + offset). */
function zipf (size: number, offset: number): (random: Random) => number {
  const cumulative = new Float64Array(size)
  let sum = 0
  for (let rank = 0; rank < size; rank++) cumulative[rank] = sum += 1 / (rank + 1 + offset)
  return random => {
    const target = random() * sum
    let low = 0
    let high = size - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((cumulative[middle] ?? 0) < target) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Box and Muller 1958. */
function normal (random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/**
 * Made-up profiles: words by Zipf's law with the function words of English, each text about one of 400
 * topics, so that words recur in it as they do in real ones; lengths log-normal about 150 words. The same seed gives the same
 * texts on every machine, and a longer run begins with the texts of a shorter one.
 */
export class TextGenerator {
  readonly #random: Random
  readonly #content = contentWords(vocabularySize)
  readonly #topics: string[][]
  readonly #drawContent = zipf(vocabularySize, offsets.content)
  readonly #drawFunction = zipf(functionWords.length, offsets.function)
  readonly #drawTopicWord = zipf(topicWords, offsets.topic)

  constructor (seed: number) {
    this.#random = seededRandom(seed)
    // What topics there are does not depend on the seed: queries and profiles share them.
    const random = seededRandom(23)
    this.#topics = Array.from({ length: topics }, () =>
      Array.from({ length: topicWords }, () => this.#content[this.#drawContent(random)] ?? ''))
  }

  #topic (): readonly string[] {
    return this.#topics[Math.floor(this.#random() * topics)] ?? []
  }

  #contentWord (topic: readonly string[]): string {
    const word = this.#random() < topicShare
      ? topic[this.#drawTopicWord(this.#random)]
      : this.#content[this.#drawContent(this.#random)]
    return word ?? ''
  }

  #word (topic: readonly string[]): string {
    return this.#random() < functionShare
      ? functionWords[this.#drawFunction(this.#random)] ?? ''
      : this.#contentWord(topic)
  }

  #words (count: number, word: () => string): string[] {
    return Array.from({ length: count }, word)
  }

  #sentences (length: number, topic: readonly string[]): string {
    const sentences: string[] = []
    for (let left = length; left > 0;) {
      const count = Math.min(left, Math.max(4, Math.round(sentenceLength + 5 * normal(this.#random))))
      sentences.push(`${capitalised(this.#words(count, () => this.#word(topic)).join(' '))}.`)
      left -= count
    }
    return sentences.join(' ')
  }

  /** A profile's title and text. */
  profile (): Text {
    const topic = this.#topic()
    const length = Math.round(medianLength * Math.exp(0.45 * normal(this.#random)))
    return {
      title: capitalised(this.#words(4 + Math.floor(this.#random() * 4), () => this.#word(topic)).join(' ')),
      text: this.#sentences(Math.min(800, Math.max(20, length)), topic)
    }
  }

  /** A whole challenge of 150 words. */
  longQuery (): string {
    return this.#sentences(medianLength, this.#topic())
  }

  /** Three to five content words. */
  shortQuery (): string {
    const topic = this.#topic()
    return this.#words(3 + Math.floor(this.#random() * 3), () => this.#contentWord(topic)).join(' ')
  }
}

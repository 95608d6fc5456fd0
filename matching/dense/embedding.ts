import { setImmediate, setTimeout } from 'node:timers/promises'
import type { FieldText, Matcher, Profile } from '../types.ts'
import type { Encoder } from './encoder.ts'
import { stretches, wholeVector } from './stretches.ts'
import type { VectorCache } from './vector-cache.ts'

/** An encoder and what it has encoded before. */
export interface Encoded {
  encoder: Encoder
  cache: VectorCache
}

export interface EmbeddingSettings {
  /** What served before another encoder was chosen: it goes on serving until all profiles have their new vectors, unless these cannot be kept. */
  previous?: Encoded
  /** Told when the encoder fails, once for each run of failures; it is tried again. */
  onError?: (error: unknown) => void
  /** Milliseconds before the first further try, doubled up to the last. */
  firstDelay?: number
  lastDelay?: number
}

export interface EmbeddingProgress {
  /** Name of the encoder whose vectors take part in matches, and of the one whose are made. */
  serving: string
  making: string
  /** Profiles whose vectors are to be made, and all. */
  waiting: number
  profiles: number
}

interface Wanted {
  profile: Profile
  /** The texts as the encoder was given them; empty until then. */
  keys: readonly string[]
}

/** Profiles encoded in one go: few, so that a failure costs little. */
const mostTogether = 16

/**
 * Gives a matcher's profiles their vectors in the background: from the cache where they were made before, else by the encoder, in the
 * order in which they came. A profile is matched by its words from the first and by its vectors as soon as they are there.
 * While a previous encoder serves, profiles that come or change have its vectors only if they had them before.
 */
export class Embedding {
  readonly #matcher: Matcher
  readonly #made: Encoded
  readonly #settings: Required<Omit<EmbeddingSettings, 'previous'>>
  #previous: Encoded | undefined
  readonly #wanted = new Map<string, Wanted>()
  readonly #waiting = new Set<string>()
  /** How many profiles each text is of. */
  readonly #uses = new Map<string, number>()
  readonly #closing = new AbortController()
  #work: Promise<void> | undefined

  constructor (matcher: Matcher, made: Encoded, { previous, onError = () => {}, firstDelay = 1000, lastDelay = 60_000 }: EmbeddingSettings = {}) {
    this.#matcher = matcher
    this.#made = made
    this.#previous = made.cache.writes ? previous : undefined
    this.#settings = { onError, firstDelay, lastDelay }
  }

  /** What its vectors are made of. */
  get reads (): Encoder['reads'] {
    return this.#serving.encoder.reads
  }

  get progress (): EmbeddingProgress {
    return { serving: this.#serving.encoder.name, making: this.#made.encoder.name, waiting: this.#waiting.size, profiles: this.#wanted.size }
  }

  /** Of a profile that the matcher has just been given. */
  upsert (profile: Profile): void {
    this.#let(this.#wanted.get(profile.id), profile)
    this.#waiting.add(profile.id)
    if (!this.#closing.signal.aborted) this.#work ??= this.#run().finally(() => { this.#work = undefined })
  }

  /** Of a profile that the matcher has just lost; what was kept of its texts goes too. */
  remove (id: string): void {
    this.#let(this.#wanted.get(id), undefined)
    this.#wanted.delete(id)
    this.#waiting.delete(id)
  }

  /** The vector of a query's texts, before all that waits; undefined where the encoder fails or takes longer than `patience` milliseconds. */
  async vectorsOf (texts: readonly FieldText[], patience = Infinity): Promise<readonly [Float32Array] | undefined> {
    const { encoder, cache } = this.#serving
    const said = this.#said(texts, encoder)
    const known = said.map(text => cache.get(text))
    if (known.every(vector => vector !== undefined)) return [wholeVector(known)]
    const enough = new AbortController()
    try {
      const encoded = encoder.encode(said, { urgent: true })
      const late = patience === Infinity ? [] : [setTimeout(patience, undefined, { signal: enough.signal, ref: false })]
      const vectors = await Promise.race([encoded, ...late])
      return vectors === undefined ? undefined : [wholeVector(vectors)]
    } catch (error) {
      this.#settings.onError(error)
      return undefined
    } finally {
      enough.abort()
    }
  }

  /** Resolves when no profile waits, or this is closed. */
  async settled (): Promise<void> {
    while (this.#work !== undefined) await this.#work
  }

  /** Forgets what the cache has of texts that no profile has; for when the matcher has all profiles and none waits. */
  forgetOthers (): void {
    if (this.#waiting.size === 0) this.#made.cache.retain(this.#uses)
  }

  async close (): Promise<void> {
    this.#closing.abort()
    await Promise.all(this.#all.map(async ({ encoder }) => { await encoder.close() }))
    await this.#work
    for (const { cache } of this.#all) cache.close()
  }

  get #all (): Encoded[] {
    return this.#previous === undefined ? [this.#made] : [this.#made, this.#previous]
  }

  get #serving (): Encoded {
    return this.#previous ?? this.#made
  }

  #said (texts: readonly FieldText[], encoder: Encoder): string[] {
    if (encoder.reads === 'any') return [texts.map(({ text }) => text).join('. ')]
    return stretches(this.#matcher.gloss(texts))
  }

  async #run (): Promise<void> {
    let delay = this.#settings.firstDelay
    let together = mostTogether
    while (this.#waiting.size > 0 && !this.#closing.signal.aborted) {
      const ids = first(this.#waiting, together)
      try {
        await this.#make(ids)
        delay = this.#settings.firstDelay
        together = mostTogether
      } catch (error) {
        if (this.#closing.signal.aborted) return
        if (together === 1) {
          // What alone cannot be encoded waits behind all others.
          for (const id of ids) if (this.#waiting.delete(id)) this.#waiting.add(id)
        }
        if (delay === this.#settings.firstDelay) this.#settings.onError(error)
        together = 1
        await setTimeout(delay, undefined, { signal: this.#closing.signal, ref: false }).catch(() => {})
        delay = Math.min(delay * 2, this.#settings.lastDelay)
      }
    }
    if (this.#waiting.size === 0) this.#swap()
  }

  async #make (ids: readonly string[]): Promise<void> {
    const { encoder, cache } = this.#made
    const jobs: Array<{ id: string, wanted: Wanted, said: readonly string[] }> = []
    const vectors = new Map<string, Float32Array | undefined>()
    for (const id of ids) {
      // One turn of the event loop for each: glossing takes a millisecond, and requests go before.
      await setImmediate()
      const wanted = this.#wanted.get(id)
      if (wanted === undefined) continue
      if (this.#previous !== undefined) this.#serve(id, wanted.profile, this.#previous)
      const said = this.#said(wanted.profile.texts, encoder)
      for (const text of said) vectors.set(text, cache.get(text))
      jobs.push({ id, wanted, said })
    }
    const missing = [...vectors].filter(([, vector]) => vector === undefined).map(([text]) => text)
    const encoded = missing.length === 0 ? [] : await encoder.encode(missing)
    missing.forEach((text, i) => {
      vectors.set(text, encoded[i]!)
      cache.add(text, encoded[i]!)
    })
    for (const { id, wanted, said } of jobs) {
      if (this.#wanted.get(id) !== wanted) continue // changed or gone meanwhile
      this.#waiting.delete(id)
      wanted.keys = said.map(text => cache.keyOf(text))
      for (const key of wanted.keys) this.#uses.set(key, (this.#uses.get(key) ?? 0) + 1)
      if (this.#previous === undefined) this.#matcher.give(id, [wholeVector(said.map(text => vectors.get(text)!))])
    }
  }

  /** Vectors as they were made before, if all are there. */
  #serve (id: string, profile: Profile, { encoder, cache }: Encoded): boolean {
    const vectors = this.#said(profile.texts, encoder).map(text => cache.get(text))
    const known = vectors.every(vector => vector !== undefined)
    if (known) this.#matcher.give(id, [wholeVector(vectors)])
    return known
  }

  /** All at once, so that no answer compares vectors of two encoders. */
  #swap (): void {
    const previous = this.#previous
    if (previous === undefined) return
    this.#previous = undefined
    for (const [id, { profile }] of this.#wanted) if (!this.#serve(id, profile, this.#made)) this.#matcher.give(id, [])
    previous.encoder.close().catch(this.#settings.onError)
    previous.cache.close()
  }

  #let (before: Wanted | undefined, profile: Profile | undefined): void {
    for (const key of before?.keys ?? []) {
      const uses = this.#uses.get(key)! - 1
      if (uses > 0) this.#uses.set(key, uses)
      else {
        this.#uses.delete(key)
        this.#made.cache.forget(key)
      }
    }
    if (profile !== undefined) this.#wanted.set(profile.id, { profile, keys: [] })
  }
}

function first (ids: Iterable<string>, count: number): string[] {
  const taken: string[] = []
  for (const id of ids) if (taken.push(id) === count) break
  return taken
}

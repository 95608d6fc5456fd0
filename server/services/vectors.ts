import { randomUUID } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { Embedding, type Encoded } from '../../matching/dense/embedding.ts'
import { type EncoderSpec, openEncoder } from '../../matching/dense/index.ts'
import { VectorCache } from '../../matching/dense/vector-cache.ts'
import type { FieldText, Matcher, Profile } from '../../matching/index.ts'

/** Vectors of a matcher's profiles and of what is asked, as far as an encoder is to be had; without one, words and meanings match alone. */
export interface Vectors {
  /** The matcher has been given this profile, or has lost it. */
  upsert (profile: Profile): void
  remove (id: string): void
  /** The matcher has all profiles of the store: vectors begin to be made. */
  filled (): void
  /** Undefined where there is no encoder, or none that answers soon. */
  ofTexts (texts: readonly FieldText[]): Promise<readonly Float32Array[] | undefined>
  /** Name of the encoder whose vectors take part in matches. */
  readonly encoder: string | undefined
  /** What its vectors are made of. */
  readonly reads: 'english' | 'any' | undefined
  /** Profiles whose vectors are yet to be made. */
  readonly waiting: number
  /** Resolves when none waits, rejects never; after `filled`. */
  settled (): Promise<void>
  close (): Promise<void>
}

export const noVectors: Vectors = {
  upsert () {},
  remove () {},
  filled () {},
  ofTexts: async () => undefined,
  encoder: undefined,
  reads: undefined,
  waiting: 0,
  settled: async () => {},
  close: async () => {}
}

export interface VectorSettings {
  encoder: EncoderSpec
  /** For the model and the vectors, which are made again where this is lost. */
  cacheDirectory: string
  onError: (error: unknown) => void
}

/** How long an answer waits for the vector of what is asked. */
const patienceMilliseconds = 2000
const againMilliseconds = 30_000

const specs = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('minilm') }),
  z.object({ kind: z.literal('openai'), baseUrl: z.string(), model: z.string(), dimensions: z.int().optional() }),
  z.object({ kind: z.literal('transformers'), directory: z.string() })
])
/** Which encoder's vectors served last. */
const servedLast = z.object({ name: z.string(), spec: specs })

/** Opens the encoder in the background, again and again until it can be. */
export const createVectors = (matcher: Matcher, { encoder: spec, cacheDirectory, onError }: VectorSettings): Vectors => {
  if (spec.kind === 'none') return noVectors
  const remembered = join(cacheDirectory, 'encoder.json')
  const early = new Map<string, Profile>()
  const closing = new AbortController()
  let embedding: Embedding | undefined
  let opening: Promise<void> = Promise.resolve()
  let remembering: Promise<void> = Promise.resolve()

  const encoded = async (wanted: EncoderSpec): Promise<Encoded> => {
    const encoder = await openEncoder(wanted, { cacheDirectory })
    if (encoder === undefined) throw new Error('no encoder')
    return { encoder, cache: await VectorCache.open(cacheDirectory, encoder) }
  }

  const open = async (): Promise<void> => {
    const made = await encoded(spec)
    const previous = await before(made.encoder.name)
    if (closing.signal.aborted) {
      for (const { encoder, cache } of previous === undefined ? [made] : [made, previous]) {
        await encoder.close()
        cache.close()
      }
      return
    }
    embedding = new Embedding(matcher, made, { previous, onError })
    for (const profile of early.values()) embedding.upsert(profile)
    early.clear()
    remembering = embedding.settled().then(async () => {
      if (closing.signal.aborted) return
      embedding?.forgetOthers()
      await remember({ name: made.encoder.name, spec: specs.parse(spec) })
    }).catch(onError)
  }

  /** Another encoder that served before and can still be asked. */
  const before = async (name: string): Promise<Encoded | undefined> => {
    const last = servedLast.safeParse(await readFile(remembered, 'utf8').then(JSON.parse).catch(() => undefined))
    if (!last.success || last.data.name === name) return undefined
    const key = spec.kind === 'openai' && last.data.spec.kind === 'openai' && spec.baseUrl === last.data.spec.baseUrl ? { apiKey: spec.apiKey } : {}
    return encoded({ ...last.data.spec, ...key }).catch(() => undefined)
  }

  const remember = async (served: z.infer<typeof servedLast>): Promise<void> => {
    // A name of its own: other processes may share the folder, and end at the same moment.
    const made = `${remembered}.${randomUUID()}`
    await writeFile(made, JSON.stringify(served))
    await rename(made, remembered)
  }

  const openAtLast = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      try {
        await open()
        return
      } catch (error) {
        onError(error)
        await setTimeout(againMilliseconds, undefined, { signal: closing.signal, ref: false }).catch(() => {})
      }
    }
  }

  return {
    upsert (profile) {
      if (embedding === undefined) early.set(profile.id, profile)
      else embedding.upsert(profile)
    },
    remove (id) {
      early.delete(id)
      embedding?.remove(id)
    },
    filled () { opening = openAtLast() },
    ofTexts: async (texts) => embedding?.vectorsOf(texts, patienceMilliseconds),
    get encoder () { return embedding?.progress.serving },
    get reads () { return embedding?.reads },
    get waiting () { return embedding?.progress.waiting ?? early.size },
    async settled () {
      await opening
      await embedding?.settled()
    },
    async close () {
      closing.abort()
      await opening
      await embedding?.close()
      await remembering
    }
  }
}

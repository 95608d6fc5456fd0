import { type Encoder, EncoderError } from '../encoder.ts'
import { vectorsIn } from './answer.ts'
import { type EndpointSettings, post } from './endpoint.ts'

export interface OpenAiSpec {
  /** Up to and without `/embeddings`: `https://api.openai.com/v1`. */
  baseUrl: string
  model: string
  apiKey?: string
  /** Asked for where given; else those of the model. */
  dimensions?: number
}

const mostTexts = 64
/** Cut here: 8,000 characters are about 2,000 tokens of English, and fewer than 8,192 of any language that is not written very unusually. */
const mostCharacters = 8000

const usual = { timeout: 30_000, attempts: 5, firstDelay: 500 }

/**
 * An embeddings endpoint of OpenAI's kind, which most servers of models offer. What is not urgent goes one request at a time;
 * what is urgent goes at once. Rejects with `EncoderError` where a first request does not tell the dimensions.
 */
export async function openOpenAi (spec: OpenAiSpec, settings: Partial<typeof usual> = {}): Promise<Encoder> {
  const closing = new AbortController()
  const endpoint = { ...usual, ...settings, url: embeddingsUrl(spec.baseUrl), apiKey: spec.apiKey, closed: closing.signal }
  const [probe] = await request(spec, endpoint, ['dimensions'], spec.dimensions)
  return new OpenAi(spec, endpoint, probe!.length, closing)
}

class OpenAi implements Encoder {
  readonly name: string
  readonly dimensions: number
  readonly reads = 'any'
  readonly #spec: OpenAiSpec
  readonly #endpoint: EndpointSettings
  readonly #closing: AbortController
  #turn: Promise<unknown> = Promise.resolve()

  constructor (spec: OpenAiSpec, endpoint: EndpointSettings, dimensions: number, closing: AbortController) {
    this.#spec = spec
    this.#endpoint = endpoint
    this.#closing = closing
    this.dimensions = dimensions
    this.name = `${spec.model} ${dimensions} at ${endpoint.url.host}${endpoint.url.pathname}`
  }

  async encode (texts: readonly string[], { urgent = false }: { urgent?: boolean } = {}): Promise<Float32Array[]> {
    const vectors: Float32Array[] = []
    for (let from = 0; from < texts.length; from += mostTexts) {
      const batch = texts.slice(from, from + mostTexts)
      vectors.push(...await (urgent ? this.#request(batch) : this.#inTurn(batch)))
    }
    return vectors
  }

  async close (): Promise<void> {
    this.#closing.abort()
  }

  #inTurn (texts: readonly string[]): Promise<Float32Array[]> {
    const request = this.#turn.then(() => this.#request(texts))
    this.#turn = request.catch(() => undefined)
    return request
  }

  async #request (texts: readonly string[]): Promise<Float32Array[]> {
    if (this.#closing.signal.aborted) throw new EncoderError(`${this.name} is closed`)
    return await request(this.#spec, this.#endpoint, texts, this.dimensions)
  }
}

async function request ({ model, dimensions: asked }: OpenAiSpec, endpoint: EndpointSettings, texts: readonly string[], dimensions: number | undefined): Promise<Float32Array[]> {
  const answer = await post({
    model,
    input: texts.map(cut),
    encoding_format: 'float',
    ...(asked === undefined ? {} : { dimensions: asked })
  }, endpoint)
  return vectorsIn(answer, texts.length, dimensions)
}

/** Endpoints refuse the empty text, and half a character of two surrogates. */
function cut (text: string): string {
  const short = text.slice(0, mostCharacters).replace(/\p{Cs}/gu, '')
  return short === '' ? ' ' : short
}

/** A name and a password in the URL would end up in logs; `fetch` refuses them, and says so with the whole URL. */
function embeddingsUrl (baseUrl: string): URL {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) throw new EncoderError('the base URL of an embeddings endpoint begins with https:// or http://')
  if (url.username !== '' || url.password !== '') throw new EncoderError('the base URL of an embeddings endpoint has a name or a password in it; give the key apart')
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/embeddings`
  return url
}

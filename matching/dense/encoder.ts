/** Turns texts into vectors whose cosine says how near their meanings are. */
export interface Encoder {
  /** Model, its edition and how it is run: vectors of different names are never compared. */
  readonly name: string
  readonly dimensions: number
  /** `english`: texts in other languages are handed over as their English gloss; `any`: as they are. */
  readonly reads: 'english' | 'any'
  /**
   * Unit length, one a text, in order. Long texts are cut by the encoder. `urgent` texts go before all that wait.
   * Rejects with `EncoderError` when it cannot be done; a caller may try again later.
   */
  encode (texts: readonly string[], options?: { urgent?: boolean }): Promise<Float32Array[]>
  /** What still waits is rejected. */
  close (): Promise<void>
}

export class EncoderError extends Error {
  override readonly name = 'EncoderError'
}

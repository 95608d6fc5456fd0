/** What goes between a pool and its worker threads. One text a message: the next urgent one waits for one text at most. */

export interface Loaded {
  name: string
  dimensions: number
}

export interface Request {
  text: string
}

export type Answer =
  | { loaded: Loaded }
  | { progress: string }
  | { vector: Float32Array }
  | { failed: string }

import type { BenchmarkDocument } from '../source.ts'

/** A search engine under measurement, empty until `index` was called once. */
export interface Engine {
  index (documents: readonly BenchmarkDocument[]): void | Promise<void>
  /** The ids of the ten best, best first. */
  search (query: string): readonly string[] | Promise<readonly string[]>
  /** Bytes that the engine says its index holds. */
  bytes? (): number
}

/** What an engine is made with. */
export interface Surroundings {
  /** Loads a package that was installed for this engine, as CommonJS. */
  load: NodeJS.Require
  /** An empty folder of its own, removed afterwards. */
  folder: string
}

export const limit = 10

/** A document for engines that index one text. */
export function wholeText ({ title, text }: BenchmarkDocument): string {
  return `${title}\n${text}`
}

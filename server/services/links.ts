/** Addresses of this service as people reach it: from configuration, never from a Host header. */
export interface Links {
  /** @param path starting with / */
  to (path: string): string
  /** Scheme, host and port; undefined while it is neither configured nor listening. */
  readonly origin: string | undefined
  /** Where it listens, for when no address is configured. */
  listensAt (origin: string): void
}

export const createLinks = (publicUrl: string | undefined): Links => {
  let base = publicUrl
  return {
    to: (path) => (base ?? '') + path,
    get origin () { return base === undefined ? undefined : new URL(base).origin },
    listensAt (origin) { base ??= origin }
  }
}

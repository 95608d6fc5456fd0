declare module 'autocannon' {
  interface Result {
    /** A second. */
    requests: { average: number }
    /** Milliseconds. */
    latency: { p50: number, p99: number }
    non2xx: number
    errors: number
  }

  /** The part of its interface that is used here; the package has no types of its own. */
  export default function autocannon (options: {
    url: string
    connections: number
    /** Seconds. */
    duration: number
    method?: 'GET' | 'POST'
    headers?: Record<string, string>
    body?: string
  }): Promise<Result>
}

import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Received {
  path: string
  id: string
  headers: IncomingHttpHeaders
  text: string
  // What was sent is what the test is about to look at.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any
}

export interface Receiver {
  /** Address of a path. */
  at (path: string): string
  /** In the order of their coming, also those that were not answered with success. */
  received: Received[]
  on (path: string): Received[]
  /** How a path answers from now on: a status, or by itself; 204 if nothing was said. */
  answers: Map<string, number | ((response: ServerResponse, received: Received) => void)>
}

/** A real HTTP server on this machine that keeps what it gets. */
export const startReceiver = async (t: { teardown (work: () => unknown): unknown }): Promise<Receiver> => {
  const received: Received[] = []
  const answers: Receiver['answers'] = new Map()
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('error', () => {})
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8')
      const one: Received = { path: request.url ?? '', id: String(request.headers['webhook-id']), headers: request.headers, text, body: text === '' ? undefined : JSON.parse(text) }
      received.push(one)
      const answer = answers.get(one.path) ?? 204
      if (typeof answer === 'function') answer(response, one)
      else response.writeHead(answer).end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    at: (path) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    received,
    on: (path) => received.filter((one) => one.path === path),
    answers
  }
}

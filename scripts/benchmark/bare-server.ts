import Fastify from 'fastify'

/** What an HTTP service costs here before it does anything. */
const app = Fastify()
app.get('/', () => ({ hello: 'world' }))
await app.listen({ host: '127.0.0.1', port: 0 })
process.stdout.write(`open at ${app.listeningOrigin}\n`)

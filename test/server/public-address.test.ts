import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer, request, type RequestListener } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import t from 'tap'
import type { Webhook } from '../../db/index.ts'
import { allowedLookup, isAllowed, type Resolve, targetFault } from '../../server/services/public-address.ts'
import { createSender } from '../../server/services/webhook-sending.ts'

const forbidden = [
  ['this network', '0.0.0.0', '0.1.2.3'],
  ['private', '10.0.0.1', '10.255.255.255', '172.16.0.1', '172.31.255.255', '192.168.0.1'],
  ['carrier-grade NAT', '100.64.0.1', '100.127.255.255'],
  ['link-local, where clouds tell their secrets', '169.254.169.254', '169.254.0.1', 'fe80::1', 'febf::1'],
  ['reserved and for documentation', '192.0.0.1', '192.0.0.192', '192.0.2.1', '198.18.0.1', '198.19.255.255', '198.51.100.1', '203.0.113.1', '192.88.99.1', '240.0.0.1', '255.255.255.255'],
  ['multicast', '224.0.0.1', '239.255.255.255', 'ff02::1'],
  ['unspecified', '::'],
  ['unique local', 'fc00::1', 'fd00:ec2::254', 'fdff::1'],
  ['site-local of old', 'fec0::1'],
  ['mapped', '::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:10.0.0.1', '::ffff:169.254.169.254', '::ffff:0.0.0.0'],
  ['translated', '::ffff:0:127.0.0.1', '::ffff:0:8.8.8.8'],
  ['compatible', '::127.0.0.1', '::8.8.8.8', '0:0:0:0:0:0:8.8.8.8', '::7f00:1'],
  ['NAT64', '64:ff9b::127.0.0.1', '64:ff9b::10.0.0.1', '64:ff9b::a9fe:a9fe', '64:ff9b:1::10.0.0.1', '64:ff9b:1::8.8.8.8'],
  ['6to4', '2002:7f00:1::', '2002:a00:1::1', '2002:a9fe:a9fe::', '2002:808:808::1'],
  ['Teredo', '2001:0:4136:e378:8000:63bf:3fff:fdd2', '2001::1'],
  ['reserved, IPv6', '2001:db8::1', '3fff::1', '2001:2::1', '2001:10::1', '2001:20::1', '100::1', '4000::1', '5f00::1', 'e000::1'],
  ['no address', '', 'localhost', '127.1', '0x7f.1', '2130706433', '0177.0.0.1', '1.1.1.1:80', '[2606:4700::1111]']
] as const
const loopback = ['127.0.0.1', '127.0.0.2', '127.255.255.255', '::1']
const open = ['8.8.8.8', '1.1.1.1', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '172.15.255.255', '172.32.0.0', '223.255.255.255', '2606:4700::1111', '2a00:1450:4001:81b::200e', '2400:cb00::1', '::ffff:8.8.8.8', '64:ff9b::8.8.8.8']

t.test('which addresses may be connected to', async (t) => {
  for (const [what, ...addresses] of forbidden) for (const address of addresses) t.notOk(isAllowed(address, false) || isAllowed(address, true), `${what}: ${address}`)
  for (const address of loopback) t.same([isAllowed(address, false), isAllowed(address, true)], [false, true], address)
  for (const address of open) t.ok(isAllowed(address, false), address)
})

t.test('what an address for a webhook may look like', async (t) => {
  const refused = {
    'not-https': ['http://example.org/', 'ftp://example.org/', 'file:///etc/passwd', 'gopher://example.org/', 'javascript:alert(1)', 'data:,x'],
    invalid_format: ['', 'example.org', 'https://', 'https://exa mple.org/', 'https://256.256.256.256/', 'https://[::1/'],
    credentials: ['https://user@example.org/', 'https://user:password@example.org/', 'https://:p@example.org/'],
    fragment: ['https://example.org/#', 'https://example.org/#here'],
    port: ['https://example.org:0/', 'https://example.org:22/', 'https://example.org:25/', 'https://example.org:6667/'],
    'not-public': [
      'https://127.0.0.1/', 'https://127.1/', 'https://0x7f.1/', 'https://0x7f000001/', 'https://2130706433/', 'https://0177.0.0.1/', 'https://017700000001/', 'https://0/', 'https://127.0.0.1./',
      'https://①②⑦.0.0.1/', 'https://127。0。0。1/', 'https://[::1]/', 'https://[::ffff:127.0.0.1]/', 'https://[0:0:0:0:0:ffff:7f00:1]/', 'https://[64:ff9b::a00:1]/', 'https://[fd00:ec2::254]/',
      'https://169.254.169.254/latest/meta-data/', 'https://10.0.0.1:8443/', 'https://192.168.1.1/', 'https://0.0.0.0/', 'https://localhost/', 'https://LOCALHOST./', 'https://a.localhost/'
    ]
  }
  for (const [code, urls] of Object.entries(refused)) for (const url of urls) t.equal(targetFault(url, false)?.code, code, url)
  for (const url of ['https://example.org', 'https://example.org:8443/a?b=c', 'https://8.8.8.8/', 'https://[2606:4700::1111]/', 'https://xn--fiqs8s.example/', 'https://例え.example/']) t.equal(targetFault(url, false), undefined, url)
  for (const url of ['http://127.0.0.1:3999/', 'http://localhost:3999/', 'https://[::1]/']) t.equal(targetFault(url, true), undefined, `${url} in development`)
  for (const url of ['http://example.org/', 'http://10.0.0.1/', 'https://169.254.169.254/', 'http://[::ffff:127.0.0.1]/', 'http://a:b@localhost/']) t.ok(targetFault(url, true), `${url}, not even in development`)
})

/** A server on loopback that counts who connects. */
const startServer = async (t: { teardown (work: () => unknown): unknown }, listener: RequestListener = (_request, response) => response.writeHead(200).end()) => {
  let connections = 0
  const server = createServer(listener)
  server.on('connection', () => connections++)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  return { port: (server.address() as AddressInfo).port, connections: () => connections }
}

const get = (port: number, resolver: Resolve, loopback: boolean, options: object = {}): Promise<string> => new Promise((resolve) => {
  request({ host: 'rebinding.example', port, agent: false, lookup: allowedLookup(loopback, resolver), ...options }, (response) => {
    response.resume()
    resolve(String(response.statusCode))
  }).on('error', (error) => resolve(error.message)).end()
})

t.test('a name is looked up once, and only addresses that were looked at are connected to', async (t) => {
  const { port, connections } = await startServer(t)
  const asked: string[] = []
  const answering = (...answers: string[][]): Resolve => async (hostname) => {
    asked.push(hostname)
    return answers.shift() ?? []
  }
  const no = 'the host does not lead to a public address'
  t.equal(await get(port, answering(['127.0.0.1']), false), no)
  t.equal(await get(port, answering(['8.8.8.8', '127.0.0.1']), false), no, 'one of several is enough')
  t.equal(await get(port, answering(['127.0.0.1', '8.8.8.8']), false), no)
  t.equal(await get(port, answering(['::ffff:127.0.0.1']), true), no, 'in disguise, not even in development')
  t.equal(await get(port, answering([]), true), no, 'none at all')
  for (const autoSelectFamily of [true, false]) {
    asked.length = 0
    t.equal(await get(port, answering(['127.0.0.1'], ['10.0.0.1']), true, { autoSelectFamily }), '200', 'in development')
    t.same(asked, ['rebinding.example'], 'a second answer, with another address, is never asked for')
    t.equal(await get(port, answering(['::1']), true, { autoSelectFamily, family: 4 }), 'the host has no address of that family')
  }
  t.equal(connections(), 2, 'nothing else came through')
})

const to = (url: string): Webhook => ({ id: 'w', organisationId: 'o', url, secret: 'whsec_c2VjcmV0', previousSecret: null, previousUntil: null, events: [], createdAt: new Date(), position: 0, failingSince: null, pausedAt: null, pausedReason: null, removedAt: null })
const message = { id: 'msg_1', body: '{}' }

t.test('the sender refuses at the moment of sending, whatever was registered', async (t) => {
  const { port, connections } = await startServer(t)
  const answers = [['8.8.8.8', '10.1.2.3'], ['127.0.0.1']]
  const sender = createSender(false, async () => answers.shift() ?? [])
  for (let attempt = 0; attempt < 2; attempt++) {
    const outcome = await sender.send(to(`https://rebinding.example:${port}/`), message)
    t.match(outcome, { status: null, error: 'the host does not lead to a public address' })
    t.notMatch(outcome.error, /\d/, 'what a name means in here is not told')
  }
  for (const url of [`http://127.0.0.1:${port}/`, `https://127.0.0.1:${port}/`, `https://[::ffff:127.0.0.1]:${port}/`, `https://localhost:${port}/`]) {
    t.match(await sender.send(to(url), message), { status: null, error: /must be/ }, url)
  }
  t.equal(connections(), 0)
  t.match(await createSender(true).send(to(`http://localhost:${port}/`), message), { status: 200, error: null }, 'in development')
})

t.test('no answer is waited for without end: not of a server, not of a name server, and none is read without end', async (t) => {
  const silent = await startServer(t, () => {})
  const error = 'no answer came within 0.3 seconds'
  t.match(await createSender(true, undefined, 300).send(to(`http://127.0.0.1:${silent.port}/`), message), { status: null, error })
  t.match(await createSender(false, () => new Promise(() => {}), 300).send(to('https://slow.example/'), message), { status: null, error })
  const sent: number[] = []
  const flood = await startServer(t, (_request, response) => {
    response.writeHead(500)
    const write = (): void => {
      while (response.writable && !response.destroyed && sent.length < 10_000) {
        sent.push(16_384)
        if (!response.write(Buffer.alloc(16_384))) break
      }
    }
    response.on('drain', write)
    response.on('close', () => flooded())
    write()
  })
  let flooded = (): void => {}
  const closed = new Promise<void>((resolve) => { flooded = resolve })
  t.match(await createSender(true).send(to(`http://127.0.0.1:${flood.port}/`), message), { status: 500, error: 'answered 500' })
  await closed
  t.ok(sent.length < 10_000, 'a flood is cut off')
})

t.test('a host without a trusted certificate is sent nothing', async (t) => {
  const requests: string[] = []
  const pem = await readFile('test/fixtures/untrusted-localhost.pem', 'utf8')
  const server = createSecureServer({ key: pem, cert: pem }, (request, response) => {
    requests.push(request.url ?? '')
    response.end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => server.close())
  t.match(await createSender(true).send(to(`https://localhost:${(server.address() as AddressInfo).port}/`), message), { status: null, error: /^the certificate is not valid \(/ })
  t.same(requests, [])
  const plain = await startServer(t)
  t.match(await createSender(true).send(to(`https://localhost:${plain.port}/`), message), { status: null, error: 'the host does not speak TLS' })
})

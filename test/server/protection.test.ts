import { eachEngine, onEngine } from '../engines.ts'
import { startService } from '../helper.ts'

eachEngine('requests without a key and with one are limited apart, and are told so', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore(), { RATE_LIMIT_ANONYMOUS: '3', RATE_LIMIT_KEY: '5' })
  const key = await service.key('Partner', 'read')
  const statuses = async (count: number, options = {}) => {
    const answers = []
    for (let i = 0; i < count; i++) answers.push((await service.call('GET', '/v1/cities', options)).status)
    return answers
  }
  t.same(await statuses(4), [200, 200, 200, 429])
  t.same(await statuses(6, { key }), [200, 200, 200, 200, 200, 429], 'a key has its own count')
  const refused = await service.call('GET', '/v1/cities')
  t.match(refused.body, { code: 'rate-limited', status: 429 })
  t.ok(Number(refused.headers['retry-after']) > 0)
  t.equal((await service.call('GET', '/health/live')).status, 200, 'operators are not limited')
  t.equal((await service.call('GET', '/v1/cities', { key: 'wicc_' + 'B'.repeat(43) })).status, 429, 'guessing keys is counted')
})

eachEngine('of IPv6 a network is one that asks, whatever addresses of it are used', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore(), { RATE_LIMIT_ANONYMOUS: '2', TRUST_PROXY: '127.0.0.1' })
  const status = async (address: string) => (await service.call('GET', '/v1/cities', { headers: { 'x-forwarded-for': address } })).status
  t.same([await status('2001:db8:0:1::1'), await status('2001:db8:0:1::2'), await status('2001:db8:0:1:a:b:c:d')], [200, 200, 429])
  t.equal(await status('2001:db8:0:2::1'), 200, 'another network has its own count')
})

eachEngine('answers carry security headers, and other origins are let in only by name', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore(), { CORS_ORIGINS: 'https://partner.example' })
  const greeting = await service.call('GET', '/', { headers: { origin: 'https://partner.example', host: 'evil.example' } })
  t.equal(greeting.status, 200)
  t.match(greeting.headers['content-security-policy'], "default-src 'self'")
  t.equal(greeting.headers['x-content-type-options'], 'nosniff')
  t.equal(greeting.headers['access-control-allow-origin'], 'https://partner.example')
  t.notMatch(greeting.text, 'evil.example', 'links are not built from the Host header')
  for (const unreadable of ['/%', `/challenges/${'a'.repeat(2000)}`]) {
    const { headers } = await service.call('GET', unreadable, { headers: { accept: 'text/html' } })
    for (const name of ['content-security-policy', 'x-content-type-options', 'referrer-policy']) t.equal(headers[name], greeting.headers[name], `${name} of ${unreadable.slice(0, 20)}`)
  }
  t.not((await service.call('GET', '/', { headers: { origin: 'https://other.example' } })).headers['access-control-allow-origin'], 'https://other.example')
})

onEngine('sqlite', 'what is answered to somebody known is kept by their own cache at most', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const as = await service.person({ name: 'City', kind: 'city' })
  const kept = async (url: string, who = {}) => (await service.call('GET', url, { ...who, headers: { accept: 'text/html' } })).headers['cache-control']
  for (const url of ['/challenges', '/v1/challenges']) {
    t.equal(await kept(url), 'no-cache', `${url} for anybody`)
    t.equal(await kept(url, { as }), 'private, no-cache', `${url} for a person`)
    t.equal(await kept(url, { key: await service.key('Partner', 'read') }), 'private, no-cache', `${url} with a key`)
  }
})

onEngine('sqlite', 'as long a text as a page takes comes through in any script, and what is longer is told so', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const origin = await service.app.listen({ host: '127.0.0.1', port: 0 })
  const look = async (text: string) => fetch(`${origin}/match?text=${encodeURIComponent(text)}`, { headers: { accept: 'text/html', referer: `${origin}/match?text=${'a'.repeat(4000)}` } })
  t.equal((await look('নে'.repeat(750))).status, 200)
  t.equal((await look('a\r\n'.repeat(740))).status, 200, 'ends of lines are one character, as browsers count them')
  const longer = await look('নে'.repeat(2000))
  t.equal(longer.status, 400)
  t.match(await longer.json(), { code: 'bad-request', detail: /too long/ })
})

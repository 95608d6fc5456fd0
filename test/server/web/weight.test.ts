import { brotliDecompressSync } from 'node:zlib'
import { createMatcher } from '../../../matching/index.ts'
import { createBulk } from '../../../server/services/bulk.ts'
import { unreviewed } from '../../../server/services/moderation-review.ts'
import { csrfToken } from '../../../server/services/principal.ts'
import { loadSampleData } from '../../../server/services/sample-data.ts'
import { onEngine } from '../../engines.ts'
import { startService } from '../../helper.ts'
import { everyPage } from './every-page.ts'

/** Bytes of a page's first view: the page and what it loads, compressed as they are sent. */
const firstView = 60_000

onEngine('sqlite', 'the first view of every page weighs at most 60 KB', async (t, openTestStore) => {
  const store = await openTestStore()
  await loadSampleData(store, createBulk(store, createMatcher().identify, unreviewed, { atomicBytes: 1 }, (error) => { throw error }))
  const service = await startService(t, store, { WEBHOOK_LOOPBACK: 'true' })
  const get = (url: string, headers: Record<string, string>) => service.app.inject({ url, headers: { accept: 'text/html', 'accept-encoding': 'br', ...headers } })
  const assets = new Map<string, number>()
  let heaviest = { url: '', bytes: 0 }
  for (const { who, cookie, paths } of await everyPage(service)) {
    for (const url of paths) {
      // Bengali takes the most bytes of the languages of pages.
      const page = await get(url, { 'accept-language': 'bn', ...(cookie === undefined ? {} : { cookie }) })
      const html = page.headers['content-encoding'] === 'br' ? brotliDecompressSync(page.rawPayload).toString() : page.body
      let bytes = page.rawPayload.length
      for (const [, asset = ''] of html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)) {
        if (!assets.has(asset)) assets.set(asset, (await get(asset, {})).rawPayload.length)
        bytes += assets.get(asset) ?? 0
      }
      t.ok(bytes <= firstView, `${url} for ${who}: ${bytes} bytes`)
      if (bytes > heaviest.bytes) heaviest = { url, bytes }
    }
  }
  t.comment(`the heaviest is ${heaviest.url}: ${heaviest.bytes} bytes`)
})

onEngine('sqlite', 'no two pages hold the same token, and each is good', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const person = await service.person({ name: 'City', kind: 'city' })
  const tokenIn = async (): Promise<string> => /name="_csrf" value="([\w-]+)"/.exec((await service.call('GET', '/account', { as: person, headers: { accept: 'text/html' } })).text)?.[1] ?? ''
  const rename = (token: string) => service.call('POST', '/account', { as: { ...person, csrf: '' }, headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ _csrf: token, name: 'Another Name', language: 'en' }).toString() })
  const [one, other] = [await tokenIn(), await tokenIn()]
  t.not(one, other)
  for (const token of [one, other]) {
    const bytes = Buffer.from(token, 'base64url')
    t.equal(bytes.length, 64, 'a mask of 32 bytes, and the token under it')
    t.equal(Buffer.from(bytes.subarray(32).map((byte, index) => byte ^ (bytes[index] ?? 0))).toString('base64url'), csrfToken(person.cookie.split('=')[1] ?? ''), 'one exclusive-or the other is the token')
    t.equal((await rename(token)).status, 303)
  }
  const changed = Buffer.from(one, 'base64url')
  changed[40] = (changed[40] ?? 0) ^ 1
  t.equal((await rename(changed.toString('base64url'))).status, 403, 'one bit makes it another')
  t.equal((await rename(one.slice(0, 43))).status, 403, 'a mask alone is none')
})

import t from 'tap'
import { filled, listed, localeNames, locales, preferredLocale } from '../../server/locales/index.ts'
import { eachEngine } from '../engines.ts'
import { bodies, startService } from '../helper.ts'

const keysOf = (strings: object): string[] => Object.entries(strings).flatMap(([key, value]) => typeof value === 'object' ? keysOf(value as object).map((below) => `${key}.${below}`) : [key])
const at = (strings: object, path: string): string => path.split('.').reduce<unknown>((found, key) => (found as Record<string, unknown>)[key], strings) as string

t.test('every language says everything, with the same places to fill in, in words of its own', async (t) => {
  const wanted = keysOf(locales.en)
  t.ok(wanted.length > 30)
  for (const name of localeNames) {
    t.same(keysOf(locales[name]).sort(), [...wanted].sort(), name)
    for (const key of wanted) {
      t.same(at(locales[name], key).match(/\{\w+\}/g), at(locales.en, key).match(/\{\w+\}/g), `${name} ${key}`)
      if (name !== 'en') t.not(at(locales[name], key), at(locales.en, key), `${name} ${key} is translated`)
    }
  }
})

t.test('the reader is understood as browsers say it', async (t) => {
  t.equal(preferredLocale(undefined), 'en')
  t.equal(preferredLocale('fr-FR,fr;q=0.9'), 'en', 'English where we have none of them')
  t.equal(preferredLocale('fr-FR,fr;q=0.9,th;q=0.8,en;q=0.7'), 'th')
  t.equal(preferredLocale('zh-CN'), 'zh')
  t.equal(preferredLocale('tl-PH,tl;q=0.9,en;q=0.8'), 'fil')
  t.equal(preferredLocale('en;q=0.3,ar-SA;q=0.9'), 'ar')
  t.equal(filled('a {list} b', 'list', '$& {what}'), 'a $& {what} b', 'what is filled in is not read again')
  t.equal(listed(['水', '电'], 'zh'), '水和电')
})

eachEngine('reasons and advice are said in the reader\'s language, asked for or preferred', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const key = await service.key('City of Testville', 'read', 'write:cities')
  const city = (await service.call('POST', '/v1/cities', { key, body: bodies.city() })).body
  const other = (await service.call('POST', '/v1/cities', { key, body: bodies.city({ name: { text: 'Elsewhere', language: 'en' } }) })).body
  const challenge = (await service.call('POST', '/v1/challenges', { key, body: bodies.challenge(city.id) })).body
  await service.call('POST', '/v1/challenges', { key, body: bodies.challenge(other.id, { title: { text: 'รถเมล์แน่นเกินไปในชั่วโมงเร่งด่วน', language: 'th' }, problem: { text: 'ผู้โดยสารขึ้นรถเมล์ไม่ได้เพราะรถแน่นมากในตอนเช้าและตอนเย็น', language: 'th' } }) })
  for (const [url, headers] of [[`/v1/challenges/${challenge.id}/matches?reader=ar`, {}], [`/v1/challenges/${challenge.id}/matches`, { 'accept-language': 'ar-EG,en;q=0.5' }]] as const) {
    const { status, body } = await service.call('GET', url, { key, headers })
    t.equal(status, 200)
    t.equal(body.reader, 'ar')
    const [peer] = body.peers
    t.ok(peer.reasons.includes(locales.ar.reasons.area))
    t.match(peer.reasons[0], /كلاهما يتحدث عن: .*รถ/u, 'concepts in both languages come first')
    t.ok(peer.concepts.some(({ concept, query, match }: Record<string, string>) => concept === 'bus' && query === 'Buses' && match === 'รถเมล์'), JSON.stringify(peer.concepts))
    t.match(peer.missing[0].advice, /^(تصبح المطابقة|لا يذكر)/u)
  }
  const refused = await service.call('GET', `/v1/challenges/${challenge.id}/matches?reader=xx`, { key })
  t.equal(refused.status, 422)
  t.match(JSON.stringify(refused.body), /reader/)
})

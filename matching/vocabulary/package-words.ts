import { createRequire } from 'node:module'
import type { Concept } from './concepts.ts'

const require = createRequire(import.meta.url)

/** Languages under the names that the packages know them by. */
const cldrNames: Readonly<Record<string, string>> = { zh: 'zh', fil: 'fil' }
const mapNames: Readonly<Record<string, string>> = { zh: 'zh-CN', pt: 'pt-BR', fil: 'fil' }

function loaded (file: string): unknown {
  try {
    return require(file)
  } catch {
    return undefined
  }
}

interface Annotations { annotations: { annotations: Record<string, { default?: string[], tts?: string[] }> } }

/** What people call the things that Unicode has signs for (CLDR annotations, Unicode-3.0): the name first, then key words. */
function signNames (language: string): Map<string, string[]> {
  const file = loaded(`cldr-annotations-full/annotations/${cldrNames[language] ?? language}/annotations.json`) as Annotations | undefined
  const names = new Map<string, string[]>()
  for (const [sign, { tts = [] }] of Object.entries(file?.annotations.annotations ?? {})) {
    if (tts.length > 0) names.set(sign, tts)
  }
  return names
}

interface Presets { presets?: { presets?: Record<string, { name?: string, terms?: string | string[] }> } }

/** Kinds of places and roads on maps (OpenStreetMap's tagging schema, ISC). */
function placeNames (language: string): Map<string, string[]> {
  const name = mapNames[language] ?? language
  const file = loaded(`@openstreetmap/id-tagging-schema/dist/translations/${name}.json`) as Record<string, Presets> | undefined
  const names = new Map<string, string[]>()
  for (const [preset, { name: own, terms = [] }] of Object.entries(file?.[name]?.presets?.presets ?? {})) {
    const all = [own, ...(typeof terms === 'string' ? terms.split(',') : terms)].flatMap(word => word === undefined || word.trim() === '' ? [] : [word.trim()])
    if (all.length > 0) names.set(preset, all)
  }
  return names
}

const codes = {
  region: 'AC AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BR BS BT BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW 001 002 003 005 009 013 014 015 017 018 019 021 029 030 034 035 039 053 054 057 061 142 143 145 150 151 154 155 202 419'.split(' '),
  language: 'af sq am ar hy as az eu be bn bs bg my ca ceb zh hr cs da nl en eo et fil fi fr gl ka de el gu ha he hi hu is ig id ga it ja jv kn kk km rw ko ku ky lo la lv lt mk mg ms ml mt mi mr mn ne no fa pl pt pa ro ru gd sr sd si sk sl so es su sw sv tl tg ta tt te th bo tr tk uk ur uz vi cy xh yi yo zu'.split(' '),
  currency: 'USD EUR JPY CNY GBP INR THB PHP IDR BDT SAR AED EGP MYR VND KRW RUB BRL MXN ZAR NGN KES PKR TRY AUD CAD CHF SGD HKD TWD'.split(' ')
}

/** Names of countries, regions, languages and currencies, as Node's own ICU has them. */
function icuNames (language: string): Map<string, string[]> {
  const names = new Map<string, string[]>()
  for (const [type, list] of Object.entries(codes) as [keyof typeof codes, string[]][]) {
    const display = new Intl.DisplayNames([language], { type, fallback: 'none' })
    for (const code of list) {
      const name = display.of(code)
      if (name !== undefined && name !== code) names.set(`${type} ${code}`, [name])
    }
  }
  for (const style of ['long'] as const) {
    for (let month = 0; month < 12; month++) {
      const name = new Intl.DateTimeFormat(language, { month: style, calendar: 'gregory', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, month, 10)))
      names.set(`month ${month}`, [name])
    }
    for (let day = 0; day < 7; day++) names.set(`day ${day}`, [new Intl.DateTimeFormat(language, { weekday: style, timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, 1 + day)))])
  }
  return names
}

/**
 * Further concepts that packages name in English and in the language; lower-cased by nobody, in no order that means anything.
 * @param language BCP 47
 */
export function packageConcepts (language: string): Concept[] {
  const concepts: Concept[] = []
  for (const names of [signNames, placeNames, icuNames]) {
    const own = names('en')
    for (const [key, words] of names(language)) {
      const meant = own.get(key)
      if (meant === undefined) continue
      concepts.push({ head: `${key}`, words: { en: [meant[0]!], [language]: words } })
    }
  }
  return concepts
}

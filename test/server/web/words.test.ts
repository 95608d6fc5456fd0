import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { localeNames } from '../../../server/locales/index.ts'
import { pageWordsOf } from '../../../server/locales/pages/index.ts'
import { readerIn } from '../../../server/web/reader.ts'

/** Every string of a language by its path; plural forms are one, whichever a language has. */
const strings = (words: unknown, path: string): Array<[string, string[]]> => {
  if (typeof words === 'string') return [[path, [words]]]
  const entries = Object.entries(words as object)
  if ('other' in (words as object) && entries.every(([name]) => ['zero', 'one', 'two', 'few', 'many', 'other'].includes(name))) return [[path, entries.map(([, form]) => String(form))]]
  return entries.flatMap(([name, inner]) => strings(inner, `${path}.${name}`))
}

const placeholders = (text: string): string => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort().join()

t.test('every language says everything, with the same values', async (t) => {
  const english = new Map(strings(pageWordsOf('en'), 'words'))
  for (const language of localeNames) {
    const other = new Map(strings(pageWordsOf(language), 'words'))
    t.same([...english.keys()].filter((path) => !other.has(path)), [], `${language} lacks nothing`)
    t.same([...other.keys()].filter((path) => !english.has(path)), [], `${language} has nothing more`)
    for (const [path, [text = '']] of english) {
      for (const form of other.get(path) ?? []) if (placeholders(form) !== placeholders(text) || form.trim() === '') t.fail(`${language} ${path}: ${form}`)
    }
  }
})

t.test('languages with a script of their own are written in it', async (t) => {
  for (const [language, script] of [['ar', /\p{Script=Arabic}/u], ['bn', /\p{Script=Bengali}/u], ['th', /\p{Script=Thai}/u], ['zh', /\p{Script=Han}/u]] as const) {
    const all = strings(pageWordsOf(language), 'words')
    const foreign = all.filter(([, [text = '']]) => text.length > 12 && !script.test(text) && /[a-z]{4}.*[a-z]{4}/i.test(text.replace(/\{\w+\}|https?:\S+/g, '')))
    t.ok(foreign.length < all.length / 50, `${language}: ${foreign.map(([path]) => path).join(', ')}`)
  }
})

t.test('who speaks to a page says what they see: names of controls hold their visible words (WCAG 2.5.3)', async (t) => {
  for (const language of localeNames) {
    const { keys, people, common } = pageWordsOf(language).office
    for (const [seen, name] of [[keys.rotate, keys.rotateOf], [keys.revoke, keys.revokeOf], [people.withdraw, people.withdrawOf], [common.remove, people.removeOf]] as const) t.ok(name.toLowerCase().includes(seen.toLowerCase()), `${language}: ${name}`)
  }
})

t.test('what is listed is parted, and days, amounts and shares are written as each language writes them', async (t) => {
  for (const language of localeNames) t.match(readerIn(language).list(['A', 'B', 'C']), /A\P{L}*.+B.+C/u, language)
  t.equal(readerIn('zh').list(['交通', '健康']), '交通和健康')
  const said = (language: typeof localeNames[number]) => {
    const reader = readerIn(language)
    return [reader.day('2026-03-02'), reader.number(1234.5), reader.money(250000000, 'THB').replace(/\s/gu, ' '), reader.percent(0.63), reader.share(0)]
  }
  t.same(said('en'), ['2 Mar 2026', '1,234.5', 'THB 2,500,000', '63%', '0.00'])
  t.same(said('ar').slice(1, 2), ['١٬٢٣٤٫٥'])
  t.same(said('bn').slice(1, 2), ['১,২৩৪.৫'])
  t.same(said('id').slice(1, 2), ['1.234,5'])
})

t.test('no word stands there that no page says', async (t) => {
  const folder = 'server/web'
  const source = readdirSync(folder, { recursive: true }).map(String).filter((file) => /\.tsx?$/.test(file)).map((file) => readFileSync(join(folder, file), 'utf8')).join('\n')
  const unused = strings(pageWordsOf('en'), '').map(([path]) => path.split('.')).filter((steps) => {
    // A list of codes is looked up by code: its own name is what pages say.
    const named = steps.filter((step) => step !== '' && !/^\d+$/.test(step)).slice(-2)
    return !named.some((step) => new RegExp(`(\\.|'|\\b)${step.replace(/[^\w-]/g, '')}\\b`).test(source))
  })
  t.same(unused.map((steps) => steps.join('.')), [])
})

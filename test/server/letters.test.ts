import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import t from 'tap'
import { appealOutcomes, bands, declineReasons, flagReasons, introductionPurposes, outcomes, roles, verificationMethods } from '../../db/vocabulary.ts'
import { conventions, dayIn, numberIn } from '../../server/locales/conventions.ts'
import { type LocaleName, localeNamed, localeNames, preferredLocale } from '../../server/locales/index.ts'
import { en } from '../../server/locales/letters/en.ts'
import { type LetterKind, lettersOf } from '../../server/locales/letters/index.ts'
import { type Letter, rendered, subjectOf, type Value } from '../../server/services/letters.ts'

const kinds = Object.keys(en.letters) as LetterKind[]
const link = 'https://wicc.example/introductions/01930000-0000-7000-8000-000000000001?from=mail&sort=newest-of-all-that-there-is'
const stop = { page: 'https://wicc.example/stop?token=abc', oneClick: 'https://wicc.example/v1/stop?token=abc' }
const day = { day: new Date('2027-03-05T22:00:00Z') }

/** Every string of a language's letters by its path. */
const strings = (value: object, path: string[] = []): Array<[string, string]> => Object.entries(value).flatMap(([name, inner]): Array<[string, string]> =>
  typeof inner === 'string' ? [[[...path, name].join(' '), inner]] : strings(inner, [...path, name]))
const placeholders = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort()
const alone = (text: string): string[] => text.split('\n\n').map((paragraph) => /^\{\w+\}$/.test(paragraph) ? paragraph : 'words')

/** A value for every name that a letter knows. */
const every: Record<string, Value> = {
  organisation: 'Busline Planning Ltd.',
  inviter: 'Noura',
  role: { list: 'role', code: 'editor' },
  days: { count: 7 },
  hours: { count: 24 },
  method: { list: 'method', code: 'document' },
  evidence: 'Register no. 12',
  reason: 'It says why',
  profile: 'Timetables that follow the crowd',
  words: 'Some words',
  outcome: { list: 'outcome', code: 'pilot' },
  purpose: { list: 'purpose', code: 'exchange' },
  message: 'We would like to talk',
  day,
  question: 'How many buses?',
  answer: 'Forty',
  search: 'buses',
  band: { list: 'band', code: 'strong' },
  title: 'Smart stops',
  reasons: 'Same areas',
  count: { count: 12 },
  titles: 'One\nTwo',
  host: 'hooks.example'
}

t.test('every language has every string of the English, with the same values and the same paragraphs', async (t) => {
  for (const name of localeNames) {
    const shapes = (letters: object) => Object.fromEntries(strings(letters).map(([path, text]) => [path, { values: placeholders(text), paragraphs: alone(text) }]))
    t.same(shapes(lettersOf(name)), shapes(en), name)
    t.same(strings(lettersOf(name)).filter(([, text]) => text === '' || text !== text.trim()), [], name)
  }
  const unknown = kinds.flatMap((kind) => placeholders(en.letters[kind].subject + en.letters[kind].text)).filter((name) => !(name.slice(1, -1) in every))
  t.same(unknown, [], 'values of which these tests know nothing')
})

t.test('every code that a letter can name has words', async (t) => {
  const lists = { role: roles, method: verificationMethods, purpose: introductionPurposes, decline: declineReasons, outcome: outcomes, flag: flagReasons, appeal: appealOutcomes, band: bands }
  t.same(Object.keys(en.words), Object.keys(lists))
  for (const [list, codes] of Object.entries(lists)) t.same(Object.keys(en.words[list as keyof typeof lists]).sort(), [...codes].sort(), list)
})

t.test('no language is left in English', async (t) => {
  const scripts: Partial<Record<LocaleName, RegExp>> = { zh: /\p{Script=Han}/u, ar: /\p{Script=Arabic}/u, bn: /\p{Script=Bengali}/u, th: /\p{Script=Thai}/u }
  for (const [name, script] of Object.entries(scripts)) {
    const own = strings(lettersOf(name)).map(([path, text]): [string, string] => [path, text.replace(/\{\w+\}/g, '').replace(/WICC|webhook/gi, '')])
    t.same(own.filter(([path, text]) => /[A-Za-z]/.test(text) || (path !== 'frame link' && !script.test(text))), [], name)
  }
  for (const name of ['fil', 'id']) {
    t.same(strings(lettersOf(name)).filter(([, text]) => /\b(the|and|you|your|was|were|has|have|with|from|this|it|of|is)\b/i.test(text.replace(/\{\w+\}/g, ''))), [], name)
  }
})

t.test('a letter with any values, or none, leaves no braces, brackets around nothing or stray spaces', async (t) => {
  const stray = /[{}]|[(（“«]\s*[)）”»]|undefined|<p><\/p>/
  const spaces = /[^>\n-] {2}|\n{3}|(?<![\n>]) [,.;:!?،。，：]| $(?<!-- )/m
  for (const name of localeNames) {
    const faults = kinds.flatMap((kind) => [every, {}, { ...every, reason: '', words: '', message: ' \n ' }, { organisation: 'Ville' }].flatMap((values) => {
      const letter = rendered({ kind, values, link, stop }, name, values === every ? 'Somchai' : null)
      const { subject, text, html } = letter
      const good = ![subject, text, html].some((part) => stray.test(part)) && !spaces.test(text) && /^\S.*\S$/.test(subject) && /[:：]\nhttps:\/\/wicc/.test(text) && text.includes(`\n${link}\n`)
      return good ? [] : [letter]
    }))
    t.same(faults, [], name)
  }
})

t.test('letters as they were read and found good', async (t) => {
  const golden: Array<[language: string, letter: Letter, name: string | null]> = (['en', 'ar'] as const).flatMap((language) => {
    const name = language === 'en' ? 'Noura Al-Harbi' : 'نورة الحربي'
    return [
      [language, { kind: 'confirm-address', values: { hours: { count: 24 } }, link }, null],
      [language, { kind: 'introduction-requested', values: { ...every, profile: 'حافلات مكتظة', message: 'We counted passengers (2024-2025).\n\nنتطلع إلى ردكم.' }, link }, name],
      [language, { kind: 'introduction-declined', values: { organisation: 'أمانة منطقة الرياض', profile: 'Smart stops', reason: { list: 'decline', code: 'not-now' }, words: '' }, link }, name],
      [language, { kind: 'digest', values: { search: 'crowded buses', count: { count: 12 }, titles: 'Smart stops\nمواقف ذكية' }, link, stop }, name]
    ] satisfies Array<[string, Letter, string | null]>
  })
  golden.push(['th', { kind: 'introduction-requested', values: { organisation: 'เทศบาลนครเชียงใหม่', profile: 'Crowded buses', purpose: { list: 'purpose', code: 'exchange' }, message: 'เราได้นับผู้โดยสารในชั่วโมงเร่งด่วนตลอดทั้งปี และประสงค์จะแลกเปลี่ยนข้อมูลกับท่าน', day }, link }, 'สมชาย ใจดี'])
  const visible = (text: string): string => text.replaceAll('\u2068', '[FSI]').replaceAll('\u2069', '[PDI]')
  const written = golden.map(([language, letter, name]) => {
    const { subject, text, html } = rendered(letter, language, name)
    return `=== ${letter.kind} in ${language}\n${visible(`${subject}\n\n${text}\n\n${html}`)}`
  })
  const kept = readFileSync(new URL('../fixtures/letters.txt', import.meta.url), 'utf8').split(/\n(?==== )/)
  t.equal(written.length, kept.length)
  for (const [place, letter] of written.entries()) t.equal(letter.trimEnd(), kept[place]?.trimEnd(), letter.slice(0, letter.indexOf('\n')))
})

const hostile = '<script>alert("x")</script> & \'$&\' {reason}\u0000\r\nBcc: a@b.example\u202egnp.exe\u2028https://evil.example'

t.test('what people wrote stays text: in HTML, in the subject, and among the lines of the letter', async (t) => {
  for (const kind of kinds) {
    const values = Object.fromEntries(Object.keys(every).map((name) => [name, hostile]))
    const { subject, text, html } = rendered({ kind, values, link: `${link}&"'<>`, stop }, 'en', hostile)
    t.notMatch(subject, /[\p{Cc}\u202a-\u202e\u2028\u2029]/u, kind)
    t.notMatch(text, /(?!\n)[\p{Cc}\u202a-\u202e\u2028\u2029]/u, kind)
    t.notMatch(html, /<script|<\/script|"x"|(?!\n)[\p{Cc}\u202e\u2028]/u, kind)
    t.same(new Set(html.match(/<\/?[a-z]+/g)), new Set(html.match(/<\/?(html|head|meta|title|body|div|p|bdi|blockquote|a|br)\b/g)), kind)
    t.notMatch(html, /href="[^"]*[<>'][^"]*"/, kind)
    const parts = (text: string): number => text.split('\n\n').length
    t.equal(parts(text), parts(rendered({ kind, values: every, link, stop }, 'en', 'Somchai').text), `${kind}: no paragraph that looks like the letter's own`)
    t.equal(text.match(/^-- $/gm)?.length, 1)
  }
  const { text, html } = rendered({ kind: 'introduction-requested', values: { ...every, message: hostile }, link }, 'en', null)
  t.ok(text.includes('\n\n> <script>alert("x")</script> & \'$&\' {reason}\n> Bcc: a@b.examplegnp.exe\n> https://evil.example\n\n'), text)
  t.ok(html.includes('<div dir="ltr">&#60;script&#62;alert(&#34;x&#34;)&#60;/script&#62; &#38; &#39;$&#38;&#39; {reason}</div><div dir="ltr">Bcc:'), html)
})

t.test('any text makes a subject of one line and a letter whose tags are its own', async () => {
  const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.array(fc.constantFrom(...'a<>&"\'{}$\n\r\u0000\u2028\u2066\u2067\u2068\u2069\u202b\u202e 1٢نשกま中', '😀', '\ud800', '{words}'), { maxLength: 200 }).map((parts) => parts.join('')))
  const tags = (html: string): string[] => (html.match(/<[^>]*>/g) ?? []).filter((tag) => !/^<\/?(div|br|bdi)/.test(tag))
  fc.assert(fc.property(fc.constantFrom(...kinds), fc.constantFrom(...localeNames), anything, (kind, language, value) => {
    const values = (words: string): Record<string, string> => Object.fromEntries(Object.keys(every).map((name) => [name, words]))
    const { subject, text, html } = rendered({ kind, values: values(`x${value}`), link, stop }, language, null)
    const plain = rendered({ kind, values: values('x'), link, stop }, language, null)
    const isolates = subject.replace(/[^\u2068\u2069]/g, '')
    return !/[\p{Cc}\u2028\u2029]/u.test(subject) && Array.from(new Intl.Segmenter().segment(subject)).length <= 151 && /^(\u2068\u2069)*$/.test(isolates) &&
      tags(html).filter((tag) => tag !== '<title>').join() === tags(plain.html).filter((tag) => tag !== '<title>').join() && !/(?!\n)\p{Cc}/u.test(text)
  }), { numRuns: 300 })
})

t.test('a letter says its language and its direction, and keeps values that run the other way apart', async (t) => {
  for (const name of localeNames) {
    const { html } = rendered({ kind: 'message', values: every, link }, name, null)
    const said = `lang="${name === 'zh' ? 'zh-Hans' : name}" dir="${name === 'ar' ? 'rtl' : 'ltr'}"`
    t.ok(html.includes(`<html ${said}>`) && html.includes(`<div ${said} `), name)
    t.ok(html.includes('<bdi>Busline Planning Ltd.</bdi>'), name)
  }
  const subject = (language: string, organisation: string): string => subjectOf('introduction-declined', { organisation }, language)
  t.equal(subject('ar', 'Busline (Asia)'), 'اعتذار من \u2068Busline (Asia)\u2069')
  t.equal(subject('ar', 'أمانة الرياض'), 'اعتذار من أمانة الرياض')
  t.equal(subject('ar', '長沙市'), 'اعتذار من \u2068長沙市\u2069')
  t.equal(subject('ar', '+66 2-555'), 'اعتذار من \u2068+66 2-555\u2069', 'digits that Arabic would rearrange')
  t.equal(subject('ar', '2030'), 'اعتذار من 2030')
  t.equal(subject('en', 'أمانة الرياض'), '\u2068أمانة الرياض\u2069 has declined')
  t.equal(subject('en', 'עיריית חיפה'), '\u2068עיריית חיפה\u2069 has declined')
  for (const other of ['Busline', 'ঢাকা', 'เชียงใหม่', '长沙']) t.equal(subject('en', other), `${other} has declined`)
  const { html } = rendered({ kind: 'digest', values: { search: 'x', titles: 'Smart stops\n\nمواقف ذكية\n12' }, link }, 'ar', null)
  t.ok(html.includes('<div dir="ltr">Smart stops</div><br><div dir="rtl">مواقف ذكية</div><div dir="rtl">12</div>'), html)
})

t.test('a subject too long for readers of mail is cut between characters, and its isolates are closed', async (t) => {
  const family = '👨‍👩‍👧‍👦'
  const cut = subjectOf('message', { organisation: 'A', profile: family.repeat(200) }, 'en')
  t.match(cut, new RegExp(`^A wrote to you about (${family})+…$`))
  t.equal(Array.from(new Intl.Segmenter().segment(cut)).length, 150)
  t.match(subjectOf('message', { organisation: 'A', profile: 'مواقف ذكية '.repeat(30) }, 'en'), /^A wrote to you about \u2068[^\u2068]+…\u2069$/)
})

t.test('days are Gregorian and numbers in the digits of each language', async (t) => {
  const days: Record<LocaleName, [day: string, number: string]> = {
    en: ['5 March 2027', '12,345'],
    zh: ['2027年3月5日', '12,345'],
    ar: ['٥ مارس ٢٠٢٧', '١٢٬٣٤٥'],
    bn: ['৫ মার্চ, ২০২৭', '১২,৩৪৫'],
    th: ['5 มีนาคม ค.ศ. 2027', '12,345'],
    fil: ['Marso 5, 2027', '12,345'],
    id: ['5 Maret 2027', '12.345']
  }
  for (const name of localeNames) {
    t.same([dayIn(name, day.day), numberIn(name, 12345)], days[name], name)
    t.ok(rendered({ kind: 'introduction-reminder', values: every, link }, name, null).text.replace(/\s+/g, ' ').includes(days[name][0]), name)
    t.match(subjectOf('digest', { search: 'x', count: { count: 12345 } }, name), days[name][1], name)
  }
})

t.test('an inbox says the same of values that were kept as JSON', async (t) => {
  const kept = JSON.parse(JSON.stringify(every)) as typeof every
  for (const name of localeNames) {
    for (const kind of kinds) {
      t.equal(subjectOf(kind, kept, name), rendered({ kind, values: every, link }, name, null).subject)
      t.same(rendered({ kind, values: kept, link }, name, 'A'), rendered({ kind, values: every, link }, name, 'A'))
    }
  }
})

t.test('a language is known by any of its tags, and is English where it is none of ours', async (t) => {
  const tags: Array<[string, LocaleName]> = [['zh-CN', 'zh'], ['zh-Hant-TW', 'zh'], ['ar-SA', 'ar'], ['tl', 'fil'], ['tl-PH', 'fil'], ['FIL', 'fil'], ['th_TH', 'th'], ['fr', 'en'], ['', 'en'], ['__proto__', 'en'], ['constructor', 'en']]
  for (const [tag, name] of tags) {
    t.equal(localeNamed(tag), name, tag)
    t.equal(lettersOf(tag), lettersOf(name), tag)
    t.ok(rendered({ kind: 'message', link }, tag, null).html.includes(`lang="${conventions[name].tag}"`), tag)
  }
  t.equal(preferredLocale('tl-PH,en;q=0.5'), 'fil')
})

t.test('lines of plain text are 72 columns, except for links and for what runs from right to left', async (t) => {
  const columns = (line: string): number => [...line].reduce((sum, character) => sum + (/\p{M}/u.test(character) ? 0 : /[\p{Script=Han}、。，：！（）]/u.test(character) ? 2 : 1), 0)
  const long = { en: 'Many words about buses. ', th: 'ข้อความยาวเกี่ยวกับรถโดยสาร ', zh: '关于公交车的长段文字，', bn: 'বাস নিয়ে দীর্ঘ লেখা। ', id: 'Banyak kata tentang bus. ', fil: 'Maraming salita tungkol sa bus. ' }
  for (const [name, words] of Object.entries(long)) {
    for (const kind of kinds) {
      const values = { ...every, message: words.repeat(20), words: `${words.repeat(9)}\n${link}`, profile: words.repeat(6).trim() }
      const { text } = rendered({ kind, values, link, stop }, name, null)
      t.same(text.split('\n').filter((line) => columns(line) > 72 && !line.includes('://')), [], `${name} ${kind}`)
      t.ok(text.includes(`\n${link}\n`))
      t.notMatch(text, /^(> )?[,.;:!?，。：！）”ๆ]/m, `${name} ${kind}: no line begins with punctuation`)
    }
  }
  t.equal(rendered({ kind: 'introduction-reminder', values: every, link }, 'ar', null).text.split('\n\n')[0]?.includes('\n'), false)
})

import t from 'tap'
import fc from 'fast-check'
import { analyse, segments, sentences, warm } from '../../../matching/language/index.ts'

const languages = ['en', 'zh', 'th', 'bn', 'ar', 'fil', 'id', 'ms', 'vi', 'es', 'fr', 'pt', 'hi', 'ur', 'ja', 'ko', 'ru', 'de', 'tr', 'el', 'fa', 'it', 'xx', undefined]

/** Letters, marks, joiners and signs of the scripts served, with ASCII, emoji, and halves of surrogate pairs. */
const awkward = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(
    ...'abz AZé\n.,!?-\'’0٣৩१๓', 'ก', 'ำ', 'เ', '้', 'ক', '্', '়', 'ি', '\u200d', '\u200c', 'र', 'ी', 'ا', 'ل', 'ّ', 'ہ', 'ß', 'İ', 'ﬁ', '中', '文', '。', 'あ', 'ー',
    'ﾞ', '가', '한', 'ы', 'ς', '😀', '\ud800', '\udc00', '𠀀', '\u0301', '．', '２', 'ộ', 'đ', 'the ', 'mag', 'nag', 'ing ', 'ción ', 'শহরের ', 'الم'
  ), { maxLength: 120 }).map(parts => parts.join(''))
)

t.test('mixed texts are split, and each stretch has its language', async t => {
  t.same(segments('กรุงเทพฯ ใช้ระบบ AI แล้ว').map(({ language, text }) => [language, text]), [['th', 'กรุงเทพฯ ใช้ระบบ '], ['en', 'AI '], ['th', 'แล้ว']])
  t.same(analyse('ঢাকা শহরে NGO এবং WHO').tokens.map(token => token.term), ['ঢাকা', 'শহর', 'ngo', 'who'])
  const spanish = 'Nuestra ciudad necesita mejorar la gestión de los residuos sólidos y el transporte público para las personas mayores que viven lejos.\n'
  const english = 'Our city needs to improve the management of solid waste and the public transport for older people who live far from the centre.'
  t.same(segments(spanish + english).map(segment => segment.language), ['es', 'en'], 'paragraphs of one script')
  t.same(segments('東京の天気 and 北京').map(segment => segment.language), ['ja', 'en', 'ja'], 'kana make the Han of a text Japanese')
})

t.test('a hint holds for what is in its script', async t => {
  t.same(segments('Kota kami', 'ms').map(segment => segment.language), ['ms'])
  t.same(segments('Kota ขนส่ง', 'tl').map(segment => segment.language), ['fil', 'th'])
  t.same(segments('ขนส่งสาธารณะ', 'en').map(segment => segment.language), ['th'], 'a wrong one does not')
  t.same(analyse('hello', 'und').languages, analyse('hello').languages)
})

t.test('languages are those of a tenth of the text', async t => {
  t.same(analyse('กรุงเทพมหานครใช้ระบบควบคุมสัญญาณไฟจราจรอัจฉริยะด้วย AI แล้ว').languages, ['th'])
  t.same(analyse('42').languages, [])
})

t.test('segments cover any text; tokens lie in it, ascend, and come out the same again', async () => {
  fc.assert(fc.property(awkward, fc.constantFrom(...languages), (text, language) => {
    const parts = segments(text, language)
    if (parts.map(part => part.text).join('') !== text) return false
    let last = 0
    for (const part of parts) {
      if (part.start !== last || text.slice(part.start, part.end) !== part.text) return false
      last = part.end
    }
    const { tokens } = analyse(text, language)
    let start = 0
    for (const token of tokens) {
      if (token.start < start || token.end <= token.start || token.end > text.length || token.term === '' || token.term.length > 400) return false
      start = token.start
    }
    return JSON.stringify(analyse(text, language).tokens) === JSON.stringify(tokens)
  }), { numRuns: 1000 })
})

t.test('sentences of any text are in order, apart, without white space around, and leave out white space only', async () => {
  fc.assert(fc.property(awkward, fc.constantFrom('en', 'th', 'zh', 'bn', 'und', 'nonsense'), (text, language) => {
    let last = 0
    for (const { start, end } of sentences(text, language)) {
      if (start < last || end <= start || end > text.length || text.slice(last, start).trim() !== '') return false
      if (text.slice(start, end).trim().length !== end - start || end - start > 400) return false
      last = end
    }
    return text.slice(last).trim() === ''
  }), { numRuns: 500 })
})

t.test('sentences end where the language ends them', async t => {
  const cut = (text: string, language: string): string[] => sentences(text, language).map(({ start, end }) => text.slice(start, end))
  t.same(cut('Dr. Cruz asked, e.g. for buses. Why? Costs fell by 2.5 %.', 'en'), ['Dr. Cruz asked, e.g. for buses.', 'Why?', 'Costs fell by 2.5 %.'])
  t.same(cut('我们需要公交。你们有吗？有！', 'zh'), ['我们需要公交。', '你们有吗？', '有！'])
  t.same(cut('শহরে যানজট বেশি। আমরা সমাধান চাই।', 'bn'), ['শহরে যানজট বেশি।', 'আমরা সমাধান চাই।'])
  t.same(cut('one\ntwo', 'en'), ['one', 'two'])
  const clause = 'ประชาชนใช้เวลาเดินทางนานกว่าสองชั่วโมงต่อวัน '
  const pieces = cut(clause.repeat(12), 'th')
  t.ok(pieces.length >= 3 && pieces.every(piece => piece.length > 60 && piece.length < 250), 'Thai is cut at spaces, into pieces of a sentence or two')
})

t.test('a megabyte of one character is borne', async t => {
  for (const sign of ['a', '1', 'ก', 'ั', '中', 'ক', '্', 'ا', '\ud800', '\n', '.', '가', 'Dr. ', 'aб']) {
    const text = sign.repeat(sign.length === 1 ? 2 ** 20 : 2 ** 15)
    const { tokens } = analyse(text)
    t.ok(tokens.every(token => token.term.length <= 400), JSON.stringify(sign))
    sentences(text, 'en')
  }
})

t.test('warming up changes nothing', async t => {
  const before = analyse('城市 city')
  warm(['en', 'zh'])
  t.same(analyse('城市 city'), before)
})

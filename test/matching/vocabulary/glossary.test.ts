import t from 'tap'
import { createMatcher } from '../../../matching/index.ts'

t.test('a text in any language is glossed, listed or not, whatever the packages have of it', async t => {
  const matcher = createMatcher()
  for (const language of 'ar bg bn ca cs da de el en es et fa fi fil fr he hi hr hu id it ja ka kk km ko ky lo lt lv mk mn ms my ne nl no pl pt ro ru sk sl sq sr sv sw ta th tl tr uk ur uz vi yue zh zu und'.split(' ')) {
    t.doesNotThrow(() => matcher.gloss([{ field: 'problem', text: 'Tram 7 – Hanoi', language }]), language)
  }
})

t.test('the languages of the vocabulary, by hand', async t => {
  const matcher = createMatcher()
  for (const [language, text] of [
    ['zh', '学校和医院'],
    ['th', 'โรงเรียนและโรงพยาบาล'],
    ['bn', 'স্কুলের ও হাসপাতালে'],
    ['ar', 'المدارس والمستشفيات'],
    ['fil', 'mga paaralan at ospital'],
    ['id', 'sekolahnya dan rumah sakit']
  ] as const) {
    const gloss = matcher.gloss([{ field: 'problem', text, language }])
    for (const word of ['school', 'hospital']) t.match(gloss.toLowerCase(), word, `${language}: ${text} -> ${gloss}`)
  }
})

import t from 'tap'
import { basesIn, spellingIn } from '../../../matching/vocabulary/forms/index.ts'
import { Glossary } from '../../../matching/vocabulary/glossary.ts'
import { analyserFor } from '../../../matching/language/index.ts'
import { normalise } from '../../../matching/language/normalise.ts'

/** Words as texts have them, and as a dictionary lists them. */
const listed: Record<string, Record<string, string>> = {
  bn: { বাজারের: 'বাজার', স্বাস্থ্যকেন্দ্রে: 'স্বাস্থ্যকেন্দ্র', রাখেন: 'রাখা', নেমে: 'নামা', ওঠে: 'ওঠা', উঠেছে: 'ওঠা', লিখছেন: 'লেখা', পেয়েছে: 'পাওয়া', জানানোর: 'জানানো', কমাবে: 'কমানো', ছেলেগুলোকে: 'ছেলে' },
  ar: { مكانا: 'مكان', وتتأخر: 'يتأخر', أقرب: 'قريب', حالته: 'حالة', لديهم: 'لدي', وسيعملون: 'يعمل', بالمدارس: 'مدارس', للمدينة: 'مدينة', سيارات: 'سيارة', عملوا: 'عمل' },
  hi: { बस्तियों: 'बस्ती', पौधे: 'पौधा', सड़कें: 'सड़क', करते: 'करना', गए: 'जाना', पुरानी: 'पुराना' },
  fil: { kabataang: 'kabataan', magandang: 'maganda', inilalabas: 'labas', nakakatulong: 'tulong', bata: 'bata' },
  id: { dicabut: 'mencabut', disebarkan: 'menyebarkan', pembangunannya: 'pembangunan', terbesar: 'besar', mempengaruhi: 'memengaruhi' },
  vi: { hoà: 'hòa', kĩ: 'kỹ', thuý: 'thúy' }
}

for (const [language, words] of Object.entries(listed)) {
  t.test(`${language}: the listed form is among the bases`, async t => {
    const spell = (word: string) => spellingIn(language)(normalise(word))
    for (const [word, base] of Object.entries(words)) t.ok(spell(word) === spell(base) || basesIn(language)(spell(word)).includes(spell(base)), `${word} -> ${base}: ${basesIn(language)(spell(word)).join(' ')}`)
  })
}

t.test('other languages are led back by their stemmers alone', async t => {
  t.same(basesIn('en')('buses'), [])
  t.equal(spellingIn('en')('buses'), 'buses')
})

const glossary = new Glossary([
  { head: 'market', words: { en: ['market'], bn: ['বাজার'] } },
  { head: 'play', words: { en: ['play'], bn: ['বাজা'] } },
  { head: 'road', words: { en: ['road'], bn: ['রাস্তা'] } },
  { head: 'street', words: { en: ['street'], bn: ['রাস্তা'] } },
  { head: 'alley street', words: { en: ['alley network'], bn: ['গলি রাস্তা'] } },
  { head: 'lack', words: { en: ['lack'], fil: ['kulang'] } },
  { head: 'not', words: { en: ['not'], fil: ['hindi'] } },
  { head: 'elsewhere', words: { en: ['abroad'], fil: ['sa ibang bansa'] } }
], { analyserFor }, { bn: [{ word: 'রাস্তা', heads: ['street'] }] })
/** Of each word or phrase that says something, what it most likely says. */
const senses = (text: string, language: string): (string | undefined)[] => glossary.annotate(text, { start: 0, end: text.length, language }).map(annotation => annotation.senses[0]?.concept.head)

t.test('a base that is listed comes before a stem that others share', async t => {
  t.same(senses('বাজারের', 'bn'), ['market'])
})

t.test('Bengali: a noun in a vowel before a verb, a verb before a noun in a consonant', async t => {
  t.equal(basesIn('bn')('গলিতে')[0], 'গলি')
  const bases = basesIn('bn')('মানতে')
  t.ok(bases.indexOf('মানা') < bases.indexOf('মান'), bases.join(' '))
})

t.test('a phrase does not reach over a comma', async t => {
  t.same(senses('গলি রাস্তা', 'bn'), ['alley street'])
  t.equal(senses('গলি, রাস্তা', 'bn').at(-1), 'street')
})

t.test('what a word mostly means is said apart', async t => {
  const [street, road] = glossary.annotate('রাস্তা', { start: 0, end: 6, language: 'bn' })[0]!.senses
  t.equal(street!.concept.head, 'street')
  t.ok(street!.weight > 0.75 && road!.weight < 0.25)
})

t.test('function words: alone they say what is no function word in English; in a phrase they count', async t => {
  t.same(senses('kulang', 'fil'), ['lack'])
  t.same(senses('hindi', 'fil'), [])
  t.same(senses('sa ibang bansa', 'fil'), ['elsewhere'])
})

import t from 'tap'
import { areas } from '../../../db/vocabulary.ts'
import { checkReadings, checkVocabulary } from '../../../matching/vocabulary/check.ts'
import { columns } from '../../../matching/vocabulary/concepts.ts'
import { readConcepts, readFiles, readReadingLines } from '../../../matching/vocabulary/vocabulary.ts'

const line = (over: Partial<Record<'en' | 'zh' | 'th' | 'bn' | 'ar' | 'fil' | 'id' | 'vi', string>> = {}, end = 'transport | 11.2') => {
  const cells = { en: 'bus', zh: '公交车', th: 'รถเมล์', bn: 'বাস', ar: 'حافلة', fil: 'bus', id: 'bus', vi: 'xe buýt', ...over }
  return [cells.en, cells.zh, cells.th, cells.bn, cells.ar, cells.fil, cells.id, 'autobús', 'bus', 'ônibus', cells.vi, 'बस', ...(end === '' ? [] : [end])].join(' | ')
}
const faultsOf = (...lines: string[]) => checkVocabulary([{ layer: 'urban', name: 'a.txt', lines: ['# a comment', '', ...lines] }], ['transport']).faults.map(({ place, message }) => `${place} ${message}`)

t.test('a good line', async t => {
  t.same(faultsOf(line(), line({ en: 'low-floor bus (accessible)', zh: 'BRT; 低地板公交' }, 'bus | 11.2 3.a')), [])
})

t.test('each fault, with its place', async t => {
  t.same(faultsOf('bus | 公交车'), ['urban/a.txt:3 2 cells, not 14'])
  t.same(faultsOf(line(), line()), ['urban/a.txt:4 “bus” is a head in urban/a.txt:3 already'])
  t.same(faultsOf(line({ zh: '公交车; 巴士; 公交车' })), ['urban/a.txt:3 zh has “公交车” twice'])
  t.same(faultsOf(line({ bn: '' })), ['urban/a.txt:3 bn has no words'])
  t.same(faultsOf(line({ th: 'รถเมล์; बस' })), ['urban/a.txt:3 th has “बस”, which is not in its script'])
  t.same(faultsOf(line({ ar: 'bus' })), ['urban/a.txt:3 ar has “bus”, which is not in its script'])
  t.same(faultsOf(line({ fil: 'автобус' })), ['urban/a.txt:3 fil has “автобус”, which is not in its script'])
  t.same(faultsOf(line({ en: 'fringe (edge; border)' })), ['urban/a.txt:3 en has “fringe (edge”, a note that words are set apart in', 'urban/a.txt:3 en has “border)”, a note that words are set apart in'])
  t.same(faultsOf(line({}, 'vehicle | 11.2')), ['urban/a.txt:3 nobody wrote the broader “vehicle”'])
  t.same(faultsOf(line({}, 'transport | 18.1')), ['urban/a.txt:3 18.1 is no target'])
  t.same(faultsOf(line({}, 'tram | 11.2'), line({ en: 'tram' }, 'bus | 11.2')).length, 2, 'round')
})

t.test('readings of words with several meanings', async t => {
  const concepts = [{ head: 'road', words: { bn: ['রাস্তা'] } }, { head: 'street', words: { bn: ['সড়ক', 'রাস্তা'] } }, { head: 'bus', words: { bn: ['বাস'] } }]
  t.same(checkReadings({ bn: ['# a comment', '', 'রাস্তা = road; street'] }, concepts), [])
  t.same(checkReadings({ bn: ['রাস্তা = bus; lane', 'বাস', 'রাস্তা = road'] }, concepts).map(({ place, message }) => `${place} ${message}`), [
    'senses/bn.txt:1 “bus” has not the word “রাস্তা”', 'senses/bn.txt:1 nobody wrote “lane”', 'senses/bn.txt:2 not “word = head; head”', 'senses/bn.txt:3 “রাস্তা” is there twice'
  ])
})

t.test('the vocabulary that is shipped', async t => {
  const { concepts, languages, faults } = checkVocabulary(readFiles(), areas)
  t.same(faults, [])
  t.same(checkReadings(readReadingLines(), readConcepts()), [])
  for (const column of columns) t.equal(languages[column].concepts, concepts, `${column} says every concept`)
})

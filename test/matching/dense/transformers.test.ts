import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { type Encoder, EncoderError } from '../../../matching/dense/encoder.ts'
import { openEncoder } from '../../../matching/dense/index.ts'
import { Graph } from '../../../matching/dense/onnx/graph.ts'
import { encode } from '../../../matching/dense/onnx/model.ts'

const vocabulary = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]', 'water', 'bus']
/** A token's vector; special ones have none, so that a mean of tokens can be worked out by hand. */
const table = [[0, 0, 0], [0, 0, 1], [0, 0, 0], [0, 0, 0], [0, 0, 0], [3, 0, 0], [0, 4, 0]]

/** A directory with a model whose only layer is a table. */
async function modelDirectory (t: Test, file: string, scale = 1): Promise<string> {
  const directory = join(t.testdir(), 'tiny-model')
  const graph = new Graph()
  const rows = graph.floats([table.length, 3], Float32Array.from(table.flat(), value => value * scale))
  const model = graph.model(
    ['input_ids', 'attention_mask', 'token_type_ids'].map(name => ({ name, type: 'int64', shape: ['texts', 'tokens'] })),
    { last_hidden_state: graph.apply('Gather', [rows, 'input_ids']) },
    [{ name: 'last_hidden_state', type: 'float32', shape: ['texts', 'tokens', 3] }]
  )
  const special = (content: string): object => ({ id: vocabulary.indexOf(content), content, special: true, single_word: false, lstrip: false, rstrip: false, normalized: false })
  await mkdir(join(directory, 'onnx'), { recursive: true })
  await writeFile(join(directory, 'onnx', file), Buffer.concat(encode(model)))
  await writeFile(join(directory, 'config.json'), JSON.stringify({ model_type: 'bert', hidden_size: 3 }))
  await writeFile(join(directory, 'tokenizer_config.json'), JSON.stringify({ tokenizer_class: 'BertTokenizer' }))
  await writeFile(join(directory, 'tokenizer.json'), JSON.stringify({
    version: '1.0',
    added_tokens: vocabulary.filter(token => token.startsWith('[')).map(special),
    normalizer: { type: 'BertNormalizer', clean_text: true, handle_chinese_chars: true, strip_accents: null, lowercase: true },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    post_processor: { type: 'BertProcessing', sep: ['[SEP]', 3], cls: ['[CLS]', 2] },
    model: { type: 'WordPiece', unk_token: '[UNK]', continuing_subword_prefix: '##', max_input_chars_per_word: 100, vocab: Object.fromEntries(vocabulary.map((token, i) => [token, i])) }
  }))
  return directory
}

async function open (t: Test, directory: string): Promise<Encoder> {
  const encoder = await openEncoder({ kind: 'transformers', directory }, { cacheDirectory: t.testdirName })
  if (encoder === undefined) throw new Error('there is an encoder for transformers')
  t.teardown(() => encoder.close())
  return encoder
}

t.test('the mean of a text\'s tokens, at unit length', async t => {
  const encoder = await open(t, await modelDirectory(t, 'model.onnx'))
  t.match(encoder, { dimensions: 3, reads: 'any' })
  t.match(encoder.name, /^tiny-model fp32 /)
  const vectors = await encoder.encode(['Water bus', 'bus bus water bus', 'tram', `${'water '.repeat(600)}${'bus '.repeat(600)}`])
  const expected = [[3 / 5, 4 / 5, 0], [3 / Math.hypot(3, 12), 12 / Math.hypot(3, 12), 0], [0, 0, 1], [1, 0, 0]]
  vectors.forEach((vector, i) => vector.forEach((value, k) => t.ok(Math.abs(value - expected[i]![k]!) < 1e-6, `${value}`)))
})

t.test('another model at the same place has another name', async t => {
  const first = await open(t, await modelDirectory(t, 'model.onnx'))
  const second = await open(t, await modelDirectory(t, 'model.onnx', 2))
  t.not(first.name, second.name)
})

t.test('the small edition is taken where there is one', async t => {
  const encoder = await open(t, await modelDirectory(t, 'model_quantized.onnx'))
  t.match(encoder.name, /^tiny-model q8 /)
  t.same(await encoder.encode(['bus']), [Float32Array.of(0, 1, 0)])
})

t.test('no model', async t => {
  await t.rejects(open(t, t.testdir({ 'config.json': '{}' })), { name: 'EncoderError', message: /neither/ })
  await t.rejects(open(t, join(t.testdirName, 'sentence-transformers')), EncoderError)
  const damaged = await modelDirectory(t, 'model.onnx')
  await writeFile(join(damaged, 'onnx', 'model.onnx'), 'not a model')
  await t.rejects(open(t, damaged), EncoderError)
})

t.test('none', async t => {
  t.equal(await openEncoder({ kind: 'none' }, { cacheDirectory: t.testdirName }), undefined)
})

import { createHash } from 'node:crypto'
import { readdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import t from 'tap'
import type { Encoder } from '../../../matching/dense/encoder.ts'
import { openEncoder } from '../../../matching/dense/index.ts'
import { bert, edition } from '../../../matching/dense/minilm/bert.ts'
import { readVocabulary, readWeights } from '../../../matching/dense/minilm/weights.ts'
import { WordPieces } from '../../../matching/dense/minilm/word-pieces.ts'
import { encode } from '../../../matching/dense/onnx/model.ts'
import { dot, referenceVector } from './reference-bert.ts'

const directory = t.testdir()
const steps: string[] = []
const open = async (cacheDirectory = directory): Promise<Encoder> => {
  const encoder = await openEncoder({ kind: 'minilm' }, { cacheDirectory, onProgress: step => steps.push(step) })
  if (encoder === undefined) throw new Error('there is an encoder for minilm')
  return encoder
}
const encoder = await open()
t.teardown(() => encoder.close())

const problem = 'Every monsoon the streets near the old harbour are under water for days. The drains were laid a century ago for half as many people, ' +
  'and the pumps stop when the power does. Shops close, children stay at home, and the clinic on the corner moves its patients upstairs.'

t.test('an encoder of English texts', async t => {
  t.equal(encoder.reads, 'english')
  t.equal(encoder.dimensions, 384)
  t.match(encoder.name, /MiniLM/)
  const vectors = await encoder.encode(['one', '', 'word '.repeat(5000)])
  t.same(vectors.map(({ length }) => length), [384, 384, 384])
  for (const vector of vectors) t.ok(Math.abs(dot(vector, vector) - 1) < 1e-5, 'unit length')
  t.same(await encoder.encode([]), [])
})

t.test('near the model in floats', async t => {
  const weights = await readWeights()
  const pieces = new WordPieces(await readVocabulary())
  const texts = [problem.slice(0, 130), 'Flooded streets', 'Who can help us to count bicycles at night, without cameras?']
  const vectors = await encoder.encode(texts)
  texts.forEach((text, i) => {
    const cosine = dot(vectors[i]!, referenceVector(weights, pieces.tokens(text, 256)))
    t.ok(cosine > 0.99, `${cosine}`)
  })
})

t.test('paraphrases are nearer than other subjects', async t => {
  const pairs = [
    [problem, 'Heavy rain floods low-lying neighbourhoods because the sewers are too small and the pumping stations fail.'],
    ['Residents cannot afford rent near the city centre.', 'Housing downtown is too expensive for the people who live here.'],
    ['Old people live alone and see nobody for weeks.', 'Loneliness among elderly citizens'],
    ['Lorries idle in front of the market and the air is bad.', 'Exhaust fumes from delivery trucks pollute the market square.']
  ] as const
  const left = await encoder.encode(pairs.map(([text]) => text))
  const right = await encoder.encode(pairs.map(([, text]) => text))
  left.forEach((vector, i) => {
    const cosines = right.map(other => dot(vector, other))
    t.equal(cosines.indexOf(Math.max(...cosines)), i, cosines.map(cosine => cosine.toFixed(2)).join(' '))
  })
})

t.test('what a text is encoded with does not change its vector', async t => {
  const [alone] = await encoder.encode([problem])
  const among = await encoder.encode(['short', problem, problem.repeat(10)])
  t.same(among[1], alone)
})

t.test('the event loop goes on meanwhile', async t => {
  let turns = 0
  const encoding = encoder.encode(new Array(20).fill(problem)).then(() => true)
  while (!await Promise.race([encoding, setTimeout(2, false)])) turns++
  t.ok(turns >= 10, `${turns} turns`)
})

t.test('the graph is made once, and again where its file is not sound', async t => {
  t.match(steps[0], /making/)
  const [file] = await readdir(directory)
  const path = join(directory, file!)
  const content = await readFile(path)
  t.ok(file?.includes(createHash('sha256').update(content).digest('hex').slice(0, 32)), 'its name has its checksum')

  const again = async (): Promise<boolean> => {
    steps.length = 0
    const other = await open()
    t.same(await other.encode(['one']), await encoder.encode(['one']))
    await other.close()
    t.same(await readdir(directory), [file], 'nothing else is left')
    t.ok((await readFile(path)).equals(content))
    return steps.some(step => step.includes('making'))
  }
  t.equal(await again(), false)
  await truncate(path, 1000)
  t.equal(await again(), true, 'cut off')
  content[20_000_000]! ^= 1
  await writeFile(path, content)
  content[20_000_000]! ^= 1
  t.equal(await again(), true, 'a bit turned')
  await writeFile(join(directory, 'minilm-0.0.9-1-00.onnx'), 'of an older edition')
  await truncate(path, 0)
  t.equal(await again(), true)
})

t.test('works where nothing can be kept', async t => {
  const [file] = await readdir(directory)
  const other = await open(join(directory, file!, 'below'))
  t.same(await other.encode(['one']), await encoder.encode(['one']))
  await other.close()
})

t.test('a graph that changes has another edition', async t => {
  const hash = createHash('sha256')
  for (const chunk of encode(bert(await readWeights()))) hash.update(chunk)
  t.equal(`${edition} ${hash.digest('hex').slice(0, 32)}`, '1 9eb386d8da71d240ebb86a9c1c20e233', 'where this fails, raise `edition` and put the new line here')
})

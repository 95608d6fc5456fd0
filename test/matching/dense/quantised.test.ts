import fc from 'fast-check'
import t from 'tap'
import { direction, quantised } from '../../../matching/dense/quantised.ts'

t.test('by hand', async t => {
  const { values, scale } = quantised([0.5, -1, 0.25, 0])
  t.same([...values], [64, -127, 32, 0], '63.5 and 31.75 are rounded')
  t.equal(scale, 1 / Math.sqrt(64 ** 2 + 127 ** 2 + 32 ** 2))
  t.same([...direction({ values, scale })], [64, -127, 32, 0].map(value => Math.fround(value * scale)))
})

t.test('what has no direction', async t => {
  t.same(quantised([0, 0]), { values: new Int8Array(2), scale: 0 })
  t.same(quantised([NaN, Infinity]), { values: new Int8Array(2), scale: 0 })
  t.same([...direction(quantised([0, 0]))], [0, 0])
})

t.test('unit length, near the direction, and the same when done again', async t => {
  const component = fc.float({ min: -1, max: 1, noNaN: true })
  fc.assert(fc.property(fc.array(component, { minLength: 4, maxLength: 400 }).filter(vector => vector.some(value => Math.abs(value) > 1e-3)), vector => {
    const once = quantised(vector)
    const back = direction(once)
    const norm = Math.hypot(...vector)
    const cosine = vector.reduce((sum, value, i) => sum + value * back[i]!, 0) / norm
    return Math.abs(Math.hypot(...back) - 1) < 1e-5 && cosine > 0.999 &&
      quantised(back).values.every((value, i) => value === once.values[i])
  }))
  t.pass()
})

import t from 'tap'
import { analyse } from '../../../matching/language/index.ts'

t.test('the first text of a process is cut as every later one', async t => {
  for (const text of ['ーあ', 'กรุงเทพมหานคร', 'ーカ東京']) {
    const first = analyse(text)
    t.same(analyse(text), first, text)
    t.same(analyse(text), first, text)
  }
})

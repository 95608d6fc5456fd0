import fc from 'fast-check'
import t from 'tap'
import { Trie } from '../../../matching/vocabulary/trie.ts'

t.test('finds every word that begins at a place, and no other', async t => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'ก', '中', '\u{20000}'), minLength: 1, maxLength: 5 })
  fc.assert(fc.property(fc.array(word, { maxLength: 30 }), fc.string({ unit: fc.constantFrom('a', 'b', 'ก', '中', '\u{20000}'), maxLength: 12 }), (words, text) => {
    const trie = new Trie()
    for (const one of words) trie.add(one)
    for (let start = 0; start <= text.length; start++) {
      const found: number[] = []
      trie.eachWord(text, start, end => { found.push(end) })
      const wanted = [...new Set(words.filter(one => text.startsWith(one, start)).map(one => start + one.length))].sort((a, b) => a - b)
      t.same(found, wanted)
    }
  }))
})

import t from 'tap'
import { tapReader } from '../../../scripts/test/tally.ts'

const read = (text: string) => {
  const reader = tapReader()
  const said = text.split('\n').map((line) => reader.line(line)).filter((line) => line !== undefined)
  return { ...reader.tally, said }
}

t.test('assertions are counted, not the subtests that hold them', async (t) => {
  t.match(read(`TAP version 14
# Subtest: a.test.ts
    # Subtest: one
        ok 1 - should be equal
        # Subtest: inner
            ok 1 - should be equal
            1..1
        ok 2 - inner # time=1ms
        1..2
    ok 1 - one # time=2ms
    ok 2 - later # SKIP
    not ok 3 - wish # TODO some day
    1..3
ok 1 - a.test.ts # time=2500ms
1..1`), { passed: 2, failed: 0, skipped: 2, files: 1, said: ['passed  a.test.ts  2.5 s'] })
})

t.test('what failed is counted once and told with its details', async (t) => {
  const { passed, failed, said } = read(`# Subtest: a.test.ts
    # Subtest: one
        ok 1 - fine
        not ok 2 - oops
          ---
          diff: |
            ok 1 - of a diff
          ...
        1..2
    not ok 1 - one # time=2ms
      ---
      at: one
      ...
    1..1
not ok 1 - a.test.ts # time=1000ms
  ---
  exitCode: 1
  ...
# Subtest: b.test.ts
    ok 1 - fine
    1..1
not ok 2 - b.test.ts # time=1000ms
  ---
  exitCode: 3
  ...`)
  t.equal(passed, 2)
  t.equal(failed, 2, 'oops, and the file that crashed though its assertions passed')
  t.ok(said.includes('            ok 1 - of a diff'))
  t.notOk(said.includes('      at: one'), 'a subtest that failed through its assertions says nothing of its own')
  t.ok(said.includes('  exitCode: 3'))
})

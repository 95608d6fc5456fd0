/** What a stream of TAP 14 said: its test points that hold no others, and the test files they stand in. */
interface Tally {
  passed: number
  failed: number
  skipped: number
  files: number
}

const point = /^( *)(not )?ok \d+ ?(?:- )?(.*)$/
const directive = /(?<!\\)# (?:SKIP|TODO)\b/i

export interface Reader {
  /** Takes one line of TAP; tells what to print of it, if anything. */
  line (line: string): string | undefined
  tally: Tally
}

/**
 * Counts assertions: a test point that closes a subtest counts only when it failed and nothing in it did (a crash, a plan
 * not kept). What failed is printed with its details, and a line a file.
 */
export const tapReader = (): Reader => {
  const tally: Tally = { passed: 0, failed: 0, skipped: 0, files: 0 }
  /** Of each open depth, whether test points were seen below it and how many of them failed. */
  const below: Array<{ points: number, failed: number } | undefined> = []
  /** Indentation of the failed point whose details are being printed. */
  let detailsOf: number | undefined
  let inDetails = false

  const take = (depth: number, failed: boolean, title: string): string | undefined => {
    const children = below[depth + 1]
    below.length = depth + 1
    const skipped = directive.test(title)
    const counts = children === undefined || (failed && children.failed === 0)
    if (counts && skipped) tally.skipped++
    else if (counts && failed) tally.failed++
    else if (counts) tally.passed++
    const level = below[depth] ??= { points: 0, failed: 0 }
    level.points++
    if (failed && !skipped) level.failed++
    if (depth === 0) tally.files++
    detailsOf = failed && !skipped && counts ? depth * 4 : undefined
    if (depth === 0) return `${failed ? 'FAILED' : 'passed'}  ${title.replace(/ # time=([\d.]+)ms/, (_, time: string) => `  ${(Number(time) / 1000).toFixed(1)} s`)}`
    return detailsOf === undefined ? undefined : `${' '.repeat(detailsOf)}not ok: ${title}`
  }

  return {
    tally,
    line: (line) => {
      if (detailsOf !== undefined && line === `${' '.repeat(detailsOf + 2)}---`) inDetails = true
      if (inDetails) {
        if (line === `${' '.repeat((detailsOf ?? 0) + 2)}...`) inDetails = false
        return line
      }
      const found = point.exec(line)
      if (found) return take((found[1] ?? '').length / 4, found[2] !== undefined, found[3] ?? '')
      return line.startsWith('Bail out!') ? line : undefined
    }
  }
}

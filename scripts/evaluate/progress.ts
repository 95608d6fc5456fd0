import { Presets, SingleBar } from 'cli-progress'

export interface Progress {
  step (label: string): void
  /** Takes the bar off the terminal while `print` writes, so that lines and bar do not mix. */
  around (print: () => void): void
  stop (): void
}

const silent: Progress = { step () {}, around: print => { print() }, stop () {} }

/** A bar on stderr where that is a terminal, and nothing at all where it is not. */
export function startProgress (total: number): Progress {
  if (!process.stderr.isTTY) return silent
  const bar = new SingleBar({
    stream: process.stderr,
    format: '{bar} {percentage}%  {value}/{total}  {eta_formatted}  {label}',
    clearOnComplete: true
  }, Presets.shades_classic)
  bar.start(total, 0, { label: '' })
  return {
    step (label) { bar.increment(1, { label }) },
    around (print) {
      process.stderr.write('\r\x1b[K')
      print()
      bar.render()
    },
    stop () { bar.stop() }
  }
}

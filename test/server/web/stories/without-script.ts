import type { Way } from './hand.ts'

/** A pointer, in a browser that runs no script of pages. */
export const withoutScript: Way = {
  name: 'without script',
  scripted: false,
  activate: (control) => control.click(),
  fill: (field, text) => field.fill(text),
  async select (list, label) { await list.selectOption({ label }) },
  tick: (box) => box.check()
}

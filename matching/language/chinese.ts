import type { Analyser } from '../types.ts'
import { normalise, withoutAccents } from './normalise.ts'
import { chineseCutter, type WordCutter } from './packages.ts'
import { wordsAndPairs } from './runs.ts'
import { listed } from './lists.ts'
import { analyserOf } from './terms.ts'

/** Function words. The published lists of 800 words hold ordinary ones too, and ranked a little worse. */
const stop = new Set(listed(`
  的 了 着 过 地 得 和 与 及 或 而 且 并 但 在 于 从 自 到 向 往 对 对于 关于 把 被 让 给 为 以 因 因为 由 由于 所以 如果 虽然 但是 然而 而且 并且 以及 是 有
  没有 也 都 就 还 又 再 很 更 最 太 不 没 无 这 那 这个 那个 这些 那些 这里 那里 此 其 它 它们 他 他们 她 她们 我 我们 你 你们 您 谁 什么 哪 哪个 哪些 哪里
  怎么 如何 为什么 多少 几 吗 呢 吧 啊 之 等 等等 个 一个 一些 一种 每 各 某 所 者 将 会 能 可以 可能 应该 应 需 要 已 已经 曾 正在 中 上 下 内 外 里 后
  前 时 当 之后 之前 之间 其中 其他 其它 通过 根据 按照 随着 以上 以下 例如 比如 即 则 只 仅 便 却`))

/** Chinese: jieba's words, without function words, and pairs of characters. The dictionary is loaded at the first Chinese text. */
export function chinese (): Analyser {
  let cutter: WordCutter | undefined
  const cut = wordsAndPairs({
    * words (run) {
      cutter ??= chineseCutter()
      let index = 0
      for (const word of cutter.cut(run, true)) {
        yield { word, index }
        index += word.length
      }
    },
    term: word => stop.has(word) ? '' : normalise(word)
  })
  return { ...analyserOf({ language: 'zh', term: word => withoutAccents(normalise(word)), cut }), functionWords: stop }
}

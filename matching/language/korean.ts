import type { Analyser, Token } from '../types.ts'
import { normalise } from './normalise.ts'
import { listed } from './lists.ts'
import { analyserOf } from './terms.ts'
import { plainRun } from './unspaced.ts'

/** Particles and the endings of 하다 verbs, the longest first. */
const endings = listed(`
  에서는 에서도 으로서 으로써 으로는 에게서 이라는 이라고 하였다 하였습니다 했습니다 합니다 입니다 습니다 하고자 하기 하는 하여 하고 하지 했다 한다 해야 된다
  되는 되어 에서 에게 으로 까지 부터 처럼 보다 만큼 마다 조차 이나 이며 이고 라는 라고 들은 들이 들을 들의 은 는 이 가 을 를 의 에 와 과 도 로 만 나 들 고 며`)
  .sort((a, b) => b.length - a.length)

const stop = new Set(listed(`
  그 이 저 것 수 등 및 또는 그리고 그러나 하지만 때문 위해 위한 대한 대해 통해 따라 또한 더 매우 가장 모든 각 있다 있는 있습니다 없다 없는 한다 합니다 하는 된다 되는 우리 저희 그들
  어떤 무엇 어떻게 왜 언제 어디 누가 약 중 간 후 전 내 외 할 한 될`))

export function koreanStem (word: string): string {
  const ending = endings.find(ending => word.length >= ending.length + 2 && word.endsWith(ending))
  return ending === undefined ? word : word.slice(0, -ending.length)
}

/** Korean: the word without its particle, and pairs of its syllables, since compounds are written with or without spaces. */
export function korean (): Analyser {
  const words = analyserOf({
    language: 'ko',
    cut: plainRun,
    term: raw => {
      const word = normalise(raw)
      return stop.has(word) ? '' : /^[가-힣]+$/u.test(word) ? koreanStem(word) : word
    }
  })
  return {
    language: 'ko',
    analyse (text) {
      return words.analyse(text).flatMap(token => {
        const { term, start } = token
        if (term.length < 3 || term.length > token.end - start || !/^[가-힣]+$/u.test(term)) return [token]
        const pairs: Token[] = [token]
        for (let i = 0; i + 1 < term.length; i++) pairs.push({ term: term.slice(i, i + 2), start: start + i, end: start + i + 2 })
        return pairs
      })
    }
  }
}

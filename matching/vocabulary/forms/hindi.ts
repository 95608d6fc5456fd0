import { listed } from '../../language/lists.ts'
import { beforeEndings, distinct } from './endings.ts'

/** By what stands in their place in the form that is listed. */
const nounEndings: readonly [string, readonly string[]][] = [
  ['ियों', ['ी', 'ि']], ['ियां', ['ी', 'ि']], ['ओं', ['', 'ा', 'ो']], ['ओ', ['']], ['ाओं', ['ा']], ['ाएं', ['ा']], ['ों', ['', 'ा']], ['ें', ['']], ['े', ['ा']], ['ी', ['ा', '']],
  ['ुओं', ['ू', 'ु']], ['यों', ['', 'य']], ['या', ['']]
]
const verbEndings = listed(`
  ाएंगी ाएंगे ाएगी ाएगा एंगी ेंगी एंगे ेंगे ेगी ेगा ूंगा ूंगी ोगे ाकर ाया ाई ाए ाते ाती ाता ाने ानी ाना ाओ इए िए ने नी ना ते ीं ती ता तीं कर के ए ई ये यी या े ी ा ो ूं`)
const irregular: Readonly<Record<string, string>> = { गया: 'जाना', गई: 'जाना', गए: 'जाना', गयी: 'जाना', गये: 'जाना', किया: 'करना', की: 'करना', किए: 'करना', दिया: 'देना', दी: 'देना', दिए: 'देना', लिया: 'लेना', ली: 'लेना', लिए: 'लेना', हुआ: 'होना', हुई: 'होना', हुए: 'होना' }

/** Hindi, spelt by `hindiSpelling`: the direct case for oblique and plural ones, the masculine, and the infinitive of a verb. */
export function hindiBases (word: string): string[] {
  const nouns = nounEndings.flatMap(([ending, put]) => word.length > ending.length + 1 && word.endsWith(ending) ? put.map(end => word.slice(0, -ending.length) + end) : [])
  const verbs = beforeEndings(word, verbEndings, 2).flatMap(({ rest, ending }) => ending.startsWith('ा') && ending.length > 1 ? [`${rest}ाना`, `${rest}ना`] : [`${rest}ना`, `${rest}ाना`])
  const known = irregular[word]
  return distinct([...(known === undefined ? [] : [known]), ...nouns, ...verbs, `${word}ना`], word)
}

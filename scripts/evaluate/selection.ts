import { baseLanguage } from './languages.ts'
import { pairName } from './set.ts'
import { UsageError } from './command-line.ts'
import type { EvaluationSet, Pair } from './set.ts'

/** Languages of the cities the service is for; pairs among them are measured by default. */
const core = new Set(['zh', 'th', 'bn', 'ar', 'id', 'tl', 'fil'])

function isDefaultPair (pair: Pair): boolean {
  const query = baseLanguage(pair.query)
  const document = baseLanguage(pair.document)
  return query === document || query === 'en' || document === 'en' || (core.has(query) && core.has(document))
}

/**
 * The sets that bear one of the names, or whose name starts with it where none bears it whole.
 *
 * @throws UsageError for a name that no set answers to
 */
export function selectSets (sets: readonly EvaluationSet[], names: readonly string[]): EvaluationSet[] {
  const chosen = new Set(names.flatMap(name => {
    const whole = sets.filter(set => set.name === name)
    const found = whole.length > 0 ? whole : sets.filter(set => set.name.startsWith(name))
    if (found.length === 0) throw new UsageError(`no set is named ${JSON.stringify(name)} or starts so; there are ${sets.map(set => set.name).join(', ')}`)
    return found
  }))
  return sets.filter(set => chosen.has(set))
}

/**
 * Each set's pairs to measure: those named, all of them, or the default ones.
 *
 * @throws UsageError for a pair that no set has
 */
export function selectPairs (sets: readonly EvaluationSet[], wanted: readonly string[] | 'all' | undefined): Map<EvaluationSet, Pair[]> {
  if (Array.isArray(wanted)) {
    const unknown = wanted.find(name => !sets.some(set => set.pairs.some(pair => pairName(pair) === name)))
    if (unknown !== undefined) throw new UsageError(`no chosen set has the language pair ${JSON.stringify(unknown)}`)
  }
  return new Map(sets.map(set => [set, set.pairs.filter(pair =>
    wanted === 'all' || (wanted === undefined ? isDefaultPair(pair) : wanted.includes(pairName(pair))))]))
}

import { closeClimate, closeIncome, closeSize, evidenceOf, fitting, readinessFor, sharedAreas, sharedCodes, sharedLanguages, sharedTargets } from './grades.ts'
import { anything, bothSay, type Comparison, type Pair, querySays, type Relation, type Says, silentSides, some } from './pair.ts'
import { nearness } from './regions.ts'
import type { Facets, Missing, Part } from './types.ts'

/**
 * One graded comparison. The weight is the share of a text's strength that full agreement adds and full disagreement takes
 * away; those of one relation sum to 0.2 at most, so the order changes only among texts within a factor of 1.5.
 */
interface Facet extends Comparison {
  name: string
  weight: number
  relations: readonly Relation[]
  /** -1 to 1; asked only where both sides say what it needs. */
  grade (challenge: Facets, solution: Facets): number
}

const every: readonly Relation[] = ['peers', 'fit', 'alike']

/** The same is asked of both sides. */
function between (name: string, weight: number, relations: readonly Relation[], says: Says, grade: Facet['grade']): Facet {
  return { name, weight, relations, challenge: says, solution: says, grade }
}

function across (name: string, weight: number, relation: Relation, challenge: Says, solution: Says, grade: Facet['grade']): Facet {
  return { name, weight, relations: [relation], challenge, solution, grade }
}

/** What each is and why it weighs so much: DESIGN.md, "Facets". Among peers the match stands in the solution's place. */
const facets: readonly Facet[] = [
  between('area', 0.05, every, f => some(f.areas), (a, b) => sharedAreas(a.areas!, b.areas!)),
  between('sdg', 0.02, every, f => some(f.sdgTargets), (a, b) => sharedTargets(a.sdgTargets!, b.sdgTargets!)),
  between('beneficiaries', 0.02, every, f => some(f.beneficiaries), (a, b) => sharedCodes(a.beneficiaries!, b.beneficiaries!)),
  between('languages', 0.02, every, f => some(f.languages), (a, b) => sharedLanguages(a.languages!, b.languages!)),
  between('population', 0.03, ['peers'], f => f.population !== undefined, (a, b) => closeSize(a.population!, b.population!)),
  between('region', 0.02, ['peers'], f => f.country !== undefined, (a, b) => nearness(a.country!, b.country!)),
  between('income', 0.02, ['peers'], f => f.incomeGroup !== undefined, (a, b) => closeIncome(a.incomeGroup!, b.incomeGroup!)),
  between('climate', 0.01, ['peers'], f => f.climate !== undefined, (a, b) => closeClimate(a.climate!, b.climate!)),
  across('seeking', 0.01, 'peers', anything, f => some(f.seeking), (_, match) => match.seeking!.includes('peers') ? 1 : -0.5),
  across('seeking', 0.01, 'fit', f => some(f.seeking), anything, c => c.seeking!.includes('solutions') ? 1 : -0.5),
  across('readiness', 0.03, 'fit', f => f.stage !== undefined, f => f.readiness !== undefined, (c, s) => readinessFor(c.stage!, s.readiness!)),
  across('evidence', 0.04, 'fit', anything, f => f.evidence !== undefined, (c, s) => evidenceOf(s.evidence!, c.country)),
  across('income-fit', 0.005, 'fit', f => f.incomeGroup !== undefined, f => some(f.fit?.incomeGroups),
    (c, s) => fitting(c.incomeGroup!, s.fit!.incomeGroups!, closeIncome)),
  across('climate-fit', 0.005, 'fit', f => f.climate !== undefined, f => some(f.fit?.climates),
    (c, s) => fitting(c.climate!, s.fit!.climates!, closeClimate))
]

const byRelation: Readonly<Record<Relation, readonly Facet[]>> = {
  peers: facets.filter(facet => facet.relations.includes('peers')),
  fit: facets.filter(facet => facet.relations.includes('fit')),
  alike: facets.filter(facet => facet.relations.includes('alike'))
}

export interface Leaning {
  /** What all facets together add to a text's strength, as a share of it: the sum of weight times grade. */
  of (pair: Pair): number
  /** No match's is more. */
  most: number
}

/** Facets for one query: `asked` is its pair with any profile. */
export function leaningFor (asked: Pair): Leaning {
  const known = byRelation[asked.relation].filter(facet => querySays(facet, asked))
  return {
    of: pair => {
      let sum = 0
      for (const facet of known) if (bothSay(facet, pair)) sum += facet.weight * facet.grade(pair.challenge, pair.solution)
      return sum
    },
    most: known.reduce((sum, { weight }) => sum + weight, 0)
  }
}

/** The facets of a scored pair, taken apart; each one's weight is its share of the text's strength. */
export function facetParts (pair: Pair, strength: number): Part[] {
  return byRelation[pair.relation].map(facet => {
    const known = bothSay(facet, pair)
    const value = known ? facet.grade(pair.challenge, pair.solution) : 0
    const weight = facet.weight * strength
    return { name: facet.name, value, weight, contribution: value * weight, known }
  })
}

export function missingFacets (pair: Pair): Missing[] {
  return byRelation[pair.relation].flatMap(facet => silentSides(facet, pair).map(side => ({ side, field: facet.name })))
}

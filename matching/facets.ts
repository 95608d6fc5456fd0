import { type Pair, type Relation, type Side, some } from './pair.ts'
import { nearness } from './regions.ts'
import { closeClimate, closeIncome, closeSize, evidenceOf, fitting, readinessFor, sharedAreas, sharedCodes, sharedLanguages, sharedTargets } from './grades.ts'
import type { Facets } from './types.ts'

type Says = (facets: Facets) => boolean

/**
 * One graded comparison. The weight is the share of a text's strength that full agreement adds and full disagreement takes
 * away; those of one relation sum to at most 0.2, so the order changes only among texts within a factor of 1.5.
 */
export interface Facet {
  name: string
  weight: number
  relations: readonly Relation[]
  /** Who does not say what the facet needs. */
  missing (pair: Pair): Side[]
  /** -1 to 1; asked only where nothing is missing. */
  grade (pair: Pair): number
}

const every: readonly Relation[] = ['peers', 'fit', 'alike']

function between (name: string, weight: number, relations: readonly Relation[], says: Says, grade: (query: Facets, match: Facets) => number): Facet {
  return {
    name,
    weight,
    relations,
    missing: ({ query, match }) => silent(['query', says(query)], ['match', says(match)]),
    grade: ({ query, match }) => grade(query, match)
  }
}

function across (name: string, weight: number, challengeSays: Says, solutionSays: Says, grade: (challenge: Facets, solution: Facets) => number): Facet {
  return {
    name,
    weight,
    relations: ['fit'],
    missing: ({ query, challenge, solution }) => challenge === query
      ? silent(['query', challengeSays(challenge)], ['match', solutionSays(solution)])
      : silent(['query', solutionSays(solution)], ['match', challengeSays(challenge)]),
    grade: ({ challenge, solution }) => grade(challenge, solution)
  }
}

function silent (...sides: [Side, boolean][]): Side[] {
  return sides.filter(([, says]) => !says).map(([side]) => side)
}

const any: Says = () => true

/** What each is and why it weighs so much: DESIGN.md, "Facets". */
export const facets: readonly Facet[] = [
  between('area', 0.05, every, f => some(f.areas), (q, m) => sharedAreas(q.areas!, m.areas!)),
  between('sdg', 0.02, every, f => some(f.sdgTargets), (q, m) => sharedTargets(q.sdgTargets!, m.sdgTargets!)),
  between('beneficiaries', 0.02, every, f => some(f.beneficiaries), (q, m) => sharedCodes(q.beneficiaries!, m.beneficiaries!)),
  between('languages', 0.02, every, f => some(f.languages), (q, m) => sharedLanguages(q.languages!, m.languages!)),
  between('population', 0.03, ['peers'], f => f.population !== undefined, (q, m) => closeSize(q.population!, m.population!)),
  between('region', 0.02, ['peers'], f => f.country !== undefined, (q, m) => nearness(q.country!, m.country!)),
  between('income', 0.02, ['peers'], f => f.incomeGroup !== undefined, (q, m) => closeIncome(q.incomeGroup!, m.incomeGroup!)),
  between('climate', 0.01, ['peers'], f => f.climate !== undefined, (q, m) => closeClimate(q.climate!, m.climate!)),
  {
    name: 'seeking',
    weight: 0.01,
    relations: ['peers', 'fit'],
    missing: ({ relation, query, challenge }) => some(relation === 'peers' ? query.seeking : challenge.seeking)
      ? []
      : [relation === 'peers' || challenge === query ? 'query' : 'match'],
    grade: ({ challenge, relation }) => challenge.seeking!.includes(relation === 'peers' ? 'peers' : 'solutions') ? 1 : -0.5
  },
  across('readiness', 0.03, f => f.stage !== undefined, f => f.readiness !== undefined, (c, s) => readinessFor(c.stage!, s.readiness!)),
  across('evidence', 0.04, any, f => f.evidence !== undefined, (c, s) => evidenceOf(s.evidence!, c.country)),
  across('income-fit', 0.005, f => f.incomeGroup !== undefined, f => some(f.fit?.incomeGroups), (c, s) => fitting(c.incomeGroup!, s.fit!.incomeGroups!, closeIncome)),
  across('climate-fit', 0.005, f => f.climate !== undefined, f => some(f.fit?.climates), (c, s) => fitting(c.climate!, s.fit!.climates!, closeClimate))
]

const byRelation = new Map(every.map(relation => [relation, facets.filter(facet => facet.relations.includes(relation))]))

export function facetsOf (relation: Relation): readonly Facet[] {
  return byRelation.get(relation)!
}

/** What all facets together add to a text's strength, as a share of it: the sum of weight times grade. */
export function leaning (pair: Pair): number {
  let sum = 0
  for (const facet of facetsOf(pair.relation)) if (facet.missing(pair).length === 0) sum += facet.weight * facet.grade(pair)
  return sum
}

/** The most that any match's facets could add for this query. */
export function mostLeaning (pair: Pair): number {
  return facetsOf(pair.relation).reduce((sum, facet) => facet.missing(pair).includes('query') ? sum : sum + facet.weight, 0)
}

import type { ChallengeAnswer, MatchFields, SolutionAnswer } from '../../schemas/matches.ts'

/** Something that the form could say, and how many matches would be surer for it. */
export interface Improvement {
  /** Name of its words. */
  readonly say: string
  /** The field to fill in, of the form at hand or of its city. */
  readonly field: string
  readonly of: 'form' | 'city'
  readonly kind: 'solutions' | 'challenges'
  readonly count: number
}

type Place = Pick<Improvement, 'say' | 'field' | 'of'>

const here = (say: string, field: string): Place => ({ say, field, of: 'form' })
const ofCity = (say: string, field: string): Place => ({ say, field, of: 'city' })

/** What a challenge does not say, as matching names it. Not among them: standards and where data must stay, since to ask for none is an answer too. */
const ofChallenge: Readonly<Record<string, Place>> = {
  area: here('area', 'areas'),
  sdg: here('sdg', 'sdgTargets'),
  beneficiaries: here('beneficiaries', 'beneficiaries'),
  seeking: here('seeking', 'seeking'),
  readiness: here('stage', 'stage'),
  budget: here('budget', 'budget.max'),
  'delivery-in-time': here('needed-by', 'timeline.neededBy'),
  languages: ofCity('languages', 'languages'),
  population: ofCity('population', 'population'),
  'population-fit': ofCity('population', 'population'),
  income: ofCity('income', 'incomeGroup'),
  'income-fit': ofCity('income', 'incomeGroup'),
  climate: ofCity('climate', 'climate'),
  'climate-fit': ofCity('climate', 'climate')
}

const ofSolution: Readonly<Record<string, Place>> = {
  area: here('area', 'areas'),
  sdg: here('sdg', 'sdgTargets'),
  languages: here('languages', 'languages'),
  readiness: here('readiness', 'readiness'),
  'income-fit': here('income-fit', 'fit.incomeGroups'),
  'climate-fit': here('climate-fit', 'fit.climates'),
  'available-in-country': here('available-in-country', 'countries'),
  'population-fit': here('population-fit', 'fit.populationMin'),
  'required-standards': here('required-standards', 'standards'),
  'data-residency': here('data-hosting', 'dataHosting'),
  budget: here('price', 'price.max'),
  'delivery-in-time': here('delivery-in-time', 'deliveryMonths.min')
}

/** Where what matching misses in a profile is filled in; undefined where it cannot be, or where to say nothing is an answer. */
export const placeOf = (resource: 'challenges' | 'solutions', missing: string): Place | undefined => (resource === 'challenges' ? ofChallenge : ofSolution)[missing]

/**
 * Among what is not said, what most matches depend on: those to which the other side has said its part, so that they would
 * be surer at once.
 */
const counted = (matches: ReadonlyArray<Pick<MatchFields, 'missing'>>, places: Readonly<Record<string, Place>>, kind: Improvement['kind']): Improvement[] => {
  const found = new Map<string, Improvement>()
  for (const { missing } of matches) {
    const silent = new Set(missing.filter(({ side }) => side === 'match').map(({ field }) => field))
    const said = new Map(missing.filter(({ side, field }) => side === 'query' && !silent.has(field)).flatMap(({ field }) => places[field] === undefined ? [] : [[places[field].field, places[field]] as const]))
    for (const [field, place] of said) found.set(field, { ...place, kind, count: (found.get(field)?.count ?? 0) + 1 })
  }
  return [...found.values()]
}

const most = 5

/** Each thing once, with the kind of match that it counts for most; the most wanted first. */
const ordered = (improvements: readonly Improvement[]): Improvement[] => {
  const best = new Map<string, Improvement>()
  for (const improvement of improvements) if ((best.get(improvement.field)?.count ?? 0) < improvement.count) best.set(improvement.field, improvement)
  return [...best.values()].sort((a, b) => b.count - a.count).slice(0, most)
}

export const improvementsOfChallenge = ({ peers, solutions }: Pick<ChallengeAnswer, 'peers' | 'solutions'>): Improvement[] =>
  ordered([...counted(solutions, ofChallenge, 'solutions'), ...counted(peers, ofChallenge, 'challenges')])

export const improvementsOfSolution = ({ challenges }: Pick<SolutionAnswer, 'challenges'>): Improvement[] => ordered(counted(challenges, ofSolution, 'challenges'))

import { addMonths, day } from './dates.ts'
import { type Pair, type Relation, type Side, some } from './pair.ts'
import type { Facets, Gate, MoneyRange } from './types.ts'

/** One hard condition. `outcome` and `detail` are asked only where both sides say what they need. */
interface Rule {
  rule: string
  /** What a challenge says for it, in words, and whether it does; nothing where the rule asks nothing of challenges. */
  challenge?: [string, (facets: Facets) => boolean]
  solution?: [string, (facets: Facets) => boolean]
  outcome (pair: Pair): Gate['outcome']
  detail (pair: Pair, outcome: Gate['outcome']): string
}

const fit: readonly Rule[] = [
  {
    rule: 'available-in-country',
    challenge: ['its country', ({ country }) => country !== undefined],
    solution: ['where it can be had', ({ countries }) => some(countries)],
    outcome: ({ challenge, solution }) => passes(solution.countries!.includes(challenge.country!)),
    detail: ({ challenge, solution }, outcome) => outcome === 'pass'
      ? `It can be had in ${challenge.country}.`
      : `The city is in ${challenge.country}; it can be had in ${listed(solution.countries!)}.`
  },
  {
    rule: 'population-fit',
    challenge: ['how many people live there', ({ population }) => population !== undefined],
    solution: ['for which size of city it is', ({ fit }) => fit?.populationMin !== undefined || fit?.populationMax !== undefined],
    outcome: ({ challenge, solution }) =>
      passes(challenge.population! >= (solution.fit!.populationMin ?? 0) && challenge.population! <= (solution.fit!.populationMax ?? Infinity)),
    detail: ({ challenge, solution }) => `The city has ${challenge.population} people; it is for ${range(solution.fit!.populationMin, solution.fit!.populationMax)}.`
  },
  {
    rule: 'required-standards',
    challenge: ['which standards it requires', ({ requiredStandards }) => some(requiredStandards)],
    solution: ['which standards it meets', ({ standards }) => some(standards)],
    outcome: ({ challenge, solution }) => passes(lacking(challenge, solution).length === 0),
    detail: ({ challenge, solution }, outcome) => outcome === 'pass'
      ? `It meets ${listed(challenge.requiredStandards!)}.`
      : `It does not state ${listed(lacking(challenge, solution))}.`
  },
  {
    rule: 'data-residency',
    challenge: ['where data must stay', ({ dataResidency }) => some(dataResidency)],
    solution: ['where its data can be kept', ({ dataHosting }) => some(dataHosting)],
    outcome: ({ challenge, solution }) => passes(challenge.dataResidency!.some(country => solution.dataHosting!.includes(country))),
    detail: ({ challenge, solution }) => `Data must stay in ${listed(challenge.dataResidency!)}; they can be kept in ${listed(solution.dataHosting!)}.`
  },
  {
    rule: 'budget',
    challenge: ['its budget', ({ budget }) => budget?.max !== undefined && budget.currency !== undefined],
    solution: ['its price', ({ price }) => (price?.min !== undefined || price?.max !== undefined) && price.currency !== undefined],
    outcome: ({ challenge, solution }) => affordable(challenge.budget!, solution.price!),
    detail: ({ challenge, solution }, outcome) => outcome === 'unknown' && challenge.budget!.currency !== solution.price!.currency
      ? `The budget is in ${challenge.budget!.currency}, the price in ${solution.price!.currency}.`
      : `The budget is at most ${money(challenge.budget!.max!, challenge.budget!.currency!)}; the price is ${prices(solution.price!)}.`
  },
  {
    rule: 'delivery-in-time',
    challenge: ['by when it has to work', ({ neededBy }) => neededBy !== undefined],
    solution: ['how long it takes', ({ deliveryMonths }) => deliveryMonths?.min !== undefined],
    outcome: ({ challenge, solution, today }) => today === undefined
      ? 'unknown'
      : passes(addMonths(today, solution.deliveryMonths!.min!) <= day(challenge.neededBy!)),
    detail: ({ challenge, solution, today }) => today === undefined
      ? 'Today\'s date was not given.'
      : `It works from ${addMonths(today, solution.deliveryMonths!.min!)} at the earliest; it is needed by ${day(challenge.neededBy!)}.`
  }
]

/** Of the match alone: closed profiles are nobody's match. */
const open = {
  rule: 'not-expired',
  outcome: ({ match, today }: Pair) => match.expiresOn === undefined || today === undefined ? 'unknown' : passes(day(today) <= day(match.expiresOn)),
  detail: ({ match, today }: Pair) => {
    if (match.expiresOn === undefined) return 'It does not say until when it is open.'
    return today === undefined ? 'Today\'s date was not given.' : `It is open until ${day(match.expiresOn)}; today is ${day(today)}.`
  }
} as const

function rulesOf (relation: Relation): readonly Rule[] {
  return relation === 'fit' ? fit : []
}

function outcomeOf (rule: Rule, pair: Pair): Gate['outcome'] {
  const says = (rule.challenge?.[1](pair.challenge) ?? true) && (rule.solution?.[1](pair.solution) ?? true)
  return says ? rule.outcome(pair) : 'unknown'
}

/** The rules that a pair fails. Quick: nothing is put into words. */
export function failures (pair: Pair): string[] {
  const failed: string[] = []
  for (const rule of rulesOf(pair.relation)) if (outcomeOf(rule, pair) === 'fail') failed.push(rule.rule)
  if (open.outcome(pair) === 'fail') failed.push(open.rule)
  return failed
}

export interface CheckedGate extends Gate {
  /** Who does not say what the gate needs. */
  missing: Side[]
}

/** Every gate between two profiles, with what was compared. */
export function gates (pair: Pair): CheckedGate[] {
  const side = (facets: Facets): Side => facets === pair.query ? 'query' : 'match'
  const checked = rulesOf(pair.relation).map((rule): CheckedGate => {
    const outcome = outcomeOf(rule, pair)
    const silent: [Side, string][] = []
    if (rule.challenge?.[1](pair.challenge) === false) silent.push([side(pair.challenge), `The challenge does not say ${rule.challenge[0]}.`])
    if (rule.solution?.[1](pair.solution) === false) silent.push([side(pair.solution), `The solution does not say ${rule.solution[0]}.`])
    const detail = silent.length > 0 ? silent.map(([, words]) => words).join(' ') : rule.detail(pair, outcome)
    return { rule: rule.rule, outcome, detail, missing: silent.map(([of]) => of) }
  })
  const missing: Side[] = pair.match.expiresOn === undefined ? ['match'] : []
  return [...checked, { rule: open.rule, outcome: open.outcome(pair), detail: open.detail(pair), missing }]
}

function passes (holds: boolean): 'pass' | 'fail' {
  return holds ? 'pass' : 'fail'
}

function lacking (challenge: Facets, solution: Facets): string[] {
  const held = new Set(solution.standards!.map(plain))
  return challenge.requiredStandards!.filter(standard => !held.has(plain(standard)))
}

/** "ISO/IEC 27001" and "iso iec-27001" are one standard. */
function plain (standard: string): string {
  return standard.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

function affordable (budget: MoneyRange, price: MoneyRange): Gate['outcome'] {
  if (budget.currency !== price.currency) return 'unknown'
  if (price.min !== undefined) return passes(price.min <= budget.max!)
  return price.max! <= budget.max! ? 'pass' : 'unknown'
}

function listed (items: readonly string[]): string {
  return items.length > 6 ? `${items.slice(0, 6).join(', ')} and ${items.length - 6} more` : items.join(', ')
}

function range (min?: number, max?: number): string {
  if (min === undefined) return `at most ${max}`
  return max === undefined ? `at least ${min}` : `${min} to ${max}`
}

function prices ({ min, max, currency }: MoneyRange): string {
  if (min === undefined) return `at most ${money(max!, currency!)}`
  return max === undefined ? `at least ${money(min, currency!)}` : `${money(min, currency!)} to ${money(max, currency!)}`
}

/** Minor units as people write them; ISO 4217 gives most currencies two decimals, Intl knows which have none or three. */
function money (minor: number, currency: string): string {
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  return `${currency} ${(minor / 10 ** digits).toFixed(digits)}`
}

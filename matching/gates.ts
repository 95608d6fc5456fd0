import { addMonths, day } from './dates.ts'
import { bothSay, type Comparison, type Pair, querySays, type Side, silentSides, some } from './pair.ts'
import type { Facets, Gate, MoneyRange } from './types.ts'

type Outcome = Gate['outcome']

/** One hard condition between a challenge and a solution; asked only where both say what it needs. */
interface Rule extends Comparison {
  rule: string
  /** What it needs, in words: of the challenge, of the solution. */
  needs: readonly [string, string]
  outcome (pair: Pair): Outcome
  detail (pair: Pair, outcome: Outcome): string
}

const fit: readonly Rule[] = [
  {
    rule: 'available-in-country',
    needs: ['its country', 'where it can be had'],
    challenge: ({ country }) => country !== undefined,
    solution: ({ countries }) => some(countries),
    outcome: ({ challenge, solution }) => passes(solution.countries!.includes(challenge.country!)),
    detail: ({ challenge, solution }, outcome) => outcome === 'pass'
      ? `It can be had in ${challenge.country}.`
      : `The city is in ${challenge.country}; it can be had in ${listed(solution.countries!)}.`
  },
  {
    rule: 'population-fit',
    needs: ['how many people live there', 'for which size of city it is'],
    challenge: ({ population }) => population !== undefined,
    solution: ({ fit }) => fit?.populationMin !== undefined || fit?.populationMax !== undefined,
    outcome: ({ challenge, solution }) =>
      passes(challenge.population! >= (solution.fit!.populationMin ?? 0) && challenge.population! <= (solution.fit!.populationMax ?? Infinity)),
    detail: ({ challenge, solution }) => `The city has ${challenge.population} people; it is for ${range(solution.fit!.populationMin, solution.fit!.populationMax)}.`
  },
  {
    rule: 'required-standards',
    needs: ['which standards it requires', 'which standards it meets'],
    challenge: ({ requiredStandards }) => some(requiredStandards),
    solution: ({ standards }) => some(standards),
    outcome: ({ challenge, solution }) => passes(challenge.requiredStandards!.every(standard => states(solution, standard))),
    detail: ({ challenge, solution }, outcome) => outcome === 'pass'
      ? `It meets ${listed(challenge.requiredStandards!)}.`
      : `It does not state ${listed(lacking(challenge, solution))}.`
  },
  {
    rule: 'data-residency',
    needs: ['where data must stay', 'where its data can be kept'],
    challenge: ({ dataResidency }) => some(dataResidency),
    solution: ({ dataHosting }) => some(dataHosting),
    outcome: ({ challenge, solution }) => passes(challenge.dataResidency!.some(country => solution.dataHosting!.includes(country))),
    detail: ({ challenge, solution }) => `Data must stay in ${listed(challenge.dataResidency!)}; they can be kept in ${listed(solution.dataHosting!)}.`
  },
  {
    rule: 'budget',
    needs: ['its budget', 'its price'],
    challenge: ({ budget }) => budget?.max !== undefined && budget.currency !== undefined,
    solution: ({ price }) => (price?.min !== undefined || price?.max !== undefined) && price.currency !== undefined,
    outcome: ({ challenge, solution }) => affordable(challenge.budget!, solution.price!),
    detail: ({ challenge, solution }, outcome) => outcome === 'unknown' && challenge.budget!.currency !== solution.price!.currency
      ? `The budget is in ${challenge.budget!.currency}, the price in ${solution.price!.currency}.`
      : `The budget is at most ${money(challenge.budget!.max!, challenge.budget!.currency!)}; the price is ${prices(solution.price!)}.`
  },
  {
    rule: 'delivery-in-time',
    needs: ['by when it has to work', 'how long it takes'],
    challenge: ({ neededBy }) => neededBy !== undefined,
    solution: ({ deliveryMonths }) => deliveryMonths?.min !== undefined,
    outcome: ({ challenge, solution, today }) => today === undefined
      ? 'unknown'
      : passes(addMonths(today, solution.deliveryMonths!.min!) <= day(challenge.neededBy!)),
    detail: ({ challenge, solution, today }) => today === undefined
      ? 'Today\'s date was not given.'
      : `It works from ${addMonths(today, solution.deliveryMonths!.min!)} at the earliest; it is needed by ${day(challenge.neededBy!)}.`
  }
]

/** Of the match alone, and only where it says until when it is open: what names no end is open until it is closed. */
const open = {
  rule: 'not-expired',
  asked: ({ match }: Pair) => match.expiresOn !== undefined,
  outcome: ({ match, today }: Pair) => today === undefined ? 'unknown' : passes(day(today) <= day(match.expiresOn!)),
  detail: ({ match, today }: Pair) => today === undefined ? 'Today\'s date was not given.' : `It is open until ${day(match.expiresOn!)}; today is ${day(today)}.`
} as const

/** Names the rules that a pair fails. Quick: nothing is put into words, and no rule is tried that the query leaves open. */
export function failuresFor (asked: Pair): (pair: Pair) => readonly string[] {
  const tried = rulesOf(asked).filter(rule => querySays(rule, asked))
  // One list for each set of failed rules: a search may ask of every profile there is.
  const lists = new Map<number, readonly string[]>([[0, []]])
  return pair => {
    let failed = open.asked(pair) && open.outcome(pair) === 'fail' ? 1 << tried.length : 0
    for (let i = 0; i < tried.length; i++) if (bothSay(tried[i]!, pair) && tried[i]!.outcome(pair) === 'fail') failed |= 1 << i
    let list = lists.get(failed)
    if (list === undefined) lists.set(failed, list = [...tried, open].filter((_, i) => (failed & (1 << i)) !== 0).map(({ rule }) => rule))
    return list
  }
}

export interface CheckedGate extends Gate {
  /** Who does not say what the gate needs. */
  missing: Side[]
}

/** Every gate between two profiles, with what was compared. */
export function gates (pair: Pair): CheckedGate[] {
  const checked = rulesOf(pair).map((rule): CheckedGate => {
    const missing = silentSides(rule, pair)
    const outcome = missing.length > 0 ? 'unknown' : rule.outcome(pair)
    const detail = missing.length > 0 ? silence(rule, pair) : rule.detail(pair, outcome)
    return { rule: rule.rule, outcome, detail, missing }
  })
  return open.asked(pair) ? [...checked, { rule: open.rule, outcome: open.outcome(pair), detail: open.detail(pair), missing: [] }] : checked
}

function rulesOf ({ relation }: Pair): readonly Rule[] {
  return relation === 'fit' ? fit : []
}

function silence (rule: Rule, { challenge, solution }: Pair): string {
  const sentences: string[] = []
  if (!rule.challenge(challenge)) sentences.push(`The challenge does not say ${rule.needs[0]}.`)
  if (!rule.solution(solution)) sentences.push(`The solution does not say ${rule.needs[1]}.`)
  return sentences.join(' ')
}

function passes (holds: boolean): 'pass' | 'fail' {
  return holds ? 'pass' : 'fail'
}

function lacking (challenge: Facets, solution: Facets): string[] {
  return challenge.requiredStandards!.filter(standard => !states(solution, standard))
}

/** "ISO/IEC 27001" and "iso iec-27001" are one standard. */
function states ({ standards }: Facets, required: string): boolean {
  return standards!.includes(required) || standards!.some(standard => plain(standard) === plain(required))
}

const plainForms = new Map<string, string>()

function plain (standard: string): string {
  let form = plainForms.get(standard)
  if (form === undefined) {
    if (plainForms.size >= 10_000) plainForms.clear()
    plainForms.set(standard, form = standard.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''))
  }
  return form
}

function affordable (budget: MoneyRange, price: MoneyRange): Outcome {
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

/** Minor units as people write them: most currencies have two decimals, some none or three (ISO 4217). */
function money (minor: number, currency: string): string {
  const digits = decimalsOf(currency)
  return `${currency} ${(minor / 10 ** digits).toFixed(digits)}`
}

const decimals = new Map<string, number>()

/** Asking Intl takes 0.1 ms; it throws at what has not the form of a code. */
function decimalsOf (currency: string): number {
  if (!/^[A-Z]{3}$/.test(currency)) return 2
  let known = decimals.get(currency)
  if (known === undefined) {
    known = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
    decimals.set(currency, known)
  }
  return known
}

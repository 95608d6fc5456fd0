import type { Content } from '../../schemas/resource.ts'
import type { Reader } from '../reader.ts'
import { codeIn } from './parts.tsx'

interface Range { min?: number | undefined, max?: number | undefined }

/** A range as it is, or the one end that is known of it, with a sign that says which. */
const between = ({ min, max }: Range, say: (amount: number) => string): string | undefined => {
  if (min === undefined) return max === undefined ? undefined : `≤ ${say(max)}`
  if (max === undefined) return `≥ ${say(min)}`
  return min === max ? say(min) : `${say(min)} – ${say(max)}`
}

const moneyBetween = ({ currency, ...range }: Range & { currency?: string | undefined }, reader: Reader): string | undefined =>
  currency === undefined ? undefined : between(range, (amount) => reader.money(amount, currency))

export const budgetOf = (budget: Content<'challenges'>['budget'], reader: Reader): string | undefined => budget === undefined
  ? undefined
  : [moneyBetween(budget, reader), codeIn(reader, 'budgetStatuses', budget.status)].filter((part) => part !== undefined).join(reader.comma)

export const priceOf = (price: Content<'solutions'>['price'], reader: Reader): string | undefined => price === undefined
  ? undefined
  : [codeIn(reader, 'priceModels', price.model), moneyBetween(price, reader)].filter((part) => part !== undefined).join(reader.comma)

export const monthsOf = (range: Content<'solutions'>['deliveryMonths'], reader: Reader): string | undefined => {
  const said = between(range ?? {}, reader.number)
  return said === undefined ? undefined : reader.counted(reader.words.profile.months, range?.max ?? range?.min ?? 0, said)
}

export const fitOf = (fit: Content<'solutions'>['fit'], reader: Reader): string | undefined => {
  const said = between({ min: fit?.populationMin, max: fit?.populationMax }, reader.number)
  return said === undefined ? undefined : `${reader.words.fields.population}: ${said}`
}

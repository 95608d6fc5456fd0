import type { Content } from '../../schemas/resource.ts'
import type { Reader } from '../reader.ts'
import { codeIn } from './parts.tsx'

export const budgetOf = (budget: Content<'challenges'>['budget'], reader: Reader): string | undefined => {
  if (budget === undefined) return undefined
  const amounts = [budget.min, budget.max].flatMap((amount) => amount === undefined || budget.currency === undefined ? [] : [reader.money(amount, budget.currency)])
  return [amounts.join(' – '), codeIn(reader, 'budgetStatuses', budget.status)].filter((part) => part !== '').join(reader.comma)
}

export const priceOf = (price: Content<'solutions'>['price'], reader: Reader): string | undefined => {
  if (price === undefined) return undefined
  const amounts = [price.min, price.max].flatMap((amount) => amount === undefined || price.currency === undefined ? [] : [reader.money(amount, price.currency)])
  return [codeIn(reader, 'priceModels', price.model), amounts.join(' – ')].filter((part) => part !== '').join(reader.comma)
}

export const monthsOf = (range: Content<'solutions'>['deliveryMonths'], reader: Reader): string | undefined => {
  const { min, max } = range ?? {}
  const forms = reader.words.profile.months
  if (min === undefined || max === undefined || min === max) return min === undefined && max === undefined ? undefined : reader.count(forms, max ?? min ?? 0)
  return `${reader.number(min)} – ${reader.count(forms, max)}`
}

export const fitOf = (fit: Content<'solutions'>['fit'], reader: Reader): string | undefined => {
  const { populationMin, populationMax } = fit ?? {}
  if (populationMin === undefined && populationMax === undefined) return undefined
  return `${reader.words.fields.population}: ${populationMin === undefined ? '' : reader.number(populationMin)} – ${populationMax === undefined ? '' : reader.number(populationMax)}`
}

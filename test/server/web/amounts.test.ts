import t from 'tap'
import { budgetOf, fitOf, monthsOf, priceOf } from '../../../server/web/components/amounts.ts'
import { readerIn } from '../../../server/web/reader.ts'

const english = readerIn('en')

t.test('a range is said with its unit once, wherever a language puts it', async (t) => {
  t.equal(monthsOf({ min: 3, max: 6 }, english), '3 – 6 months')
  t.equal(monthsOf({ min: 2, max: 5 }, readerIn('ar')), 'عدد الأشهر: ٢ – ٥')
  t.equal(monthsOf({ min: 1, max: 1 }, english), '1 month')
})

t.test('a range with one end says which it is', async (t) => {
  t.equal(monthsOf({ min: 3 }, english), '≥ 3 months')
  t.equal(monthsOf({ max: 1 }, english), '≤ 1 month')
  t.equal(monthsOf({}, english), undefined)
  t.equal(fitOf({ populationMin: 100_000 }, english), 'Inhabitants: ≥ 100,000')
  t.equal(fitOf({ populationMax: 100_000 }, english), 'Inhabitants: ≤ 100,000')
  t.equal(priceOf({ model: 'subscription', max: 250_00, currency: 'USD' }, english), 'Subscription, ≤ USD\u00a0250')
  t.equal(budgetOf({ status: 'sought', min: 100_00, currency: 'USD' }, english)?.startsWith('≥ USD\u00a0100, '), true)
  t.equal(budgetOf({ status: 'sought', min: 100_00, max: 200_00, currency: 'USD' }, english)?.startsWith('USD\u00a0100 – USD\u00a0200, '), true)
  t.equal(budgetOf({ status: 'sought', min: 100_00, max: 100_00, currency: 'USD' }, english)?.startsWith('USD\u00a0100, '), true)
})

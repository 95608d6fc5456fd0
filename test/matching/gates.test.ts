import t from 'tap'
import { addMonths } from '../../matching/dates.ts'
import { failuresFor, gates } from '../../matching/gates.ts'
import { pairOf } from '../../matching/pair.ts'
import type { Facets } from '../../matching/types.ts'

const today = '2026-03-31'

interface Case { rule: string, challenge: Facets, pass: Facets, fail: Facets, silent: Facets }

const cases: Case[] = [
  { rule: 'available-in-country', challenge: { country: 'TH' }, pass: { countries: ['SG', 'TH'] }, fail: { countries: ['SG'] }, silent: { countries: [] } },
  { rule: 'population-fit', challenge: { population: 300_000 }, pass: { fit: { populationMax: 300_000 } }, fail: { fit: { populationMin: 300_001 } }, silent: { fit: { climates: ['Aw'] } } },
  { rule: 'required-standards', challenge: { requiredStandards: ['ISO 37120', 'ISO/IEC 27001'] }, pass: { standards: ['iso iec-27001', 'ISO 37120'] }, fail: { standards: ['ISO 37120'] }, silent: {} },
  { rule: 'data-residency', challenge: { dataResidency: ['SA', 'AE'] }, pass: { dataHosting: ['AE'] }, fail: { dataHosting: ['US'] }, silent: {} },
  { rule: 'budget', challenge: { budget: { max: 500_000, currency: 'USD' } }, pass: { price: { min: 500_000, max: 900_000, currency: 'USD' } }, fail: { price: { min: 500_001, currency: 'USD' } }, silent: { price: { currency: 'USD' } } },
  { rule: 'delivery-in-time', challenge: { neededBy: '2026-09-30' }, pass: { deliveryMonths: { min: 6 } }, fail: { deliveryMonths: { min: 7 } }, silent: { deliveryMonths: { max: 3 } } }
]

for (const { rule, challenge, pass, fail, silent } of cases) {
  t.test(rule, async t => {
    const gate = (solution: Facets, from = challenge) => gates(pairOf(from, 'challenge', solution, 'solution', today)).find(gate => gate.rule === rule)
    t.match(gate(pass), { outcome: 'pass', missing: [] })
    t.match(gate(fail), { outcome: 'fail', missing: [] })
    t.match(gate(silent), { outcome: 'unknown', missing: ['match'] })
    t.match(gate(pass, {}), { outcome: 'unknown', missing: ['query'] })
    t.match(gate({}, {}), { outcome: 'unknown', missing: ['query', 'match'] })
    t.match(gates(pairOf(fail, 'solution', challenge, 'challenge', today)).find(gate => gate.rule === rule), { outcome: 'fail' }, 'the same from the solution\'s side')
    t.match(gates(pairOf(silent, 'solution', challenge, 'challenge', today)).find(gate => gate.rule === rule), { outcome: 'unknown', missing: ['query'] })
    for (const facets of [pass, fail, silent, {}]) {
      const pair = pairOf(challenge, 'challenge', facets, 'solution', today)
      t.same(failuresFor(pair)(pair), gates(pair).filter(({ outcome }) => outcome === 'fail').map(({ rule }) => rule), 'the quick answer is the same')
    }
    for (const { detail } of gates(pairOf(challenge, 'challenge', fail, 'solution', today))) t.match(detail, /^[A-Z].*\.$/)
  })
}

t.test('words for people', async t => {
  const detail = (challenge: Facets, solution: Facets, rule: string) => gates(pairOf(challenge, 'challenge', solution, 'solution', today)).find(gate => gate.rule === rule)?.detail
  t.equal(detail({ country: 'TH' }, { countries: ['SG', 'MY'] }, 'available-in-country'), 'The city is in TH; it can be had in SG, MY.')
  t.equal(detail({ budget: { max: 123_450, currency: 'USD' } }, { price: { min: 200_000, currency: 'USD' } }, 'budget'),
    'The budget is at most USD 1234.50; the price is at least USD 2000.00.')
  t.equal(detail({ budget: { max: 5000, currency: 'JPY' } }, { price: { max: 4000, currency: 'JPY' } }, 'budget'), 'The budget is at most JPY 5000; the price is at most JPY 4000.')
  t.equal(detail({}, {}, 'budget'), 'The challenge does not say its budget. The solution does not say its price.')
})

t.test('money', async t => {
  const outcome = (budget: Facets['budget'], price: Facets['price']) => gates(pairOf({ budget }, 'challenge', { price }, 'solution')).find(gate => gate.rule === 'budget')
  t.match(outcome({ max: 10, currency: 'USD' }, { min: 99, currency: 'CNY' }), { outcome: 'unknown', missing: [], detail: 'The budget is in USD, the price in CNY.' })
  t.match(outcome({ max: 10, currency: 'USD' }, { max: 10, currency: 'USD' }), { outcome: 'pass' })
  t.match(outcome({ max: 10, currency: 'USD' }, { max: 11, currency: 'USD' }), { outcome: 'unknown', missing: [] }, 'it may cost less than its most')
  t.match(outcome({ max: 10 }, { max: 9 }), { outcome: 'unknown', missing: ['query', 'match'] }, 'an amount without a currency says nothing')
})

t.test('not-expired asks the match alone, of every kind', async t => {
  for (const [kind, target] of [['challenge', 'challenge'], ['solution', 'solution'], ['challenge', 'solution']] as const) {
    const outcome = (expiresOn?: string, now?: string) => gates(pairOf({}, kind, { expiresOn }, target, now)).at(-1)
    t.match(outcome('2026-03-31', today), { rule: 'not-expired', outcome: 'pass' })
    t.match(outcome('2026-03-30T10:00:00Z', today), { outcome: 'fail' })
    t.not(outcome(undefined, today)?.rule, 'not-expired', 'what names no end is not asked for one')
    t.match(outcome('2026-03-30'), { outcome: 'unknown', missing: [] }, 'without a date of today nothing is late')
  }
})

t.test('peers are held to nothing but being open', async t => {
  t.same(gates(pairOf({ country: 'TH' }, 'challenge', { country: 'CN', expiresOn: '2030-01-01' }, 'challenge', today)).map(({ rule }) => rule), ['not-expired'])
})

t.test('calendar months', async t => {
  t.equal(addMonths('2026-01-31', 1), '2026-02-28')
  t.equal(addMonths('2027-12-15', 2), '2028-02-15')
  t.equal(addMonths('2028-01-31', 1), '2028-02-29')
  t.equal(addMonths('2026-01-31', 0), '2026-01-31')
  t.equal(addMonths('2026-01-10', 1.5), '2026-03-10')
})

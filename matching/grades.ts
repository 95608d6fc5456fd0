import { incomeOrder, readinessNeeded } from './scales.ts'
import type { Facets } from './types.ts'

/** Nothing shared is -1, the least overlap just above 0, all shared 1. */
function graded (overlap: number): number {
  return overlap === 0 ? -1 : overlap
}

/** Dice coefficient of two weighted code lists; the i-th code weighs 1/i, so the first counts most. */
export function sharedAreas (a: readonly string[], b: readonly string[]): number {
  let common = 0
  let all = 0
  for (let i = 0; i < a.length; i++) {
    const at = b.indexOf(a[i]!)
    if (at >= 0) common += 1 / (1 + Math.max(i, at))
    all += 1 / (1 + i)
  }
  for (let i = 0; i < b.length; i++) all += 1 / (1 + i)
  return graded(2 * common / all)
}

/** Dice coefficient. */
export function sharedCodes (a: readonly string[], b: readonly string[]): number {
  let common = 0
  for (const code of a) if (b.includes(code)) common++
  return graded(2 * common / (a.length + b.length))
}

/** Dice coefficient in which two targets of one Sustainable Development Goal count half. */
export function sharedTargets (a: readonly string[], b: readonly string[]): number {
  const best = (target: string, others: readonly string[]): number => {
    if (others.includes(target)) return 1
    return others.some(other => goal(other) === goal(target)) ? 0.5 : 0
  }
  let common = 0
  for (const target of a) common += best(target, b)
  for (const target of b) common += best(target, a)
  return graded(common / (a.length + b.length))
}

function goal (target: string): string {
  const dot = target.indexOf('.')
  return dot < 0 ? target : target.slice(0, dot)
}

/** 1 where people can talk with each other, else -1. zh-Hans and zh-Hant are one language here. */
export function sharedLanguages (a: readonly string[], b: readonly string[]): number {
  return a.some(one => b.some(other => primary(one) === primary(other))) ? 1 : -1
}

function primary (language: string): string {
  const dash = language.indexOf('-')
  return dash < 0 ? language : language.slice(0, dash)
}

/** 1 for equal sizes, 0 at a factor of 3.2, -1 from a factor of 10. */
export function closeSize (a: number, b: number): number {
  if (a <= 0 || b <= 0) return a === b ? 1 : -1
  return 1 - 2 * Math.min(1, Math.abs(Math.log10(a / b)))
}

/** The same World Bank group 1, then 0, -0.5 and -1 with each step; 0 for what is no such group. */
export function closeIncome (a: string, b: string): number {
  const steps = Math.abs(incomeOrder.indexOf(a) - incomeOrder.indexOf(b))
  if (!incomeOrder.includes(a) || !incomeOrder.includes(b)) return 0
  return steps === 0 ? 1 : (1 - steps) / 2
}

/** The same Köppen-Geiger class 1, the same main group (first letter) 0.5, else -0.5. */
export function closeClimate (a: string, b: string): number {
  if (a === b) return 1
  return a.charAt(0) === b.charAt(0) ? 0.5 : -0.5
}

/** The best grade against any of the values that something is made for. */
export function fitting (value: string, made: readonly string[], close: (a: string, b: string) => number): number {
  return Math.max(...made.map(other => close(value, other)))
}

/** 1 where a solution is as ready as the challenge's stage needs, half a grade less for each level that it lacks. */
export function readinessFor (stage: string, readiness: number): number {
  const needed = readinessNeeded[stage]
  return needed === undefined ? 0 : Math.max(-1, Math.min(1, 1 - (needed - readiness) / 2))
}

/**
 * From 0, without any use, towards 1: three quarters by how often it is in use (n / (n + 2), a use that no city confirmed
 * counting a quarter), one quarter for use in the challenge's own country. Never negative: new is not bad.
 */
export function evidenceOf ({ confirmed, reported, countries }: NonNullable<Facets['evidence']>, country?: string): number {
  const uses = confirmed + Math.max(0, reported - confirmed) / 4
  const near = country !== undefined && countries.includes(country) ? 1 : 0
  return 0.75 * uses / (uses + 2) + 0.25 * near
}

import type { Resource } from '../../../db/vocabulary.ts'

/**
 * Forms are made from descriptions: one a resource, in forms/.
 *
 * Glossary
 *
 * - field: one thing of a profile's body that a person writes, named by its path there (`budget.min`)
 * - control: how it is asked for; each kind knows how a stored value is typed and how what was typed is stored
 * - section: fields that belong together, under one heading; words for both are found by their names
 * - typed: what a form holds, strings by name of input
 */

/** A list of codes of the vocabulary; its words are looked up by its name. */
export type CodeList =
  | 'areas' | 'beneficiaryGroups' | 'budgetStatuses' | 'challengeStages' | 'climates' | 'deploymentStages' | 'incomeGroups' | 'priceModels'
  | 'procurementRoutes' | 'providerSizes' | 'providerTypes' | 'readinessLevels' | 'seekings' | 'solutionKinds' | 'strictness' | 'truth'

export type Control =
  /** A text with its language and translations, of one line or of several. */
  | { readonly kind: 'text', readonly rows?: number }
  /** Such texts, one a line. */
  | { readonly kind: 'texts' }
  | { readonly kind: 'plain', readonly type?: 'email' | 'url' | 'text' }
  /** Whole numbers have separators of thousands only; of others, the last separator is that of decimals. */
  | { readonly kind: 'number', readonly as: 'whole' | 'decimal' }
  /** Typed in the currency's main unit, stored in its minor one. */
  | { readonly kind: 'money', readonly currency: string }
  | { readonly kind: 'day' }
  | { readonly kind: 'code', readonly list: CodeList, readonly as?: 'number' | 'truth' }
  | { readonly kind: 'codes', readonly list: CodeList }
  | { readonly kind: 'country' }
  | { readonly kind: 'currency' }
  /** Several, by name or code, between commas. */
  | { readonly kind: 'places', readonly of: 'country' | 'language' }
  /** Several strings, between commas or one a line. */
  | { readonly kind: 'list', readonly lines?: true }
  /** One of the profiles that the page offers. */
  | { readonly kind: 'reference', readonly to: Resource }
  /** Several of one shape. */
  | { readonly kind: 'rows', readonly columns: readonly Field[] }

export interface Field {
  readonly name: string
  readonly control: Control
  /** Without it nothing can be saved. */
  readonly required?: true
  readonly max?: number
  /** What is chosen before anybody chooses; there is no choice of nothing then. */
  readonly preset?: string
  /** Whether it counts as missing while it is empty: matches, or people who decide, would use it. */
  readonly asked?: true
}

export interface Section {
  readonly name: string
  readonly fields: readonly Field[]
  /** Whether it is folded away at first: one can start without. */
  readonly folded?: true
}

export interface Description {
  readonly resource: Resource
  readonly sections: readonly Section[]
}

export const fieldsOf = ({ sections }: Description): readonly Field[] => sections.flatMap((section) => section.fields)

/** Whom to reach, alike for every resource. */
export const contactSection: Section = {
  name: 'contact',
  folded: true,
  fields: [
    { name: 'contact.name', control: { kind: 'plain' }, max: 200 },
    { name: 'contact.role', control: { kind: 'plain' }, max: 200 },
    { name: 'contact.email', control: { kind: 'plain', type: 'email' }, max: 320 },
    { name: 'contact.phone', control: { kind: 'plain' }, max: 50 }
  ]
}

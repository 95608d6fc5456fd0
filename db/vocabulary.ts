/**
 * The closed lists that tables, schemas and the matcher's callers share.
 * Each stands here once; the domain's words, not this program's.
 */

export const resources = ['cities', 'challenges', 'providers', 'solutions', 'deployments'] as const
export type Resource = (typeof resources)[number]

/** `hidden` is the secretariat's; `closed` is what deleting does. Only `published` profiles are public and matched. */
export const profileStatuses = ['draft', 'published', 'hidden', 'closed'] as const
export type ProfileStatus = (typeof profileStatuses)[number]

export const areas = [
  'digital-innovation', 'transport', 'energy', 'infrastructure', 'sustainability', 'environment',
  'elderly-care', 'employment', 'essential-services', 'health', 'education', 'governance'
] as const

export const challengeStages = ['explore', 'define', 'plan', 'pilot', 'procure', 'scale'] as const

export const seekings = ['peers', 'solutions', 'finance', 'knowledge'] as const

export const budgetStatuses = ['none', 'sought', 'approved'] as const

export const procurementRoutes = [
  'undecided', 'open-tender', 'restricted-tender', 'framework', 'direct-award', 'innovation-partnership',
  'public-private-partnership', 'grant', 'in-house'
] as const

export const beneficiaryGroups = [
  'residents', 'children', 'youth', 'women', 'older-people', 'people-with-disabilities', 'low-income-households',
  'informal-workers', 'job-seekers', 'migrants', 'commuters', 'patients', 'students', 'small-businesses', 'city-staff', 'visitors'
] as const

export const providerTypes = [
  'company', 'startup', 'non-profit', 'university', 'research-institute', 'public-agency', 'development-bank', 'consortium'
] as const

export const providerSizes = ['micro', 'small', 'medium', 'large'] as const

export const solutionKinds = ['product', 'service', 'infrastructure', 'policy', 'open-source'] as const

export const priceModels = ['free', 'one-off', 'subscription', 'per-user', 'per-unit', 'revenue-share', 'public-private-partnership', 'on-request'] as const

export const deploymentStages = ['pilot', 'operational', 'scaled', 'discontinued'] as const

/** World Bank income groups. */
export const incomeGroups = ['low', 'lower-middle', 'upper-middle', 'high'] as const

/** Köppen-Geiger climate classes (Beck et al. 2018, table 2). */
export const climates = [
  'Af', 'Am', 'Aw', 'BWh', 'BWk', 'BSh', 'BSk', 'Csa', 'Csb', 'Csc', 'Cwa', 'Cwb', 'Cwc', 'Cfa', 'Cfb', 'Cfc',
  'Dsa', 'Dsb', 'Dsc', 'Dsd', 'Dwa', 'Dwb', 'Dwc', 'Dwd', 'Dfa', 'Dfb', 'Dfc', 'Dfd', 'ET', 'EF'
] as const

export const verificationMethods = ['official-domain', 'document', 'secretariat'] as const

/** Who wrote a text: a person, or a machine that translated or generated it. */
export const textOrigins = ['person', 'machine'] as const

export const scopes = ['read', 'write:cities', 'write:solutions', 'keys', 'admin'] as const
export type Scope = (typeof scopes)[number]

export const changeActions = ['created', 'updated', 'published', 'unpublished', 'closed', 'erased'] as const
export type ChangeAction = (typeof changeActions)[number]

/** The code lists that many-valued profile fields draw from; one child table per resource keeps them. */
export const codeSchemes = [
  'area', 'sdg-target', 'language', 'country', 'seeking', 'beneficiary', 'standard', 'climate', 'income-group', 'certification', 'data-country'
] as const
export type CodeScheme = (typeof codeSchemes)[number]

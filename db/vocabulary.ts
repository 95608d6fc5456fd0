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

/** What a key may be given. A person has those of the role in the organisation acted for (server/services/policy.ts). */
export const scopes = ['read', 'write:cities', 'write:solutions', 'introductions', 'webhooks', 'keys', 'admin'] as const
export type Scope = (typeof scopes)[number]

/** Beyond what a key may be given: to run the organisation itself, which takes a person. */
export type Capability = Scope | 'organisation'

export const organisationKinds = ['secretariat', 'city', 'provider', 'partner', 'sample'] as const
export type OrganisationKind = (typeof organisationKinds)[number]

/** What a person is in an organisation, the strongest first. */
export const roles = ['owner', 'editor', 'viewer'] as const
export type Role = (typeof roles)[number]

/** Who may see a field, the widest first: everybody; organisations that take part; those introduced to the owner; the owner alone. */
export const visibilities = ['public', 'members', 'introduced', 'private'] as const
export type Visibility = (typeof visibilities)[number]

export const sessionStates = ['second-factor', 'open'] as const

/** What a link sent by mail is good for, once. */
export const tokenPurposes = ['confirm-address', 'reset-password'] as const

export const verificationStatuses = ['asked', 'granted', 'refused', 'withdrawn'] as const

export const flagReasons = ['spam', 'contact-details', 'false', 'offensive', 'duplicate', 'off-topic', 'other'] as const
export const flagStatuses = ['open', 'hidden', 'returned', 'cleared'] as const
export const appealOutcomes = ['upheld', 'overturned'] as const

export const introductionStatuses = ['requested', 'accepted', 'active', 'closed', 'declined', 'expired', 'withdrawn'] as const
export type IntroductionStatus = (typeof introductionStatuses)[number]
export const introductionPurposes = ['exchange', 'explore-solution', 'joint-work', 'finance', 'knowledge', 'other'] as const
export const partySides = ['asking', 'asked'] as const
export const consents = ['pending', 'agreed', 'declined', 'withdrawn'] as const
export const declineReasons = ['not-now', 'no-capacity', 'not-a-fit', 'already-solved', 'outside-mandate', 'conflict-of-interest', 'too-little-said', 'other'] as const
export const outcomes = ['none', 'exchange', 'pilot', 'market-sounding', 'tender', 'contract'] as const

/** What was said of a match: a thumb by a person, or what became of an introduction. */
export const judgementKinds = ['thumb', 'decline', 'outcome'] as const

export const bands = ['strong', 'good', 'possible'] as const
export const searchTargets = ['challenges', 'solutions'] as const
export const alertFrequencies = ['at-once', 'daily', 'weekly', 'never'] as const

export const mailStatuses = ['queued', 'sent', 'dead'] as const
export const deliveryStatuses = ['queued', 'delivered', 'dead'] as const

export const changeActions = ['created', 'updated', 'published', 'unpublished', 'closed', 'erased'] as const
export type ChangeAction = (typeof changeActions)[number]

/** What a webhook tells of: each thing that can happen to a profile of each kind. */
export type EventType = `${Resource}.${ChangeAction}`
export const eventTypes = resources.flatMap((resource) => changeActions.map((action): EventType => `${resource}.${action}`))

/** Why a webhook is paused: it was asked for; its target answered 410; nothing has arrived for a day. */
export const pauseReasons = ['asked', 'gone', 'failing'] as const

/** The code lists that many-valued profile fields draw from; one child table per resource keeps them. */
export const codeSchemes = [
  'area', 'sdg-target', 'language', 'country', 'seeking', 'beneficiary', 'standard', 'climate', 'income-group', 'certification', 'data-country'
] as const
export type CodeScheme = (typeof codeSchemes)[number]

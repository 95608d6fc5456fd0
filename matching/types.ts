/**
 * Glossary
 *
 * - profile: what is indexed, a challenge of a city or a solution of a provider
 * - group: whose it is; profiles of one group (a city's challenges) are never each other's peers
 * - field: one of a profile's texts (title, problem, ...), each with its weight
 * - segment, term: a stretch of text in one language; what an analyser makes of a word of it
 * - posting, impact: one profile in a term's list; the share of a term's weight that it contributes there
 * - facet: graded compatibility of structured fields, from -1 to 1; unknown is 0 and said
 * - gate: a hard condition; passes, fails, or is unknown, which is neutral and said
 * - part: one summand of a score; the parts of a match sum to its score
 * - passage: the sentence or two of a profile that made it match
 */

export type Kind = 'challenge' | 'solution'

/** Fields in falling weight; which profile kind has which is the caller's affair. */
export const fieldNames = ['title', 'problem', 'outcome', 'detail'] as const
export type FieldName = (typeof fieldNames)[number]

export interface FieldText {
  field: FieldName
  text: string
  /** BCP 47; identified from the text where absent. */
  language?: string
}

export interface MoneyRange {
  /** Integer minor units. */
  min?: number
  max?: number
  /** ISO 4217. */
  currency?: string
}

/** Structured fields; an absent or empty one is unknown, never a mismatch. */
export interface Facets {
  /** Codes of db/vocabulary.ts, the most important first. */
  areas?: readonly string[]
  sdgTargets?: readonly string[]
  beneficiaries?: readonly string[]
  /** Country of the city that has the challenge, ISO 3166-1 alpha-2. */
  country?: string
  /** Countries where a solution can be had. */
  countries?: readonly string[]
  /** Languages people work in, BCP 47. */
  languages?: readonly string[]
  population?: number
  incomeGroup?: string
  climate?: string
  stage?: string
  solutionKind?: string
  /** Technology readiness level, 1 to 9. */
  readiness?: number
  seeking?: readonly string[]
  budget?: MoneyRange
  price?: MoneyRange
  /** When a solution has to work, ISO 8601 date. */
  neededBy?: string
  /** Date after which the profile is no longer open, ISO 8601. */
  expiresOn?: string
  deliveryMonths?: { min?: number, max?: number }
  fit?: { populationMin?: number, populationMax?: number, climates?: readonly string[], incomeGroups?: readonly string[] }
  requiredStandards?: readonly string[]
  standards?: readonly string[]
  /** Countries in one of which data must stay. */
  dataResidency?: readonly string[]
  /** Countries where a solution's data can be kept. */
  dataHosting?: readonly string[]
  /** What is known of a solution's use in cities: `reported` counts all uses, the confirmed ones among them. */
  evidence?: { confirmed: number, reported: number, countries: readonly string[] }
}

export interface Profile {
  id: string
  kind: Kind
  /** Profiles of the same group are never matched with each other; the city's id for a challenge. */
  group?: string
  texts: readonly FieldText[]
  facets: Facets
}

/** Each filter narrows; a list matches when any of its values does, so an empty one never. Applied inside the search, so `limit` matches come back where there are that many. */
export interface Filters {
  areas?: readonly string[]
  sdgTargets?: readonly string[]
  /** Country of the challenge's city, or one in which the solution can be had. */
  countries?: readonly string[]
  languages?: readonly string[]
  stages?: readonly string[]
  solutionKinds?: readonly string[]
  /** Inhabitants of the challenge's city; for solutions, a fit that overlaps the range. Unknown does not pass. */
  populationMin?: number
  populationMax?: number
  /** Words that must all occur, after analysis. */
  text?: string
  /** Only these profiles. */
  ids?: readonly string[]
}

export interface Query {
  /** What is matched; registered or not. A registered profile never matches itself. */
  profile: Omit<Profile, 'id'> & { id?: string }
  /** Of the query's texts, as `give` takes those of a profile; without them a held profile's own, where it has any. */
  vectors?: readonly Float32Array[]
  /** What these vectors, and those of the profiles, were made of: the texts in English words (default), or as they are, by an encoder that reads any language. */
  vectorsRead?: 'english' | 'any'
  /** Which kind of profile to find. */
  target: Kind
  filters?: Filters
  /** At most this many matches, 1 to 100. */
  limit: number
  /** `full` adds every term's share and more passages; `none` leaves passages, shared terms and terms out, for callers that only rank. */
  explain?: 'none' | 'short' | 'full'
  /** Whether profiles that fail a gate are left out and counted (`drop`), or kept in their place with the failure shown (`show`). */
  failing?: 'drop' | 'show'
  /** 0 (default): by score alone; up to 1: the more, the less a match may say what one before it says. */
  diversity?: number
  /** Today, ISO 8601 date, for gates about time; the caller's clock. */
  today?: string
}

/**
 * One summand of a score: `contribution = value * weight`. `text.FIELD`: words in common, one for each field; `pairs.FIELD`:
 * of a long query, words side by side in common; `meaning.FIELD`: what the words mean,
 * across languages; `vectors`: the cosine of the texts' vectors; `usual`: what unrelated profiles have of all these, taken off; facets one each.
 */
export interface Part {
  name: string
  /** For facets -1 to 1; for text 0 or more. */
  value: number
  weight: number
  contribution: number
  /** False where either side does not say; the value is then 0. */
  known: boolean
}

export interface Gate {
  rule: string
  outcome: 'pass' | 'fail' | 'unknown'
  /** What was compared, in English, for people. */
  detail: string
}

export interface TermShare {
  /** The term as the query wrote it, its analysed form, and the form the match wrote. */
  word: string
  term: string
  matchedWord?: string
  field: FieldName
  contribution: number
}

/** A concept that both texts speak of, in the words of each. */
export interface SharedConcept {
  /** In English. */
  concept: string
  query: string
  match: string
  /** BCP 47; `und` where nothing tells. */
  queryLanguage: string
  matchLanguage: string
}

export interface PassagePair {
  field: FieldName
  query: string
  queryField: FieldName
  match: string
  /** Words that tie the two, as the match wrote them. */
  shared: readonly string[]
  queryLanguage: string
  matchLanguage: string
}

export interface Missing {
  side: 'query' | 'match'
  /** Name of the facet or gate that is unknown for want of this side's field. */
  field: string
}

/** How sure a match is: how far it stands out among all profiles of its language. */
export type Band = 'strong' | 'good' | 'possible'

export interface Match {
  id: string
  /** From 1. */
  rank: number
  /** Place by score alone; another than `rank` only with `diversity`. */
  rankByScore: number
  /** Absent where unrelated profiles often stand out as far. */
  band?: Band
  /** Near-copies of this match's text, in the order of their scores: they have no place of their own. */
  copies: readonly string[]
  /** Comparable within one answer only. */
  score: number
  /** Sum to the score. */
  parts: readonly Part[]
  gates: readonly Gate[]
  /** The strongest ties first, at most five words. */
  sharedTerms: readonly string[]
  /** The strongest first, at most six; of texts in one language only with `explain: 'full'`, and only what they say in different words. */
  concepts: readonly SharedConcept[]
  passages: readonly PassagePair[]
  missing: readonly Missing[]
  /** Languages of the match's texts. */
  languages: readonly string[]
  /** With `explain: 'full'`: every term's share of every field; these sum to the text parts. */
  terms?: readonly TermShare[]
}

export interface MatchResult {
  matches: readonly Match[]
  /** Languages the query was taken to be in. */
  languages: readonly string[]
  /** Profiles that share a term with the query and pass the filters. */
  considered: number
  /** How many of those ranked high enough but failed each gate, by rule. */
  dropped: Readonly<Record<string, number>>
  /** What computed this: names and versions. */
  versions: Readonly<Record<string, string>>
}

export interface Matcher {
  /** Adds or replaces; the next match sees it. */
  upsert (profile: Profile): void
  /** True if it was there. */
  remove (id: string): boolean
  has (id: string): boolean
  match (query: Query): MatchResult
  /** The texts in English, as an encoder takes them that reads English alone: what is not English word by word. */
  gloss (texts: readonly FieldText[]): string
  /** Vectors of a held profile, in place of those it had; the next match sees them. False if it is not there. The caller knows that they are of its present texts. */
  give (id: string, vectors: readonly Float32Array[]): boolean
  /** The language of a text, BCP 47; `und` where nothing speaks for any. */
  identify (text: string): string
  /** The most usual word of a language for a shared concept; undefined where the vocabulary has none. */
  wordFor (concept: string, language: string): string | undefined
  readonly size: Readonly<Record<Kind, number>>
  /** Bytes held by the index, about. */
  readonly bytes: number
}

/** What an analyser makes of one word: `start` and `end` are UTF-16 offsets into the analysed text. */
export interface Token {
  term: string
  start: number
  end: number
  /** A pair of signs from a script without spaces, for matching only: people are not shown it as a word. */
  piece?: true
}

/** One language's way from text to terms. Pure and deterministic. */
export interface Analyser {
  readonly language: string
  /** What is left out, of languages written without spaces. */
  readonly functionWords?: ReadonlySet<string>
  /** Stop words are left out. Chinese and Thai give words and character pairs. */
  analyse (text: string): Token[]
}

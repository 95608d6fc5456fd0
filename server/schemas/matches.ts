import { z } from 'zod'
import { localeNames, type LocaleName } from '../locales/index.ts'
import { areas, challengeStages, deploymentStages, solutionKinds } from '../../db/vocabulary.ts'
import { resourceFilters } from './lists.ts'
import { country, id, language, plain } from './primitives.ts'
import { text } from './text.ts'

const sample = z.boolean().meta({ description: 'Whether the profile is invented, for demonstration.', examples: [false] })
const count = (what: string) => z.int().min(0).meta({ description: what, examples: [2] })

export const cityBrief = z.object({ id, name: text, country, sample }).meta({ id: 'CityBrief', description: 'A city in a word.' })
export const providerBrief = z.object({
  id,
  legalName: z.string().meta({ description: 'Legal name.', examples: ['Siam Careline Co., Ltd.'] }),
  sample
}).meta({ id: 'ProviderBrief', description: 'A provider in a word.' })

const challengeBrief = z.object({
  id,
  title: text,
  city: cityBrief,
  areas: z.array(z.enum(areas)).meta({ description: 'Areas, the most important first.', examples: [['elderly-care']] }),
  stage: z.enum(challengeStages).optional().meta({ description: 'How far the city is.', examples: ['define'] }),
  sample
}).meta({ id: 'ChallengeBrief', description: 'A challenge in a word.' })

const solutionBrief = z.object({
  id,
  title: text,
  provider: providerBrief.nullable().meta({ description: 'Whose it is; null where nobody owns it.' }),
  areas: z.array(z.enum(areas)).meta({ description: 'Areas, the most important first.', examples: [['elderly-care']] }),
  kind: z.enum(solutionKinds).meta({ description: 'What kind of thing it is.', examples: ['service'] }),
  readiness: z.int().optional().meta({ description: 'Technology readiness level, 1 to 9.', examples: [8] }),
  sample
}).meta({ id: 'SolutionBrief', description: 'A solution in a word.' })

const deploymentBrief = z.object({
  id,
  solution: z.object({ id, title: text }).meta({ description: 'What was used.' }),
  provider: providerBrief.nullable().meta({ description: 'From whom; null where nobody owns the solution.' }),
  city: cityBrief,
  challengeId: id.nullable().meta({ description: 'The registered challenge it answered, if one.', examples: [null] }),
  stage: z.enum(deploymentStages).meta({ description: 'How far it has come.', examples: ['operational'] }),
  period: z.object({ start: z.string().optional().meta({ description: 'First day.', examples: ['2023-04-01'] }), end: z.string().optional().meta({ description: 'Last day.', examples: ['2025-03-31'] }) }).optional().meta({ description: 'From when to when.', examples: [{ start: '2023-04-01' }] }),
  cost: z.object({ amount: z.int().meta({ description: 'In minor units.', examples: [120000000] }), currency: z.string().meta({ description: 'ISO 4217.', examples: ['THB'] }) }).optional().meta({ description: 'What it cost the city in all, in minor units.', examples: [{ amount: 120000000, currency: 'THB' }] }),
  indicators: z.array(z.object({
    name: z.string().meta({ description: 'What was measured.', examples: ['Missed hospital appointments'] }),
    unit: z.string().optional().meta({ description: 'Unit of the figures.', examples: ['per month'] }),
    before: z.number().optional().meta({ description: 'Figure before.', examples: [310] }),
    after: z.number().optional().meta({ description: 'Figure after.', examples: [140] })
  }).meta({ description: 'A figure before and after.' }))
    .meta({ description: 'Figures before and after.', examples: [[{ name: 'Missed hospital appointments', unit: 'per month', before: 310, after: 140 }]] }),
  confirmed: z.boolean().meta({ description: 'Whether the city has confirmed it.', examples: [true] }),
  sample
}).meta({ id: 'DeploymentBrief', description: 'Evidence: a solution in a city.' })

export const matchFields = {
  rank: z.int().min(1).meta({ description: 'Place in this list, from 1.', examples: [1] }),
  rankByScore: z.int().min(1).meta({ description: 'Place by score alone; another than rank only with diversity.', examples: [1] }),
  band: z.enum(['strong', 'good', 'possible']).nullable().meta({ description: 'How sure the match is, by how far it stands out among all profiles of its language: as far as 1 of 10,000 (strong), 1,000 (good) or 100 (possible) unrelated ones; null where it does not.', examples: ['strong'] }),
  score: z.number().meta({ description: 'The sum of the parts. It orders this list and means nothing outside it: do not show it as a percentage.', examples: [0.83] }),
  parts: z.array(z.object({
    name: z.string().meta({ description: '`text.FIELD`: words in common; `pairs.FIELD`: of a long query, words side by side in common; `meaning.FIELD`: the same said in other words or another language; `vectors`: nearness of the whole texts; `usual`: what unrelated profiles have of these, taken off; else a facet.', examples: ['text.problem'] }),
    value: z.number().meta({ description: 'How well this part fits; facets from -1 to 1, vectors a cosine.', examples: [0.61] }),
    weight: z.number().meta({ description: 'How much this part counts.', examples: [1] }),
    contribution: z.number().meta({ description: 'value times weight.', examples: [0.61] }),
    known: z.boolean().meta({ description: 'False where either side does not say: the part is then neutral.', examples: [true] })
  }).meta({ description: 'One summand of the score.' })).meta({ description: 'What the score is made of; the contributions sum to it.' }),
  gates: z.array(z.object({
    rule: z.string().meta({ description: 'Name of the rule.', examples: ['available-in-country'] }),
    outcome: z.enum(['pass', 'fail', 'unknown']).meta({ description: 'Unknown is neutral.', examples: ['pass'] }),
    detail: z.string().meta({ description: 'What was compared.', examples: ['available in TH'] })
  }).meta({ description: 'A hard condition.' })).meta({ description: 'Hard conditions and how they came out.' }),
  reasons: z.array(z.string()).meta({ description: "Why this matches, in the reader's language, the strongest first.", examples: [['Shares the words: hospital, older, rides']] }),
  sharedTerms: z.array(z.string()).meta({ description: 'The words that tie the two, as the match wrote them, the strongest first.', examples: [['hospital', 'older']] }),
  concepts: z.array(z.object({
    concept: z.string().meta({ description: 'In English.', examples: ['hospital'] }),
    query: z.string().meta({ description: 'How the asking side says it.', examples: ['hospital'] }),
    match: z.string().meta({ description: 'How the match says it.', examples: ['โรงพยาบาล'] }),
    queryLanguage: z.string().meta({ description: 'Language of the asking side\'s word, BCP 47.', examples: ['en'] }),
    matchLanguage: z.string().meta({ description: 'Language of the match\'s word.', examples: ['th'] }),
    reader: z.string().optional().meta({ description: 'The same in the language of the reader, where neither side says it in that and the vocabulary has it.', examples: ['rumah sakit'] })
  }).meta({ description: 'A concept in the words of both.' })).meta({ description: 'What both texts speak of in different languages (with explain=full in different words of one, too), the strongest first.' }),
  passages: z.array(z.object({
    field: z.string().meta({ description: "Field of the match's passage.", examples: ['problem'] }),
    match: z.string().meta({ description: 'Passage of the match.', examples: ['Older people cannot get to the clinic.'] }),
    matchLanguage: z.string().meta({ description: 'Its language.', examples: ['en'] }),
    queryField: z.string().meta({ description: 'Field of the passage on the asking side.', examples: ['problem'] }),
    query: z.string().meta({ description: 'Passage on the asking side.', examples: ['Many older residents miss hospital visits.'] }),
    queryLanguage: z.string().meta({ description: 'Its language.', examples: ['en'] }),
    shared: z.array(z.string()).meta({ description: 'Words that tie the two passages.', examples: [['older']] })
  }).meta({ description: 'A passage of each side.' })).meta({ description: 'The passages that made the match, side by side.' }),
  missing: z.array(z.object({
    side: z.enum(['query', 'match']).meta({ description: 'Who does not say: the asking side or the match.', examples: ['query'] }),
    field: z.string().meta({ description: 'What is not said.', examples: ['budget'] }),
    advice: z.string().meta({ description: "The same for people, in the reader's language.", examples: ['Would make this surer if you said it: budget or price'] })
  }).meta({ description: 'Something not said that would count.' })).meta({ description: 'What is not known on either side, and would make the match surer.' }),
  languages: z.array(z.string()).meta({ description: "Languages of the match's texts.", examples: [['th']] }),
  terms: z.array(z.object({
    word: z.string().meta({ description: 'Word on the asking side.', examples: ['hospitals'] }),
    term: z.string().meta({ description: 'What the analyser makes of it.', examples: ['hospit'] }),
    matchedWord: z.string().optional().meta({ description: 'Word of the match.', examples: ['hospital'] }),
    field: z.string().meta({ description: 'Field of the match.', examples: ['problem'] }),
    contribution: z.number().meta({ description: 'Its share of the text parts.', examples: [0.12] })
  }).meta({ description: "One term's share in one field." })).optional().meta({ description: 'With explain=full: the share of every term; they sum to the text parts.' }),
  deployments: z.array(deploymentBrief).meta({ description: 'For a peer: what answered its challenge, and which of the solutions below its city uses. For a solution: where it is used. Confirmed ones first.' })
}

const copiesOf = <T extends z.ZodType>(brief: T) => z.array(brief).meta({ description: 'Near-copies of this text, which have no place of their own.', examples: [[]] })

const peerMatch = z.object({ challenge: challengeBrief, copies: copiesOf(challengeBrief), ...matchFields })
  .meta({ id: 'PeerMatch', description: 'A challenge of another city with a similar problem, and why.' })
const solutionMatch = z.object({
  solution: solutionBrief,
  copies: copiesOf(solutionBrief),
  ...matchFields,
  fitsPeers: z.array(id).meta({ description: 'Challenges among the peers above for which this is one of the ten best solutions too.', examples: [['0199d2c4-7a10-7c3e-9f00-3b5d8c1e2a44']] })
}).meta({ id: 'SolutionMatch', description: 'A solution that fits, and why.' })
const challengeMatch = z.object({ challenge: challengeBrief, copies: copiesOf(challengeBrief), ...matchFields })
  .meta({ id: 'ChallengeMatch', description: 'A challenge that a solution fits, and why.' })

const counts = z.object({
  considered: count('Profiles that share a term with the question and pass the filters.'),
  dropped: z.record(z.string(), z.int()).meta({ description: 'Profiles that ranked high enough but fail a gate, by rule; failing=show keeps them in the list.', examples: [{ 'available-in-country': 3 }] })
}).meta({ id: 'MatchCounts', description: 'What the search went through.' })

const about = {
  diversity: z.number().meta({ description: 'What was asked for: with more than 0 the order is not that of the scores.', examples: [0] }),
  reader: z.enum(localeNames).meta({ description: 'Language of reasons and advice.', examples: ['en'] }),
  languages: z.array(z.string()).meta({ description: 'Languages the question was taken to be in.', examples: [['th']] }),
  versions: z.record(z.string(), z.string()).meta({ description: 'What computed the answer.', examples: [{ matcher: '1' }] })
}

export const challengeAnswer = z.object({
  peers: z.array(peerMatch).meta({ description: 'Challenges of other cities with a similar problem, the most similar first.' }),
  solutions: z.array(solutionMatch).meta({ description: 'Solutions that fit, the best first.' }),
  counts: z.object({ peers: counts, solutions: counts }).meta({ description: 'What the two searches went through.' }),
  ...about
}).meta({ id: 'ChallengeMatches', description: 'These cities, these solutions.' })

export const solutionAnswer = z.object({
  challenges: z.array(challengeMatch).meta({ description: 'Challenges that the solution fits, the best first.' }),
  counts: z.object({ challenges: counts }).meta({ description: 'What the search went through.' }),
  ...about
}).meta({ id: 'SolutionMatches', description: 'These challenges.' })

export type ChallengeAnswer = z.output<typeof challengeAnswer>
export type SolutionAnswer = z.output<typeof solutionAnswer>
export type MatchFields = Omit<z.output<typeof peerMatch>, 'challenge' | 'copies'>
export type Briefs = {
  city: z.output<typeof cityBrief>
  provider: z.output<typeof providerBrief>
  challenge: z.output<typeof challengeBrief>
  solution: z.output<typeof solutionBrief>
  deployment: z.output<typeof deploymentBrief>
}

const limit = z.int().min(1).max(50).default(10).meta({ description: 'At most so many peers, and so many solutions.', examples: [10] })
const explain = z.enum(['short', 'full']).default('short').meta({ description: '`full` adds the share of every term and more passages.', examples: ['short'] })
const diversity = z.number().min(0).max(1).default(0).meta({ description: '0: by score alone. Up to 1: the more, the less a match may say what one before it says (maximal marginal relevance); `rankByScore` then tells the place it would have had.', examples: [0] })
const reader = z.enum(localeNames).optional().meta({ description: "Language in which reasons and advice are said; by default the request's Accept-Language, else English.", examples: ['th'] })
const failing = z.enum(['drop', 'show']).default('drop').meta({ description: 'Whether profiles that fail a gate are left out and counted, or kept with the failure shown.', examples: ['drop'] })

const { cityId: _city, stage, ...challengeFilters } = resourceFilters.challenges
const { kind } = resourceFilters.solutions
const filters = {
  ...challengeFilters,
  stage: stage.meta({ description: 'Only challenges at these stages; solutions are not narrowed by it.', examples: [['pilot']] }),
  kind: kind.meta({ description: 'Only solutions of these kinds; challenges are not narrowed by it.', examples: [['service']] })
}

/** What narrows matches, as a body has it. */
export const matchFilters = z.strictObject(filters)
export type MatchFilters = z.output<typeof matchFilters>

export const matchQuery = z.strictObject({ ...filters, limit, explain, failing, diversity, reader })

export const matchBody = z.strictObject({
  kind: z.enum(['challenge', 'solution']).meta({ description: 'What the text describes: a challenge (finds peers and solutions) or a solution (finds challenges).', examples: ['challenge'] }),
  text: plain(20000).meta({ description: 'The problem, or the solution, in free words.', examples: ['Our buses are so full at rush hour that people are left standing at the stop.'] }),
  language: language.optional().meta({ description: 'Language of the text; identified from it if absent.', examples: ['en'] }),
  filters: matchFilters.optional().meta({ description: 'Narrows what is found.', examples: [{ country: ['TH', 'PH'] }] }),
  limit,
  explain,
  failing,
  diversity,
  reader
}).meta({ id: 'MatchBody', description: 'A text to be matched without being registered.' })

/** The reader's language is settled. */
export type MatchOptions = z.output<typeof matchQuery> & { reader: LocaleName }

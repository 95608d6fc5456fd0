import type { ProfileRecord, Store } from '../../db/index.ts'
import type { Filters, Match, Matcher, MatchResult, Profile, Query } from '../../matching/index.ts'
import type { ChallengeAnswer, MatchFields, MatchFilters, MatchOptions, SolutionAnswer } from '../schemas/matches.ts'
import type { LocaleName } from '../locales/index.ts'
import { requireVisible } from './authority.ts'
import { createBriefs, type DeploymentBrief } from './briefs.ts'
import { wantedCountries } from './listing.ts'
import { type MatchIndex, profileReader } from './match-index.ts'
import type { Principal } from './principal.ts'
import { adviceFor, reasonsFor } from './reasons.ts'
import type { Vectors } from './vectors.ts'
import { type Sight, sightOf } from './visibility.ts'

/** What of an answer is left out, for callers that do not look at it. */
export interface Without {
  /** `fitsPeers` stays empty: it takes a search for each peer. */
  fits: boolean
}

export interface Matches {
  ofChallenge (principal: Principal, id: string, options: MatchOptions, without?: Without): Promise<ChallengeAnswer>
  ofSolution (principal: Principal, id: string, options: MatchOptions): Promise<SolutionAnswer>
  ofText (principal: Principal, kind: 'challenge', text: string, language: string | undefined, options: MatchOptions): Promise<ChallengeAnswer>
  ofText (principal: Principal, kind: 'solution', text: string, language: string | undefined, options: MatchOptions): Promise<SolutionAnswer>
  ofText (principal: Principal, kind: 'challenge' | 'solution', text: string, language: string | undefined, options: MatchOptions): Promise<ChallengeAnswer | SolutionAnswer>
}

/** A solution fits a peer too when it is among this many best of the peer's own. */
const fitDepth = 10

type Asked = Query['profile']

export const matcherFilters = (options: MatchFilters, target: 'challenge' | 'solution'): Filters => ({
  areas: options.area,
  sdgTargets: options.sdgTarget,
  countries: wantedCountries(options),
  languages: options.language,
  populationMin: options.populationMin,
  populationMax: options.populationMax,
  text: options.text,
  ...(target === 'challenge' ? { stages: options.stage } : { solutionKinds: options.kind })
})

/** Matches and their copies. */
const everyId = (result: MatchResult): string[] => result.matches.flatMap((match) => [match.id, ...match.copies])

const counts = (result: MatchResult) => ({ considered: result.considered, dropped: { ...result.dropped } })

const base = (tag: string): string => tag.split('-')[0] ?? tag

/** A concept in the reader's language, where neither side says it in that. */
const inReaders = ({ concept, queryLanguage, matchLanguage }: Match['concepts'][number], reader: LocaleName, wordFor: Matcher['wordFor']): { reader?: string } => {
  const word = [queryLanguage, matchLanguage].some((language) => base(language) === reader) ? undefined : wordFor(concept, reader)
  return word === undefined ? {} : { reader: word }
}

const fields = (match: Match, deployments: DeploymentBrief[], reader: LocaleName, wordFor: Matcher['wordFor']): MatchFields => ({
  rank: match.rank,
  rankByScore: match.rankByScore,
  band: match.band ?? null,
  score: match.score,
  parts: match.parts.map((part) => ({ ...part })),
  gates: match.gates.map((gate) => ({ ...gate })),
  reasons: reasonsFor(match, deployments, reader),
  sharedTerms: [...match.sharedTerms],
  concepts: match.concepts.map((concept) => ({ ...concept, ...inReaders(concept, reader, wordFor) })),
  passages: match.passages.map((passage) => ({ ...passage, shared: [...passage.shared] })),
  missing: match.missing.map((missing) => ({ ...missing, advice: adviceFor(missing, reader) })),
  languages: [...match.languages],
  ...(match.terms === undefined ? {} : { terms: match.terms.map((term) => ({ ...term })) }),
  deployments
})

export const createMatches = (store: Store, matcher: Matcher, index: MatchIndex, vectors: Vectors): Matches => {
  const toProfile = profileReader(store, { everything: true })

  /** What the matcher holds has its vectors there, if they are made. */
  const vectorsOf = async (profile: Asked): Promise<Query['vectors']> =>
    profile.id !== undefined && matcher.has(profile.id) ? undefined : await vectors.ofTexts(profile.texts)

  const search = (profile: Asked, asked: Query['vectors'], target: 'challenge' | 'solution', options: MatchOptions): MatchResult => matcher.match({
    profile,
    vectors: asked,
    vectorsRead: vectors.reads,
    target,
    filters: matcherFilters(options, target),
    limit: options.limit,
    explain: options.explain,
    failing: options.failing,
    diversity: options.diversity,
    today: new Date().toISOString().slice(0, 10)
  })

  const versionsOf = (result: MatchResult) => ({ ...result.versions, ...(vectors.encoder === undefined ? {} : { vectors: vectors.encoder }) })

  /** For each peer, the solutions among its own best. */
  const solutionsOfPeers = async (peers: readonly ProfileRecord[]): Promise<Map<string, ReadonlySet<string>>> => {
    const best = new Map<string, ReadonlySet<string>>()
    for (const [id, profile] of await toProfile('challenges', peers)) {
      const found = matcher.match({ profile, vectorsRead: vectors.reads, target: 'solution', limit: fitDepth, explain: 'none', today: new Date().toISOString().slice(0, 10) })
      best.set(id, new Set(found.matches.map((match) => match.id)))
    }
    return best
  }

  const answerChallenge = async (sight: Sight, profile: Asked, options: MatchOptions, without?: Without): Promise<ChallengeAnswer> => {
    await index.catchUp()
    const asked = await vectorsOf(profile)
    const peers = search(profile, asked, 'challenge', options)
    const solutions = search(profile, asked, 'solution', options)
    const briefs = await createBriefs(store, sight, { challenges: everyId(peers), solutions: everyId(solutions) })
    const fits = without?.fits === true ? new Map<string, ReadonlySet<string>>() : await solutionsOfPeers(briefs.challengeRecords.filter((record) => peers.matches.some((match) => match.id === record.id)))
    const matched = new Set(solutions.matches.map((match) => match.id))
    return {
      peers: peers.matches.flatMap((match) => {
        const challenge = briefs.challenge(match.id)
        return challenge === undefined ? [] : [{ challenge, copies: match.copies.flatMap((id) => briefs.challenge(id) ?? []), ...fields(match, briefs.deploymentsOfPeer(challenge, matched), options.reader, matcher.wordFor) }]
      }),
      solutions: solutions.matches.flatMap((match) => {
        const solution = briefs.solution(match.id)
        if (solution === undefined) return []
        return [{ solution, copies: match.copies.flatMap((id) => briefs.solution(id) ?? []), ...fields(match, briefs.deploymentsOfSolution(match.id), options.reader, matcher.wordFor), fitsPeers: peers.matches.map((peer) => peer.id).filter((id) => fits.get(id)?.has(match.id)) }]
      }),
      counts: { peers: counts(peers), solutions: counts(solutions) },
      diversity: options.diversity,
      reader: options.reader,
      languages: [...peers.languages],
      versions: versionsOf(peers)
    }
  }

  const answerSolution = async (sight: Sight, profile: Asked, options: MatchOptions, solutionId?: string): Promise<SolutionAnswer> => {
    await index.catchUp()
    const challenges = search(profile, await vectorsOf(profile), 'challenge', options)
    const briefs = await createBriefs(store, sight, { challenges: everyId(challenges), solutions: [] })
    return {
      challenges: challenges.matches.flatMap((match) => {
        const challenge = briefs.challenge(match.id)
        return challenge === undefined ? [] : [{ challenge, copies: match.copies.flatMap((id) => briefs.challenge(id) ?? []), ...fields(match, briefs.deploymentsOfPeer(challenge, new Set(solutionId === undefined ? [] : [solutionId])), options.reader, matcher.wordFor) }]
      }),
      counts: { challenges: counts(challenges) },
      diversity: options.diversity,
      reader: options.reader,
      languages: [...challenges.languages],
      versions: versionsOf(challenges)
    }
  }

  const registered = async (principal: Principal, resource: 'challenges' | 'solutions', id: string): Promise<Profile> => {
    const record = requireVisible(principal, resource, await store.read[resource].find(id))
    const profile = (await toProfile(resource, [record])).get(id)
    if (profile === undefined) throw new Error(`${resource} ${id} hangs on nothing`)
    return profile
  }

  function ofText (principal: Principal, kind: 'challenge', text: string, language: string | undefined, options: MatchOptions): Promise<ChallengeAnswer>
  function ofText (principal: Principal, kind: 'solution', text: string, language: string | undefined, options: MatchOptions): Promise<SolutionAnswer>
  function ofText (principal: Principal, kind: 'challenge' | 'solution', text: string, language: string | undefined, options: MatchOptions): Promise<ChallengeAnswer | SolutionAnswer>
  async function ofText (principal: Principal, kind: 'challenge' | 'solution', text: string, language: string | undefined, options: MatchOptions): Promise<ChallengeAnswer | SolutionAnswer> {
    const profile: Asked = { kind, texts: [{ field: 'problem', text, language }], facets: {} }
    const sight = await sightOf(principal, store.read)
    return kind === 'challenge' ? answerChallenge(sight, profile, options) : answerSolution(sight, profile, options)
  }

  return {
    ofChallenge: async (principal, id, options, without) => answerChallenge(await sightOf(principal, store.read), await registered(principal, 'challenges', id), options, without),
    ofSolution: async (principal, id, options) => answerSolution(await sightOf(principal, store.read), await registered(principal, 'solutions', id), options, id),
    ofText
  }
}

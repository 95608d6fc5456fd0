import type { Introduction, Party, ProfileRecord, Repositories } from '../../db/index.ts'
import { type IntroductionAnswer, shownMatch } from '../schemas/introductions.ts'
import type { Content } from '../schemas/resource.ts'
import { fieldsOf, mayRead } from './authority.ts'
import { isIntroduced, knowsEnd, partyOf, relationsTo } from './introduction-parties.ts'
import type { Decided } from './introduction-deciding.ts'
import type { Principal } from './principal.ts'
import { visibilityIn } from './visibility.ts'

type PartyAnswer = IntroductionAnswer['parties'][number]

const byId = <T extends { id: string }>(rows: readonly T[]): ReadonlyMap<string, T> => new Map(rows.map((row) => [row.id, row]))
const distinct = (ids: ReadonlyArray<string | undefined>): string[] => [...new Set(ids.filter((id) => id !== undefined))]
const iso = (time: Date | null): string | null => time?.toISOString() ?? null

/** Everything that the answers say of others, in a handful of queries however many introductions there are. */
const known = async ({ organisations, challenges, solutions, cities, providers }: Repositories, parties: readonly Party[]) => {
  const of = (resource: Party['resource']) => distinct(parties.filter((party) => party.resource === resource).map(({ profileId }) => profileId))
  const profiles = byId([...await challenges.findMany(of('challenges')), ...await solutions.findMany(of('solutions'))])
  const parentIds = (name: 'cityId' | 'providerId') => distinct([...profiles.values()].map(({ content }) => content[name] as string | undefined))
  return {
    organisations: byId(await organisations.findMany(distinct(parties.map(({ organisationId }) => organisationId)))),
    profiles,
    parents: byId([...await cities.findMany(parentIds('cityId')), ...await providers.findMany(parentIds('providerId'))])
  }
}

const parentIn = (parents: ReadonlyMap<string, ProfileRecord>, profile: ProfileRecord | undefined): ProfileRecord | undefined =>
  parents.get((profile?.content['cityId'] ?? profile?.content['providerId'] ?? '') as string)

const profileOf = ({ resource, profileId: id }: Party, profile: ProfileRecord | undefined, parent: ProfileRecord | undefined): PartyAnswer['profile'] => {
  const { title } = (profile?.content ?? {}) as Partial<Content<'challenges' | 'solutions'>>
  const { name, country } = (parent?.content ?? {}) as Partial<Content<'cities'>>
  const { legalName } = (parent?.content ?? {}) as Partial<Content<'providers'>>
  return {
    resource: resource === 'solutions' ? 'solutions' : 'challenges',
    id,
    title: title ?? null,
    city: parent === undefined || name === undefined || country === undefined ? null : { id: parent.id, name, country, sample: parent.sample },
    provider: parent === undefined || legalName === undefined ? null : { id: parent.id, legalName, sample: parent.sample }
  }
}

/** Introductions as whoever asks may read them. `introductions:read` has been allowed. */
export const presentIntroductions = async (repositories: Repositories, principal: Principal, found: readonly Decided[]): Promise<IntroductionAnswer[]> => {
  const { organisations, profiles, parents } = await known(repositories, found.flatMap(({ parties }) => parties))

  const disclosedBy = (introduction: Introduction, party: Party, reader: Party | undefined): PartyAnswer['disclosed'] => {
    const profile = profiles.get(party.profileId)
    if (profile === undefined || reader === undefined || reader === party || !isIntroduced(introduction, reader) || !isIntroduced(introduction, party)) return null
    // What its owner has taken back since is private again.
    const seen = party.disclosed.filter((name) => visibilityIn(profile, name) !== 'private')
    return {
      contact: seen.includes('contact') ? profile.contact ?? parentIn(parents, profile)?.contact ?? null : null,
      fields: Object.fromEntries(seen.filter((name) => name in profile.content).map((name) => [name, profile.content[name]]))
    }
  }

  return found.map(({ introduction, parties }) => {
    const own = partyOf(principal, parties)
    const fields = fieldsOf(principal, 'introductions:read', relationsTo(principal, introduction, parties))
    const there = knowsEnd(introduction, own)
    const ordered = [...parties].sort((a, b) => Number(b.organisationId === introduction.askedBy) - Number(a.organisationId === introduction.askedBy) || Number(b.side === 'asking') - Number(a.side === 'asking') || (a.organisationId < b.organisationId ? -1 : 1))
    return {
      id: introduction.id,
      status: introduction.status,
      version: introduction.version,
      side: own?.side ?? null,
      challengeId: introduction.challengeId,
      with: { resource: introduction.matchResource === 'solutions' ? 'solutions' : 'challenges', id: introduction.matchId },
      askedBy: introduction.askedBy,
      purpose: introduction.purpose,
      message: mayRead(fields, 'message') ? introduction.message : null,
      match: introduction.match === null ? null : shownMatch.parse(introduction.match),
      parties: ordered.map((party): PartyAnswer => {
        const profile = profiles.get(party.profileId)
        return {
          organisation: { id: party.organisationId, name: organisations.get(party.organisationId)?.name ?? '' },
          own: party === own,
          side: party.side,
          profile: profileOf(party, profile, parentIn(parents, profile)),
          consent: party.consent,
          decidedAt: iso(party.decidedAt),
          discloses: party.disclosed,
          disclosed: mayRead(fields, 'disclosed') ? disclosedBy(introduction, party, own) : null
        }
      }),
      createdAt: introduction.createdAt.toISOString(),
      expiresAt: introduction.expiresAt.toISOString(),
      acceptedAt: iso(introduction.acceptedAt),
      endedAt: iso(introduction.endedAt),
      endedBy: introduction.endedBy,
      declineReason: introduction.declineReason,
      outcome: there ? introduction.outcome : null,
      words: there && mayRead(fields, 'words') ? introduction.endWords : null
    }
  })
}

import type { Capability, OrganisationKind, Resource, Role, Visibility } from '../../db/vocabulary.ts'

/**
 * Who may do what: this table alone decides, for the API and for pages. authority.ts applies it.
 *
 * Glossary
 *
 * - action: what a route does, `resource:verb`; every route names one
 * - capability: what a key was given as a scope, or what a role gives a person
 * - relation: how whoever asks stands to the object; authority.ts works it out from the object
 * - fields: what of the object may be read or written in that relation
 */

/** How whoever asks stands to an object. */
export const relations = {
  anybody: 'everybody, where the object is public',
  person: 'a person who is signed in',
  self: 'the person whose object it is',
  member: 'whoever acts for an organisation, where the object is public',
  introduced: 'whoever acts for an organisation that was introduced to the owner of the object',
  own: 'whoever acts for the organisation whose object it is',
  owner: 'an owner of the organisation whose object it is',
  city: 'whoever acts for the city that the object is about',
  party: 'whoever acts for an organisation that takes part in it',
  asking: 'whoever acts for an organisation that asks for it, first or joined by others',
  asked: 'whoever acts for an organisation that has been asked and takes part in it',
  secretariat: 'whoever acts for the secretariat'
} as const
export type Relation = keyof typeof relations

/** What may be read: every field, up to a visibility, or all but some. What may be written: every field, all but some, or some only. */
export type Fields = 'every' | { readonly upTo: Visibility } | { readonly but: readonly string[] } | { readonly only: readonly string[] }

export interface Rule {
  /** Any one of these is needed in the relations that act for an organisation. */
  readonly needs?: readonly Capability[]
  /** Whether the organisation must be verified. */
  readonly verified?: true
  readonly allow: Partial<Record<Relation, Fields>>
}

const upTo = (visibility: Visibility): Fields => ({ upTo: visibility })

/** Whoever may write profiles reads them too. */
const readers: readonly Capability[] = ['read', 'write:cities', 'write:solutions']

const writers: Readonly<Record<Resource, readonly Capability[]>> = {
  cities: ['write:cities'],
  challenges: ['write:cities'],
  providers: ['write:solutions'],
  solutions: ['write:solutions'],
  deployments: ['write:cities', 'write:solutions']
}

/** Fields of a profile that its owner does not set: whether it is who it says is the secretariat's to tell, whether it was there the city's. */
const notForOwners: Readonly<Record<Resource, Fields>> = {
  cities: { but: ['verification'] },
  challenges: 'every',
  providers: { but: ['verification'] },
  solutions: 'every',
  deployments: { but: ['confirmed'] }
}

const profileRules = <R extends Resource>(resource: R) => {
  const needs = writers[resource]
  const own = notForOwners[resource]
  const confirming = resource === 'deployments' ? { city: { only: ['confirmed'] } } as const : {}
  const rules = {
    list: { needs: readers, allow: { anybody: upTo('public'), member: upTo('members'), introduced: upTo('introduced'), own: 'every', secretariat: 'every' } },
    read: { needs: readers, allow: { anybody: upTo('public'), member: upTo('members'), introduced: upTo('introduced'), own: 'every', secretariat: 'every' } },
    create: { needs, allow: { own, secretariat: 'every' } },
    change: { needs, allow: { own, ...confirming, secretariat: 'every' } },
    publish: { needs, verified: true, allow: { own: 'every', secretariat: 'every' } },
    hide: { allow: { secretariat: 'every' } },
    close: { needs, allow: { own: 'every', secretariat: 'every' } },
    erase: { needs, allow: { own: 'every', secretariat: 'every' } },
    import: { needs, allow: { own, secretariat: 'every' } },
    export: { needs: readers, allow: { anybody: upTo('public'), member: upTo('members'), introduced: upTo('introduced'), own: 'every', secretariat: 'every' } }
  } as const satisfies Record<string, Rule>
  return Object.fromEntries(Object.entries(rules).map(([verb, rule]) => [`${resource}:${verb}`, rule])) as { [V in keyof typeof rules as `${R}:${V}`]: Rule }
}

/** What the parties of an introduction say to each other: the secretariat sees that they talk and what came of it, not what they say. */
const saidInConfidence = ['message', 'words', 'disclosed'] as const
/** Of a flag, what could tell its owner who raised it, and who decided. */
const keptFromOwners = ['raisedBy', 'raisedByOrganisation', 'words', 'decidedBy', 'appealDecidedBy'] as const

const open = { allow: { anybody: 'every' } } as const satisfies Rule
const self = { allow: { self: 'every' } } as const satisfies Rule

export const policy = {
  ...profileRules('cities'),
  ...profileRules('challenges'),
  ...profileRules('providers'),
  ...profileRules('solutions'),
  ...profileRules('deployments'),

  'profiles:list-own': { needs: readers, allow: { own: 'every', secretariat: 'every' } },
  'matches:read': { needs: readers, allow: { anybody: upTo('public'), member: upTo('members'), introduced: upTo('introduced'), own: 'every', secretariat: 'every' } },
  'changes:read': { needs: ['read'], allow: { member: upTo('members'), introduced: upTo('introduced'), own: 'every', secretariat: 'every' } },

  'keys:list': { needs: ['keys'], allow: { own: 'every', secretariat: 'every' } },
  'keys:create': { needs: ['keys'], allow: { own: 'every', secretariat: 'every' } },
  'keys:rotate': { needs: ['keys'], allow: { own: 'every', secretariat: 'every' } },
  'keys:revoke': { needs: ['keys'], allow: { own: 'every', secretariat: 'every' } },

  'mails:list': { allow: { secretariat: 'every' } },
  'mails:resend': { allow: { secretariat: 'every' } },
  'mails:drop': { allow: { secretariat: 'every' } },
  'webhooks:list': { needs: ['webhooks'], allow: { own: 'every', secretariat: 'every' } },
  'webhooks:create': { needs: ['webhooks'], verified: true, allow: { own: 'every', secretariat: 'every' } },
  'webhooks:read': { needs: ['webhooks'], allow: { own: 'every', secretariat: 'every' } },
  'webhooks:change': { needs: ['webhooks'], verified: true, allow: { own: 'every', secretariat: 'every' } },
  'webhooks:remove': { needs: ['webhooks'], allow: { own: 'every', secretariat: 'every' } },
  'webhooks:rotate': { needs: ['webhooks'], allow: { own: 'every', secretariat: 'every' } },
  'webhooks:pause': { needs: ['webhooks'], allow: { own: 'every', secretariat: 'every' } },
  'webhooks:resume': { needs: ['webhooks'], allow: { own: 'every', secretariat: 'every' } },
  'webhooks:replay': { needs: ['webhooks'], allow: { own: 'every', secretariat: 'every' } },
  'webhooks:test': { needs: ['webhooks'], verified: true, allow: { own: 'every', secretariat: 'every' } },
  'webhooks:deliveries': { needs: ['webhooks'], allow: { own: 'every', secretariat: 'every' } },
  'introductions:list': { needs: ['read', 'introductions'], allow: { party: 'every', secretariat: { but: saidInConfidence } } },
  'introductions:read': { needs: ['read', 'introductions'], allow: { party: 'every', secretariat: { but: saidInConfidence } } },
  'introductions:audit': { needs: ['read', 'introductions'], allow: { party: { but: ['personId', 'keyId'] }, own: 'every', secretariat: 'every' } },
  'introductions:create': { needs: ['introductions'], verified: true, allow: { own: 'every' } },
  'introductions:accept': { needs: ['introductions'], verified: true, allow: { asked: 'every' } },
  'introductions:decline': { needs: ['introductions'], allow: { asked: 'every' } },
  'introductions:withdraw': { needs: ['introductions'], allow: { asking: 'every' } },
  'introductions:close': { needs: ['introductions'], allow: { party: 'every' } },
  /** What time does: recorded, never asked for. */
  'introductions:expire': { allow: {} },
  'searches:list': { allow: { self: 'every' } },
  'searches:read': { allow: { self: 'every' } },
  'searches:create': { allow: { self: 'every' } },
  'searches:change': { allow: { self: 'every' } },
  'searches:remove': { allow: { self: 'every' } },
  'searches:stop': open,

  'notices:list': { allow: { self: 'every' } },
  'notices:mark': { allow: { self: 'every' } },
  'messages:list': { needs: ['read', 'introductions'], allow: { party: 'every' } },
  'messages:create': { needs: ['introductions'], allow: { party: 'every' } },
  'messages:change': { needs: ['introductions'], allow: { party: { only: ['text', 'links'] } } },
  'messages:mark-read': { allow: { self: 'every' } },

  'questions:list': { needs: ['read', 'introductions'], allow: { introduced: { but: ['askedBy'] }, own: 'every' } },
  'questions:export': { needs: ['read', 'introductions'], allow: { introduced: { but: ['askedBy'] }, own: 'every' } },
  'questions:ask': { needs: ['introductions'], allow: { introduced: 'every' } },
  'questions:answer': { needs: ['introductions'], allow: { own: 'every' } },
  'questions:correct': { needs: ['introductions'], allow: { own: 'every' } },

  'judgements:list': { allow: { self: 'every' } },
  'judgements:save': { allow: { self: 'every' } },
  'judgements:remove': { allow: { self: 'every' } },
  'organisations:create': { allow: { person: 'every' } },
  'organisations:list': { needs: ['read'], allow: { person: 'every', own: 'every', secretariat: 'every' } },
  'organisations:read': { allow: { anybody: { only: ['id', 'name', 'kind', 'verified'] }, own: 'every', secretariat: 'every' } },
  'organisations:change': { needs: ['organisation'], allow: { own: { only: ['name'] }, secretariat: 'every' } },
  'members:list': { needs: ['read'], allow: { own: { but: ['email'] }, owner: 'every', secretariat: 'every' } },
  'members:change': { needs: ['organisation'], allow: { own: 'every', secretariat: 'every' } },
  'members:remove': { needs: ['organisation'], allow: { self: 'every', own: 'every', secretariat: 'every' } },
  'invitations:create': { needs: ['organisation'], allow: { own: 'every', secretariat: 'every' } },
  'invitations:list': { needs: ['organisation'], allow: { own: 'every', secretariat: 'every' } },
  'invitations:withdraw': { needs: ['organisation'], allow: { own: 'every', secretariat: 'every' } },
  'invitations:accept': { allow: { person: 'every' } },
  'verifications:ask': { needs: ['organisation'], allow: { own: 'every' } },
  'verifications:withdraw': { needs: ['organisation'], allow: { own: 'every' } },
  'verifications:read': { needs: ['read'], allow: { own: { but: ['decidedBy'] }, secretariat: 'every' } },
  'verifications:list': { allow: { secretariat: 'every' } },
  'verifications:decide': { allow: { secretariat: 'every' } },
  'verifications:revoke': { allow: { secretariat: 'every' } },
  'flags:raise': { allow: { person: 'every' } },
  'flags:list': { needs: ['read'], allow: { own: { but: keptFromOwners }, secretariat: 'every' } },
  'flags:read': { needs: ['read'], allow: { own: { but: keptFromOwners }, secretariat: 'every' } },
  'flags:decide': { allow: { secretariat: 'every' } },
  'flags:appeal': { needs: ['write:cities', 'write:solutions'], allow: { own: { but: keptFromOwners } } },
  'flags:decide-appeal': { allow: { secretariat: 'every' } },
  'coverage:read': { allow: { secretariat: 'every' } },
  'audit:read': { needs: ['organisation'], allow: { own: { but: ['address'] }, secretariat: 'every' } },
  'people:sign-up': open,
  'people:confirm': open,
  'people:reset': open,
  'people:change': self,
  'people:change-password': self,
  'people:second-factor': self,
  'people:export': self,
  'people:erase': self,
  'sessions:open': open,
  'sessions:read': self,
  'sessions:choose': self,
  'sessions:end': self,

  'pages:read': open,
  'pages:choose-language': open,

  'service:read': open
} as const satisfies Record<string, Rule>
export type Action = keyof typeof policy

/** The policy of an action, without what only the table's own type knows. */
export const ruleOf = (action: Action): Rule => policy[action]

/** What a role gives a person in an organisation of each kind. */
const writing: Readonly<Record<OrganisationKind, readonly Capability[]>> = {
  city: ['write:cities', 'introductions'],
  provider: ['write:solutions', 'introductions'],
  partner: ['write:cities', 'write:solutions', 'introductions'],
  sample: ['write:cities', 'write:solutions', 'introductions'],
  secretariat: ['admin']
}

export const capabilitiesOf = (kind: OrganisationKind, role: Role): readonly Capability[] => {
  switch (role) {
    case 'viewer': return ['read']
    case 'editor': return ['read', ...writing[kind]]
    case 'owner': return ['read', ...writing[kind], 'webhooks', 'keys', 'organisation']
  }
}

export const isAction = (name: string): name is Action => Object.hasOwn(policy, name)

export const profileAction = <V extends 'list' | 'read' | 'create' | 'change' | 'publish' | 'hide' | 'close' | 'erase' | 'import' | 'export'>(resource: Resource, verb: V) =>
  `${resource}:${verb}` as const satisfies Action

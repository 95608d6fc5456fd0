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
  city: 'whoever acts for the city that the object is about',
  party: 'whoever acts for an organisation that takes part in it',
  asked: 'whoever acts for an organisation that has been asked and takes part in it',
  secretariat: 'whoever acts for the secretariat'
} as const
export type Relation = keyof typeof relations

/** What may be read: every field up to a visibility. What may be written: every field, all but some, or some only. */
export type Fields = 'every' | { readonly upTo: Visibility } | { readonly but: readonly string[] } | { readonly only: readonly string[] }

export interface Rule {
  /** Any one of these is needed in the relations that act for an organisation. */
  readonly needs?: readonly Capability[]
  /** Whether the organisation must be verified. */
  readonly verified?: true
  readonly allow: Partial<Record<Relation, Fields>>
}

const upTo = (visibility: Visibility): Fields => ({ upTo: visibility })

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
    list: { allow: { anybody: upTo('public'), member: upTo('members'), introduced: upTo('introduced'), own: 'every', secretariat: 'every' } },
    read: { allow: { anybody: upTo('public'), member: upTo('members'), introduced: upTo('introduced'), own: 'every', secretariat: 'every' } },
    create: { needs, allow: { own, secretariat: 'every' } },
    change: { needs, allow: { own, ...confirming, secretariat: 'every' } },
    publish: { needs, verified: true, allow: { own: 'every', secretariat: 'every' } },
    hide: { allow: { secretariat: 'every' } },
    close: { needs, allow: { own: 'every', secretariat: 'every' } },
    erase: { needs, allow: { own: 'every', secretariat: 'every' } },
    import: { needs, allow: { own, secretariat: 'every' } },
    export: { allow: { anybody: upTo('public'), member: upTo('members'), introduced: upTo('introduced'), own: 'every', secretariat: 'every' } }
  } as const satisfies Record<string, Rule>
  return Object.fromEntries(Object.entries(rules).map(([verb, rule]) => [`${resource}:${verb}`, rule])) as { [V in keyof typeof rules as `${R}:${V}`]: Rule }
}

const open = { allow: { anybody: 'every' } } as const satisfies Rule
const self = { allow: { self: 'every' } } as const satisfies Rule

export const policy = {
  ...profileRules('cities'),
  ...profileRules('challenges'),
  ...profileRules('providers'),
  ...profileRules('solutions'),
  ...profileRules('deployments'),

  'profiles:list-own': { needs: ['read', 'write:cities', 'write:solutions'], allow: { own: 'every', secretariat: 'every' } },
  'matches:read': { allow: { anybody: upTo('public'), member: upTo('members'), introduced: upTo('introduced'), own: 'every', secretariat: 'every' } },
  'changes:read': { needs: ['read'], allow: { member: upTo('members'), introduced: upTo('introduced'), own: 'every', secretariat: 'every' } },

  'keys:list': { needs: ['keys'], allow: { own: 'every', secretariat: 'every' } },
  'keys:create': { needs: ['keys'], allow: { own: 'every', secretariat: 'every' } },
  'keys:rotate': { needs: ['keys'], allow: { own: 'every', secretariat: 'every' } },
  'keys:revoke': { needs: ['keys'], allow: { own: 'every', secretariat: 'every' } },

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

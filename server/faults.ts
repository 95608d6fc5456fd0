import { type FieldError, type Place, pointer, Problem, type Values } from './errors.ts'

const entry = <V extends Values = Record<never, never>>(code: string, detail: (values: V) => string) => ({ code, detail })

/**
 * What can be wrong with a field, by rule: the code, and what the API says of it. Pages say each rule in the reader's language
 * (server/locales/pages/refusals), with the same values. Schemas name a rule as the message of a check.
 */
export const faultTable = {
  required: entry('invalid_type', () => 'is required'),
  empty: entry('too_small', () => 'must not be empty'),
  'one-of': entry<{ options: readonly string[] }>('invalid_value', ({ options }) => `must be ${options.length > 1 ? 'one of ' : ''}${options.join(', ')}`),
  number: entry('invalid_type', () => 'must be of type number'),
  whole: entry('invalid_type', () => 'must be a whole number'),
  type: entry<{ expected: string }>('invalid_type', ({ expected }) => `must be of type ${expected}`),
  'too-short': entry<{ count: number }>('too_small', ({ count }) => `must have at least ${count} characters`),
  'too-few': entry<{ count: number }>('too_small', ({ count }) => `must have at least ${count} values`),
  'too-low': entry<{ limit: number }>('too_small', ({ limit }) => `must be at least ${limit}`),
  'too-long': entry<{ count: number }>('too_big', ({ count }) => `must have at most ${count} characters`),
  'too-many': entry<{ count: number }>('too_big', ({ count }) => `must have at most ${count} values`),
  'too-high': entry<{ limit: number }>('too_big', ({ limit }) => `must be at most ${limit}`),
  email: entry('invalid_format', () => 'is not a valid email'),
  url: entry('invalid_format', () => 'is not a valid url'),
  date: entry('invalid_format', () => 'is not a valid date'),
  datetime: entry('invalid_format', () => 'is not a valid datetime'),
  format: entry<{ format: string }>('invalid_format', ({ format }) => `is not a valid ${format}`),
  'unknown-field': entry('unrecognized_key', () => 'is not a field of this'),
  characters: entry('custom', () => 'must not contain control characters or broken characters'),
  repeated: entry('custom', () => 'must not repeat a value'),
  address: entry('invalid_format', () => 'must be an e-mail address'),
  'link-token': entry('invalid_format', () => 'must be the token of a link'),
  https: entry('invalid_format', () => 'must be an https address'),
  'country-form': entry('invalid_format', () => 'must be two capital letters'),
  country: entry('custom', () => 'is not an ISO 3166-1 alpha-2 code'),
  currency: entry('custom', () => 'is not an ISO 4217 code'),
  language: entry('custom', () => 'is not a BCP 47 language tag'),
  goal: entry('custom', () => 'is not a target of the Sustainable Development Goals'),
  crossed: entry<{ low: string }>('custom', ({ low }) => `must not be less than ${low}`),
  'end-before-start': entry('custom', () => 'must not be before start'),
  'currency-needed': entry('custom', () => 'is needed with an amount'),
  past: entry('custom', () => 'must be in the future'),
  'reason-needed': entry('custom', () => 'is needed with this change'),
  'sign-in-in-link': entry('custom', () => 'must not carry a user or a password'),
  'text-or-watch': entry('custom', () => 'must be there where there is no watch, and only there'),
  'challenges-only': entry('custom', () => 'must be challenges: solutions are not matched with solutions'),
  'six-digits': entry('invalid_format', () => 'must be six digits'),

  'password-wrong': entry('wrong', () => 'is not your password'),
  'password-of-address': entry('too-easy', () => 'must not contain the name of your address'),
  'password-of-one': entry('too-easy', () => 'must not be one character or sequence throughout'),
  'password-common': entry('too-easy', () => 'is one of those that are guessed first; take a few words that only you would put together'),
  'code-wrong': entry('wrong', () => 'is not a code that is good now; each is good once'),
  'contact-details': entry('contact-details', () => 'must hold no addresses, telephone numbers or links'),
  'name-reserved': entry('reserved', () => 'is a name that would be taken for this service’s own'),
  'name-taken': entry('duplicate', () => 'is the name of another organisation'),
  'member-already': entry('duplicate', () => 'is the address of somebody who belongs to the organisation already'),
  'changed-by-secretariat': entry('not-yours', () => 'is for the secretariat to change'),
  'secretariat-stays': entry('not-possible', () => 'the secretariat cannot be suspended'),

  domain: entry('invalid_format', () => 'must be a domain, such as khonkaen.example.org'),
  'public-domain': entry('public-domain', () => 'is a domain under which anybody can have an address'),
  'other-domain': entry('other-domain', () => 'must be the domain of your own e-mail address'),

  'not-https': entry('not-https', () => 'must be an https address'),
  credentials: entry('credentials', () => 'must not hold a user name or a password'),
  fragment: entry('fragment', () => 'must not have a fragment: it would not be sent'),
  port: entry('port', () => 'must not have a port of another protocol'),
  'not-public': entry('not-public', () => 'must be a public address'),
  'beyond-position': entry<{ position: number }>('too-late', ({ position }) => `must be no later than ${position}, where the webhook stands`),
  'beyond-messages': entry<{ count: number }>('too_big', ({ count }) => `must be that of a message; there are ${count}`),
  'scope-not-yours': entry('not-yours', () => 'is a scope that the key that asks, or your role, does not have'),
  'ends-later': entry<{ until: Date }>('too-late', ({ until }) => `must be no later than ${until.toISOString()}, when the key that asks ends`),

  'unknown-profile': entry<{ kind: string }>('unknown-reference', ({ kind }) => `names no ${kind} that you can see`),
  'unknown-watch': entry<{ kind: string }>('unknown-reference', ({ kind }) => `names no open ${kind} that you can see`),
  'closed-profile': entry<{ kind: string }>('closed-reference', ({ kind }) => `names a ${kind} that is closed`),
  'draft-profile': entry<{ kind: string }>('unpublished-reference', ({ kind }) => `names a ${kind} that is not published; publish it first, or send status draft`),
  'external-id-taken': entry('duplicate', () => 'is already taken by another of yours'),
  'city-not-yours': entry('not-yours', () => 'must be a city of yours'),
  'provider-not-yours': entry('not-yours', () => 'must be a provider of yours'),
  'solution-not-yours': entry('not-yours', () => 'must be a solution of yours, or the city must be'),
  'set-by-secretariat': entry('not-yours', () => 'is set by the secretariat'),
  'said-by-city': entry('not-yours', () => 'is for the owner of the city to say'),

  'nobody-to-ask': entry('nobody-to-ask', () => 'names a solution that no provider offers, so there is nobody to ask'),
  'not-introduced': entry<{ kind: string }>('unpublished-reference', ({ kind }) => `names a ${kind} that is not published; only published ones are introduced`),
  'owner-not-introduced': entry<{ kind: string, parent: string }>('unpublished-reference', ({ kind, parent }) => `names a ${kind} whose ${parent} is not published; only published ones are introduced`),
  'both-yours': entry('same-organisation', () => 'is your own as the challenge is; an introduction is between two organisations'),
  'takes-part': entry('same-organisation', () => 'belongs to an organisation that takes part already'),
  'cities-one-by-one': entry('not-a-group', () => 'is for cities that ask a provider together; ask each city by itself'),
  'providers-one-by-one': entry('not-a-group', () => 'is for cities that ask a provider together; a provider asks one city at a time'),
  'name-yours': entry('not-yours', () => 'must be your own challenge; name the one of the other city in with'),
  'of-others': entry('not-yours', () => 'belongs to another organisation, as the other one does'),
  'cannot-answer': entry('cannot-answer', () => 'belongs to an organisation that cannot answer at present'),
  'not-disclosable': entry<{ fields: readonly string[], kind: string }>('not-disclosable', ({ fields, kind }) => `must be one of ${fields.join(', ')}: of your ${kind} that is what those introduced may see`),
  'there-already': entry<{ introduction: string }>('introduction-open', ({ introduction }) => introduction)
} as const

export type Rule = keyof typeof faultTable
type ValuesOf<R extends Rule> = Parameters<(typeof faultTable)[R]['detail']>[0]

/** Rules whose words name nothing: a schema says one by its name. */
type Plain = { [R in Rule]: Record<never, never> extends ValuesOf<R> ? R : never }[Rule]

/** The message of a schema's check: the rule that it holds to. */
export const rule = (name: Plain): Plain => name

/** Whether a message is such a name: rules that take values never come from a message alone. */
export const isPlain = (message: string): message is Plain => Object.hasOwn(faultTable, message)

/** What is wrong, wherever it stands. */
export type Fault = Pick<FieldError, 'code' | 'detail' | 'rule' | 'values'>

/** What is wrong by a rule that was broken. */
export const faultOf = <R extends Rule>(name: R, values: ValuesOf<R>): Fault => {
  // Each rule's detail takes that rule's values; the compiler does not follow both from one name.
  const { code, detail } = faultTable[name] as { code: string, detail: (values: ValuesOf<R>) => string }
  return { code, detail: detail(values), rule: name, values }
}

/** One wrong field, by the rule that it breaks. */
export const fieldError = <R extends Rule>(place: Place, path: ReadonlyArray<PropertyKey>, name: R, values: ValuesOf<R>): FieldError =>
  ({ in: place, pointer: pointer(path), ...faultOf(name, values) })

/** A body with one wrong field. */
export const invalidAt = (path: ReadonlyArray<PropertyKey>, fault: Fault): Problem =>
  new Problem('invalid-input', undefined, [{ in: 'body', pointer: pointer(path), ...fault }])

/** A body with one wrong field, by the rule that it breaks. */
export const invalidField = <R extends Rule>(path: ReadonlyArray<PropertyKey>, name: R, values: ValuesOf<R>): Problem => invalidAt(path, faultOf(name, values))

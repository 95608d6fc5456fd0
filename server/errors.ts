import type { Rule } from './faults.ts'
import type { Reason } from './refusals.ts'

/** Every error the service answers: code -> status and title. README, OpenAPI and the error handler all read this table. */
export const errorTable = {
  'bad-json': { status: 400, title: 'The body is not valid JSON' },
  'bad-request': { status: 400, title: 'The request cannot be understood' },
  'invalid-cursor': { status: 400, title: 'The cursor is not one that this list gave' },
  'missing-key': { status: 401, title: 'This needs a key or a session' },
  'invalid-key': { status: 401, title: 'The key is unknown, expired or revoked' },
  'sign-in-failed': { status: 401, title: 'The address, the password or the code is wrong, or the address is not confirmed yet' },
  csrf: { status: 403, title: 'A write with a session needs its X-CSRF-Token, and comes from our own pages' },
  'person-needed': { status: 403, title: 'This is done by a person who is signed in, not with a key' },
  'no-organisation': { status: 403, title: 'This is done for an organisation; choose one of yours first' },
  'missing-scope': { status: 403, title: 'The key, or your role, does not have the scope for this' },
  suspended: { status: 403, title: 'The organisation is suspended and may only read' },
  'not-verified': { status: 403, title: 'The secretariat has not verified the organisation yet' },
  'not-yours': { status: 403, title: 'This belongs to another organisation' },
  'other-address': { status: 403, title: 'The invitation went to another address' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'method-not-allowed': { status: 405, title: 'This address does not take that method' },
  'in-use': { status: 409, title: 'Other open profiles depend on this one' },
  'profile-closed': { status: 409, title: 'The profile is closed' },
  'not-closed': { status: 409, title: 'Only a closed profile can be erased' },
  'duplicate-external-id': { status: 409, title: 'You already have a profile with this external id' },
  'key-revoked': { status: 409, title: 'The key is revoked already' },
  'not-rotatable': { status: 409, title: 'This key cannot be rotated' },
  'mail-state': { status: 409, title: 'The mail is not in a state for this' },
  'introduction-open': { status: 409, title: 'There is an open introduction between these two already' },
  'introduction-cap': { status: 409, title: 'There are as many open requests for introductions as may be' },
  cooling: { status: 409, title: 'It is too early to ask the same organisation again' },
  'introduction-state': { status: 409, title: 'The state of the introduction does not allow this' },
  'too-late': { status: 409, title: 'The time for this is over' },
  'not-answered': { status: 409, title: 'The question has not been answered yet' },
  'already-answered': { status: 409, title: 'The question has been answered already' },
  'already-open': { status: 409, title: 'One of these is open already' },
  'already-decided': { status: 409, title: 'This is decided already' },
  'not-appealable': { status: 409, title: 'There is no decision here to appeal against, or it was appealed before' },
  'same-decider': { status: 409, title: 'An appeal is decided by somebody else than the decision was' },
  'too-many': { status: 409, title: 'There are as many of these as there may be' },
  'last-owner': { status: 409, title: 'An organisation would be left without an owner' },
  'second-factor': { status: 409, title: 'The second factor is on already, or is not on' },
  'link-over': { status: 410, title: 'The link was used, is too old, or was replaced by a newer one' },
  gone: { status: 410, title: 'The profile was closed or erased' },
  'version-conflict': { status: 412, title: 'The profile has changed since you read it' },
  'too-large': { status: 413, title: 'The body is too large' },
  'unsupported-type': { status: 415, title: 'The body has a type that this address does not take' },
  'invalid-input': { status: 422, title: 'Some fields are missing or wrong' },
  'idempotency-mismatch': { status: 422, title: 'This Idempotency-Key was used for another request' },
  'precondition-required': { status: 428, title: 'If-Match is needed, with the ETag you last read' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  overloaded: { status: 503, title: 'The service is overloaded; try again shortly' }
} as const

export type ErrorCode = keyof typeof errorTable

export type Place = 'body' | 'query' | 'path' | 'header'

/** What words name: counts and other numbers, names and codes, days, lists. */
export type Values = Readonly<Record<string, string | number | Date | readonly string[]>>

/** What is wrong with one field. `pointer` is a JSON pointer into the body, or `/name` of a parameter or header. */
export interface FieldError {
  in: Place
  pointer: string
  code: string
  detail: string
  /** What pages say it by; what has none is only for programs. */
  rule?: Rule
  values?: Values
}

/** Why something is refused, where the code alone does not say. */
export interface Refused {
  readonly reason: Reason
  readonly values: Values
}

/** A refusal that is meant for the caller; anything else thrown is `internal`. */
export class Problem extends Error {
  readonly code: ErrorCode
  readonly errors: readonly FieldError[]
  readonly headers: Readonly<Record<string, string>>
  /** What pages say beyond the code; null where the code says it all. */
  readonly refused: Refused | null

  /** @param detail what the API says; pages never show it */
  constructor (code: ErrorCode, detail?: string, errors: readonly FieldError[] = [], headers: Readonly<Record<string, string>> = {}, refused: Refused | null = null) {
    super(detail ?? errorTable[code].title)
    this.code = code
    this.errors = errors
    this.headers = headers
    this.refused = refused
  }

  get status (): number {
    return errorTable[this.code].status
  }
}

/** A JSON pointer (RFC 6901) to a path. */
export const pointer = (path: ReadonlyArray<PropertyKey>): string =>
  path.map((step) => '/' + String(step).replaceAll('~', '~0').replaceAll('/', '~1')).join('')

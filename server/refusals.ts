import { type ErrorCode, type FieldError, Problem, type Values } from './errors.ts'

const refusal = <V extends Values = Record<never, never>>(code: ErrorCode, detail: (values: V) => string) => ({ code, detail })

/**
 * What is refused, where that is more than its code says: the code, and what the API says of it. Pages say each in the
 * reader's language (server/locales/pages/refusals), with the same values.
 *
 * - `count` chooses among plural forms
 * - `introductions` are ids, which pages turn into links
 */
export const refusalTable = {
  'code-used': refusal('sign-in-failed', () => 'The code is not one that is good now; each is good once'),
  'attempts-used': refusal<{ count: number }>('rate-limited', ({ count }) => `Too many attempts; try again in ${count} minutes`),
  'factor-off': refusal('second-factor', () => 'The second factor is not on'),
  'factor-on': refusal('second-factor', () => 'The second factor is on already; turn it off first'),
  'factor-not-begun': refusal('second-factor', () => 'Ask for a secret first'),

  'many-unverified': refusal<{ count: number }>('too-many', ({ count }) => `You own ${count} organisations that are not verified; have one verified first`),
  'last-owner-of': refusal<{ organisations: readonly string[] }>('last-owner', ({ organisations }) => `You are the last owner of ${organisations.join(', ')}; make somebody else an owner first, or ask the secretariat to take it over`),
  'only-owner': refusal('last-owner', () => 'This is its only owner; make somebody else an owner first, or ask the secretariat to take it over'),
  'invitations-open': refusal<{ count: number }>('too-many', ({ count }) => `${count} invitations are open; withdraw one, or wait until one is accepted`),
  'invitations-today': refusal<{ count: number }>('too-many', ({ count }) => `${count} invitations were sent within a day; go on tomorrow`),
  'people-full': refusal<{ count: number }>('too-many', ({ count }) => `An organisation has at most ${count} people`),
  'invitation-over': refusal('not-found', () => 'This invitation is no longer open; ask for a new one'),
  'verified-already': refusal('already-decided', () => 'The organisation is verified'),
  'verification-waits': refusal('already-open', () => 'The organisation has asked already; the secretariat will decide'),
  'verifications-today': refusal<{ count: number }>('too-many', ({ count }) => `The organisation has asked ${count} times within a day; go on tomorrow`),
  'verification-decided': refusal<{ status: string }>('already-decided', ({ status }) => `The request is ${status}`),
  'not-verified-now': refusal('already-decided', () => 'The organisation is not verified'),

  'keys-full': refusal<{ count: number }>('too-many', ({ count }) => `${count} keys are in force; revoke one that is not used`),
  'key-replaced': refusal('not-rotatable', () => 'The key was rotated before; rotate the one that replaced it'),
  'key-expired': refusal('not-rotatable', () => 'The key has expired'),
  'key-outlives': refusal('not-rotatable', () => 'The key ends later than the key that asks'),
  'key-stronger': refusal<{ scopes: readonly string[] }>('missing-scope', ({ scopes }) => `The key to rotate has scopes that the key that asks does not have: ${scopes.join(', ')}`),
  'webhooks-full': refusal<{ count: number }>('too-many', ({ count }) => `An organisation has ${count} webhooks at most; remove one, or change one that is there`),
  'searches-full': refusal<{ count: number }>('too-many', ({ count }) => `You have ${count} saved searches; remove one first`),

  'reported-already': refusal<{ kind: string }>('already-open', ({ kind }) => `You have flagged this ${kind}; the secretariat will look at it`),
  'reports-full': refusal<{ count: number }>('too-many', ({ count }) => `${count} cases that you raised are open; wait until the secretariat has looked at them`),
  'closed-meanwhile': refusal<{ kind: string }>('profile-closed', ({ kind }) => `The ${kind} was closed by its owner; clear the case`),
  'case-decided': refusal<{ status: string }>('already-decided', ({ status }) => `The case is ${status}`),
  'appeal-decided': refusal<{ outcome: string }>('already-decided', ({ outcome }) => `The appeal is ${outcome}`),
  'case-cleared': refusal('not-appealable', () => 'The case was cleared; there is nothing to appeal against'),
  'appealed-before': refusal('not-appealable', () => 'This decision was appealed against before'),
  'appeal-by-person': refusal('person-needed', () => 'A key does not tell who decides; an appeal is decided by a person'),

  'mail-queued': refusal('mail-state', () => 'The mail is in the queue already'),
  'mail-forgotten': refusal('mail-state', () => 'The mail held a link that opens something, and was forgotten when it was sent'),
  'mail-not-dead': refusal<{ status: string }>('mail-state', ({ status }) => `Only a dead mail can be dropped; this one is ${status}`),

  'between-others': refusal('not-yours', () => 'Both profiles belong to one other organisation'),
  'neither-yours': refusal('not-yours', () => 'One of the two profiles must be yours'),
  'there-already': refusal<{ introductions: readonly string[], status: string }>('introduction-open', ({ introductions, status }) => `There is one already: ${introductions.join(', ')}, which is ${status}`),
  'cooling-until': refusal<{ until: Date }>('cooling', ({ until }) => `Your last introduction about this challenge has ended; you may ask each other again from ${until.toISOString()}`),
  'provider-full': refusal<{ organisation: string, count: number, cap: number }>('introduction-cap', ({ organisation, count, cap }) => `${organisation} has ${count} open requests and takes at most ${cap} at a time. None of them is yours to withdraw; wait until some are answered or expire.`),
  'provider-full-yours': refusal<{ organisation: string, count: number, cap: number, introductions: readonly string[] }>('introduction-cap', ({ organisation, count, cap, introductions }) => `${organisation} has ${count} open requests and takes at most ${cap} at a time. Of yours you could withdraw: ${introductions.join(', ')}`),
  'provider-closed': refusal<{ organisation: string }>('introduction-cap', ({ organisation }) => `${organisation} takes no more requests at present. None of them is yours to withdraw; wait until some are answered or expire.`),
  'provider-closed-yours': refusal<{ organisation: string, introductions: readonly string[] }>('introduction-cap', ({ organisation, introductions }) => `${organisation} takes no more requests at present. Of yours you could withdraw: ${introductions.join(', ')}`),
  'for-asked': refusal('not-yours', () => 'That is for those who were asked; you can withdraw'),
  'for-askers': refusal('not-yours', () => 'That is for those who ask; you can decline, or close what was agreed'),
  'suspended-since': refusal<{ organisations: readonly string[] }>('introduction-state', ({ organisations }) => `The introduction is requested, but ${organisations.join(', ')} has been suspended since; you can decline`),
  'decided-just-now': refusal('introduction-state', () => 'Somebody else has just decided; read the introduction again'),
  'you-left': refusal<{ consent: string, status: string }>('introduction-state', ({ consent, status }) => `Your organisation has ${consent} already; the introduction goes on without it and is ${status}`),
  'stands-otherwise': refusal<{ status: string }>('introduction-state', ({ status }) => `The introduction is ${status}`),
  'not-all-agreed': refusal('introduction-state', () => 'Not all have agreed to this introduction yet; you can write to each other once they have'),
  'introduction-closed': refusal('introduction-state', () => 'This introduction is closed; what was written stays, and nothing is added'),
  'introduction-declined': refusal('introduction-state', () => 'This introduction was declined'),
  'introduction-expired': refusal('introduction-state', () => 'The request for this introduction has expired'),
  'introduction-withdrawn': refusal('introduction-state', () => 'This introduction was withdrawn'),
  'another-wrote': refusal('not-yours', () => 'A message is changed by the person who wrote it'),
  'asked-by-providers': refusal('not-yours', () => 'Questions are asked by providers that were introduced about the challenge'),
  'answered-by-city': refusal('not-yours', () => 'The city whose challenge it is answers'),
  'asks-no-more': refusal('introduction-state', () => 'Your introduction is closed; you still see the questions and answers, but ask no more')
} as const

export type Reason = keyof typeof refusalTable
type ValuesOf<R extends Reason> = Parameters<(typeof refusalTable)[R]['detail']>[0]

/** What goes with a refusal beside its words. */
interface Along {
  errors?: readonly FieldError[]
  headers?: Readonly<Record<string, string>>
}

/** A refusal by its reason, with what its words name. */
export const refuse = <R extends Reason>(reason: R, values: ValuesOf<R>, { errors, headers }: Along = {}): Problem => {
  // Each reason's detail takes that reason's values; the compiler does not follow both from one name.
  const { code, detail } = refusalTable[reason] as { code: ErrorCode, detail: (values: ValuesOf<R>) => string }
  return new Problem(code, detail(values), errors, headers, { reason, values })
}

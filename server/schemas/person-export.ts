import { z } from 'zod'
import { person } from './people.ts'
import { id } from './primitives.ts'

const time = (description: string) => z.iso.datetime().meta({ description, examples: ['2026-03-02T08:15:00.000Z'] })
const maybe = (description: string) => z.iso.datetime().nullable().meta({ description, examples: [null] })
const word = (description: string, example: string) => z.string().meta({ description, examples: [example] })
const words = (description: string, example: string | null) => z.string().nullable().meta({ description, examples: [example] })
const refers = (description: string) => z.string().meta({ description, examples: ['0199d2c4-7a10-7c3e-9f00-3b5d8c1e2a44'] })
const mayRefer = (description: string) => z.string().nullable().meta({ description, examples: [null] })
const object = (description: string) => z.record(z.string(), z.unknown()).meta({ description, examples: [{}] })
const mayBeObject = (description: string) => z.record(z.string(), z.unknown()).nullable().meta({ description, examples: [null] })
const list = <T extends z.ZodObject>(item: T, what: string, each: string) => z.array(item.meta({ description: each })).meta({ description: what })

const invitation = z.object({
  id,
  organisationId: refers('The organisation.'),
  email: words('The address invited; null once it is over.', 'malee@example.org'),
  role: word('The role offered.', 'editor'),
  createdAt: time('When it was made.'),
  expiresAt: time('Until when it could be accepted.'),
  acceptedAt: maybe('When it was accepted.'),
  withdrawnAt: maybe('When it was withdrawn.')
})

export const personExport = z.object({
  exportedAt: time('When this was written.'),
  account: person.extend({
    confirmedAt: maybe('When the address was confirmed.'),
    suspendedAt: maybe('When the account was suspended.'),
    secondFactorSince: maybe('Since when a second factor is on.')
  }).meta({ description: 'Your account.' }),
  sessions: list(z.object({
    id,
    state: word('Whether it is open or awaits a second factor.', 'open'),
    organisationId: mayRefer('The organisation acted for.'),
    createdAt: time('When it was opened.'),
    lastSeenAt: time('When it was last used.'),
    expiresAt: time('When it ends.'),
    address: words('Network address that it was last used from.', '203.0.113.7'),
    agent: words('What the browser called itself.', 'Mozilla/5.0')
  }), 'Your sessions.', 'A session.'),
  memberships: list(z.object({ organisationId: refers('The organisation.'), role: word('Your role.', 'owner'), createdAt: time('Since when.') }), 'What you belong to.', 'A membership.'),
  invitationsMade: list(invitation, 'Invitations that you made.', 'An invitation.'),
  invitationsReceived: list(invitation, 'Invitations to your address that are not over.', 'An invitation.'),
  verifications: list(z.object({
    id,
    organisationId: refers('The organisation.'),
    method: word('How it was to be verified.', 'official-domain'),
    evidence: word('What was shown.', 'khonkaen.go.th'),
    words: words('What was said with it.', null),
    status: word('What became of it.', 'granted'),
    askedBy: mayRefer('Person who asked.'),
    askedAt: time('When it was asked.'),
    decidedBy: mayRefer('Person who decided.'),
    decidedAt: maybe('When it was decided.'),
    reason: words('Why it was decided so.', null)
  }), 'Verifications that you asked for or decided.', 'A verification.'),
  flags: list(z.object({
    id,
    resource: word('Kind of profile.', 'solutions'),
    profileId: refers('The profile.'),
    raisedBy: mayRefer('Person who raised it.'),
    reason: word('What it was flagged for.', 'spam'),
    words: words('What was said with it.', null),
    status: word('What became of it.', 'cleared'),
    raisedAt: time('When it was raised.'),
    decidedBy: mayRefer('Person who decided.'),
    decidedAt: maybe('When it was decided.'),
    decisionReason: words('Why it was decided so.', null),
    appealedBy: mayRefer('Person who appealed.'),
    appealedAt: maybe('When there was an appeal.'),
    appealWords: words('What the appeal said.', null),
    appealDecidedBy: mayRefer('Person who decided the appeal.'),
    appealDecidedAt: maybe('When the appeal was decided.'),
    appealReason: words('Why the appeal was decided so.', null)
  }), 'Flags that you raised, decided or appealed against.', 'A flag.'),
  searches: list(z.object({
    id,
    organisationId: mayRefer('The organisation acted for when it was saved.'),
    name: word('What you called it.', 'Night buses'),
    target: word('What it looks for.', 'solutions'),
    text: words('What it looks with.', 'night buses'),
    watchedResource: words('Kind of profile that is watched.', null),
    watchedId: mayRefer('Profile that is watched.'),
    filters: object('Its filters.'),
    band: word('The least band that is worth an alert.', 'good'),
    frequency: word('How often you are told.', 'weekly'),
    createdAt: time('When it was saved.'),
    stoppedAt: maybe('When it was stopped.')
  }), 'Your saved searches.', 'A saved search.'),
  alerts: list(z.object({
    id,
    searchId: refers('The search.'),
    resource: word('Kind of profile found.', 'solutions'),
    profileId: refers('The profile found.'),
    profileVersion: z.int().meta({ description: 'Its version then.', examples: [1] }),
    band: word('How far it stood out.', 'good'),
    score: z.number().meta({ description: 'Its score.', examples: [0.5] }),
    reasons: z.array(z.string()).meta({ description: 'Why it was found.', examples: [[]] }),
    createdAt: time('When it was found.'),
    mailedAt: maybe('When a mail about it was written.')
  }), 'What your searches have found.', 'An alert.'),
  notices: list(z.object({
    id,
    kind: word('What happened.', 'message'),
    objectId: refers('What it happened to.'),
    data: object('What its sentence says.'),
    createdAt: time('When it happened.'),
    readAt: maybe('When you read it.')
  }), 'Your inbox.', 'A notice.'),
  mails: list(z.object({
    id,
    recipient: word('The address.', 'somchai@example.org'),
    kind: word('What sort of mail it is.', 'password-changed'),
    language: word('Its language.', 'en'),
    subject: word('Its subject.', 'Your password was changed'),
    text: words('Its text; null where that holds a link that opens something.', 'Hello Somchai Jaidee, ...'),
    status: word('Whether it is queued, sent or given up.', 'sent'),
    createdAt: time('When it was written.'),
    sentAt: maybe('When it was sent.')
  }), 'Mails to you.', 'A mail.'),
  messages: list(z.object({
    id,
    introductionId: refers('The introduction.'),
    organisationId: refers('The organisation that you wrote for.'),
    text: words('What you wrote.', 'Good morning'),
    links: z.array(z.object({
      url: word('Where it leads.', 'https://example.org/report'),
      title: z.string().optional().meta({ description: 'What it is called.', examples: ['Report'] })
    }).meta({ description: 'A link.' })).meta({ description: 'What you linked.', examples: [[]] }),
    createdAt: time('When you wrote it.'),
    editedAt: maybe('When you changed it.')
  }), 'Messages that you wrote.', 'A message.'),
  reads: list(z.object({
    introductionId: refers('The introduction.'),
    ordinal: z.int().meta({ description: 'The last message read.', examples: [3] }),
    at: time('When.')
  }), 'How far you have read.', 'An introduction that you have read in.'),
  questions: list(z.object({
    id,
    challengeId: refers('The challenge.'),
    text: word('The question.', 'How many buses run at night?'),
    askedByPerson: mayRefer('Person who asked.'),
    askedAt: time('When it was asked.'),
    answer: words('The answer.', null),
    answeredByPerson: mayRefer('Person who answered.'),
    answeredAt: maybe('When it was answered.')
  }), 'Questions that you asked or answered for an organisation.', 'A question.'),
  judgements: list(z.object({
    id,
    kind: word('A thumb, or what became of an introduction.', 'thumb'),
    organisationId: refers('The organisation acted for.'),
    introductionId: mayRefer('The introduction.'),
    queryId: refers('The profile that was matched.'),
    matchId: refers('What it was matched with.'),
    value: z.number().meta({ description: 'From -1, not useful, to 1.', examples: [1] }),
    detail: words('The reason or the outcome.', null),
    at: time('When.')
  }), 'What you said of matches.', 'A judgement.'),
  audit: list(z.object({
    id: z.int().meta({ description: 'Its number.', examples: [17] }),
    at: time('When.'),
    organisationId: mayRefer('The organisation acted for.'),
    action: word('What was done.', 'cities:create'),
    objectId: refers('What it was done to.'),
    before: mayBeObject('How it stood before.'),
    after: mayBeObject('How it stood after.'),
    address: words('Network address; kept 90 days.', '203.0.113.7')
  }), 'What the audit log says of what you did.', 'An entry.')
}).meta({ id: 'PersonExport', description: 'Everything that the service holds about a person.' })
export type PersonExport = z.output<typeof personExport>

import type { IntroductionAnswer, IntroductionAudit } from '../../../schemas/introductions.ts'
import type { MessageAnswer } from '../../../schemas/messages.ts'
import { reminders } from '../../../services/introductions.ts'
import type { Reader } from '../../reader.ts'
import { said } from './codes.ts'

export interface Happening {
  /** ISO 8601; of several messages the first. */
  at: string
  until?: string
  words: string
  kind: 'step' | 'small' | 'bad' | 'due'
}

const day = 24 * 3_600_000

/** Reminders go out so many days before the end to who has not answered; no step records them. */
const remindersOf = ({ expiresAt, acceptedAt, endedAt }: IntroductionAnswer, reader: Reader, now: Date): Happening[] => reminders.flatMap((days) => {
  const at = new Date(new Date(expiresAt).getTime() - days * day).toISOString()
  return at < (acceptedAt ?? endedAt ?? now.toISOString()) ? [{ at, words: reader.words.dialogue.happened.reminded, kind: 'small' as const }] : []
})

const messagesOf = (messages: ReadonlyArray<Pick<MessageAnswer, 'createdAt'>>, count: number, reader: Reader): Happening[] => {
  const [first, last] = [messages[0], messages.at(-1)]
  return first === undefined || last === undefined ? [] : [{ at: first.createdAt, ...(count > 1 ? { until: last.createdAt } : {}), words: reader.count(reader.words.dialogue.happened.messages, count), kind: 'small' }]
}

/** What happened between the parties, the first first, and what is due. */
export const happeningsOf = (introduction: IntroductionAnswer, { items }: IntroductionAudit, messages: { first: ReadonlyArray<Pick<MessageAnswer, 'createdAt'>>, count: number }, reader: Reader, now: Date): Happening[] => {
  const { happened } = reader.words.dialogue
  const nameOf = (id: string | null): string => introduction.parties.find(({ organisation }) => organisation.id === id)?.organisation.name ?? ''
  const steps = items.flatMap(({ at, action, organisationId, after }): Happening[] => {
    const organisation = nameOf(organisationId)
    switch (action) {
      case 'introductions:create': return [{ at, words: reader.fill(happened.asked, { organisation }), kind: 'step' }]
      case 'introductions:accept': return [{ at, words: reader.fill(happened.accept, { organisation }), kind: 'step' }]
      case 'introductions:decline': return [{ at, words: reader.fill(happened.decline, { organisation, reason: said(reader, 'declineReasons', String(after?.['reason'] ?? 'other')) }), kind: 'bad' }]
      case 'introductions:withdraw': return [{ at, words: reader.fill(happened.withdraw, { organisation }), kind: 'bad' }]
      case 'introductions:close': return [{ at, words: reader.fill(happened.close, { organisation, outcome: said(reader, 'outcomes', String(after?.['outcome'] ?? 'none')) }), kind: 'step' }]
      case 'introductions:expire': return [{ at, words: happened.expire, kind: 'bad' }]
      default: return []
    }
  })
  // The step that let all have agreed is recorded a moment after its time is taken.
  const lastYes = items.findLast(({ action }) => action === 'introductions:accept')?.at ?? ''
  return [
    ...steps,
    ...remindersOf(introduction, reader, now),
    ...(introduction.acceptedAt === null ? [] : [{ at: introduction.acceptedAt > lastYes ? introduction.acceptedAt : lastYes, words: happened.all, kind: 'step' as const }]),
    ...messagesOf(messages.first, messages.count, reader),
    ...(introduction.status === 'requested' ? [{ at: introduction.expiresAt, words: happened.due, kind: 'due' as const }] : [])
  ].sort((a, b) => a.at < b.at ? -1 : a.at > b.at ? 1 : 0)
}

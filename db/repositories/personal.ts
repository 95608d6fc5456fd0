import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm'
import type { Handle } from '../engines/engine.ts'
import type { Tables } from '../tables/index.ts'
import type { PersonalRepository } from '../types.ts'

export const personalRepository = (handle: Handle, tables: Tables): PersonalRepository => {
  const { answers, sessions, tokens, memberships, invitations, verifications, flags, audit, messages, reads, questions, judgements, searches, alerts, notices, mails } = tables
  const toThem = (personId: string, email: string) => or(eq(mails.personId, personId), eq(mails.recipient, email))

  return {
    read: async (personId, email) => ({
      sessions: await handle.select().from(sessions).where(eq(sessions.personId, personId)).orderBy(asc(sessions.id)),
      memberships: await handle.select().from(memberships).where(eq(memberships.personId, personId)).orderBy(asc(memberships.createdAt)),
      invitationsMade: await handle.select().from(invitations).where(eq(invitations.invitedBy, personId)).orderBy(asc(invitations.id)),
      invitationsReceived: await handle.select().from(invitations).where(eq(invitations.email, email)).orderBy(asc(invitations.id)),
      verifications: await handle.select().from(verifications).where(or(eq(verifications.askedBy, personId), eq(verifications.decidedBy, personId))).orderBy(asc(verifications.id)),
      flags: await handle.select().from(flags).where(or(eq(flags.raisedBy, personId), eq(flags.decidedBy, personId), eq(flags.appealedBy, personId), eq(flags.appealDecidedBy, personId))).orderBy(asc(flags.id)),
      searches: await handle.select().from(searches).where(eq(searches.personId, personId)).orderBy(asc(searches.id)),
      alerts: await handle.select().from(alerts).where(eq(alerts.personId, personId)).orderBy(asc(alerts.id)),
      notices: await handle.select().from(notices).where(eq(notices.personId, personId)).orderBy(asc(notices.id)),
      mails: await handle.select().from(mails).where(toThem(personId, email)).orderBy(asc(mails.id)),
      messages: await handle.select().from(messages).where(eq(messages.authorId, personId)).orderBy(asc(messages.id)),
      reads: await handle.select().from(reads).where(eq(reads.personId, personId)).orderBy(asc(reads.introductionId)),
      questions: await handle.select().from(questions).where(or(eq(questions.askedByPerson, personId), eq(questions.answeredByPerson, personId))).orderBy(asc(questions.id)),
      judgements: await handle.select().from(judgements).where(eq(judgements.personId, personId)).orderBy(asc(judgements.id)),
      audit: await handle.select().from(audit).where(eq(audit.personId, personId)).orderBy(asc(audit.id))
    }),
    erase: async (personId, email, at) => {
      await handle.delete(sessions).where(eq(sessions.personId, personId))
      await handle.delete(tokens).where(eq(tokens.personId, personId))
      await handle.delete(memberships).where(eq(memberships.personId, personId))
      await handle.delete(searches).where(eq(searches.personId, personId))
      await handle.delete(alerts).where(eq(alerts.personId, personId))
      await handle.delete(notices).where(eq(notices.personId, personId))
      await handle.delete(mails).where(toThem(personId, email))
      await handle.delete(reads).where(eq(reads.personId, personId))
      // Answers that a repeat of a request would be given hold what was written.
      await handle.delete(answers).where(inArray(answers.profileId, handle.select({ id: messages.id }).from(messages).where(eq(messages.authorId, personId))))
      await handle.update(messages).set({ text: null, links: [] }).where(eq(messages.authorId, personId))
      await handle.update(judgements).set({ personId: null }).where(eq(judgements.personId, personId))
      await handle.update(flags).set({ words: null }).where(eq(flags.raisedBy, personId))
      await handle.update(flags).set({ appealWords: null }).where(eq(flags.appealedBy, personId))
      await handle.update(invitations).set({ withdrawnAt: at }).where(and(eq(invitations.email, email), isNull(invitations.acceptedAt), isNull(invitations.withdrawnAt)))
      await handle.update(invitations).set({ email: null }).where(eq(invitations.email, email))
      await handle.update(audit).set({ address: null }).where(eq(audit.personId, personId))
    }
  }
}

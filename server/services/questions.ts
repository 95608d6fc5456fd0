import { v7 as uuid } from 'uuid'
import type { ProfileRecord, Question, Repositories, Store } from '../../db/index.ts'
import { Problem } from '../errors.ts'
import { refuse } from '../refusals.ts'
import type { QuestionAnswer, QuestionListAnswer, QuestionLog } from '../schemas/questions.ts'
import type { Content } from '../schemas/resource.ts'
import { record } from './audit.ts'
import { requireAction } from './authority.ts'
import { answerOnce, type Answer, type Once } from './idempotency.ts'
import type { Letter } from './letters.ts'
import type { Links } from './links.ts'
import type { Post } from './post.ts'
import { asItStands, type Principal } from './principal.ts'
import { askersOf, type Numbered, numbered, presentQuestion, requireCity, seenQuestions, type Standing, standingIn } from './question-log.ts'
import { transactTwice } from './transact-twice.ts'

/**
 * Questions of providers that were introduced about a challenge. What the city answers is every introduced provider's at the
 * same moment, and nobody but the city learns who asked. All throw {@link Problem}: `not-found` for whoever is neither the
 * challenge's city nor introduced about it.
 */
export interface Questions {
  list (principal: Principal, challengeId: string, page: { after: number, limit: number }): Promise<QuestionListAnswer>
  /** All of the list, for a file. */
  log (principal: Principal, challengeId: string): Promise<QuestionLog>
  /** @throws {Problem} `not-yours` for a city; `introduction-state` for a provider whose introductions have all been closed; `profile-closed` */
  ask (principal: Principal, challengeId: string, text: string, once?: Once): Promise<Answer>
  /** By the city. @throws {Problem} `already-answered` */
  answer (principal: Principal, challengeId: string, questionId: string, answer: string): Promise<QuestionAnswer>
  /** By the city: a new entry with the same question, which goes to all as the answer did. @throws {Problem} `not-answered` */
  correct (principal: Principal, challengeId: string, questionId: string, answer: string, once?: Once): Promise<Answer>
}

/** Later than every question before, whatever the clocks of several instances say, so that numbers stay. */
const nextMoment = (questions: readonly Question[]): Date => {
  const last = questions.at(-1)?.askedAt.getTime() ?? 0
  return new Date(Math.max(Date.now(), last + 1))
}

export const createQuestions = (store: Store, post: Post, links: Links): Questions => {
  const letterOf = (kind: 'question-asked' | 'question-answered', challenge: ProfileRecord, values: Readonly<Record<string, string>>): Letter & { objectId: string } => ({
    kind,
    values: { profile: (challenge.content as Content<'challenges'>).title.text, ...values },
    link: links.to(`/challenges/${challenge.id}/questions`),
    objectId: challenge.id
  })

  /** The same letter to every introduced provider, in one transaction. */
  const publish = async (repositories: Repositories, { challenge, introduced }: Standing, question: string, answer: string): Promise<void> => {
    for (const [organisationId, { provider }] of introduced) {
      if (provider) await post.notifyOrganisation(repositories, organisationId, letterOf('question-answered', challenge, { question, answer }))
    }
  }

  /** The answer to a POST, and where what it made is listed. */
  const created = async (repositories: Repositories, principal: Principal, standing: Standing, entry: Numbered): Promise<Answer> => ({
    status: 201,
    version: 1,
    location: `/v1/challenges/${standing.challenge.id}/questions?after=${entry.number - 1}&limit=1`,
    body: presentQuestion(principal, standing, entry, await askersOf(repositories, [entry.question]))
  })

  const questionOf = async (repositories: Repositories, challengeId: string, questionId: string): Promise<Numbered> => {
    const found = numbered(await repositories.questions.listAbout(challengeId)).find(({ question }) => question.id === questionId)
    if (found === undefined) throw new Problem('not-found', 'There is no such question')
    return found
  }

  return {
    async list (principal, challengeId, { after, limit }) {
      requireAction(principal, 'questions:list')
      const all = (await seenQuestions(store.read, principal, challengeId)).filter(({ number }) => number > after)
      const items = all.slice(0, limit)
      return { items, next: all.length > limit ? items.at(-1)?.number ?? null : null }
    },

    async log (principal, challengeId) {
      requireAction(principal, 'questions:export')
      return { challengeId, questions: await seenQuestions(store.read, principal, challengeId) }
    },

    ask: (asking, challengeId, text, once) => transactTwice(store, async (repositories) => {
      const principal = await asItStands(repositories, asking)
      requireAction(principal, 'questions:ask')
      return answerOnce(repositories, principal, once, async () => {
        const standing = await standingIn(repositories, principal, challengeId)
        const { challenge, introduced } = standing
        const { organisationId } = principal
        const own = organisationId === null ? undefined : introduced.get(organisationId)
        if (organisationId === null || own?.provider !== true || standing.relation === 'own') throw refuse('asked-by-providers', {})
        if (own.open === null) throw refuse('asks-no-more', {})
        if (challenge.status === 'closed') throw new Problem('profile-closed', 'The challenge is closed')
        const before = await repositories.questions.listAbout(challengeId)
        const question: Question = {
          id: uuid(),
          challengeId,
          ownerId: challenge.ownerId,
          introductionId: own.open,
          askedBy: organisationId,
          askedByPerson: principal.personId,
          text,
          askedAt: nextMoment(before),
          answer: null,
          answeredByPerson: null,
          answeredAt: null
        }
        await repositories.questions.insert(question)
        await record(repositories, principal, 'questions:ask', { id: question.id, ownerId: challenge.ownerId }, { after: { challengeId } })
        await post.notifyOrganisation(repositories, challenge.ownerId, letterOf('question-asked', challenge, { question: text }))
        return created(repositories, principal, standing, { number: before.length + 1, question })
      })
    }),

    answer: (asking, challengeId, questionId, answer) => store.transact(async (repositories) => {
      const principal = await asItStands(repositories, asking)
      requireAction(principal, 'questions:answer')
      const standing = await requireCity(repositories, principal, challengeId)
      const { number, question } = await questionOf(repositories, challengeId, questionId)
      if (question.answeredAt !== null) throw new Problem('already-answered', 'The question has been answered already; what was wrong is put right with a correction')
      const given = { answer, answeredByPerson: principal.personId, answeredAt: new Date() }
      await repositories.questions.update(questionId, given)
      await record(repositories, principal, 'questions:answer', { id: questionId, ownerId: question.ownerId }, { before: { answered: false }, after: { answered: true } })
      await publish(repositories, standing, question.text, answer)
      return presentQuestion(principal, standing, { number, question: { ...question, ...given } }, await askersOf(repositories, [question]))
    }),

    correct: (asking, challengeId, questionId, answer, once) => transactTwice(store, async (repositories) => {
      const principal = await asItStands(repositories, asking)
      requireAction(principal, 'questions:correct')
      return answerOnce(repositories, principal, once, async () => {
        const standing = await requireCity(repositories, principal, challengeId)
        const { question: wrong } = await questionOf(repositories, challengeId, questionId)
        if (wrong.answeredAt === null) throw new Problem('not-answered', 'The question has no answer yet; answer it')
        const before = await repositories.questions.listAbout(challengeId)
        const now = nextMoment(before)
        const question: Question = {
          ...wrong,
          id: uuid(),
          askedBy: standing.challenge.ownerId,
          askedByPerson: principal.personId,
          askedAt: now,
          answer,
          answeredByPerson: principal.personId,
          answeredAt: now
        }
        await repositories.questions.insert(question)
        await record(repositories, principal, 'questions:correct', { id: question.id, ownerId: question.ownerId }, { after: { corrects: questionId } })
        await publish(repositories, standing, question.text, answer)
        return created(repositories, principal, standing, { number: before.length + 1, question })
      })
    })
  }
}

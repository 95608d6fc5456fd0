import { stringify } from 'csv-stringify/sync'
import type { ProfileRecord, Question, Repositories } from '../../db/index.ts'
import { Problem } from '../errors.ts'
import { refuse } from '../refusals.ts'
import type { QuestionAnswer, QuestionLog } from '../schemas/questions.ts'
import { fieldsOf } from './authority.ts'
import { csvCell } from './csv.ts'
import { introducedAbout, type Introduced } from './introduced.ts'
import type { Principal } from './principal.ts'

/** How a principal stands to a challenge's questions. */
export interface Standing {
  challenge: ProfileRecord
  relation: 'own' | 'introduced'
  introduced: ReadonlyMap<string, Introduced>
}

const notFound = () => new Problem('not-found', 'There is no such challenge, or you were not introduced about it')

/** @throws {Problem} `not-found` for whoever is neither the challenge's city nor introduced about it */
export const standingIn = async (repositories: Repositories, { organisationId }: Principal, challengeId: string): Promise<Standing> => {
  const challenge = await repositories.challenges.find(challengeId)
  if (challenge === undefined || challenge.erasedAt !== null || organisationId === null) throw notFound()
  const introduced = await introducedAbout(repositories, challengeId)
  if (challenge.ownerId === organisationId) return { challenge, relation: 'own', introduced }
  if (!introduced.has(organisationId)) throw notFound()
  return { challenge, relation: 'introduced', introduced }
}

/** @throws {Problem} as {@link standingIn}; `not-yours` for everybody but the city */
export const requireCity = async (repositories: Repositories, principal: Principal, challengeId: string): Promise<Standing> => {
  const standing = await standingIn(repositories, principal, challengeId)
  if (standing.relation !== 'own') throw refuse('answered-by-city', {})
  return standing
}

export interface Numbered { number: number, question: Question }

export const numbered = (questions: readonly Question[]): Numbered[] => questions.map((question, index) => ({ number: index + 1, question }))

const logged = ({ number, question }: Numbered, ownerId: string): Omit<QuestionAnswer, 'id' | 'challengeId' | 'yours'> => ({
  number,
  askedAt: question.askedAt.toISOString(),
  text: question.text,
  answeredAt: question.answeredAt?.toISOString() ?? null,
  answer: question.answer,
  correction: question.askedBy === ownerId
})

/** A question as this principal sees it: without who asked, but for the city. */
export const presentQuestion = (principal: Principal, standing: Standing, entry: Numbered, askers: ReadonlyMap<string, string>): QuestionAnswer => {
  const { question } = entry
  const shown = fieldsOf(principal, 'questions:list', [standing.relation]).includes('every')
  return {
    id: question.id,
    challengeId: question.challengeId,
    ...logged(entry, standing.challenge.ownerId),
    yours: question.askedBy === principal.organisationId,
    ...(shown ? { askedBy: { organisationId: question.askedBy, name: askers.get(question.askedBy) ?? '' } } : {})
  }
}

/** Names of those who asked. */
export const askersOf = async ({ organisations }: Repositories, questions: readonly Question[]): Promise<Map<string, string>> => {
  const names = new Map<string, string>()
  for (const id of new Set(questions.map(({ askedBy }) => askedBy))) names.set(id, (await organisations.find(id))?.name ?? '')
  return names
}

/** What this principal sees of the questions about a challenge: all of them, or those answered and its own. */
export const seenQuestions = async (repositories: Repositories, principal: Principal, challengeId: string): Promise<QuestionAnswer[]> => {
  const standing = await standingIn(repositories, principal, challengeId)
  const questions = await repositories.questions.listAbout(challengeId)
  const askers = standing.relation === 'own' ? await askersOf(repositories, questions) : new Map<string, string>()
  return numbered(questions)
    .filter(({ question }) => standing.relation === 'own' || question.answeredAt !== null || question.askedBy === principal.organisationId)
    .map((entry) => presentQuestion(principal, standing, entry, askers))
}

/** A log as CSV, with who asked where it says so. */
export const csvLog = ({ questions }: QuestionLog): string => {
  const askers = questions.some(({ askedBy }) => askedBy !== undefined)
  return stringify([
    ['number', 'askedAt', 'question', 'answeredAt', 'answer', 'correction', ...(askers ? ['askedBy'] : [])],
    ...questions.map(({ number, askedAt, text, answeredAt, answer, correction, askedBy }) =>
      [number, askedAt, text, answeredAt, answer, correction, ...(askers ? [askedBy?.name] : [])].map(csvCell))
  ])
}

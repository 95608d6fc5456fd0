import { v7 as uuid } from 'uuid'
import { fresh, oneself, type Recipe, type World } from '../world.ts'

/** `own` asks `party` with a challenge and a solution that nobody else talks about. */
const asking = async (world: World) => {
  const [challenge, solution] = [await fresh.challenge(world), await fresh.solution(world, world.credentials['party editor'])]
  return { challengeId: challenge.id, with: { resource: 'solutions', id: solution.id } }
}

const body = { purpose: 'explore-solution', message: 'Could this work for us? May we talk?' }

const requested = async (world: World) => {
  const about = await asking(world)
  return { ...about, id: (await world.make('/v1/introductions', { ...about, ...body })).id }
}

const accepted = async (world: World) => {
  const introduction = await requested(world)
  await world.make(`/v1/introductions/${introduction.id}/accept`, {}, world.credentials['party editor'])
  return introduction
}

const written = async (world: World) => {
  const { id } = await accepted(world)
  return { id, messageId: (await world.make(`/v1/introductions/${id}/messages`, { text: 'Good day' })).id }
}

const asked = async (world: World) => {
  const { challengeId: id } = await accepted(world)
  return { id, questionId: (await world.make(`/v1/challenges/${id}/questions`, { text: 'How many stops?' }, world.credentials['party editor'])).id }
}

const answered = async (world: World) => {
  const params = await asked(world)
  await world.make(`/v1/challenges/${params.id}/questions/${params.questionId}/answer`, { answer: 'Forty.' })
  return params
}

/** A challenge and a solution, both of `own`, that match. */
const matched = (world: World) => world.once('matched', async () => {
  const words = { title: 'Beekeeping on the roofs of schools', areas: ['environment'] }
  const [city, provider] = [await fresh.city(world), await fresh.provider(world)]
  const challenge = await world.make('/v1/challenges', { cityId: city.id, problem: 'Schools would keep bees on their roofs, and nobody looks after the hives in the holidays.', ...words })
  const solution = await world.make('/v1/solutions', { providerId: provider.id, kind: 'service', summary: 'Beekeepers who look after hives on the roofs of schools in the holidays.', ...words })
  return { challenge: challenge.id, solution: solution.id }
})

const judgement = (resource: 'challenges' | 'solutions', removes: boolean): Recipe => oneself(async (world, by) => {
  const { challenge, solution } = await matched(world)
  const params = resource === 'challenges' ? { id: challenge, matchId: solution } : { id: solution, matchId: challenge }
  if (removes) await world.service.call('PUT', `/v1/${resource}/${params.id}/matches/${params.matchId}/judgement`, { ...by, body: { useful: true } })
  return { params, ...(removes ? {} : { body: { useful: false } }) }
})

export const ofDialogue: Readonly<Record<string, Recipe>> = {
  askForIntroduction: async (world) => ({ body: { ...await asking(world), ...body } }),
  listIntroductions: async () => ({}),
  readIntroduction: async (world) => ({ params: { id: (await requested(world)).id } }),
  readIntroductionAudit: async (world) => ({ params: { id: (await requested(world)).id } }),
  acceptIntroduction: async (world) => ({ params: { id: (await requested(world)).id }, body: {} }),
  declineIntroduction: async (world) => ({ params: { id: (await requested(world)).id }, body: { reason: 'not-now', words: 'Not before the summer.' } }),
  withdrawIntroduction: async (world) => ({ params: { id: (await requested(world)).id }, body: {} }),
  closeIntroduction: async (world) => ({ params: { id: (await accepted(world)).id }, body: { outcome: 'exchange' } }),

  listMessages: async (world) => ({ params: { id: (await accepted(world)).id } }),
  writeMessage: async (world) => ({ params: { id: (await accepted(world)).id }, body: { text: uuid() } }),
  changeMessage: async (world) => ({ params: await written(world), body: { text: uuid() } }),
  markMessagesRead: async (world) => ({ params: { id: (await written(world)).id }, body: { ordinal: 1 } }),

  listQuestions: async (world) => ({ params: { id: (await accepted(world)).challengeId } }),
  askQuestion: async (world) => ({ params: { id: (await accepted(world)).challengeId }, body: { text: 'How many stops?' } }),
  exportQuestions: async (world) => ({ params: { id: (await accepted(world)).challengeId } }),
  answerQuestion: async (world) => ({ params: await asked(world), body: { answer: 'Forty.' } }),
  correctAnswer: async (world) => ({ params: await answered(world), body: { answer: 'Forty-one.' } }),

  listChallengeJudgements: async (world) => ({ params: { id: (await matched(world)).challenge } }),
  saveChallengeJudgement: judgement('challenges', false),
  removeChallengeJudgement: judgement('challenges', true),
  listSolutionJudgements: async (world) => ({ params: { id: (await matched(world)).solution } }),
  saveSolutionJudgement: judgement('solutions', false),
  removeSolutionJudgement: judgement('solutions', true)
}

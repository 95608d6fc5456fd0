import type { Engine, Handle } from '../engines/engine.ts'
import type { Repositories } from '../types.ts'
import { alertRepository } from './alerts.ts'
import { answerRepository } from './answers.ts'
import { attemptRepository } from './attempts.ts'
import { auditLog } from './audit.ts'
import { challengeSpec } from './challenges.ts'
import { changeRepository, type ChangeRepository } from './changes.ts'
import { citySpec } from './cities.ts'
import { deliveryRepository } from './deliveries.ts'
import { deploymentSpec } from './deployments.ts'
import { flagRepository } from './flags.ts'
import { introductionRepository } from './introductions.ts'
import { invitationRepository } from './invitations.ts'
import { judgementRepository } from './judgements.ts'
import { keyRepository } from './keys.ts'
import { mailRepository } from './mails.ts'
import { membershipRepository } from './memberships.ts'
import { messageRepository } from './messages.ts'
import { noticeRepository } from './notices.ts'
import { organisationRepository } from './organisations.ts'
import { partyRepository } from './parties.ts'
import { personRepository } from './people.ts'
import { personalRepository } from './personal.ts'
import { placeRepository } from './places.ts'
import { profileRepository } from './profiles.ts'
import { providerSpec } from './providers.ts'
import { questionRepository } from './questions.ts'
import { searchRepository } from './searches.ts'
import { secretRepository } from './secrets.ts'
import { sessionRepository } from './sessions.ts'
import { solutionSpec } from './solutions.ts'
import { tokenRepository } from './tokens.ts'
import { verificationRepository } from './verifications.ts'
import { webhookRepository } from './webhooks.ts'

export interface AllRepositories extends Repositories {
  changes: ChangeRepository
}

/** Every repository over one handle. */
export const repositoriesOn = ({ tables, dialect }: Pick<Engine, 'tables' | 'dialect'>, handle: Handle): AllRepositories => ({
  cities: profileRepository(handle, tables, dialect, citySpec),
  challenges: profileRepository(handle, tables, dialect, challengeSpec),
  providers: profileRepository(handle, tables, dialect, providerSpec),
  solutions: profileRepository(handle, tables, dialect, solutionSpec),
  deployments: profileRepository(handle, tables, dialect, deploymentSpec),
  places: placeRepository(handle, tables, dialect),
  changes: changeRepository(handle, tables, dialect),
  organisations: organisationRepository(handle, tables),
  keys: keyRepository(handle, tables),
  answers: answerRepository(handle, tables),
  people: personRepository(handle, tables),
  personal: personalRepository(handle, tables),
  sessions: sessionRepository(handle, tables),
  tokens: tokenRepository(handle, tables),
  attempts: attemptRepository(handle, tables),
  memberships: membershipRepository(handle, tables),
  invitations: invitationRepository(handle, tables),
  verifications: verificationRepository(handle, tables),
  flags: flagRepository(handle, tables),
  audit: auditLog(handle, tables),
  introductions: introductionRepository(handle, tables),
  parties: partyRepository(handle, tables),
  messages: messageRepository(handle, tables),
  questions: questionRepository(handle, tables),
  judgements: judgementRepository(handle, tables),
  searches: searchRepository(handle, tables),
  alerts: alertRepository(handle, tables),
  notices: noticeRepository(handle, tables),
  mails: mailRepository(handle, tables),
  webhooks: webhookRepository(handle, tables),
  deliveries: deliveryRepository(handle, tables),
  secrets: secretRepository(handle, tables)
})

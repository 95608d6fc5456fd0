import type { Engine, Handle } from '../engines/engine.ts'
import type { Repositories } from '../types.ts'
import { answerRepository } from './answers.ts'
import { changeRepository, type ChangeRepository } from './changes.ts'
import { challengeSpec } from './challenges.ts'
import { citySpec } from './cities.ts'
import { deploymentSpec } from './deployments.ts'
import { keyRepository } from './keys.ts'
import { organisationRepository } from './organisations.ts'
import { profileRepository } from './profiles.ts'
import { providerSpec } from './providers.ts'
import { solutionSpec } from './solutions.ts'

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
  changes: changeRepository(handle, tables, dialect),
  organisations: organisationRepository(handle, tables),
  keys: keyRepository(handle, tables),
  answers: answerRepository(handle, tables)
})

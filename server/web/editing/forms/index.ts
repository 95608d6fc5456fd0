import type { Resource } from '../../../../db/vocabulary.ts'
import type { Description } from '../description.ts'
import { challenges } from './challenges.ts'
import { cities } from './cities.ts'
import { deployments } from './deployments.ts'
import { providers } from './providers.ts'
import { solutions } from './solutions.ts'

export const descriptions: Readonly<Record<Resource, Description>> = { cities, challenges, providers, solutions, deployments }

import type { Profiles } from '../services/profiles.ts'
import { profileRoutes } from './profiles.ts'

export const deployments = (services: { profiles: Profiles }) => profileRoutes('deployments', services.profiles)

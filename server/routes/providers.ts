import type { Profiles } from '../services/profiles.ts'
import { profileRoutes } from './profiles.ts'

export const providers = (services: { profiles: Profiles }) => profileRoutes('providers', services.profiles)

import type { Profiles } from '../services/profiles.ts'
import { profileRoutes } from './profiles.ts'

export const cities = (services: { profiles: Profiles }) => profileRoutes('cities', services.profiles)

import type { Recipe } from '../world.ts'
import { ofDelivery } from './delivery.ts'
import { ofDialogue } from './dialogue.ts'
import { ofOrganisations } from './organisations.ts'
import { ofPeople } from './people.ts'
import { ofProfiles } from './profiles.ts'

export const recipes: Readonly<Record<string, Recipe>> = { ...ofProfiles, ...ofPeople, ...ofOrganisations, ...ofDialogue, ...ofDelivery }

import { z } from 'zod'
import { changeActions, profileStatuses, resources } from '../../db/vocabulary.ts'
import { id } from './primitives.ts'
import { resourceSchemas } from './resource.ts'

export const changesQuery = z.strictObject({
  after: z.int().min(0).default(0).meta({ description: 'Position to go on from: `next` of the answer before, 0 for the beginning.', examples: [0] }),
  limit: z.int().min(1).max(1000).default(100).meta({ description: 'At most so many changes.', examples: [100] }),
  wait: z.int().min(0).max(30).default(0).meta({ description: 'Seconds to wait for a change if there is none yet.', examples: [20] }),
  resource: z.array(z.enum(resources)).min(1).optional().meta({ description: 'Only changes of these.', examples: [['challenges']] })
})

export const change = z.object({
  position: z.int().positive().meta({ description: 'Place in the order of commits.', examples: [17] }),
  resource: z.enum(resources).meta({ description: 'What kind of profile changed.', examples: ['challenges'] }),
  id,
  version: z.int().positive().meta({ description: 'Its version after the change.', examples: [2] }),
  action: z.enum(changeActions).meta({ description: 'What happened. After `unpublished`, `closed` and `erased` a partner removes its copy.', examples: ['updated'] }),
  status: z.enum(profileStatuses).meta({ description: 'Its status after the change.', examples: ['published'] }),
  fields: z.array(z.string()).meta({ description: 'Names of the fields that changed.', examples: [['problem', 'stage']] }),
  at: z.iso.datetime().meta({ description: 'When.', examples: ['2026-03-02T08:15:00.000Z'] }),
  profile: z.union([
    resourceSchemas.cities.profile, resourceSchemas.challenges.profile, resourceSchemas.providers.profile,
    resourceSchemas.solutions.profile, resourceSchemas.deployments.profile
  ]).nullable().meta({ description: 'The profile as it stands now, of the kind `resource` says; null where you may not read it any more.', examples: [null] })
}).meta({ id: 'Change', description: 'One change of one profile.' })

export const changesPage = z.object({
  items: z.array(change).meta({ description: 'Changes after the position asked for, oldest first.' }),
  next: z.int().min(0).meta({ description: 'Pass it as `after` to go on; also when there are no items.', examples: [17] })
}).meta({ id: 'ChangePage', description: 'A stretch of the change feed.' })
export type ChangesQuery = z.output<typeof changesQuery>

import { z } from 'zod'
import { rule } from '../faults.ts'
import { alertFrequencies, bands, searchTargets } from '../../db/vocabulary.ts'
import { matchFilters } from './matches.ts'
import { id, plain } from './primitives.ts'
import { text } from './text.ts'

const name = plain(100).meta({ description: 'What you call it, 1 to 100 characters: alerts name it.', examples: ['Crowded buses'] })
const target = z.enum(searchTargets).meta({ description: 'What is looked for.', examples: ['challenges'] })
const words = plain(20000).meta({ description: 'What is searched with: the problem, or the solution, in free words.', examples: ['Buses that are too full at rush hour'] })
const watch = z.strictObject({
  resource: z.enum(['challenges', 'solutions']).meta({ description: 'What is watched.', examples: ['challenges'] }),
  id
}).meta({ id: 'Watch', description: 'A profile that is searched with: of a challenge, its peers or the solutions that fit; of a solution, challenges.' })
const filters = matchFilters.meta({ description: 'Narrows what is found, as in matches.', examples: [{ country: ['TH', 'PH'] }] })
const band = z.enum(bands).meta({ description: 'The least band that is worth an alert.', examples: ['good'] })
const frequency = z.enum(alertFrequencies).meta({ description: 'When a mail is sent: with each alert, once a day (06:00 UTC), once a week (Mondays, 06:00 UTC), or never. The inbox has every alert at once.', examples: ['daily'] })
const instant = (description: string) => z.iso.datetime().meta({ description, examples: ['2026-03-02T08:15:00.000Z'] })

export const searchBody = z.strictObject({
  name,
  target,
  text: words.optional(),
  watch: watch.optional(),
  filters: filters.default({}),
  band: band.default('good'),
  frequency: frequency.default('daily')
}).superRefine(({ text, watch, target }, { addIssue }) => {
  if ((text === undefined) === (watch === undefined)) addIssue({ code: 'custom', path: ['text'], message: rule('text-or-watch') })
  if (watch?.resource === 'solutions' && target === 'solutions') addIssue({ code: 'custom', path: ['target'], message: rule('challenges-only') })
}).meta({ id: 'SearchBody', description: 'A search to save, by a text or by a profile that is watched.', examples: [{ name: 'Crowded buses', target: 'challenges', text: 'Buses that are too full at rush hour', filters: { country: ['TH', 'PH'] }, band: 'good', frequency: 'daily' }] })
export type SearchBody = z.output<typeof searchBody>

export const searchPatch = z.strictObject({
  name: name.optional(),
  filters: filters.optional(),
  band: band.optional(),
  frequency: frequency.optional()
}).meta({ id: 'SearchPatch', description: 'What is to be changed of a search; what is left out stays, filters are replaced whole.', examples: [{ frequency: 'weekly' }] })
export type SearchPatch = z.output<typeof searchPatch>

const fields = {
  id,
  name,
  target,
  text: z.string().nullable().meta({ description: 'The text that is searched with; null where a profile is watched.', examples: ['Buses that are too full at rush hour'] }),
  watch: watch.nullable().meta({ description: 'The profile that is watched; null where a text is searched with.', examples: [null] }),
  filters,
  band,
  frequency,
  organisationId: id.nullable().meta({ description: 'The organisation that you acted for when you saved it; null for none. Without your part in it the search ends.', examples: [null] }),
  createdAt: instant('When it was saved.'),
  stoppedAt: z.iso.datetime().nullable().meta({ description: 'When its mails were stopped by the link in one of them; null while they go on. Changing `frequency` starts them again.', examples: [null] })
}

const search = z.object(fields).meta({ id: 'Search', description: 'A saved search.' })
export type SearchAnswer = z.output<typeof search>

const alert = z.object({
  id,
  resource: target,
  profileId: id,
  version: z.int().positive().meta({ description: 'Version of the profile that was matched.', examples: [1] }),
  title: text.nullable().meta({ description: 'Its title as it now stands; null where it is public no longer.' }),
  band,
  reasons: z.array(z.string()).meta({ description: 'Why it matches, in the language you had chosen, the strongest first.', examples: [['Shares the words: buses, crowded']] }),
  at: instant('When it was found.')
}).meta({ id: 'Alert', description: 'A match that a search found anew.' })

export const searchWithAlerts = z.object({
  ...fields,
  alerts: z.array(alert).meta({ description: 'The latest, at most 50, newest first.' })
}).meta({ id: 'SearchWithAlerts', description: 'A saved search, and what it found of late.' })
export type SearchWithAlerts = z.output<typeof searchWithAlerts>

export const searchList = z.object({
  items: z.array(search).meta({ description: 'All of them, newest first.' })
}).meta({ id: 'SearchList', description: 'Your saved searches.' })

export const savedSearch = search

export const stopQuery = z.strictObject({
  token: z.string().max(200).meta({ description: 'As it is in the link of the mail.', examples: ['0199d2c4-7a10-7c3e-9f00-3b5d8c1e2a44.EXAMPLE-NOT-A-SIGNATURE-00000000000000000000'] })
})

export const stopState = z.object({
  stopped: z.boolean().meta({ description: 'Whether the mails of this search are stopped.', examples: [true] }),
  detail: z.string().meta({ description: 'The same for people.', examples: ['No more mails of this search are sent.'] })
}).meta({ id: 'StopState', description: 'Whether mails are sent still.' })
export type StopState = z.output<typeof stopState>

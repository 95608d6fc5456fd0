import { z } from 'zod'
import { id } from './primitives.ts'

/** How a list is paged whose cursor is the id of the last item of a page. */
export const paging = {
  limit: z.int().min(1).max(200).default(50).meta({ description: 'At most so many a page.', examples: [50] }),
  cursor: id.optional().meta({ description: '`next` of the page before.', examples: ['0199d2c4-7a10-7c3e-9f00-3b5d8c1e2a44'] })
}
export interface Paging { limit: number, cursor?: string }

export const next = id.nullable().meta({ description: 'Pass it as `cursor` for the next page; null on the last.', examples: [null] })

export interface Page<T> { items: T[], next: string | null }

/** A moment as it leaves the service. */
export const moment = (description: string) => z.iso.datetime().meta({ description, examples: ['2026-03-02T08:15:00.000Z'] })

/** A moment that may not have come. */
export const momentOrNull = (description: string, example: string | null = null) => z.iso.datetime().nullable().meta({ description, examples: [example] })

/** Why somebody decided so. */
export const reason = (whom: string) => ({ description: `Why, in words that ${whom} will read.`, examples: ['The address on the letterhead is not the one of the city administration.'] })

import type { Page, Paging } from '../schemas/pages.ts'

/** One page of what is listed by id: asks for one more than a page holds to know whether there is another. */
export const pageOf = async <R extends { id: string }>({ limit }: Paging, fetch: (limit: number) => Promise<R[]>): Promise<Page<R>> => {
  const found = await fetch(limit + 1)
  const items = found.slice(0, limit)
  return { items, next: found.length > limit ? items.at(-1)?.id ?? null : null }
}

import { stringify } from 'csv-stringify/sync'
import type { Store } from '../../db/index.ts'
import { areas } from '../../db/vocabulary.ts'
import { requireAction } from './authority.ts'
import type { Counted, CoverageMatches } from './coverage-matches.ts'
import { regionOf, regionsWithCountries } from './geography.ts'
import type { Principal } from './principal.ts'

export type Area = (typeof areas)[number]

/** What is counted. */
export const measures = ['challenges', 'solutions', 'matches', 'gaps', 'introductions', 'outcomes'] as const
export type Measure = (typeof measures)[number]

/** How many of each, in one area or, under `all`, each once. */
export type Figures = Readonly<Record<Measure, number>>

export interface RegionFigures {
  /** UN M49; null for solutions that name no country. */
  region: string | null
  areas: Readonly<Record<Area, Figures>>
  all: Figures
}

export interface CoverageFigures {
  /** Regions that have anything, in the order of the world. */
  regions: RegionFigures[]
  /** When matches were counted; null while they are, for the first time: their figures are then 0. */
  matchesAt: Date | null
}

/** What cities ask for and who serves them, by area and region: counted from what is published. */
export interface Coverage {
  read (principal: Principal): Promise<CoverageFigures>
  /** The same, a line for each area of each region. */
  csv (principal: Principal): Promise<string>
}

type Counts = Record<Area | 'all', Record<Measure, number>>

const none = (): Record<Measure, number> => ({ challenges: 0, solutions: 0, matches: 0, gaps: 0, introductions: 0, outcomes: 0 })
const emptyCounts = (): Counts => Object.fromEntries([...areas, 'all' as const].map((name) => [name, none()])) as Counts

const isArea = (code: string): code is Area => (areas as readonly string[]).includes(code)

const published = { statuses: ['published'] } as const

/** A page waits so long for matches to be counted, a file as long as it takes. */
const patience = { page: 1500, file: 10 * 60_000 }

export const createCoverage = ({ read }: Store, counting: CoverageMatches): Coverage => {
  const profilesIn = async (counts: Counts, measure: 'challenges' | 'solutions', countries: readonly string[]): Promise<void> => {
    const filters = { ...published, countries }
    for (const [code, count] of await read[measure].tally(filters, { codes: 'area' })) if (isArea(code)) counts[code][measure] = count
    counts.all[measure] = await read[measure].count(filters)
  }

  /** Of solutions, those that are offered in none of the countries by name. */
  const anywhere = async (): Promise<Counts> => {
    const counts = emptyCounts()
    const named = { ...published, countries: [...regionsWithCountries.values()].flat() }
    const [every, placed] = [await read.solutions.tally(published, { codes: 'area' }), await read.solutions.tally(named, { codes: 'area' })]
    for (const [code, count] of every) if (isArea(code)) counts[code].solutions = count - (placed.get(code) ?? 0)
    counts.all.solutions = await read.solutions.count(published) - await read.solutions.count(named)
    return counts
  }

  /** A challenge has a gap in each of its areas in which nobody serves the region; in all, if one of them has. */
  const gapsIn = async (counts: Counts, countries: readonly string[]): Promise<void> => {
    const bare = areas.filter((area) => counts[area].challenges > 0 && counts[area].solutions === 0)
    for (const area of bare) counts[area].gaps = counts[area].challenges
    if (bare.length > 0) counts.all.gaps = await read.challenges.count({ ...published, countries, areas: bare })
  }

  const matchesIn = ({ served }: Counted, regions: ReadonlyMap<string, Counts>): void => {
    for (const { country, areas: about } of served) {
      const counts = regions.get(regionOf(country) ?? '')
      if (counts === undefined) continue
      counts.all.matches++
      for (const area of about) if (isArea(area)) counts[area].matches++
    }
  }

  const figures = async (wait: number): Promise<CoverageFigures> => {
    const counted = await counting.read(wait)
    const regions = new Map<string, Counts>()
    for (const [region, countries] of regionsWithCountries) {
      const counts = emptyCounts()
      await profilesIn(counts, 'challenges', countries)
      await profilesIn(counts, 'solutions', countries)
      await gapsIn(counts, countries)
      regions.set(region, counts)
    }
    if (counted !== null) matchesIn(counted, regions)
    for (const { country, area, outcome, count } of await read.introductions.tally()) {
      const counts = regions.get(regionOf(country) ?? '')
      const of = area === null ? counts?.all : isArea(area) ? counts?.[area] : undefined
      if (of === undefined) continue
      of.introductions += count
      if (outcome !== null && outcome !== 'none') of.outcomes += count
    }
    const row = (region: string | null, { all, ...rest }: Counts): RegionFigures => ({ region, areas: rest, all })
    const found = [...regions].map(([region, counts]) => row(region, counts)).filter(({ all }) => measures.some((measure) => all[measure] > 0))
    const elsewhere = await anywhere()
    return { regions: elsewhere.all.solutions > 0 ? [...found, row(null, elsewhere)] : found, matchesAt: counted?.at ?? null }
  }

  return {
    async read (principal) {
      requireAction(principal, 'coverage:read')
      return figures(patience.page)
    },

    async csv (principal) {
      requireAction(principal, 'coverage:read')
      const lines = (await figures(patience.file)).regions.flatMap(({ region, areas: byArea, all }) =>
        [...areas.map((area) => [area, byArea[area]] as const), ['all', all] as const].map(([area, of]) => [region ?? '', area, ...measures.map((measure) => of[measure])]))
      return stringify([['region', 'area', ...measures], ...lines])
    }
  }
}

import type { JsonObject } from '../../../db/index.ts'
import { areas, challengeStages, solutionKinds } from '../../../db/vocabulary.ts'
import type { ListFilters } from '../../schemas/lists.ts'
import { ChallengeItem, CityItem, ProviderItem, SolutionItem } from '../components/items.tsx'
import { Layout } from '../components/layout.tsx'
import { codeIn } from '../components/parts.tsx'
import { type Dot, WorldMap } from '../components/world-map.tsx'
import type { Reader } from '../reader.ts'
import type { Visit } from '../visit.ts'

export type Browsed = 'challenges' | 'solutions' | 'cities' | 'providers'
type Shown = JsonObject & { id: string }

export interface Facet {
  name: 'area' | 'stage' | 'kind'
  counts: ReadonlyMap<string, number>
}

export interface BrowseProps {
  visit: Visit
  resource: Browsed
  filters: ListFilters & { sort: string }
  items: readonly Shown[]
  total: number
  /** What items hang on, by id: cities of challenges, providers of solutions. */
  related: ReadonlyMap<string, JsonObject>
  facets: readonly Facet[]
  /** Address of the next page. */
  next: string | null
  /** Where it is saved as a search; null where a search takes none of it. */
  save: string | null
  /** Where they are, of what has a place. */
  dots?: readonly Dot[]
}

const lists = { area: areas, stage: challengeStages, kind: solutionKinds } as const
const codes = { area: 'areas', stage: 'challengeStages', kind: 'solutionKinds' } as const

const Choices = ({ facet: { name, counts }, chosen, reader }: { facet: Facet, chosen: readonly string[], reader: Reader }) => (
  <fieldset>
    <legend>{reader.words.fields[name]}</legend>
    <ul class='options'>
      {lists[name].filter((code) => counts.has(code) || chosen.includes(code)).map((code) => (
        <li key={code}>
          <label>
            <input type='checkbox' name={name} value={code} checked={chosen.includes(code)} />
            <span>{codeIn(reader, codes[name], code)}</span>
            <span class='number'>{reader.number(counts.get(code) ?? 0)}</span>
          </label>
        </li>
      ))}
    </ul>
  </fieldset>
)

const Item = ({ resource, item, related, reader }: { resource: Browsed, item: Shown, related: BrowseProps['related'], reader: Reader }) => {
  switch (resource) {
    case 'challenges': return <ChallengeItem challenge={item} city={related.get(String(item['cityId']))} reader={reader} />
    case 'solutions': return <SolutionItem solution={item} provider={related.get(String(item['providerId']))} reader={reader} />
    case 'cities': return <CityItem city={item} reader={reader} />
    case 'providers': return <ProviderItem provider={item} reader={reader} />
  }
}

/** A list that is narrowed down by a form: its address says all, so that it can be shared. */
export const Browse = ({ visit, resource, filters, items, total, related, facets, next, save, dots = [] }: BrowseProps) => {
  const { reader } = visit
  const { words } = reader
  return (
    <Layout visit={visit} title={words.nav[resource]} wide>
      <h1>{words.nav[resource]}</h1>
      <div class='columns side'>
        <form method='get' action={`/${resource}`} role='search' aria-label={words.browse.filter}>
          <div class='field'>
            <label for='text'>{words.browse.search}</label>
            <input id='text' name='text' type='search' value={filters.text ?? ''} maxLength={200} />
          </div>
          {facets.map((facet) => <Choices key={facet.name} facet={facet} chosen={filters[facet.name] ?? []} reader={reader} />)}
          <div class='field'>
            <label for='sort'>{words.browse.sort}</label>
            <select id='sort' name='sort'>
              <option value='-updated' selected={filters.sort === '-updated'}>{words.browse.newest}</option>
              <option value='title' selected={filters.sort === 'title'}>{words.browse.byTitle}</option>
            </select>
          </div>
          <p class='row'><button type='submit'>{words.browse.show}</button> <a class='button quiet' href={`/${resource}`}>{words.browse.clear}</a></p>
        </form>
        <section aria-live='polite'>
          <h2 class='hidden'>{words.browse.list}</h2>
          <p class='meta'>{reader.count(words.counts.found, total)}</p>
          <div class={dots.length > 0 ? 'beside' : undefined}>
            {dots.length > 0 && <WorldMap dots={dots} reader={reader} label={words.browse.map} />}
            <div>
              {items.length === 0
                ? <p class='note'>{words.browse.none}</p>
                : <ul class='cards'>{items.map((item) => <Item key={item.id} resource={resource} item={item} related={related} reader={reader} />)}</ul>}
              {save !== null && <p><a class='button quiet' href={save}>{words.dialogue.actions.saveSearch}</a></p>}
              {next !== null && <p><a class='button quiet' href={next} rel='next'>{words.browse.next}</a></p>}
            </div>
          </div>
        </section>
      </div>
    </Layout>
  )
}

import type { JsonObject } from '../../../db/index.ts'
import { resourceFilters } from '../../schemas/lists.ts'
import type { Browsed } from '../../services/catalogue.ts'
import type { MapView } from '../../services/map-places.ts'
import { type Facet, FacetChoices } from '../components/facet.tsx'
import { ChallengeItem, CityItem, ProviderItem, SolutionItem } from '../components/items.tsx'
import { Layout } from '../components/layout.tsx'
import { mapAssets, WorldMap } from '../components/world-map.tsx'
import { addressOf, carriedIn, type Chosen, chosenIn, type Narrowed, type SortOrder, usualSort } from '../narrowing.ts'
import type { Reader } from '../reader.ts'
import type { Visit } from '../visit.ts'

type Shown = JsonObject & { id: string }

export interface BrowseProps {
  visit: Visit
  narrowed: Narrowed
  items: readonly Shown[]
  total: number
  /** What items hang on, by id: cities of challenges, providers of solutions. */
  related: ReadonlyMap<string, JsonObject>
  /** How many challenges and solutions items have, by id: cities and providers. */
  having: Readonly<Record<'challenges' | 'solutions', ReadonlyMap<string, number>>>
  facets: readonly Facet[]
  /** Where they are, of what has a place. */
  map: MapView | null
  /** Address of the next page. */
  next: string | null
  /** Where it is saved as a search; null where a search takes none of it. */
  save: string | null
}

/** Renews the list, its counts and its map at once, and the address; links and the form do the same without script. */
const quick = { 'hx-target': '#browse', 'hx-select': '#browse', 'hx-push-url': 'true' }

const Item = ({ resource, item, related, having, reader }: Pick<BrowseProps, 'related' | 'having'> & { resource: Browsed, item: Shown, reader: Reader }) => {
  switch (resource) {
    case 'challenges': return <ChallengeItem challenge={item} city={related.get(String(item['cityId']))} reader={reader} />
    case 'solutions': return <SolutionItem solution={item} provider={related.get(String(item['providerId']))} reader={reader} />
    case 'cities': return <CityItem city={item} challenges={having.challenges.get(item.id) ?? 0} solutions={having.solutions.get(item.id) ?? 0} reader={reader} />
    case 'providers': return <ProviderItem provider={item} solutions={having.solutions.get(item.id) ?? 0} reader={reader} />
  }
}

const Population = ({ narrowed: { filters }, reader }: { narrowed: Narrowed, reader: Reader }) => {
  const { fields, browse } = reader.words
  return (
    <fieldset>
      <legend>{fields.population}</legend>
      <div class='row pair'>
        {([['populationMin', browse.from], ['populationMax', browse.to]] as const).map(([name, label]) => (
          <div key={name}><label for={name}>{label}</label><input id={name} name={name} type='number' inputMode='numeric' min={0} step={1} value={filters[name]} /></div>
        ))}
      </div>
    </fieldset>
  )
}

const Order = ({ narrowed: { resource, sort }, reader: { words: { browse } } }: { narrowed: Narrowed, reader: Reader }) => {
  const named = resource === 'cities' || resource === 'providers'
  const orders: ReadonlyArray<readonly [SortOrder, string]> = [
    ['-updated', browse.changed], ['-created', browse.newest], ['created', browse.oldest], ['title', named ? browse.byName : browse.byTitle], ['-title', named ? browse.byNameBack : browse.byTitleBack]
  ]
  return (
    <div class='field'>
      <label for='sort'>{browse.sort}</label>
      <select id='sort' name='sort'>{orders.map(([value, label]) => <option key={value} value={value === usualSort ? '' : value} selected={value === sort}>{label}</option>)}</select>
    </div>
  )
}

/** The choices. On narrow screens they are folded away, or the list would be below the screen. */
const Narrowing = ({ narrowed, facets, on, reader }: { narrowed: Narrowed, facets: readonly Facet[], on: number, reader: Reader }) => {
  const { resource, filters } = narrowed
  const { browse } = reader.words
  const counted = 'populationMin' in resourceFilters[resource]
  const carried = carriedIn(narrowed, ['text', ...facets.map(({ name }) => name), ...(counted ? ['populationMin', 'populationMax'] : [])])
  return (
    <form method='get' action={`/${resource}`} class='narrowing' role='search' aria-label={browse.filter} autocomplete='off' hx-get={`/${resource}`} hx-trigger='change, submit' hx-swap='outerMorph' hx-sync='replace' {...quick}>
      {carried.map(([name, value]) => <input key={`${name}=${value}`} type='hidden' name={name} value={value} />)}
      <label for='text'>{browse.search}</label>
      <div class='find'>
        <input id='text' name='text' type='search' value={filters.text ?? ''} maxLength={200} dir='auto' />
        <button type='submit'>{browse.show}</button>
      </div>
      <details class='opener' id='narrow'><summary>{browse.filter}{on > 0 && <> <span class='count'>{reader.number(on)}</span></>}</summary></details>
      <div class='filters'>
        {facets.map((facet) => <FacetChoices key={facet.name} facet={facet} chosen={filters[facet.name] ?? []} reader={reader} />)}
        {counted && <Population narrowed={narrowed} reader={reader} />}
        <Order narrowed={narrowed} reader={reader} />
        <p class='row'><button type='submit' class='quiet'>{browse.show}</button></p>
      </div>
    </form>
  )
}

const Chips = ({ chosen, resource, reader }: { chosen: readonly Chosen[], resource: Browsed, reader: Reader }) => {
  const { browse } = reader.words
  if (chosen.length === 0) return null
  return (
    <ul class='chips chosen' aria-label={browse.filter}>
      {chosen.map(({ name, value, said, without }) => (
        <li key={`${name}=${value}`}><a class={name === 'area' ? `chip area area-${value}` : 'chip'} href={without} hx-get={without} hx-swap='outerHTML' {...quick}><span class='hidden'>{browse.without} </span><bdi>{said}</bdi> <span aria-hidden='true'>×</span></a></li>
      ))}
      {chosen.length > 1 && <li><a class='chip plain' href={`/${resource}`} hx-get={`/${resource}`} hx-swap='outerHTML' {...quick}>{browse.clear}</a></li>}
    </ul>
  )
}

/** A list that is narrowed down by a form: its address says all, so that it can be shared. */
export const Browse = ({ visit, narrowed, items, total, related, having, facets, map, next, save }: BrowseProps) => {
  const { reader } = visit
  const { words } = reader
  const { resource } = narrowed
  const chosen = chosenIn(narrowed, reader)
  const areaList: Narrowed = resource === 'cities' ? { resource: 'challenges', filters: {}, sort: narrowed.sort } : narrowed
  return (
    <Layout visit={visit} title={words.nav[resource]} wide sheets={mapAssets.sheets} scripts={['htmx.js', 'browse.js', ...mapAssets.scripts]} keepsAddress>
      <h1>{words.nav[resource]}</h1>
      <div class='columns side' id='browse'>
        <Narrowing narrowed={narrowed} facets={facets} on={chosen.length} reader={reader} />
        <section>
          <h2 class='hidden'>{words.browse.list}</h2>
          <Chips chosen={chosen} resource={resource} reader={reader} />
          <p class='meta' id='found' role='status' tabIndex={-1}>{reader.count(words.counts.found, total)}</p>
          <div class={map === null ? undefined : 'beside'}>
            {map !== null && <WorldMap map={map} reader={reader} label={words.browse.map} areaHref={(area) => addressOf({ ...areaList, filters: { ...areaList.filters, area: [area] } })} />}
            <div>
              {items.length === 0
                ? <p class='note'>{words.browse.none}</p>
                : <ul class='cards'>{items.map((item) => <Item key={item.id} resource={resource} item={item} related={related} having={having} reader={reader} />)}</ul>}
              {(next !== null || save !== null) && (
                <p class='row'>
                  {next !== null && <a class='button quiet' href={next} rel='next'>{words.browse.next}</a>}
                  {save !== null && <a class='button quiet' href={save}>{words.dialogue.actions.saveSearch}</a>}
                </p>
              )}
            </div>
          </div>
        </section>
      </div>
    </Layout>
  )
}

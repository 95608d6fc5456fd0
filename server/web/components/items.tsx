import type { JsonObject } from '../../../db/index.ts'
import type { Content } from '../../schemas/resource.ts'
import type { Reader } from '../reader.ts'
import { Areas, codeIn } from './parts.tsx'
import { Phrase, readable, spoken } from './text.tsx'

type Shown = JsonObject & { id: string }

/** The first words of a text, cut between words; scripts that write a word in a character or two say more in as many. */
const opening = (text: string): string => {
  const length = /[\u3040-\u9fff]/.test(text) ? 90 : 180
  if (text.length <= length) return text
  const cut = text.slice(0, length)
  const space = cut.lastIndexOf(' ')
  return `${space > length / 2 ? cut.slice(0, space) : cut}…`
}

const Opening = ({ text, reader }: { text: Content<'challenges'>['problem'] | undefined, reader: Reader }) => {
  if (text === undefined) return null
  const shown = readable(text, reader)
  return <p {...spoken(shown.language)}>{opening(shown.text)}</p>
}

export const CityName = ({ city, reader }: { city: JsonObject | undefined, reader: Reader }) => {
  if (city === undefined) return null
  const { name, country } = city as unknown as Content<'cities'>
  return <><Phrase text={name} reader={reader} />{reader.comma}{reader.country(country)}</>
}

/** A solution by its title; nothing for one that is not public. */
export const SolutionLink = ({ solution, reader }: { solution: Shown | undefined, reader: Reader }) => solution === undefined
  ? null
  : <a href={`/solutions/${solution.id}`}><Phrase text={solution['title'] as Content<'solutions'>['title']} reader={reader} /></a>

export const ChallengeItem = ({ challenge, city, reader }: { challenge: Shown, city: JsonObject | undefined, reader: Reader }) => {
  const { title, problem, areas, stage } = challenge as unknown as Content<'challenges'>
  return (
    <li class='card'>
      <h3><a href={`/challenges/${challenge.id}`}><Phrase text={title} reader={reader} /></a></h3>
      <p class='meta'><span><CityName city={city} reader={reader} /></span>{stage !== undefined && <span>{codeIn(reader, 'challengeStages', stage)}</span>}</p>
      <Opening text={problem} reader={reader} />
      <Areas areas={areas} reader={reader} />
    </li>
  )
}

export const SolutionItem = ({ solution, provider, reader }: { solution: Shown, provider: JsonObject | undefined, reader: Reader }) => {
  const { title, summary, areas, kind } = solution as unknown as Content<'solutions'>
  return (
    <li class='card'>
      <h3><a href={`/solutions/${solution.id}`}><Phrase text={title} reader={reader} /></a></h3>
      <p class='meta'><span>{codeIn(reader, 'solutionKinds', kind)}</span>{provider !== undefined && <bdi>{String(provider['legalName'])}</bdi>}</p>
      <Opening text={summary} reader={reader} />
      <Areas areas={areas} reader={reader} />
    </li>
  )
}

/** That the secretariat made sure who somebody is. */
const Verified = ({ verification, reader }: { verification: Content<'cities'>['verification'], reader: Reader }) => verification === undefined
  ? null
  : <span class='verified'>{reader.words.browse.verifiedBy} <bdi>{verification.by}</bdi></span>

/** What there is of something, as a link to all of it. */
const Has = ({ count, words, href, reader }: { count: number, words: Parameters<Reader['count']>[0], href: string, reader: Reader }) =>
  count === 0 ? null : <a href={href}>{reader.count(words, count)}</a>

export const CityItem = ({ city, challenges, solutions, reader }: { city: Shown, challenges: number, solutions: number, reader: Reader }) => {
  const { name, country, population, verification } = city as unknown as Content<'cities'>
  const { counts, fields, browse } = reader.words
  return (
    <li class='card'>
      <h3><a href={`/cities/${city.id}`}><Phrase text={name} reader={reader} /></a></h3>
      <p class='meta'><span>{reader.country(country)}</span>{population !== undefined && <span>{fields.population}: {reader.number(population)}</span>}<Verified verification={verification} reader={reader} /></p>
      {challenges + solutions > 0 && <p class='meta'><Has count={challenges} words={counts.challenges} href={`/challenges?cityId=${city.id}`} reader={reader} />{solutions > 0 && <span>{reader.count(browse.inUse, solutions)}</span>}</p>}
    </li>
  )
}

/** Of the countries served so many are named. */
const namedCountries = 3

export const ProviderItem = ({ provider, solutions, reader }: { provider: Shown, solutions: number, reader: Reader }) => {
  const { legalName, description, headquarters, type, countries = [], verification } = provider as unknown as Content<'providers'>
  const { counts, fields, browse } = reader.words
  const served = [...countries.slice(0, namedCountries).map(reader.country), ...(countries.length > namedCountries ? [reader.count(browse.andMore, countries.length - namedCountries)] : [])]
  return (
    <li class='card'>
      <h3><a href={`/providers/${provider.id}`}><bdi>{legalName}</bdi></a></h3>
      <p class='meta'>{type !== undefined && <span>{codeIn(reader, 'providerTypes', type)}</span>}{headquarters !== undefined && <span>{fields.headquarters}: {reader.country(headquarters.country)}</span>}{served.length > 0 && <span>{fields.countries}: {reader.list(served)}</span>}<Verified verification={verification} reader={reader} /></p>
      <Opening text={description} reader={reader} />
      {solutions > 0 && <p class='meta'><Has count={solutions} words={counts.solutions} href={`/solutions?providerId=${provider.id}`} reader={reader} /></p>}
    </li>
  )
}

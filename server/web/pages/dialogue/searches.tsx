import { searchTargets } from '../../../../db/vocabulary.ts'
import type { SearchAnswer, SearchWithAlerts } from '../../../schemas/searches.ts'
import type { Text } from '../../../schemas/text.ts'
import { choicesOf, said } from '../../components/dialogue/codes.ts'
import { InboxTabs } from '../../components/dialogue/inbox-tabs.tsx'
import { filterFaults, filterLabels, SearchFilters } from '../../components/dialogue/search-filters.tsx'
import { Done } from '../../components/dialogue/done.tsx'
import { ActionButton, Faults, Form, Select, TextArea, TextField } from '../../components/form.tsx'
import { Layout } from '../../components/layout.tsx'
import { Band, codeIn, Facts } from '../../components/parts.tsx'
import { Phrase } from '../../components/text.tsx'
import type { Filled } from '../../forms.ts'
import type { Reader } from '../../reader.ts'
import type { Visit } from '../../visit.ts'

/** Profiles that searches watch, by id. */
export type Watched = ReadonlyMap<string, Text>

const filterWords = ({ area, stage, kind, country, region, language, sdgTarget, populationMin, populationMax, text }: SearchAnswer['filters'], reader: Reader): string[] => [
  ...(area ?? []).map((code) => codeIn(reader, 'areas', code)),
  ...(stage ?? []).map((code) => codeIn(reader, 'challengeStages', code)),
  ...(kind ?? []).map((code) => codeIn(reader, 'solutionKinds', code)),
  ...(country ?? []).map(reader.country),
  ...(region ?? []).map(reader.country),
  ...(language ?? []).map(reader.languageName),
  ...(sdgTarget ?? []),
  ...(populationMin === undefined ? [] : [`${reader.words.dialogue.searches.populationMin} ${reader.number(populationMin)}`]),
  ...(populationMax === undefined ? [] : [`${reader.words.dialogue.searches.populationMax} ${reader.number(populationMax)}`]),
  ...(text === undefined ? [] : [text])
]

const About = ({ search, watched, reader }: { search: SearchAnswer, watched: Watched, reader: Reader }) => {
  const { searches } = reader.words.dialogue
  const title = search.watch === null ? undefined : watched.get(search.watch.id)
  return (
    <Facts
      facts={[
        [searches.target, searches.targets[search.target]],
        [searches.watch, search.watch !== null && <a href={`/${search.watch.resource}/${search.watch.id}`}>{title === undefined ? searches.withdrawn : <Phrase text={title} reader={reader} />}</a>],
        [searches.text, search.text !== null && <bdi>{search.text.length > 300 ? `${search.text.slice(0, 300)}…` : search.text}</bdi>],
        [searches.filters, reader.list(filterWords(search.filters, reader))],
        [searches.band, said(reader, 'bands', search.band)],
        [searches.frequency, search.stoppedAt === null ? said(reader, 'frequencies', search.frequency) : searches.stopped],
        [searches.saved, reader.day(search.createdAt)]
      ]}
    />
  )
}

/** All searches of a person. */
export const SearchesPage = ({ visit, items, watched, done }: { visit: Visit, items: readonly SearchAnswer[], watched: Watched, done: string | undefined }) => {
  const { reader } = visit
  const { searches, inbox } = reader.words.dialogue
  return (
    <Layout visit={visit} title={searches.title}>
      <h1>{inbox.title}</h1>
      <InboxTabs visit={visit} current='searches' />
      <Done what={done} visit={visit} />
      <p>{searches.lead}</p>
      <p><a class='button' href='/searches/new'>{searches.new}</a></p>
      {items.length === 0
        ? <p>{searches.none}</p>
        : <ul class='cards'>{items.map((search) => <li key={search.id} class='card'><h2><a href={`/searches/${search.id}`}><bdi>{search.name}</bdi></a></h2><About search={search} watched={watched} reader={reader} /></li>)}</ul>}
    </Layout>
  )
}

const labelsIn = (reader: Reader): Readonly<Record<string, string>> => {
  const { searches } = reader.words.dialogue
  return { name: searches.name, text: searches.text, target: searches.target, band: searches.band, frequency: searches.frequency, ...filterLabels(reader) }
}

const HowOften = ({ filled, reader }: { filled: Filled, reader: Reader }) => {
  const { searches } = reader.words.dialogue
  return (
    <>
      <Select name='band' label={searches.band} filled={filled} options={choicesOf(reader, 'bands')} />
      <Select name='frequency' label={searches.frequency} filled={filled} options={choicesOf(reader, 'frequencies')} />
    </>
  )
}

/** A search to save: by a text, or by a profile that is watched. */
export const NewSearch = ({ visit, watched, filled }: { visit: Visit, watched: { value: string, title: Text, resource: 'challenges' | 'solutions' } | null, filled: Filled }) => {
  const { reader } = visit
  const { searches } = reader.words.dialogue
  const targets = watched?.resource === 'solutions' ? ['challenges'] as const : searchTargets
  return (
    <Layout visit={visit} title={searches.new}>
      <h1>{searches.new}</h1>
      <p>{searches.lead}</p>
      <Faults filled={filled} visit={visit} labels={labelsIn(reader)} faults={filterFaults(reader)} />
      <Form visit={visit} action='/searches' keep={`search:${watched?.value ?? 'new'}`} label={searches.new}>
        {watched !== null && <p class='card'><small>{searches.watch}</small><br /><a href={`/${watched.value.replace(':', '/')}`}><Phrase text={watched.title} reader={reader} /></a><input type='hidden' name='watch' value={watched.value} /></p>}
        <TextField name='name' label={searches.name} hint={searches.nameHint} filled={filled} maxLength={100} required />
        {watched === null && <TextArea name='text' label={searches.text} hint={searches.textHint} filled={filled} maxLength={20000} required />}
        <Select name='target' label={searches.target} filled={filled} options={targets.map((target) => [target, searches.targets[target]] as const)} />
        <HowOften filled={filled} reader={reader} />
        <SearchFilters filled={filled} reader={reader} />
        <button type='submit'>{searches.save}</button>
      </Form>
    </Layout>
  )
}

/** One search: what it found, how sure and how often, and an end to it. */
export const SearchPage = ({ visit, search, watched, filled, done }: { visit: Visit, search: SearchWithAlerts, watched: Watched, filled: Filled, done: string | undefined }) => {
  const { reader } = visit
  const { searches, inbox } = reader.words.dialogue
  const path = `/searches/${search.id}`
  const mails = search.stoppedAt === null && search.frequency !== 'never'
  return (
    <Layout visit={visit} title={search.name}>
      <p class='small'><a href='/searches'>{inbox.searches}</a></p>
      <h1><bdi>{search.name}</bdi></h1>
      <Done what={done} visit={visit} />
      <div class='card'><About search={search} watched={watched} reader={reader} /></div>
      <h2>{searches.found}</h2>
      {search.alerts.length === 0
        ? <p>{searches.foundNothing}</p>
        : (
          <ul class='cards'>
            {search.alerts.map((alert) => (
              <li key={alert.id} class='card'>
                <h3>{alert.title === null ? searches.withdrawn : <a href={`/${alert.resource}/${alert.profileId}`}><Phrase text={alert.title} reader={reader} /></a>}</h3>
                <p class='meta'><Band band={alert.band} reader={reader} /> <time dateTime={alert.at}>{reader.day(alert.at)}</time></p>
                {alert.reasons.length > 0 && <ul class='reasons'>{alert.reasons.map((reason) => <li key={reason}>{reason}</li>)}</ul>}
              </li>
            ))}
          </ul>
          )}
      <h2>{searches.change}</h2>
      <Faults filled={filled} visit={visit} labels={labelsIn(reader)} faults={filterFaults(reader)} />
      <Form visit={visit} action={path} label={searches.change}>
        <TextField name='name' label={searches.name} filled={filled} maxLength={100} required />
        <HowOften filled={filled} reader={reader} />
        <SearchFilters filled={filled} reader={reader} />
        <button type='submit'>{reader.words.forms.save}</button>
      </Form>
      <div class='row actions'>
        {mails && <ActionButton visit={visit} action={path} quiet values={{ frequency: 'never' }}>{searches.stop}</ActionButton>}
        {search.stoppedAt !== null && <ActionButton visit={visit} action={path} quiet values={{ frequency: search.frequency }}>{searches.start}</ActionButton>}
        <ActionButton visit={visit} action={`${path}/remove`} quiet>{searches.remove}</ActionButton>
      </div>
    </Layout>
  )
}

import type { ProfileStatus, Resource } from '../../../db/vocabulary.ts'
import { Layout } from '../components/layout.tsx'
import { wordsOf } from '../editing/words.ts'
import type { Reader } from '../reader.ts'
import type { Visit } from '../visit.ts'

export interface OwnItem {
  readonly id: string
  readonly name: string
  readonly status: ProfileStatus
  readonly updatedAt: string
  /** Names of fields that matter and are empty. */
  readonly missing: readonly string[]
}

export interface MineProps {
  visit: Visit
  groups: ReadonlyArray<{ resource: Resource, items: readonly OwnItem[], more: boolean }>
  /** Evidence in one's own cities that waits for their word. */
  toConfirm: ReadonlyArray<{ id: string, name: string }>
  done: 'closed' | 'confirmed' | undefined
}

/** How many missing fields are named. */
const named = 3

const Missing = ({ resource, missing, reader }: { resource: Resource, missing: readonly string[], reader: Reader }) => {
  const { mine } = reader.words.editing
  if (missing.length === 0) return <p class='small'>{mine.complete}</p>
  const labels = missing.slice(0, named).map((name) => wordsOf(reader, resource, name).label)
  const rest = missing.length - labels.length
  return <p class='small'>{reader.fill(mine.missing, { what: reader.list(rest === 0 ? labels : [...labels, reader.count(mine.more, rest)]) })}</p>
}

const Item = ({ resource, item: { id, name, status, updatedAt, missing }, reader }: { resource: Resource, item: OwnItem, reader: Reader }) => {
  const { buttons, statuses, mine } = reader.words.editing
  const about = <span class='hidden'>: <bdi>{name}</bdi></span>
  return (
    <li class='card'>
      <h3><bdi>{name}</bdi></h3>
      <p class='meta'><span class={`band is-${status}`}>{statuses[status]}</span><span>{reader.fill(mine.updated, { day: reader.day(updatedAt) })}</span></p>
      {status !== 'closed' && <Missing resource={resource} missing={missing} reader={reader} />}
      {status !== 'closed' && (
        <p class='row links'>
          <a href={`/${resource}/${id}/edit`}>{buttons.edit}{about}</a>
          {status === 'published' && resource !== 'deployments' && <a href={`/${resource}/${id}`}>{buttons.view}{about}</a>}
          <a href={`/${resource}/${id}/close`}>{buttons.close}{about}</a>
          {status === 'hidden' && <a href='/organisation/decisions'>{reader.words.office.organisation.decisions}</a>}
        </p>
      )}
    </li>
  )
}

/** Everything that the organisation has registered. */
export const Mine = ({ visit, groups, toConfirm, done }: MineProps) => {
  const { reader, member } = visit
  const { editing: { mine, saved, titles } } = reader.words
  return (
    <Layout visit={visit} title={titles.mine}>
      <h1>{titles.mine}</h1>
      {done !== undefined && <p class='done' role='status'>{saved[done]}</p>}
      <p class='lead'>{reader.fill(mine.lead, { organisation: member?.organisation?.name ?? '' })}</p>
      {toConfirm.length > 0 && (
        <section>
          <h2>{mine.toConfirm}</h2>
          <p>{mine.toConfirmLead}</p>
          <ul class='cards'>{toConfirm.map(({ id, name }) => <li key={id} class='card'><h3><bdi>{name}</bdi></h3><p><a href={`/deployments/${id}/confirm`}>{mine.look}<span class='hidden'>: <bdi>{name}</bdi></span></a></p></li>)}</ul>
        </section>
      )}
      {groups.map(({ resource, items, more }) => (
        <section key={resource}>
          <h2>{mine.headings[resource]}</h2>
          {items.length === 0 ? <p>{mine.none}</p> : <ul class='cards'>{items.map((item) => <Item key={item.id} resource={resource} item={item} reader={reader} />)}</ul>}
          {more && <p class='small'>{reader.fill(mine.truncated, { count: reader.number(items.length) })}</p>}
          <p><a class='button quiet' href={`/${resource}/new`}>{mine.add[resource]}</a></p>
        </section>
      ))}
    </Layout>
  )
}

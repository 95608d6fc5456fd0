import type { AuditAnswer } from '../../schemas/audit.ts'
import type { Reader } from '../reader.ts'
import { eventIn } from './event-choices.tsx'

type Table = Readonly<Record<string, string>>

/** Codes of a status or a reason, by what it is of. */
const statusesIn = (thing: string, { words: { office, editing, dialogue: { codes } } }: Reader): Table => {
  switch (thing) {
    case 'introductions': case 'messages': return codes.statuses
    case 'flags': return { ...office.flags.statuses, ...office.flags.outcomes }
    case 'verifications': return office.verificationStatuses
    case 'mails': return office.secretariat.mailStatuses
    default: return editing.statuses
  }
}

const codesOf = (thing: string, name: string, reader: Reader): Table => {
  const { office, dialogue: { codes, searches } } = reader.words
  switch (name) {
    case 'status': return statusesIn(thing, reader)
    case 'reason': return thing === 'flags' ? office.flags.reasons : thing === 'webhooks' ? office.webhooks.pausedFor : codes.declineReasons
    case 'outcome': return thing === 'flags' ? office.flags.outcomes : codes.outcomes
    case 'role': return office.roles
    case 'kind': return office.kinds
    case 'method': return office.methods
    case 'scopes': return office.keys.scopeNames
    case 'target': return searches.targets
    case 'band': return codes.bands
    case 'frequency': return codes.frequencies
    case 'state': case 'secondFactor': return office.record.states
    default: return {}
  }
}

const id = /^[0-9a-f]{8}-[0-9a-f-]{27}$/
const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/

const valueIn = (thing: string, name: string, value: unknown, reader: Reader): string => {
  const { yes, no } = reader.words.profile
  if (value === undefined || value === null || value === '') return '–'
  if (typeof value === 'boolean') return value ? yes : no
  if (typeof value === 'number') return reader.number(value)
  if (Array.isArray(value)) return value.length === 0 ? '–' : reader.list(value.map((item) => valueIn(thing, name, item, reader)))
  if (typeof value === 'object') return Object.entries(value).map(([inner, item]) => `${nameIn(inner, reader)}: ${valueIn(thing, inner, item, reader)}`).join('; ')
  const text = String(value)
  if (name === 'events') return eventIn(text, reader)
  if (name === 'fields') return (reader.words.account.fields as Table)[text] ?? text
  if (instant.test(text)) return reader.moment(text)
  return codesOf(thing, name, reader)[text] ?? (id.test(text) ? `…${text.slice(-12)}` : text)
}

const nameIn = (name: string, reader: Reader): string => (reader.words.office.record.changes as Table)[name] ?? name

/** What differs between before and after, field by field. */
export const Difference = ({ thing, before, after, reader }: Pick<AuditAnswer, 'before' | 'after'> & { thing: string, reader: Reader }) => {
  const say = (of: AuditAnswer['before'], name: string): string => valueIn(thing, name, of?.[name], reader)
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter((name) => say(before, name) !== say(after, name))
  return (
    <ul class='differences'>
      {names.map((name) => <li key={name}>{nameIn(name, reader)}: {before !== null && before[name] !== undefined && <><del><bdi>{say(before, name)}</bdi></del> {after !== null && <ins><bdi>{say(after, name)}</bdi></ins>}</>}{(before === null || before[name] === undefined) && <bdi>{say(after, name)}</bdi>}</li>)}
    </ul>
  )
}

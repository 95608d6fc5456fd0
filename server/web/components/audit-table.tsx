import type { AuditAnswer } from '../../schemas/audit.ts'
import type { Visit } from '../visit.ts'
import type { Reader } from '../reader.ts'
import { Difference } from './difference.tsx'
import { Moment } from './moment.tsx'

/** An action of the policy in the reader's words. */
const actionIn = (thing: string, verb: string, reader: Reader): string => {
  const { things, verbs } = reader.words.office.record
  return `${(things as Readonly<Record<string, string>>)[thing] ?? thing}: ${(verbs as Readonly<Record<string, string>>)[verb] ?? verb}`
}

/** The audit log as a table. @param names people and objects by id, as far as whoever reads may see them; @param narrow address of the page, to narrow it down by what is clicked */
export const AuditTable = ({ entries, visit, names, narrow }: { entries: readonly AuditAnswer[], visit: Visit, names: ReadonlyMap<string, string>, narrow: string }) => {
  const { reader } = visit
  const { record: words, common } = reader.words.office
  // On narrow screens each row stands as a card; it stays a row for who listens.
  const addresses = entries.some(({ address }) => address != null)
  const columns = [common.when, common.what, words.object, words.by, words.change, ...(addresses ? [words.address] : [])]
  const by = ({ personId, keyId }: AuditAnswer) => personId !== null
    ? <a href={`${narrow}?person=${personId}`}><bdi>{names.get(personId) ?? `…${personId.slice(-12)}`}</bdi></a>
    : keyId !== null ? words.key : words.service
  return (
    <div class='scroll' role='region' aria-label={words.caption} tabIndex={0}>
      <table class='stacks' role='table'>
        <caption>{words.caption}. {common.utc}</caption>
        <thead role='rowgroup'><tr role='row'>{columns.map((name) => <th key={name} scope='col' role='columnheader'>{name}</th>)}</tr></thead>
        <tbody role='rowgroup'>
          {entries.map((entry) => {
            const [thing = '', verb = ''] = entry.action.split(':')
            const name = names.get(entry.objectId)
            return (
              <tr key={entry.id} role='row'>
                <td role='cell'><Moment at={entry.at} reader={reader} /></td>
                <th scope='row' role='rowheader'>{actionIn(thing, verb, reader)}</th>
                <td role='cell' data-label={words.object}><a href={`${narrow}?object=${encodeURIComponent(entry.objectId)}`}>{name === undefined ? <bdi dir='ltr'>…{entry.objectId.slice(-12)}</bdi> : <bdi>{name}</bdi>}</a></td>
                <td role='cell' data-label={words.by}>{by(entry)}</td>
                <td role='cell' class='whole'><Difference thing={thing} before={entry.before} after={entry.after} reader={reader} /></td>
                {addresses && <td role='cell' data-label={words.address}><bdi dir='ltr'>{entry.address ?? ''}</bdi></td>}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

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
  const addresses = entries.some(({ address }) => address != null)
  const by = ({ personId, keyId }: AuditAnswer) => personId !== null
    ? <a href={`${narrow}?person=${personId}`}><bdi>{names.get(personId) ?? `…${personId.slice(-12)}`}</bdi></a>
    : keyId !== null ? words.key : words.service
  return (
    <div class='scroll' role='region' aria-label={words.caption} tabIndex={0}>
      <table>
        <caption>{words.caption}. {common.utc}</caption>
        <thead><tr><th scope='col'>{common.when}</th><th scope='col'>{common.what}</th><th scope='col'>{words.object}</th><th scope='col'>{words.by}</th><th scope='col'>{words.change}</th>{addresses && <th scope='col'>{words.address}</th>}</tr></thead>
        <tbody>
          {entries.map((entry) => {
            const [thing = '', verb = ''] = entry.action.split(':')
            const name = names.get(entry.objectId)
            return (
              <tr key={entry.id}>
                <td><Moment at={entry.at} reader={reader} /></td>
                <th scope='row'>{actionIn(thing, verb, reader)}</th>
                <td><a href={`${narrow}?object=${encodeURIComponent(entry.objectId)}`}>{name === undefined ? <bdi dir='ltr'>…{entry.objectId.slice(-12)}</bdi> : <bdi>{name}</bdi>}</a></td>
                <td>{by(entry)}</td>
                <td><Difference thing={thing} before={entry.before} after={entry.after} reader={reader} /></td>
                {addresses && <td><bdi dir='ltr'>{entry.address ?? ''}</bdi></td>}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

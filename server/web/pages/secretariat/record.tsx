import type { AuditAnswer } from '../../../schemas/audit.ts'
import { AuditFilters } from '../../components/audit-filters.tsx'
import { AuditTable } from '../../components/audit-table.tsx'
import { More } from '../../components/more.tsx'
import { SecretariatFrame, type OfficePage } from './frame.tsx'

const at = '/secretariat/record'

/** The audit log, all of it. */
export const SecretariatRecord = ({ visit, returned, entries, next, names, filters }: OfficePage & { entries: readonly AuditAnswer[], next: number | null, names: ReadonlyMap<string, string>, filters: Readonly<Partial<Record<'object' | 'organisation' | 'person', string>>> }) => {
  const { record: words, secretariat, common } = visit.reader.words.office
  return (
    <SecretariatFrame visit={visit} returned={returned} title={secretariat.record}>
      <p class='lead'>{words.lead}</p>
      <AuditFilters visit={visit} action={at} names={['object', 'organisation', 'person']} values={filters} />
      {entries.length === 0 ? <p>{common.none}</p> : <AuditTable entries={entries} visit={visit} names={names} narrow={at} />}
      <More visit={visit} next={next} />
    </SecretariatFrame>
  )
}

import type { AuditAnswer } from '../../../schemas/audit.ts'
import { AuditFilters } from '../../components/audit-filters.tsx'
import { AuditTable } from '../../components/audit-table.tsx'
import { More } from '../../components/more.tsx'
import { OrganisationFrame, type OwnPage } from './frame.tsx'

export interface RecordProps extends OwnPage {
  entries: readonly AuditAnswer[]
  next: number | null
  names: ReadonlyMap<string, string>
  filters: Readonly<Partial<Record<'object' | 'person', string>>>
}

const at = '/organisation/record'

/** What was done to what is the organisation's. */
export const OrganisationRecord = ({ visit, acting, returned, entries, next, names, filters }: RecordProps) => {
  const { record: words, organisation, common } = visit.reader.words.office
  return (
    <OrganisationFrame visit={visit} acting={acting} returned={returned} title={organisation.record}>
      <p class='lead'>{words.lead}</p>
      <AuditFilters visit={visit} action={at} names={['object', 'person']} values={filters} />
      {entries.length === 0 ? <p>{common.none}</p> : <AuditTable entries={entries} visit={visit} names={names} narrow={at} />}
      <More visit={visit} next={next} />
    </OrganisationFrame>
  )
}

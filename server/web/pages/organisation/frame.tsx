import type { ComponentChildren } from 'preact'
import { Done } from '../../components/done.tsx'
import { Faults } from '../../components/form.tsx'
import { Layout } from '../../components/layout.tsx'
import { SubNav } from '../../components/sub-nav.tsx'
import type { Returned } from '../../forms.ts'
import { may, type Member, type Visit } from '../../visit.ts'

/** The organisation that somebody acts for. */
export type Acting = NonNullable<Member['organisation']>

export interface OwnPage {
  visit: Visit
  acting: Acting
  /** A form that could not be done. */
  returned: Returned | null
}

/** The parts of the organisation that the role lets see. */
const partsOf = (visit: Visit): Array<readonly [string, string]> => {
  const { organisation: words } = visit.reader.words.office
  return [
    ['/organisation', words.overview],
    ['/organisation/people', words.people],
    ...(may(visit, 'keys') ? [['/organisation/keys', words.keys] as const] : []),
    ...(may(visit, 'webhooks') ? [['/organisation/webhooks', words.webhooks] as const] : []),
    ['/organisation/decisions', words.decisions],
    ...(may(visit, 'organisation') ? [['/organisation/record', words.record] as const] : [])
  ]
}

/** The frame of an organisation's pages: where one is, what was done, what was wrong. */
export const OrganisationFrame = ({ visit, acting, returned, title, children, labels }: OwnPage & { title: string, children: ComponentChildren, labels?: Readonly<Record<string, string>> }) => (
  <Layout visit={visit} title={`${title} · ${acting.name}`} wide>
    <p class='over'><bdi>{acting.name}</bdi></p>
    <h1><bdi>{title}</bdi></h1>
    <SubNav label={visit.reader.words.office.common.sections} items={partsOf(visit)} path={visit.path.split('?')[0] ?? ''} />
    <Done visit={visit} />
    {returned !== null && <Faults filled={returned} visit={visit} of={returned.form} labels={labels} />}
    {children}
  </Layout>
)

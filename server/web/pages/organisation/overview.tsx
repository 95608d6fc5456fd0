import { resources } from '../../../../db/vocabulary.ts'
import type { OrganisationAnswer } from '../../../schemas/organisations.ts'
import type { VerificationAnswer } from '../../../schemas/verifications.ts'
import { ActionButton, Form, Select, TextArea, TextField } from '../../components/form.tsx'
import { Moment } from '../../components/moment.tsx'
import { Facts } from '../../components/parts.tsx'
import { Verifications } from '../../components/verifications.tsx'
import { filledOf, type Returned } from '../../forms.ts'
import { may, type Visit } from '../../visit.ts'
import { OrganisationFrame, type OwnPage } from './frame.tsx'

export interface OverviewProps extends OwnPage {
  organisation: OrganisationAnswer
  history: readonly VerificationAnswer[]
}

const Ask = ({ visit, returned }: { visit: Visit, returned: Returned | null }) => {
  const { organisation: words, methods } = visit.reader.words.office
  const filled = filledOf(returned, 'ask')
  return (
    <Form visit={visit} action='/organisation/verification' keep='verification' label={words.ask}>
      <Select of='ask' name='method' label={words.method} hint={words.methodHint} filled={filled} required options={(['official-domain', 'document'] as const).map((method) => [method, methods[method]])} />
      <TextField of='ask' name='evidence' label={words.evidence} hint={words.evidenceHint} filled={filled} required maxLength={500} />
      <TextArea of='ask' name='words' label={`${words.words} (${visit.reader.words.forms.optional})`} filled={filled} maxLength={2000} rows={3} />
      <button type='submit'>{words.ask}</button>
    </Form>
  )
}

const Verification = ({ visit, organisation, history, returned }: Omit<OverviewProps, 'acting'>) => {
  const { organisation: words } = visit.reader.words.office
  const waiting = history.some(({ status }) => status === 'asked')
  const runs = may(visit, 'organisation') && !may(visit, 'admin')
  return (
    <section>
      <h2>{words.verification}</h2>
      {organisation.verified && <p>{words.verifiedText}</p>}
      {!organisation.verified && (
        <div class='card'>
          <p>{waiting ? words.waiting : words.whyVerify}</p>
          {runs && (waiting ? <ActionButton visit={visit} action='/organisation/verification/withdraw' quiet>{words.withdrawAsk}</ActionButton> : <Ask visit={visit} returned={returned} />)}
        </div>
      )}
      {history.length > 0 && <><h3>{words.history}</h3><Verifications history={history.toReversed()} reader={visit.reader} /></>}
    </section>
  )
}

const formats = ['csv', 'ndjson'] as const

const Export = ({ visit }: { visit: Visit }) => {
  const { reader: { words: { nav, fields, office: { organisation: words } } } } = visit
  const named = { ...nav, deployments: fields.evidence }
  return (
    <section>
      <h2>{words.export}</h2>
      <p>{words.exportText}</p>
      <ul class='meta'>
        {resources.map((resource) => <li key={resource}>{named[resource]}: {formats.map((format) => <a key={format} class='spaced' aria-label={`${named[resource]}: ${format.toUpperCase()}`} href={`/v1/bulk/${resource}?format=${format}&owner=me&status=draft,published,hidden`} download>{format.toUpperCase()}</a>)}</li>)}
      </ul>
    </section>
  )
}

/** What the organisation is, how it stands, and how it becomes verified. */
export const OrganisationOverview = (props: OverviewProps) => {
  const { visit, acting, returned, organisation, history } = props
  const { reader } = visit
  const { organisation: words, kinds, roles, methods, common } = reader.words.office
  const { verifiedAt, verifiedBy, createdAt, introductionCap } = organisation
  const labels = { name: common.name, method: words.method, evidence: words.evidence, words: words.words }
  return (
    <OrganisationFrame visit={visit} acting={acting} returned={returned} title={words.title} labels={labels}>
      {organisation.suspended === true && <p class='note'>{words.suspended}</p>}
      <div class='columns two'>
        <div>
          <section class='card'>
            <Facts
              facts={[
                [common.name, <bdi key='name'>{organisation.name}</bdi>],
                [common.kind, kinds[organisation.kind]],
                [words.role, roles[acting.role]],
                [words.verification, organisation.verified ? words.verified : words.notVerified],
                [words.verifiedBy, verifiedBy != null && methods[verifiedBy]],
                [words.verifiedOn, verifiedAt != null && <Moment key='verified' at={verifiedAt} reader={reader} />],
                [words.made, createdAt !== undefined && <Moment key='made' at={createdAt} reader={reader} />],
                [words.cap, introductionCap === undefined ? undefined : introductionCap === null ? words.usual : reader.number(introductionCap)]
              ]}
            />
          </section>
          {may(visit, 'organisation') && (
            <details open={returned?.form === 'rename'}>
              <summary>{words.rename}</summary>
              <Form visit={visit} action='/organisation/name'>
                <TextField of='rename' name='name' label={common.name} hint={organisation.verified ? words.renameHint : words.nameHint} filled={filledOf(returned, 'rename', { values: { name: organisation.name }, problem: null })} required maxLength={200} />
                <button type='submit'>{reader.words.forms.save}</button>
              </Form>
            </details>
          )}
          <Export visit={visit} />
        </div>
        <Verification visit={visit} organisation={organisation} history={history} returned={returned} />
      </div>
    </OrganisationFrame>
  )
}

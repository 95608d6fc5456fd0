import type { ComponentChildren } from 'preact'
import type { MemberAnswer } from '../../../schemas/members.ts'
import type { OrganisationAnswer } from '../../../schemas/organisations.ts'
import type { VerificationAnswer } from '../../../schemas/verifications.ts'
import { Form, TextArea, TextField } from '../../components/form.tsx'
import { Moment } from '../../components/moment.tsx'
import { Facts } from '../../components/parts.tsx'
import { Verifications } from '../../components/verifications.tsx'
import { filledOf, type Returned } from '../../forms.ts'
import type { Visit } from '../../visit.ts'
import { SecretariatFrame, type OfficePage } from './frame.tsx'

export interface OrganisationCaseProps extends OfficePage {
  organisation: OrganisationAnswer
  members: readonly MemberAnswer[]
  history: readonly VerificationAnswer[]
}

interface Doing { visit: Visit, returned: Returned | null, at: string, name: string, title: string, text?: string }

/** A form of the secretariat about an organisation, with the reason that its owners read. */
const WithReason = ({ visit, returned, at, name, title, text, children }: Doing & { children?: ComponentChildren }) => {
  const { common } = visit.reader.words.office
  return (
    <details class='confirm' open={returned?.form === name}>
      <summary>{title}</summary>
      {text !== undefined && <p>{text}</p>}
      <Form visit={visit} action={`${at}/${name}`} keep={`${at}/${name}`} label={title}>
        {children}
        <TextArea of={name} name='reason' label={common.reason} hint={common.reasonHint} filled={filledOf(returned, name)} required maxLength={2000} rows={3} />
        <button type='submit'>{title}</button>
      </Form>
    </details>
  )
}

/** One organisation: how it stands, its people, and what the secretariat can do about it. */
export const OrganisationCase = ({ visit, returned, organisation, members, history }: OrganisationCaseProps) => {
  const { reader } = visit
  const { secretariat: words, organisation: own, kinds, roles, methods, common, people } = reader.words.office
  const { id, name, kind, verified, verifiedBy, verifiedAt, suspended, introductionCap, createdAt } = organisation
  const at = `/secretariat/organisations/${id}`
  const doing = { visit, returned, at }
  const waiting = history.find(({ status }) => status === 'asked')
  return (
    <SecretariatFrame visit={visit} returned={returned} title={name} labels={{ reason: common.reason, introductionCap: words.cap }}>
      {suspended === true && <p class='note'>{own.suspended}</p>}
      {waiting !== undefined && <p><a class='button' href={`/secretariat/verifications/${waiting.id}`}>{words.decide}</a></p>}
      <div class='columns two'>
        <div>
          <div class='card'>
            <Facts
              facts={[
                [common.kind, kinds[kind]],
                [own.verification, verified ? words.verified : own.notVerified],
                [own.verifiedBy, verifiedBy != null && methods[verifiedBy]],
                [own.verifiedOn, verifiedAt != null && <Moment key='verified' at={verifiedAt} reader={reader} />],
                [own.made, createdAt !== undefined && <Moment key='made' at={createdAt} reader={reader} />],
                [words.cap, introductionCap == null ? own.usual : reader.number(introductionCap)]
              ]}
            />
            <p><a href={`/secretariat/record?organisation=${id}`}>{words.toRecord}</a></p>
          </div>
          {kind !== 'secretariat' && (suspended === true
            ? <WithReason {...doing} name='lift' title={words.lift} text={words.liftText} />
            : <WithReason {...doing} name='suspend' title={words.suspend} text={words.suspendText} />)}
          <WithReason {...doing} name='cap' title={words.cap}>
            <TextField of='cap' type='number' name='introductionCap' label={words.cap} hint={words.capHint} filled={filledOf(returned, 'cap', { values: { introductionCap: introductionCap == null ? '' : String(introductionCap) }, problem: null })} />
          </WithReason>
          {verified && <WithReason {...doing} name='revoke' title={words.revoke} text={words.revokeText} />}
        </div>
        <div>
          <h2>{people.members}</h2>
          {members.length === 0
            ? <p>{common.none}</p>
            : <ul class='cards'>{members.map(({ personId, name: called, role, email }) => <li key={personId} class='card'><bdi>{called ?? people.unnamed}</bdi><p class='meta'><span>{roles[role]}</span>{typeof email === 'string' && <bdi dir='ltr'>{email}</bdi>}</p></li>)}</ul>}
          {history.length > 0 && <><h2>{own.history}</h2><Verifications history={history.toReversed()} reader={reader} /></>}
        </div>
      </div>
    </SecretariatFrame>
  )
}

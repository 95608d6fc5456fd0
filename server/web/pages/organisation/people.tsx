import { roles as allRoles } from '../../../../db/vocabulary.ts'
import type { InvitationAnswer } from '../../../schemas/invitations.ts'
import type { MemberAnswer } from '../../../schemas/members.ts'
import { Confirm } from '../../components/confirm.tsx'
import { Form, Select, TextField } from '../../components/form.tsx'
import { Moment } from '../../components/moment.tsx'
import { filledOf } from '../../forms.ts'
import { may, type Visit } from '../../visit.ts'
import { OrganisationFrame, type OwnPage } from './frame.tsx'

export interface PeopleProps extends OwnPage {
  members: readonly MemberAnswer[]
  invitations: readonly InvitationAnswer[]
}

const at = '/organisation/people'

const Role = ({ visit, member: { personId, role }, name }: { visit: Visit, member: MemberAnswer, name: string }) => {
  const { reader: { fill, words: { office: { people: words, roles, common } } } } = visit
  return (
    <Form visit={visit} action={`${at}/${personId}/role`}>
      <span class='row'>
        <select name='role' aria-label={fill(words.roleOf, { name })}>
          {allRoles.map((value) => <option key={value} value={value} selected={value === role}>{roles[value]}</option>)}
        </select>
        <button type='submit' class='quiet' aria-label={`${common.change}: ${name}`}>{common.change}</button>
      </span>
    </Form>
  )
}

const Member = ({ visit, member }: { visit: Visit, member: MemberAnswer }) => {
  const { reader } = visit
  const { people: words, roles, common } = reader.words.office
  const self = member.personId === visit.member?.personId
  const runs = may(visit, 'organisation')
  const name = member.name ?? words.unnamed
  return (
    <li class='card person'>
      <div>
        <h3><bdi>{name}</bdi>{self && <> ({words.you})</>}</h3>
        <p class='meta'>
          <span>{roles[member.role]}</span>
          {typeof member.email === 'string' && <bdi dir='ltr'>{member.email}</bdi>}
          <span>{common.since} <Moment at={member.since} reader={reader} /></span>
        </p>
      </div>
      {runs && <Role visit={visit} member={member} name={name} />}
      {self
        ? <Confirm visit={visit} action={`${at}/${member.personId}/remove`} summary={words.leave} button={words.leave} text={words.leaveText} />
        : runs && <Confirm visit={visit} action={`${at}/${member.personId}/remove`} summary={common.remove} button={reader.fill(words.removeOf, { name })} label={reader.fill(words.removeOf, { name })} text={reader.fill(words.removeText, { name })} />}
    </li>
  )
}

const Invitations = ({ visit, invitations }: { visit: Visit, invitations: readonly InvitationAnswer[] }) => {
  const { reader } = visit
  const { people: words, roles } = reader.words.office
  return (
    <>
      <h3>{words.open}</h3>
      <ul class='cards'>
        {invitations.map(({ id, email, role, expiresAt }) => (
          <li key={id} class='card'>
            <p><bdi dir='ltr'>{email}</bdi></p>
            <p class='meta'><span>{roles[role]}</span><span>{reader.fill(words.until, { day: reader.day(expiresAt) })}</span></p>
            <Form visit={visit} action={`${at}/invitations/${id}/withdraw`}>
              <button type='submit' class='quiet' aria-label={reader.fill(words.withdrawOf, { name: email })}>{words.withdraw}</button>
            </Form>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Who belongs to the organisation, and who is invited. */
export const OrganisationPeople = ({ visit, acting, returned, members, invitations }: PeopleProps) => {
  const { people: words, organisation, roles, rolesHint } = visit.reader.words.office
  const filled = filledOf(returned, 'invite', { values: { role: 'editor' }, problem: null })
  const labels = { email: words.email, role: words.role }
  return (
    <OrganisationFrame visit={visit} acting={acting} returned={returned} title={organisation.people} labels={labels}>
      <div class={may(visit, 'organisation') ? 'columns aside' : undefined}>
        <section>
          <h2>{words.members}</h2>
          <p class='hint'>{rolesHint}</p>
          <ul class='cards'>{members.map((member) => <Member key={member.personId} visit={visit} member={member} />)}</ul>
        </section>
        {may(visit, 'organisation') && (
          <section>
            <h2>{words.invite}</h2>
            <Form visit={visit} action={`${at}/invitations`} label={words.invite}>
              <TextField of='invite' type='email' name='email' label={words.email} hint={words.emailHint} filled={filled} required maxLength={320} autocomplete='off' />
              <Select of='invite' name='role' label={words.role} hint={rolesHint} filled={filled} required options={allRoles.map((role) => [role, roles[role]])} />
              <button type='submit'>{words.invite}</button>
            </Form>
            {invitations.length > 0 && <Invitations visit={visit} invitations={invitations} />}
          </section>
        )}
      </div>
    </OrganisationFrame>
  )
}

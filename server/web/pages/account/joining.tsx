import type { Invited } from '../../../services/invitations.ts'
import { Faults, Form, Select, TextField } from '../../components/form.tsx'
import { Layout } from '../../components/layout.tsx'
import type { Filled } from '../../forms.ts'
import type { Visit } from '../../visit.ts'

export const FoundOrganisation = ({ visit, filled }: { visit: Visit, filled: Filled }) => {
  const { found, fields, kinds } = visit.reader.words.account
  return (
    <Layout visit={visit} title={found.title}>
      <h1>{found.title}</h1>
      <p class='lead'>{found.lead}</p>
      <Faults visit={visit} filled={filled} labels={{ ...fields, name: fields.organisationName }} />
      <Form visit={visit} action='/organisations/new'>
        <TextField name='name' label={fields.organisationName} hint={fields.organisationNameHint} filled={filled} required maxLength={200} autocomplete='organization' />
        <Select name='kind' label={fields.kind} filled={filled} required empty={visit.reader.words.dialogue.ask.choose} options={(['city', 'provider', 'partner'] as const).map((kind) => [kind, kinds[kind]])} />
        <button type='submit'>{found.do}</button>
      </Form>
      <h2>{found.verification}</h2>
      <p>{found.verificationText}</p>
    </Layout>
  )
}

/** @param invited what the link invites to; what is in the way otherwise */
export const InvitationPage = ({ visit, token, invited }: { visit: Visit, token: string, invited: Invited | 'over' | 'other' }) => {
  const { reader } = visit
  const { account: { invitation, roles }, errors } = reader.words
  return (
    <Layout visit={visit} title={invitation.title}>
      <h1>{invitation.title}</h1>
      {typeof invited === 'string'
        ? (
          <>
            <p role='alert'>{invitation[invited]}</p>
            <p><a class='button quiet' href='/'>{errors.home}</a></p>
          </>
          )
        : (
          <Form visit={visit} action='/invitations'>
            <p class='lead'><bdi>{reader.fill(invitation.lead, { inviter: invited.inviter ?? invitation.someone, organisation: invited.organisation, role: roles[invited.role] })}</bdi></p>
            <p>{invitation.means[invited.role]}</p>
            <p class='small'>{reader.fill(invitation.until, { day: reader.day(invited.expiresAt) })}</p>
            <input type='hidden' name='token' value={token} />
            <button type='submit'>{invitation.accept}</button>
          </Form>
          )}
    </Layout>
  )
}

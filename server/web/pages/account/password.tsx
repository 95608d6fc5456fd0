import { Faults, Form, TextField } from '../../components/form.tsx'
import { Layout } from '../../components/layout.tsx'
import type { Filled } from '../../forms.ts'
import type { Visit } from '../../visit.ts'

/** From a page of the account back to it. */
export const ToAccount = ({ visit }: { visit: Visit }) => <p class='small'><a href='/account'>{visit.reader.words.account.account.title}</a></p>

export const ChangePassword = ({ visit, filled }: { visit: Visit, filled: Filled }) => {
  const { password, fields } = visit.reader.words.account
  return (
    <Layout visit={visit} title={password.title}>
      <ToAccount visit={visit} />
      <h1>{password.title}</h1>
      <p class='lead'>{password.lead}</p>
      <Faults visit={visit} filled={filled} labels={{ ...fields, password: fields.presentPassword }} />
      <Form visit={visit} action='/account/password'>
        <TextField name='password' type='password' label={fields.presentPassword} filled={filled} required autocomplete='current-password' />
        <TextField name='newPassword' type='password' label={fields.newPassword} hint={fields.passwordHint} filled={filled} required autocomplete='new-password' />
        <button type='submit'>{password.do}</button>
      </Form>
      <p class='after'>{password.forgotten} <a href='/reset'>{visit.reader.words.account.reset.title}</a></p>
    </Layout>
  )
}

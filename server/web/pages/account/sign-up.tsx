import { localeNames } from '../../../locales/index.ts'
import { Faults, Form, Select, TextField } from '../../components/form.tsx'
import { Layout } from '../../components/layout.tsx'
import { type Filled, unfilled } from '../../forms.ts'
import { readerIn } from '../../reader.ts'
import type { Visit } from '../../visit.ts'

/** Languages of the service, each by its own name. */
export const languageOptions = localeNames.map((name) => [name, readerIn(name).languageName(name)] as const)

const Agreement = ({ visit: { reader } }: { visit: Visit }) => {
  const { signUp } = reader.words.account
  const links: Readonly<Record<string, preact.JSX.Element>> = { terms: <a href='/terms'>{signUp.termsLink}</a>, privacy: <a href='/privacy'>{signUp.privacyLink}</a> }
  return <p class='small'>{signUp.agree.split(/\{(\w+)\}/).map((piece) => links[piece] ?? piece)}</p>
}

export const SignUp = ({ visit, filled, back }: { visit: Visit, filled: Filled, back: string }) => {
  const { signUp, fields } = visit.reader.words.account
  return (
    <Layout visit={visit} title={signUp.title}>
      <h1>{signUp.title}</h1>
      <p class='lead'>{signUp.lead}</p>
      <Faults visit={visit} filled={filled} labels={fields} />
      <Form visit={visit} action='/sign-up'>
        <input type='hidden' name='back' value={back} />
        <TextField name='name' label={fields.name} hint={fields.nameHint} filled={filled} required maxLength={100} autocomplete='name' />
        <TextField name='email' type='email' label={fields.email} hint={fields.emailHint} filled={filled} required maxLength={254} autocomplete='username' />
        <TextField name='password' type='password' label={fields.password} hint={fields.passwordHint} filled={filled} required autocomplete='new-password' />
        <Select name='language' label={fields.language} hint={fields.languageHint} filled={filled} options={languageOptions} />
        <Agreement visit={visit} />
        <button type='submit'>{signUp.do}</button>
      </Form>
      <p class='after'>{signUp.known} <a href={`/sign-in?back=${encodeURIComponent(back)}`}>{visit.reader.words.nav.signIn}</a></p>
    </Layout>
  )
}

/** After a letter was asked for: the same, whether there is an account or not. */
export const Sent = ({ visit, what, invited = false }: { visit: Visit, what: 'confirm' | 'reset', invited?: boolean }) => {
  const { sent } = visit.reader.words.account
  return (
    <Layout visit={visit} title={sent.title}>
      <h1>{sent.title}</h1>
      <p class='lead'>{sent[what]}</p>
      {invited && <p class='note'>{sent.invited}</p>}
      <p>{sent.none} <a href={what === 'confirm' ? '/confirm/resend' : '/reset'}>{sent.again}</a></p>
    </Layout>
  )
}

/** Opening the link does nothing: programs that look through mail open links. The button confirms. */
export const Confirm = ({ visit, token, over }: { visit: Visit, token: string, over: boolean }) => {
  const { confirm, resend } = visit.reader.words.account
  const { nav } = visit.reader.words
  return (
    <Layout visit={visit} title={confirm.title}>
      <h1>{confirm.title}</h1>
      {over
        ? (
          <>
            <p role='alert'>{confirm.over}</p>
            <p class='row'><a class='button' href='/sign-in'>{nav.signIn}</a> <a class='button quiet' href='/confirm/resend'>{resend.title}</a></p>
          </>
          )
        : (
          <Form visit={visit} action='/confirm'>
            <p class='lead'>{confirm.lead}</p>
            <input type='hidden' name='token' value={token} />
            <button type='submit'>{confirm.do}</button>
          </Form>
          )}
    </Layout>
  )
}

/** Asks for an address that a letter is to go to. */
export const AskForLetter = ({ visit, filled, what }: { visit: Visit, filled: Filled, what: 'resend' | 'reset' }) => {
  const { fields, [what]: words } = visit.reader.words.account
  return (
    <Layout visit={visit} title={words.title}>
      <h1>{words.title}</h1>
      <p class='lead'>{words.lead}</p>
      <Faults visit={visit} filled={filled} labels={fields} />
      <Form visit={visit} action={what === 'resend' ? '/confirm/resend' : '/reset'}>
        <TextField name='email' type='email' label={fields.email} filled={filled} required maxLength={254} autocomplete='username' />
        <button type='submit'>{words.do}</button>
      </Form>
    </Layout>
  )
}

export const NewPassword = ({ visit, token, filled = unfilled, over }: { visit: Visit, token: string, filled?: Filled, over: boolean }) => {
  const { reset, fields } = visit.reader.words.account
  return (
    <Layout visit={visit} title={reset.title}>
      <h1>{reset.title}</h1>
      {over
        ? (
          <>
            <p role='alert'>{reset.over}</p>
            <p><a class='button' href='/reset'>{reset.again}</a></p>
          </>
          )
        : (
          <>
            <p class='lead'>{reset.chooseLead}</p>
            <Faults visit={visit} filled={filled} labels={fields} />
            <Form visit={visit} action='/reset'>
              <input type='hidden' name='token' value={token} />
              <TextField name='password' type='password' label={fields.newPassword} hint={fields.passwordHint} filled={filled} required autocomplete='new-password' />
              <button type='submit'>{reset.chooseDo}</button>
            </Form>
          </>
          )}
    </Layout>
  )
}

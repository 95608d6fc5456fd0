import { Faults, Form, TextField } from '../../components/form.tsx'
import { Layout } from '../../components/layout.tsx'
import type { Filled } from '../../forms.ts'
import { csrfField } from '../../../plugins/principal.ts'
import type { Visit } from '../../visit.ts'

export const signInNotes = ['confirmed', 'reset', 'over'] as const
export type SignInNote = (typeof signInNotes)[number]

interface SignInProps {
  visit: Visit
  filled: Filled
  /** Where it leads on to. */
  back: string
  note?: SignInNote
}

export const SignIn = ({ visit, filled, back, note }: SignInProps) => {
  const { account: { signIn, signUp, resend, fields } } = visit.reader.words
  const query = `?back=${encodeURIComponent(back)}`
  return (
    <Layout visit={visit} title={signIn.title}>
      <h1>{signIn.title}</h1>
      {note !== undefined ? <p class='done' role='status'>{signIn[note]}</p> : back !== '/' && <p class='lead'>{signIn.first}</p>}
      <Faults visit={visit} filled={filled} labels={fields} />
      <Form visit={visit} action='/sign-in'>
        <input type='hidden' name='back' value={back} />
        <TextField name='email' type='email' label={fields.email} filled={filled} required maxLength={254} autocomplete='username' />
        <TextField name='password' type='password' label={fields.password} filled={filled} required autocomplete='current-password' />
        <button type='submit'>{signIn.do}</button>
      </Form>
      <ul class='plain after'>
        <li><a href='/reset'>{signIn.forgotten}</a></li>
        <li>{signIn.new} <a href={`/sign-up${query}`}>{signUp.title}</a></li>
        <li>{signIn.unconfirmed} <a href='/confirm/resend'>{resend.title}</a></li>
      </ul>
    </Layout>
  )
}

/** @param token of the session that waits for the code */
export const SecondStep = ({ visit, filled, back, token }: SignInProps & { token: string }) => {
  const { second, fields } = visit.reader.words.account
  return (
    <Layout visit={visit} title={second.title}>
      <h1>{second.title}</h1>
      <p class='lead'>{second.lead}</p>
      <Faults visit={visit} filled={filled} labels={{ ...fields, code: fields.anyCode }} />
      <Form visit={visit} action='/sign-in/code'>
        <input type='hidden' name='back' value={back} />
        <input type='hidden' name={csrfField} value={token} />
        <TextField name='code' label={fields.anyCode} hint={fields.anyCodeHint} filled={filled} required maxLength={50} autocomplete='one-time-code' />
        <button type='submit'>{second.do}</button>
      </Form>
      <p class='after'>{second.lost} <a href={`/sign-in?back=${encodeURIComponent(back)}`}>{second.back}</a></p>
    </Layout>
  )
}

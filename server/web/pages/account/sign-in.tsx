import { Faults, Form, TextField } from '../../components/form.tsx'
import { Carried, WrittenText } from '../../components/kept.tsx'
import { Layout } from '../../components/layout.tsx'
import type { Filled } from '../../forms.ts'
import type { Kept } from '../../kept.ts'
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
  /** A form that was not taken because nobody was signed in: it goes along. */
  kept?: Kept | null
}

export const SignIn = ({ visit, filled, back, note, kept = null }: SignInProps) => {
  const { account: { signIn, signUp, resend, fields, kept: words } } = visit.reader.words
  const title = kept === null ? signIn.title : words.title
  const aside = kept === null ? {} : { target: '_blank', rel: 'noreferrer' }
  const query = `?back=${encodeURIComponent(back)}`
  return (
    <Layout visit={visit} title={title}>
      <h1>{title}</h1>
      {kept !== null && <p class='note' role='alert'>{words.signedOut}</p>}
      {kept === null && (note !== undefined ? <p class='done' role='status'>{signIn[note]}</p> : back !== '/' && <p class='lead'>{signIn.first}</p>)}
      <Faults visit={visit} filled={filled} labels={fields} />
      <Form visit={visit} action='/sign-in'>
        {kept !== null && <Carried kept={kept} />}
        <input type='hidden' name='back' value={back} />
        <TextField name='email' type='email' label={fields.email} filled={filled} required maxLength={254} autocomplete='username' />
        <TextField name='password' type='password' label={fields.password} filled={filled} required autocomplete='current-password' />
        <button type='submit'>{signIn.do}</button>
      </Form>
      <ul class='plain after'>
        <li><a href='/reset' {...aside}>{signIn.forgotten}</a></li>
        <li>{signIn.new} <a href={`/sign-up${query}`} {...aside}>{signUp.title}</a></li>
        <li>{signIn.unconfirmed} <a href='/confirm/resend' {...aside}>{resend.title}</a></li>
      </ul>
      {kept !== null && <WrittenText kept={kept} reader={visit.reader} />}
    </Layout>
  )
}

/** @param token of the session that waits for the code */
export const SecondStep = ({ visit, filled, back, token, kept = null }: SignInProps & { token: string }) => {
  const { second, fields } = visit.reader.words.account
  return (
    <Layout visit={visit} title={second.title}>
      <h1>{second.title}</h1>
      <p class='lead'>{second.lead}</p>
      <Faults visit={visit} filled={filled} labels={{ ...fields, code: fields.anyCode }} />
      <Form visit={visit} action='/sign-in/code'>
        {kept !== null && <Carried kept={kept} />}
        <input type='hidden' name='back' value={back} />
        <input type='hidden' name={csrfField} value={token} />
        <TextField name='code' label={fields.anyCode} hint={fields.anyCodeHint} filled={filled} required maxLength={50} autocomplete='one-time-code' />
        <button type='submit'>{second.do}</button>
      </Form>
      {kept === null && <p class='after'>{second.lost} <a href={`/sign-in?back=${encodeURIComponent(back)}`}>{second.back}</a></p>}
      {kept !== null && <WrittenText kept={kept} reader={visit.reader} />}
    </Layout>
  )
}

import type { PersonAnswer } from '../../../schemas/people.ts'
import type { TotpSetup } from '../../../schemas/second-factor.ts'
import { Faults, Form, TextField } from '../../components/form.tsx'
import { Layout } from '../../components/layout.tsx'
import { QrCode } from '../../components/qr-code.tsx'
import { Facts } from '../../components/parts.tsx'
import type { Filled } from '../../forms.ts'
import type { Visit } from '../../visit.ts'
import { ToAccount } from './password.tsx'

/** Letters in groups of four, as they are read out and typed. */
const grouped = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ')

const Password = ({ visit, filled }: { visit: Visit, filled: Filled }) => {
  const { fields } = visit.reader.words.account
  return <TextField name='password' type='password' label={fields.yourPassword} hint={fields.yourPasswordHint} filled={filled} required autocomplete='current-password' />
}

/** How it stands, and what can be done about it. */
export const SecondFactorPage = ({ visit, person, filled }: { visit: Visit, person: PersonAnswer, filled: Filled }) => {
  const { reader } = visit
  const { factor, account, fields } = reader.words.account
  return (
    <Layout visit={visit} title={factor.title}>
      <ToAccount visit={visit} />
      <h1>{factor.title}</h1>
      <p class='lead'>{factor.what}</p>
      <Faults visit={visit} filled={filled} labels={{ ...fields, password: fields.yourPassword }} />
      {person.secondFactor
        ? (
          <>
            <p><strong>{factor.on}</strong> {reader.count(account.codesLeft, person.recoveryCodesLeft ?? 0)}</p>
            <p class='row'><a class='button' href='/account/second-factor/codes'>{factor.renew}</a> <a class='button quiet' href='/account/second-factor/stop'>{factor.stop}</a></p>
          </>
          )
        : (
          <>
            <p><strong>{factor.off}</strong></p>
            <Form visit={visit} action='/account/second-factor'>
              <Password visit={visit} filled={filled} />
              <button type='submit'>{factor.begin}</button>
            </Form>
          </>
          )}
    </Layout>
  )
}

export const SetUp = ({ visit, setup: { secret, uri }, email, filled }: { visit: Visit, setup: TotpSetup, email: string, filled: Filled }) => {
  const { factor, fields } = visit.reader.words.account
  return (
    <Layout visit={visit} title={factor.title}>
      <h1>{factor.title}</h1>
      <Faults visit={visit} filled={filled} labels={fields} />
      <h2>{factor.stepApp}</h2>
      <p><a class='button quiet' href={uri}>{factor.openApp}</a></p>
      <p>{factor.scanIt}</p>
      <QrCode text={uri} label={factor.qr} />
      <p>{factor.typeIt}</p>
      <div class='card'>
        <Facts facts={[[factor.secret, <code key='secret' class='secret' dir='ltr'>{grouped(secret)}</code>], [factor.account, <bdi key='email'>{email}</bdi>]]} />
        <p class='small'>{factor.kind}</p>
      </div>
      <h2>{factor.stepCode}</h2>
      <Form visit={visit} action='/account/second-factor/confirm'>
        <input type='hidden' name='secret' value={secret} />
        <TextField name='code' label={fields.code} filled={filled} required maxLength={10} autocomplete='one-time-code' />
        <button type='submit'>{factor.confirm}</button>
      </Form>
    </Layout>
  )
}

/** Recovery codes, in this answer and in no later one. */
export const Codes = ({ visit, codes, renewed }: { visit: Visit, codes: readonly string[], renewed: boolean }) => {
  const { factor } = visit.reader.words.account
  return (
    <Layout visit={visit} title={factor.codesTitle}>
      <h1>{factor.codesTitle}</h1>
      <p class='done' role='status'>{renewed ? factor.codesNew : factor.codesOn}</p>
      <p>{factor.codesOnce}</p>
      <ol class='codes card' dir='ltr'>{codes.map((code) => <li key={code}><code>{code}</code></li>)}</ol>
      <p class='no-print'><a class='button' href='/account'>{factor.codesKept}</a></p>
    </Layout>
  )
}

/** What takes the password and a code. */
export const WithProof = ({ visit, what, filled }: { visit: Visit, what: 'renew' | 'stop', filled: Filled }) => {
  const { factor, fields } = visit.reader.words.account
  return (
    <Layout visit={visit} title={factor[what]}>
      <p class='small'><a href='/account/second-factor'>{factor.title}</a></p>
      <h1>{factor[what]}</h1>
      <p class='lead'>{factor[`${what}Lead`]}</p>
      <Faults visit={visit} filled={filled} labels={{ ...fields, password: fields.yourPassword, code: fields.anyCode }} />
      <Form visit={visit} action={what === 'renew' ? '/account/second-factor/codes' : '/account/second-factor/stop'}>
        <Password visit={visit} filled={filled} />
        <TextField name='code' label={fields.anyCode} hint={fields.anyCodeHint} filled={filled} required maxLength={50} autocomplete='one-time-code' />
        <button type='submit'>{factor[`${what}Do`]}</button>
      </Form>
    </Layout>
  )
}

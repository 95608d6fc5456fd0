import { Faults, Form, TextField } from '../../components/form.tsx'
import { Layout } from '../../components/layout.tsx'
import type { Filled } from '../../forms.ts'
import type { Visit } from '../../visit.ts'
import { ToAccount } from './password.tsx'

/** @param inTheWay organisations that would be left without an owner */
export const Erase = ({ visit, filled, inTheWay }: { visit: Visit, filled: Filled, inTheWay: readonly string[] }) => {
  const { erase, account, fields } = visit.reader.words.account
  return (
    <Layout visit={visit} title={erase.title}>
      <ToAccount visit={visit} />
      <h1>{erase.title}</h1>
      <Faults visit={visit} filled={filled} labels={{ ...fields, password: fields.yourPassword }} />
      <p>{erase.goes}</p>
      <p>{erase.stays}</p>
      <p>{erase.first} <a href='/account/data' download>{account.download}</a></p>
      {inTheWay.length > 0
        ? (
          <div class='note'>
            <p>{erase.inTheWay}</p>
            <ul>{inTheWay.map((name) => <li key={name}><bdi>{name}</bdi></li>)}</ul>
          </div>
          )
        : (
          <Form visit={visit} action='/account/erase'>
            <TextField name='password' type='password' label={fields.yourPassword} hint={fields.yourPasswordHint} filled={filled} required autocomplete='current-password' />
            <button type='submit' class='danger'>{erase.do}</button>
          </Form>
          )}
    </Layout>
  )
}

export const Erased = ({ visit }: { visit: Visit }) => {
  const { account: { erase }, errors } = visit.reader.words
  return (
    <Layout visit={visit} title={erase.done}>
      <h1>{erase.done}</h1>
      <p class='lead'>{erase.doneLead}</p>
      <p><a class='button' href='/'>{errors.home}</a></p>
    </Layout>
  )
}

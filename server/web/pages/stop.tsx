import { Form } from '../components/form.tsx'
import { Layout } from '../components/layout.tsx'
import type { Visit } from '../visit.ts'

/** The link in mails that ends them: opening it changes nothing. */
export const StopPage = ({ visit, token, state }: { visit: Visit, token: string, state: 'on' | 'off' | 'wrong' }) => {
  const { stop } = visit.reader.words.account
  return (
    <Layout visit={visit} title={stop.title}>
      <h1>{stop.title}</h1>
      <p class='lead' role={state === 'on' ? undefined : 'status'}>{stop[state]}</p>
      {state === 'on' && (
        <Form visit={visit} action='/stop'>
          <input type='hidden' name='token' value={token} />
          <button type='submit'>{stop.do}</button>
        </Form>
      )}
    </Layout>
  )
}

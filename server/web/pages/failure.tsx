import { Layout } from '../components/layout.tsx'
import type { Visit } from '../visit.ts'

type Known = 'not-found' | 'gone' | 'rate-limited' | 'overloaded' | 'missing-key' | 'csrf'
const isKnown = (code: string): code is Known => ['not-found', 'gone', 'rate-limited', 'overloaded', 'missing-key', 'csrf'].includes(code)

/** What went wrong, in words, and where to go from here. */
export const Failure = ({ visit, code, reference }: { visit: Visit, code: string, reference: string }) => {
  const { reader } = visit
  const { errors, nav } = reader.words
  return (
    <Layout visit={visit} title={errors.title}>
      <h1>{errors.title}</h1>
      <p>{isKnown(code) ? errors[code] : errors.other}</p>
      {!isKnown(code) && <p class='small'>{reader.fill(errors.reference, { id: reference })}</p>}
      {code === 'missing-key' && <p><a class='button' href='/sign-in'>{nav.signIn}</a></p>}
      <p><a class={code === 'missing-key' ? 'button quiet' : 'button'} href='/'>{errors.home}</a></p>
    </Layout>
  )
}

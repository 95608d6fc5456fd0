import { Layout } from '../components/layout.tsx'
import type { Visit } from '../visit.ts'

type Known = 'not-found' | 'gone' | 'rate-limited' | 'overloaded'
const isKnown = (code: string): code is Known => ['not-found', 'gone', 'rate-limited', 'overloaded'].includes(code)

/** What went wrong, in words, and where to go from here. */
export const Failure = ({ visit, code, reference }: { visit: Visit, code: string, reference: string }) => {
  const { reader } = visit
  const { errors } = reader.words
  return (
    <Layout visit={visit} title={errors.title}>
      <h1>{errors.title}</h1>
      <p>{isKnown(code) ? errors[code] : errors.other}</p>
      {!isKnown(code) && <p class='small'>{reader.fill(errors.reference, { id: reference })}</p>}
      <p><a class='button' href='/'>{errors.home}</a></p>
    </Layout>
  )
}

import { Layout } from '../components/layout.tsx'
import type { Reader } from '../reader.ts'

type Known = 'not-found' | 'gone' | 'rate-limited' | 'overloaded'
const isKnown = (code: string): code is Known => ['not-found', 'gone', 'rate-limited', 'overloaded'].includes(code)

/** What went wrong, in words, and where to go from here. */
export const Failure = ({ reader, code, reference, path }: { reader: Reader, code: string, reference: string, path: string }) => {
  const { errors } = reader.words
  return (
    <Layout reader={reader} title={errors.title} path={path}>
      <h1>{errors.title}</h1>
      <p>{isKnown(code) ? errors[code] : errors.other}</p>
      {!isKnown(code) && <p class='small'>{reader.fill(errors.reference, { id: reference })}</p>}
      <p><a class='button' href='/'>{errors.home}</a></p>
    </Layout>
  )
}

import { SendAgain } from '../components/kept.tsx'
import { Layout } from '../components/layout.tsx'
import type { Kept } from '../kept.ts'
import type { Visit } from '../visit.ts'

type Known = 'not-found' | 'gone' | 'rate-limited' | 'overloaded' | 'missing-key' | 'csrf'
const isKnown = (code: string): code is Known => ['not-found', 'gone', 'rate-limited', 'overloaded', 'missing-key', 'csrf'].includes(code)

/**
 * What went wrong, in words, and where to go from here.
 * @param kept the form that was not taken
 */
export const Failure = ({ visit, code, reference, kept }: { visit: Visit, code: string, reference: string, kept: Kept | null }) => {
  const { reader } = visit
  const { errors, nav, account } = reader.words
  const anew = code === 'csrf' && kept !== null
  const title = anew ? account.kept.title : errors.title
  return (
    <Layout visit={visit} title={title}>
      <h1>{title}</h1>
      <p role='alert'>{anew ? reader.fill(account.kept.ready, { name: visit.member?.name ?? '' }) : isKnown(code) ? errors[code] : errors.other}</p>
      {!isKnown(code) && <p class='small'>{reader.fill(errors.reference, { id: reference })}</p>}
      {kept !== null && <SendAgain visit={visit} kept={kept} />}
      {code === 'missing-key' && <p><a class='button' href={`/sign-in?back=${encodeURIComponent(visit.path)}`}>{nav.signIn}</a></p>}
      {kept === null && <p><a class={code === 'missing-key' ? 'button quiet' : 'button'} href='/'>{errors.home}</a></p>}
    </Layout>
  )
}

import { Layout } from '../../components/layout.tsx'
import { SendAgain } from '../../components/kept.tsx'
import type { Kept } from '../../kept.ts'
import type { Visit } from '../../visit.ts'

/** A form that was kept while its writer signed in: looked at once more, then sent. */
export const KeptPage = ({ visit, kept }: { visit: Visit, kept: Kept }) => {
  const { kept: words } = visit.reader.words.account
  return (
    <Layout visit={visit} title={words.title}>
      <h1>{words.title}</h1>
      <p class='note' role='status'>{visit.reader.fill(words.ready, { name: visit.member?.name ?? '' })}</p>
      <SendAgain visit={visit} kept={kept} />
    </Layout>
  )
}

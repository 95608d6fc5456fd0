import { Form } from '../../components/form.tsx'
import { Layout } from '../../components/layout.tsx'
import type { Visit } from '../../visit.ts'

/** The end of a search's mails, for whoever has the link of one; a button, because programs that look through mail open every link. */
export const StopPage = ({ visit, token, stopped }: { visit: Visit, token: string, stopped: boolean }) => {
  const { searches } = visit.reader.words.dialogue
  return (
    <Layout visit={visit} title={searches.stopTitle}>
      <h1>{searches.stopTitle}</h1>
      {stopped
        ? <p class='done' role='status'>{searches.stopDone}</p>
        : <><p>{searches.stopAsk}</p><Form visit={visit} action={`/stop?token=${encodeURIComponent(token)}`}><button type='submit'>{searches.stop}</button></Form></>}
      <p><a href='/searches'>{searches.title}</a></p>
    </Layout>
  )
}

import type { Visit } from '../visit.ts'
import { Layout } from './layout.tsx'

/** A secret, the one time that it is shown. */
export const SecretPage = ({ visit, label, secret, back }: { visit: Visit, label: string, secret: string, back: string }) => {
  const { secret: words } = visit.reader.words.office
  return (
    <Layout visit={visit} title={words.title}>
      <h1>{words.title}</h1>
      <p class='note' role='status'>{words.once}</p>
      <div class='field'>
        <label for='secret'>{label}</label>
        <textarea id='secret' class='secret' readonly rows={3} dir='ltr' autocomplete='off' spellcheck={false}>{secret}</textarea>
      </div>
      <p><a class='button' href={back}>{words.back}</a></p>
    </Layout>
  )
}

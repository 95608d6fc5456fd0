import type { Resource } from '../../../db/vocabulary.ts'
import { Form } from '../components/form.tsx'
import { Layout } from '../components/layout.tsx'
import { Refusal } from '../components/refusal.tsx'
import { versionInput } from '../editing/typed.ts'
import type { Problem } from '../../errors.ts'
import type { Visit } from '../visit.ts'

/** Asks once more before a profile is closed. */
export const ClosePage = ({ visit, resource, id, version, name, draft, problem }: { visit: Visit, resource: Resource, id: string, version: number, name: string, draft: boolean, problem: Problem | null }) => {
  const { editing } = visit.reader.words
  return (
    <Layout visit={visit} title={editing.titles.close}>
      <h1>{editing.titles.close}</h1>
      {problem !== null && <div class='faults' role='alert'><Refusal problem={problem} reader={visit.reader} /></div>}
      <p><strong><bdi>{name}</bdi></strong></p>
      <p>{draft ? editing.close.draftLead : editing.close.lead}</p>
      <Form visit={visit} action={`/${resource}/${id}/close`}>
        <input type='hidden' name={versionInput} value={version} />
        <p class='row'><button type='submit'>{editing.buttons.close}</button> <a class='button quiet' href={`/${resource}/${id}/edit`}>{editing.buttons.cancel}</a></p>
      </Form>
    </Layout>
  )
}

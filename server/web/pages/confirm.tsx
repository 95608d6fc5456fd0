import type { Problem } from '../../errors.ts'
import type { Presented } from '../../services/profiles.ts'
import { Evidence } from '../components/evidence.tsx'
import { Form } from '../components/form.tsx'
import { Layout } from '../components/layout.tsx'
import { Refusal } from '../components/refusal.tsx'
import { versionInput } from '../editing/typed.ts'
import type { Visit } from '../visit.ts'

/** What somebody says of the city, for the city to confirm. */
export const ConfirmPage = ({ visit, deployment, name, problem }: { visit: Visit, deployment: Presented, name: string, problem: Problem | null }) => {
  const { reader } = visit
  const { editing } = reader.words
  return (
    <Layout visit={visit} title={editing.titles.confirm}>
      <h1>{editing.titles.confirm}</h1>
      {problem !== null && <div class='faults' role='alert'><Refusal problem={problem} reader={visit.reader} /></div>}
      <h2 class='hidden'>{reader.words.fields.evidence}</h2>
      <ul class='cards'><Evidence deployment={deployment} reader={reader} title={<a href={`/solutions/${String(deployment['solutionId'])}`}><bdi>{name}</bdi></a>} /></ul>
      {deployment['confirmed'] === true
        ? <p>{editing.confirm.already}</p>
        : (
          <>
            <p>{editing.confirm.lead}</p>
            <p>{editing.confirm.wrong}</p>
            <Form visit={visit} action={`/deployments/${deployment.id}/confirm`}>
              <input type='hidden' name={versionInput} value={deployment.version} />
              <p class='row'><button type='submit'>{editing.buttons.confirm}</button> <a class='button quiet' href='/mine'>{editing.buttons.cancel}</a></p>
            </Form>
          </>
          )}
    </Layout>
  )
}

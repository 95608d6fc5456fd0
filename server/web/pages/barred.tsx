import type { Resource } from '../../../db/vocabulary.ts'
import { Layout } from '../components/layout.tsx'
import type { Visit } from '../visit.ts'

const ofCities: ReadonlySet<Resource> = new Set(['cities', 'challenges'])

/** Why somebody who is signed in cannot write this, and what to do about it. */
export const Barred = ({ visit, resource }: { visit: Visit, resource: Resource }) => {
  const { reader, member } = visit
  const { editing: { barred, titles } } = reader.words
  const organisation = member?.organisation
  const why = organisation === null || organisation === undefined
    ? barred.organisation
    : reader.fill(organisation.role === 'viewer' ? barred.role : barred.kind, { organisation: organisation.name, who: ofCities.has(resource) ? barred.cities : barred.providers })
  return (
    <Layout visit={visit} title={titles.barred}>
      <h1>{titles.barred}</h1>
      <p>{why}</p>
      <p><a class='button' href='/organisation'>{barred.link}</a></p>
    </Layout>
  )
}

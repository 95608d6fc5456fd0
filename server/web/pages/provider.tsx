import type { JsonObject } from '../../../db/index.ts'
import type { Content } from '../../schemas/resource.ts'
import { SolutionItem } from '../components/items.tsx'
import { Done } from '../components/done.tsx'
import { Layout } from '../components/layout.tsx'
import { Report } from '../components/report.tsx'
import { Chips, codeIn, Facts, Sample } from '../components/parts.tsx'
import { Prose } from '../components/text.tsx'
import type { Visit } from '../visit.ts'

type Shown = JsonObject & { id: string }

export const ProviderPage = ({ visit, provider, solutions }: { visit: Visit, provider: Shown, solutions: readonly Shown[] }) => {
  const { reader } = visit
  const { words } = reader
  const content = provider as unknown as Content<'providers'>
  return (
    <Layout visit={visit} title={content.legalName} wide>
      <Done visit={visit} />
      <h1><bdi>{content.legalName}</bdi></h1>
      <Sample sample={provider['sample'] === true} reader={reader} />
      {content.description !== undefined && <Prose text={content.description} reader={reader} />}
      <div class='card'>
        <Facts
          facts={[
            [words.fields.type, content.type && codeIn(reader, 'providerTypes', content.type)],
            [words.fields.size, content.size && codeIn(reader, 'providerSizes', content.size)],
            [words.fields.headquarters, content.headquarters && [content.headquarters.city, reader.country(content.headquarters.country)].filter((part) => part !== undefined).join(', ')],
            [words.fields.countries, content.countries && reader.list(content.countries.map(reader.country))],
            [words.fields.languages, content.languages && reader.list(content.languages.map(reader.languageName))],
            [words.fields.certifications, content.certifications && <Chips plain items={content.certifications} />],
            [words.fields.website, content.website && <a href={content.website} rel='nofollow noopener'><bdi dir='ltr'>{content.website}</bdi></a>]
          ]}
        />
      </div>
      <h2>{words.profile.ownSolutions}</h2>
      {solutions.length === 0 ? <p>{words.profile.nobodyYet}</p> : <ul class='cards'>{solutions.map((solution) => <SolutionItem key={solution.id} solution={solution} provider={undefined} reader={reader} />)}</ul>}
      <Report resource='providers' profile={provider} visit={visit} />
    </Layout>
  )
}

import { Layout } from '../components/layout.tsx'
import type { LegalPageName } from '../legal-pages.ts'
import type { Visit } from '../visit.ts'

export interface LegalProps {
  visit: Visit
  name: LegalPageName
  /** The sentence in which the operator names itself. */
  operator: string | undefined
  /** Host that texts are sent to for their vectors; undefined where they are made here. */
  encoderHost: string | undefined
}

/** What this software does with data, what is expected of whom, how well it can be used. */
export const LegalPage = ({ visit, name, operator, encoderHost }: LegalProps) => {
  const { reader } = visit
  const { legal } = reader.words
  const { title, lead, sections } = legal[name]
  return (
    <Layout visit={visit} title={title}>
      <h1>{title}</h1>
      <p class='lead'>{lead}</p>
      <h2>{legal.operator.heading}</h2>
      <p>{operator === undefined ? legal.operator.none : <bdi>{operator}</bdi>}</p>
      {sections.map(({ heading, paragraphs, points }) => (
        <section key={heading}>
          <h2>{heading}</h2>
          {paragraphs.map((paragraph) => <p key={paragraph}>{paragraph}</p>)}
          {points.length > 0 && <ul class='points'>{points.map((point) => <li key={point}>{point}</li>)}</ul>}
          {name === 'privacy' && heading === sections[0]?.heading && <p>{encoderHost === undefined ? legal.privacy.noEncoder : reader.fill(legal.privacy.encoder, { host: encoderHost })}</p>}
        </section>
      ))}
    </Layout>
  )
}

import { Layout } from '../components/layout.tsx'
import type { Visit } from '../visit.ts'

/** How matching works and does not, in plain words. */
export const Help = ({ visit }: { visit: Visit }) => {
  const { reader } = visit
  const { help, nav } = reader.words
  return (
    <Layout visit={visit} title={nav.help}>
      <h1>{help.title}</h1>
      {help.sections.map(({ heading, paragraphs }) => (
        <section key={heading}>
          <h2>{heading}</h2>
          {paragraphs.map((paragraph) => <p key={paragraph}>{paragraph}</p>)}
        </section>
      ))}
    </Layout>
  )
}

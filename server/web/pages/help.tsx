import { Layout } from '../components/layout.tsx'
import type { Reader } from '../reader.ts'

/** How matching works and does not, in plain words. */
export const Help = ({ reader }: { reader: Reader }) => {
  const { help, nav } = reader.words
  return (
    <Layout reader={reader} title={nav.help} path='/help'>
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

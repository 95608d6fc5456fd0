import { flagReasons, type Resource } from '../../../db/vocabulary.ts'
import { Faults, Form, Select, TextArea } from '../components/form.tsx'
import { Layout } from '../components/layout.tsx'
import type { Filled } from '../forms.ts'
import type { Visit } from '../visit.ts'

export interface ReportProps {
  visit: Visit
  resource: Resource
  id: string
  /** Name of the profile. */
  title: string
  filled: Filled
}

/** Brings a profile before the secretariat. */
export const ReportPage = ({ visit, resource, id, title, filled }: ReportProps) => {
  const { office: { flags: words, resources }, forms } = visit.reader.words
  const labels = { reason: words.reason, words: words.words }
  return (
    <Layout visit={visit} title={words.reportTitle}>
      <h1>{words.reportTitle}</h1>
      <p class='lead'>{words.reportLead}</p>
      <Faults filled={filled} visit={visit} labels={labels} />
      <p class='card'><small>{resources[resource]}</small><br /><bdi>{title}</bdi></p>
      <Form visit={visit} action='/flags' keep={`flag:${id}`}>
        <input type='hidden' name='resource' value={resource} />
        <input type='hidden' name='id' value={id} />
        <Select name='reason' label={words.reason} filled={filled} required empty='' options={flagReasons.map((reason) => [reason, words.reasons[reason]])} />
        <TextArea name='words' label={`${words.words} (${forms.optional})`} hint={words.wordsHint} filled={filled} maxLength={2000} />
        <button type='submit'>{words.send}</button>
      </Form>
    </Layout>
  )
}

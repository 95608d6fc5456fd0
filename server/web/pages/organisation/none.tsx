import { ActionButton, Faults, Form, Select, TextField } from '../../components/form.tsx'
import { Layout } from '../../components/layout.tsx'
import { filledOf, type Returned } from '../../forms.ts'
import type { Visit } from '../../visit.ts'

/** For who acts for none: the ones they belong to, or one to make. */
export const NoOrganisation = ({ visit, returned }: { visit: Visit, returned: Returned | null }) => {
  const { organisation: words, kinds, common, frame } = visit.reader.words.office
  const filled = filledOf(returned, 'make')
  const labels = { name: common.name, kind: common.kind }
  return (
    <Layout visit={visit} title={words.title}>
      <h1>{words.noneTitle}</h1>
      <p class='lead'>{words.none}</p>
      {(visit.member?.organisations.length ?? 0) > 0 && (
        <section>
          <h2>{frame.actFor}</h2>
          <ul class='cards doings'>
            {visit.member?.organisations.map(({ id, name }) => (
              <li key={id}><ActionButton visit={visit} action='/act-for' values={{ organisationId: id }} quiet><bdi>{name}</bdi></ActionButton></li>
            ))}
          </ul>
        </section>
      )}
      <h2>{words.make}</h2>
      <Faults filled={filled} visit={visit} of='make' labels={labels} />
      <Form visit={visit} action='/organisation'>
        <TextField of='make' name='name' label={labels.name} hint={words.nameHint} filled={filled} required maxLength={200} autocomplete='organization' />
        <Select of='make' name='kind' label={labels.kind} hint={words.makeKindHint} filled={filled} required options={(['city', 'provider', 'partner'] as const).map((kind) => [kind, kinds[kind]])} />
        <button type='submit'>{words.make}</button>
      </Form>
    </Layout>
  )
}

/** For who follows a link about an organisation of theirs while they act for another. */
export const OtherOrganisation = ({ visit, organisation: { id, name } }: { visit: Visit, organisation: { id: string, name: string } }) => {
  const { office: { organisation: words, frame } } = visit.reader.words
  const { fill } = visit.reader
  return (
    <Layout visit={visit} title={words.title}>
      <h1>{fill(words.actForTitle, { name })}</h1>
      <p>{fill(words.actForText, { name })}</p>
      <ActionButton visit={visit} action='/act-for' values={{ organisationId: id }}>{fill(frame.actForThis, { name })}</ActionButton>
    </Layout>
  )
}

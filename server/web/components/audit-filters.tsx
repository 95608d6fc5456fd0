import type { Visit } from '../visit.ts'

type Filter = 'object' | 'organisation' | 'person'

/** What the audit log is narrowed down by. */
export const AuditFilters = ({ visit, action, names, values }: { visit: Visit, action: string, names: readonly Filter[], values: Readonly<Partial<Record<Filter, string>>> }) => {
  const { record: words, common } = visit.reader.words.office
  const labels = { object: words.objectFilter, organisation: words.organisationFilter, person: words.personFilter }
  return (
    <form method='get' action={action} class='row filter' role='search' aria-label={visit.reader.words.browse.filter}>
      {names.map((name) => (
        <div key={name} class='grow'>
          <label for={`by-${name}`}>{labels[name]}</label>
          <input id={`by-${name}`} name={name} value={values[name] ?? ''} dir='ltr' maxLength={200} autocomplete='off' />
        </div>
      ))}
      <button type='submit' class='quiet'>{common.show}</button>
      <a class='button quiet' href={action}>{visit.reader.words.browse.clear}</a>
    </form>
  )
}

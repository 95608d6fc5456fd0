import type { ProfileStatus, Resource } from '../../../db/vocabulary.ts'
import { csrfField } from '../../plugins/principal.ts'
import { Conflict, type Difference } from '../components/conflict.tsx'
import { Faults, Select } from '../components/form.tsx'
import { Improve } from '../components/improve.tsx'
import { Layout } from '../components/layout.tsx'
import type { Choices } from '../components/profile-field.tsx'
import { ProfileSection, VisibilitySection } from '../components/profile-section.tsx'
import { SaveButtons, Standing } from '../components/saving.tsx'
import { LanguageNames } from '../components/translations.tsx'
import { type Similar, SimilarPanel } from '../components/similar.tsx'
import type { Description } from '../editing/description.ts'
import { placeOf } from '../editing/faults.ts'
import type { Improvement } from '../editing/improving.ts'
import { languageOptions } from '../editing/names.ts'
import { languageInput, versionInput } from '../editing/typed.ts'
import { type Filled, valueOf } from '../forms.ts'
import type { Visit } from '../visit.ts'

export interface EditProps {
  visit: Visit
  description: Description
  /** Of the profile that is changed; null for a new one. */
  id: string | null
  status: ProfileStatus | null
  filled: Filled
  choices: Choices
  /** Whether it was just saved. */
  saved: boolean
  similar: Similar | undefined
  improvements: readonly Improvement[]
  /** What somebody else has stored meanwhile, where it is not what was typed. */
  differences: readonly Difference[] | null
  /** What is to be registered after this. */
  then: Resource | undefined
  /** Tells one filling-in of a new form from another, so that a second click makes no second profile. */
  once: string
}

const Then = ({ visit, then }: Pick<EditProps, 'visit' | 'then'>) => {
  const { editing } = visit.reader.words
  if (then === 'challenges') return <p class='note'>{editing.cityFirst}</p>
  if (then === 'solutions') return <p class='note'>{editing.providerFirst} <a href='/solutions/new?provider=none'>{editing.noProvider}</a></p>
  return null
}

/** Under which name the form's script keeps what is typed. */
export const keepName = (resource: Resource, id: string | null): string => `${resource}:${id ?? 'new'}`

/** The form of a profile, new or stored: all of it on one page, what is needed first. */
export const EditPage = (props: EditProps) => {
  const { visit, description, id, status, filled, choices, saved, similar, improvements, differences, then, once } = props
  const { resource, sections } = description
  const { reader } = visit
  const { editing } = reader.words
  const [start, ...rest] = sections
  const shared = { resource, filled, reader, choices }
  const matched = resource === 'challenges' || resource === 'solutions' ? resource : null
  const title = editing.titles[id === null ? 'new' : 'edit'][resource]
  return (
    <Layout visit={visit} title={title} wide={matched !== null} scripts={matched === null ? ['form.js'] : ['form.js', 'htmx.js']}>
      <h1>{title}</h1>
      {id === null ? <>{saved && <p class='done' role='status'>{reader.words.forms.done}</p>}<p class='lead'>{editing.leads[resource]}</p><Then visit={visit} then={then} /></> : <Standing visit={visit} resource={resource} id={id} status={status} saved={saved} />}
      {differences === null ? <Faults filled={filled} visit={visit} place={placeOf(description, reader)} /> : <Conflict differences={differences} reader={reader} />}
      <Improve improvements={improvements} cityId={resource === 'challenges' ? valueOf(filled, 'cityId') || undefined : undefined} reader={reader} />
      <form method='post' action={id === null ? `/${resource}/new` : `/${resource}/${id}/edit`} id='profile' class='profile' data-faults={filled.problem === null ? undefined : 'yes'} data-keep={visit.member === null ? undefined : keepName(resource, id)} data-quiet={visit.member !== null && (status === null || status === 'draft') ? 'yes' : undefined}>
        {visit.member !== null && <input type='hidden' name={csrfField} value={visit.member.csrfToken} />}
        <input type='hidden' name={versionInput} value={valueOf(filled, versionInput)} />
        <input type='hidden' name='once' value={once} />
        {then !== undefined && <input type='hidden' name='then' value={then} />}
        {/* Enter in a line of text presses the first button of a form. */}
        <button type='submit' class='hidden' tabIndex={-1} aria-hidden='true' name='status' value={status === 'published' ? 'published' : 'draft'}>{status === 'published' ? editing.buttons.save : editing.buttons.draft}</button>
        <div class={matched === null ? undefined : 'columns aside beside'}>
          <div>{start !== undefined && <ProfileSection section={start} {...shared} />}</div>
          {matched !== null && <SimilarPanel resource={matched} id={id} similar={similar} texts={matched === 'challenges' ? ['title', 'problem'] : ['title', 'summary', 'problem']} reader={reader} />}
          <div>
            {rest.map((section) => <ProfileSection key={section.name} section={section} {...shared} />)}
            <VisibilitySection resource={resource} filled={filled} reader={reader} />
            <Select name={languageInput} label={editing.language.label} hint={editing.language.hint} filled={filled} empty={editing.language.recognise} options={languageOptions(reader)} />
            <LanguageNames options={languageOptions(reader)} />
            <p class='hint' role='status' data-saving='yes' />
            <SaveButtons visit={visit} status={status} />
          </div>
        </div>
      </form>
    </Layout>
  )
}

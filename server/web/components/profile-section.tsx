import type { ComponentChildren } from 'preact'
import type { Resource } from '../../../db/vocabulary.ts'
import type { Section } from '../editing/description.ts'
import { translationsOf } from '../editing/translations.ts'
import { optionsOfVisibility } from '../editing/words.ts'
import { hideable } from '../../schemas/visibility.ts'
import { errorsOf, type Filled, valueOf, valuesOf } from '../forms.ts'
import type { Reader } from '../reader.ts'
import { Select } from './form.tsx'
import { ProfileField, type ProfileFieldProps } from './profile-field.tsx'

const isFilled = (filled: Filled, name: string): boolean => valueOf(filled, name) !== '' || valuesOf(filled, name).length > 1 || filled.values[`${name}.0._was`] !== undefined

const Folded = ({ title, said, open, children }: { title: string, said: string, open: boolean, children: ComponentChildren }) => (
  <details class='section' open={open}>
    <summary><h2>{title}</h2> <small>{said}</small></summary>
    {children}
  </details>
)

/** Fields that belong together, folded away where one can start without them; open where something is wrong. */
export const ProfileSection = ({ section, ...props }: { section: Section } & Omit<ProfileFieldProps, 'field' | 'name'>) => {
  const { reader, filled } = props
  const { sections, sectionNotes } = reader.words.editing
  const title = (sections as Readonly<Record<string, string>>)[section.name] ?? section.name
  const note = (sectionNotes as Readonly<Record<string, string>>)[section.name]
  const fields = (
    <>
      {note !== undefined && <p class='hint'>{note}</p>}
      {section.fields.map((field) => <ProfileField key={field.name} {...props} field={field} name={field.name} />)}
    </>
  )
  if (section.folded !== true) return <section class='section'><h2>{title}</h2>{fields}</section>
  const said = section.fields.filter((field) => isFilled(filled, field.name)).length
  return (
    <Folded title={title} said={reader.fill(sections.said, { said: reader.number(said), all: reader.number(section.fields.length) })} open={section.fields.some(({ name }) => errorsOf(filled, name).length + errorsOf(filled, translationsOf(name)).length > 0)}>
      {fields}
    </Folded>
  )
}

/** Who sees which field, of those whose owner may choose. */
export const VisibilitySection = ({ resource, filled, reader }: { resource: Resource, filled: Filled, reader: Reader }) => {
  const { sections, sectionNotes, visibilities } = reader.words.editing
  const names = hideable[resource]
  const chosen = names.filter((name) => !['', 'public'].includes(valueOf(filled, `visibility.${name}`))).length
  return (
    <Folded title={sections.visibility} said={reader.fill(sections.chosen, { count: reader.number(chosen) })} open={names.some((name) => errorsOf(filled, `visibility.${name}`).length > 0)}>
      <p class='hint'>{sectionNotes.visibility}</p>
      {names.map((name) => <Select key={name} name={`visibility.${name}`} label={(visibilities as Readonly<Record<string, string>>)[name] ?? name} filled={filled} options={optionsOfVisibility(reader)} />)}
    </Folded>
  )
}

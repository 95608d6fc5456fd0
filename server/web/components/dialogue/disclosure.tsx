import type { ComponentChildren } from 'preact'
import type { contact as contactSchema, Content } from '../../../schemas/resource.ts'
import type { Text } from '../../../schemas/text.ts'
import type { Disclosable } from '../../../services/introduction-prospects.ts'
import { errorsOf, type Filled, valuesOf } from '../../forms.ts'
import type { Reader } from '../../reader.ts'
import { mayWrite, type Visit } from '../../visit.ts'
import { budgetOf, monthsOf, priceOf } from '../amounts.ts'
import { FieldFaults } from '../form.tsx'
import { codeIn } from '../parts.tsx'
import { Phrase } from '../text.tsx'
import type { z } from 'zod'

type Contact = z.output<typeof contactSchema>

export const fieldName = (reader: Reader, field: string): string =>
  (reader.words.dialogue.disclose.fields as Readonly<Record<string, string>>)[field] ?? field

export const ContactLine = ({ contact: { name, role, email, phone } }: { contact: Contact }) => (
  <span class='meta'>
    {name !== undefined && <bdi>{name}</bdi>}
    {role !== undefined && <bdi>{role}</bdi>}
    {email !== undefined && <a href={`mailto:${email}`}><bdi dir='ltr'>{email}</bdi></a>}
    {phone !== undefined && <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}><bdi dir='ltr'>{phone}</bdi></a>}
  </span>
)

const Items = ({ texts, reader }: { texts: readonly Text[], reader: Reader }) => <>{texts.map((text, index) => <span key={text.text}>{index > 0 && '; '}<Phrase text={text} reader={reader} /></span>)}</>

/** A field of a profile in a line or a few, as those see it to whom it is disclosed. The casts say what the profile's schema has checked. */
export const fieldValue = (field: string, value: unknown, reader: Reader): ComponentChildren => {
  if (value === undefined || value === null) return null
  type Challenge = Content<'challenges'>
  type Solution = Content<'solutions'>
  switch (field) {
    case 'contact': return <ContactLine contact={value as Contact} />
    case 'alreadyTried': case 'context': case 'howItWorks': return <Phrase text={value as Text} reader={reader} />
    case 'beneficiaryCount': return reader.number(Number(value))
    case 'indicators': return (value as NonNullable<Challenge['indicators']>).map(({ name, unit, baseline, target }) => <span key={name}><bdi>{name}</bdi>{unit !== undefined && <> (<bdi>{unit}</bdi>)</>}: {[baseline, target].flatMap((figure) => figure === undefined ? [] : [reader.number(figure)]).join(' → ')}<br /></span>)
    case 'constraints': return <Items texts={(value as NonNullable<Challenge['constraints']>).map(({ text }) => text)} reader={reader} />
    case 'prerequisites': return <Items texts={value as NonNullable<Solution['prerequisites']>} reader={reader} />
    case 'budget': return budgetOf(value as Challenge['budget'], reader)
    case 'timeline': return Object.entries(value as Record<string, string>).flatMap(([name, day]) => [`${(reader.words.fields as unknown as Record<string, string>)[name] ?? name}: ${reader.day(day)}`]).join('; ')
    case 'procurementRoute': return codeIn(reader, 'procurementRoutes', String(value))
    case 'reviewOn': return reader.day(String(value))
    case 'price': return priceOf(value as Solution['price'], reader)
    case 'deliveryMonths': return monthsOf(value as Solution['deliveryMonths'], reader)
    default: return typeof value === 'string' || typeof value === 'number' ? String(value) : null
  }
}

/** That a field is empty; of a contact, with the way to fill it in, beside the form that is open. */
const Nothing = ({ disclosable: { field, of }, visit }: { disclosable: Disclosable, visit: Visit }) => {
  const { dialogue: { disclose }, editing } = visit.reader.words
  return <>{disclose.nothing}{field === 'contact' && mayWrite(visit, of.resource) && <>. <a href={`/${of.resource}/${of.id}/edit#f-contact.name`} target='_blank' rel='noreferrer'>{disclose.fill}</a> ({editing.newWindow})</>}</>
}

/** What of one's own profile the others will see, each field with what it shows. */
export const DiscloseChoices = ({ options, filled, visit }: { options: readonly Disclosable[], filled: Filled, visit: Visit }) => {
  const { reader } = visit
  const { disclose } = reader.words.dialogue
  const chosen = filled.problem === null && filled.values['disclose'] === undefined ? ['contact'] : valuesOf(filled, 'disclose')
  const errors = errorsOf(filled, 'disclose')
  return (
    <fieldset id='f-disclose' class={errors.length > 0 ? 'wrong' : undefined}>
      <legend>{disclose.legend}</legend>
      <p class='hint'>{disclose.hint}</p>
      <FieldFaults name='disclose' filled={filled} />
      <ul class='choices'>
        {options.map(({ field, value, of }) => (
          <li key={field}>
            <label><input type='checkbox' name='disclose' value={field} checked={chosen.includes(field)} aria-describedby={`shows-${field}`} /><span>{fieldName(reader, field)}</span></label>
            <div class='small' id={`shows-${field}`}>{fieldValue(field, value, reader) ?? <Nothing disclosable={{ field, value, of }} visit={visit} />}</div>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

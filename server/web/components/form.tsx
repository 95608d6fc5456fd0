import type { ComponentChildren } from 'preact'
import { csrfField } from '../../plugins/principal.ts'
import { errorsOf, type Filled, valueOf, valuesOf } from '../forms.ts'
import { faultIn, useReader } from '../refused.ts'
import type { Visit } from '../visit.ts'
import { Refusal } from './refusal.tsx'

/**
 * A form that writes: it carries the session's token.
 * @param again whether it sends what another form held
 * @param keep under which name its script keeps on the device what is typed
 */
export const Form = ({ visit, action, children, label, again = false, keep }: { visit: Visit, action: string, children: ComponentChildren, label?: string | undefined, again?: boolean, keep?: string }) => (
  <form method='post' action={action} aria-label={label} data-again={again ? 'yes' : undefined} data-keep={visit.member === null ? undefined : keep}>
    {visit.member !== null && <input type='hidden' name={csrfField} value={visit.member.csrfToken} />}
    {children}
  </form>
)

/** A button that does one thing by itself. */
export const ActionButton = ({ visit, action, children, quiet = false, values = {} }: { visit: Visit, action: string, children: ComponentChildren, quiet?: boolean, values?: Readonly<Record<string, string>> }) => (
  <Form visit={visit} action={action}>
    {Object.entries(values).map(([name, value]) => <input key={name} type='hidden' name={name} value={value} />)}
    <button type='submit' class={quiet ? 'quiet' : undefined}>{children}</button>
  </Form>
)

/** Names of the fields that errors are about: an error in an item of a list is one of the list. */
const nameOf = (pointer: string): string => pointer.slice(1).split('/').filter((step) => !/^\d+$/.test(step)).join('.')

/**
 * What is wrong, on top of a form that is shown again; each line leads to its field. What is wrong with no field that the form
 * has stands by itself.
 * @param labels what fields are called, by name
 * @param faults what to write in them, by name, for what was not written so
 * @param place the field that a pointer leads to, what it is called and what to write there, where it is not as the pointer says
 */
export const Faults = ({ filled, visit, of, labels = {}, faults = {}, place = (pointer) => ({ name: nameOf(pointer), label: labels[nameOf(pointer)], fault: faults[nameOf(pointer)] }) }: { filled: Filled, visit: Visit, of?: string, labels?: Readonly<Record<string, string>>, faults?: Readonly<Record<string, string>>, place?: (pointer: string) => { name: string, label: string | undefined, fault?: string | undefined } }) => {
  const { problem } = filled
  if (problem === null) return null
  const { reader } = visit
  const errors = problem.errors.map((error) => {
    const { name, label, fault } = place(error.pointer)
    return { name, label, words: faultIn(error, reader, { value: valueOf(filled, name), fault }) }
  }).filter(({ label }) => label !== undefined || problem.refused === null)
  return (
    <div class='faults' role='alert' tabIndex={-1}>
      <h2>{reader.words.forms.faults}</h2>
      {(problem.code !== 'invalid-input' || errors.length === 0) && <Refusal problem={problem} reader={reader} />}
      {errors.length > 0 && <ul>{errors.map(({ name, label, words }) => <li key={name + words}>{label !== undefined && <a href={`#${idOf({ name, of })}`}>{label}</a>} {words}</li>)}</ul>}
    </div>
  )
}

/** Id of a field's control. */
export const idOf = ({ name, of }: { name: string, of?: string | undefined }): string => of === undefined ? `f-${name}` : `f-${of}-${name}`

export interface FieldProps {
  name: string
  /** The form it is of, where a page has several with fields of the same name. */
  of?: string | undefined
  label: string
  filled: Filled
  hint?: string
  /** What to write, for what was not written so. */
  fault?: string | undefined
  required?: boolean
}

/** What is wrong with a field, beside it. */
export const FieldFaults = ({ name, filled, id, fault }: Pick<FieldProps, 'name' | 'filled' | 'fault'> & { id?: string }) => {
  const reader = useReader()
  const words = [...new Set(errorsOf(filled, name).map((error) => faultIn(error, reader, { value: valueOf(filled, name), fault })))]
  return <>{words.map((said) => <p key={said} class='fault' id={id}>{said}</p>)}</>
}

const Around = ({ name, of, label, filled, hint, fault, children }: FieldProps & { children: ComponentChildren }) => {
  const wrong = errorsOf(filled, name).length > 0
  return (
    <div class={wrong ? 'field wrong' : 'field'}>
      <label for={idOf({ name, of })}>{label}</label>
      {hint !== undefined && <p class='hint' id={`${idOf({ name, of })}-hint`}>{hint}</p>}
      <FieldFaults name={name} filled={filled} fault={fault} id={`${idOf({ name, of })}-fault`} />
      {children}
    </div>
  )
}

const described = ({ name, of, filled, hint }: FieldProps): { 'aria-describedby'?: string, 'aria-invalid'?: 'true' } => {
  const wrong = errorsOf(filled, name).length > 0
  const by = [...(hint === undefined ? [] : [`${idOf({ name, of })}-hint`]), ...(wrong ? [`${idOf({ name, of })}-fault`] : [])]
  return { ...(by.length === 0 ? {} : { 'aria-describedby': by.join(' ') }), ...(wrong ? { 'aria-invalid': 'true' as const } : {}) }
}

export const TextField = ({ type = 'text', autocomplete, maxLength, inputMode, list, ...field }: FieldProps & { type?: 'text' | 'email' | 'password' | 'search' | 'url' | 'number' | 'date', autocomplete?: string, maxLength?: number | undefined, inputMode?: 'numeric' | 'decimal' | 'text', list?: string }) => (
  <Around {...field}>
    <input {...described(field)} id={idOf(field)} name={field.name} type={type as 'text'} value={type === 'password' ? '' : valueOf(field.filled, field.name)} required={field.required} maxLength={maxLength} inputMode={inputMode} list={list} autocomplete={autocomplete as 'on' | undefined} dir={type === 'text' ? 'auto' : undefined} />
  </Around>
)

export const TextArea = ({ maxLength, rows, ...field }: FieldProps & { maxLength?: number | undefined, rows?: number }) => (
  <Around {...field}>
    <textarea id={idOf(field)} name={field.name} required={field.required} maxLength={maxLength} rows={rows} dir='auto' {...described(field)}>{valueOf(field.filled, field.name)}</textarea>
  </Around>
)

/** @param empty the words of a first choice that says nothing */
export const Select = ({ options, empty, ...field }: FieldProps & { options: ReadonlyArray<readonly [value: string, label: string]>, empty?: string }) => (
  <Around {...field}>
    <select id={idOf(field)} name={field.name} required={field.required} {...described(field)}>
      {empty !== undefined && <option value=''>{empty}</option>}
      {options.map(([value, label]) => <option key={value} value={value} selected={valueOf(field.filled, field.name) === value}>{label}</option>)}
    </select>
  </Around>
)

export const Checkboxes = ({ name, of, label, filled, options, hint }: FieldProps & { options: ReadonlyArray<readonly [value: string, label: string]> }) => (
  <fieldset id={idOf({ name, of })} tabIndex={-1} class={errorsOf(filled, name).length > 0 ? 'wrong' : undefined} {...described({ name, of, label, filled, hint })} aria-invalid={undefined}>
    <legend>{label}</legend>
    {hint !== undefined && <p class='hint' id={`${idOf({ name, of })}-hint`}>{hint}</p>}
    <FieldFaults name={name} filled={filled} id={`${idOf({ name, of })}-fault`} />
    <ul class='options'>
      {options.map(([value, text]) => <li key={value}><label><input type='checkbox' name={name} value={value} checked={valuesOf(filled, name).includes(value)} /><span>{text}</span></label></li>)}
    </ul>
  </fieldset>
)

import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { resources } from '../../db/vocabulary.ts'
import { csrfField, fromOurPages } from '../plugins/principal.ts'
import { type Field, fieldsOf } from './editing/description.ts'
import { placeOf } from './editing/faults.ts'
import { descriptions } from './editing/forms/index.ts'
import type { Reader } from './reader.ts'
import { said, type Sent, sentBy } from './sent.ts'
import { cameFrom, ownPath } from './visit.ts'

/**
 * A form that was not taken because of who sent it: kept while they sign in, by the pages of signing in and in no other
 * place. The service stores nothing of it.
 */
export interface Kept {
  /** The address that takes the form. */
  readonly to: string
  /** The page that it was filled in on. */
  readonly from: string
  readonly fields: ReadonlyArray<readonly [name: string, value: string]>
}

/** Name of the hidden field that carries a kept form through signing in. */
export const keptInput = 'kept'

/** What is larger is not shown as kept either: each field of it costs whoever shows it, and anybody may send one. */
const shape = z.object({ to: z.string().max(1000), from: z.string().max(2000), fields: z.array(z.tuple([z.string().max(200), z.string()])).max(2000) })

/** A form with one of these is not kept at all: they are typed anew. */
const secrets = ['password', 'newPassword', 'code', 'secret', 'token']

/** Codes, tags of languages, ids, figures, days and instants: what forms hold that nobody wrote. */
const marks = /^(?:[a-z][a-z0-9.:_-]*|[a-z]{2,3}(?:-[A-Za-z]+)*|(?:[a-z]+:)?[0-9a-f-]{36}|[\d:TZ.+-]*)$/

const isWritten = ([name, value]: readonly [string, string]): boolean => name !== 'back' && value.trim() !== '' && !marks.test(value.trim())

const profileForm = new RegExp(`^/(${resources.join('|')})/(?:new|[^/]+/edit)$`)

/** Inputs of a profile's form that tell where a row or a translation stands. */
const markInput = /\.translations(?:\.\d+\.(?:was|by))?$|\._was$/

/** Names of a field's inputs that are chosen, not written; those of rows without the row's number. */
const chosenIn = ({ name, control }: Field): string[] => {
  if (control.kind === 'rows') return control.columns.flatMap(chosenIn).map((column) => `${name}.${column}`)
  return ['code', 'codes', 'reference', 'country', 'currency'].includes(control.kind) ? [name] : []
}

/** What a form is sent with that says nothing about what it does. */
const ofForms = ['once', 'version', 'last']

/** What a form would send, and what of it somebody wrote, to be read before it is sent. */
export interface Holding {
  readonly written: readonly Written[]
  /** Everything else that it says, as it is sent: what was chosen counts as much as what was written. */
  readonly chosen: Kept['fields']
}

export interface Written {
  /** What the field is called on its form, where that is known. */
  readonly label: string | undefined
  readonly text: string
}

export const holdingOf = ({ to, fields }: Kept, reader: Reader): Holding => {
  const resource = resources.find((name) => name === profileForm.exec(to.split('?')[0] ?? '')?.[1])
  const choices = new Set(resource === undefined ? [] : fieldsOf(descriptions[resource]).flatMap(chosenIn))
  const written: Written[] = []
  const chosen: Array<Kept['fields'][number]> = []
  for (const field of fields) {
    const [name, text] = field
    if (text.trim() === '') continue
    const { label } = resource === undefined ? { label: name } : placeOf(descriptions[resource], reader)(`/${name.replaceAll('.', '/')}`)
    const known = label !== name
    if (!choices.has(name.replace(/\.\d+\./, '.')) && !markInput.test(name) && (known || isWritten(field))) written.push({ label: known ? label : undefined, text })
    else if (!ofForms.includes(name)) chosen.push(field)
  }
  return { written, chosen }
}

/** The forms of our pages, by the addresses that take them. */
export const createForms = () => {
  const addresses: string[][] = []
  return {
    add: (url: string): void => { addresses.push(url.split('/')) },
    takes (path: string): boolean {
      const steps = path.split('?')[0]?.split('/') ?? []
      return addresses.some((address) => address.length === steps.length && address.every((step, index) => step.startsWith(':') ? steps[index] !== '' : step === steps[index]))
    }
  }
}
export type Forms = ReturnType<typeof createForms>

const carriedBy = (sent: Sent): Kept | null => {
  try {
    const { to, from, fields } = shape.parse(JSON.parse(said(sent, keptInput) ?? 'null'))
    return { to: ownPath(to), from: ownPath(from), fields: fields.filter(([name]) => !secrets.includes(name) && name !== csrfField) }
  } catch {
    return null
  }
}

/** A kept form on its way through signing in; null where there is none, or where it leads to nothing that takes forms. */
export const keptIn = (sent: Sent, forms: Forms): Kept | null => {
  const kept = carriedBy(sent)
  return kept !== null && forms.takes(kept.to) ? kept : null
}

/** Whether something says that a form was sent from a page of ours: silence, which will do for forms that have a token, does not do here. */
const isOurs = (request: FastifyRequest, origin: string | undefined): boolean =>
  fromOurPages(request, origin) && (request.headers['sec-fetch-site'] === 'same-origin' || request.headers.origin !== undefined || cameFrom(request) !== undefined)

/**
 * The form that a request sent, to be kept, or the one that it carried; null for one in which nothing was written, with a
 * secret in it, from another site, with more fields than forms have, or too large to be sent along with a password.
 */
export const keptOf = (request: FastifyRequest, origin: string | undefined, bodyLimit: number): Kept | null => {
  if (request.routeOptions.config.form !== true || !isOurs(request, origin)) return null
  const sent = sentBy(request)
  if (secrets.some((name) => sent[name] !== undefined)) return null
  if (sent[keptInput] !== undefined) return carriedBy(sent)
  const fields = Object.entries(sent).flatMap(([name, value = []]) => name === csrfField ? [] : (typeof value === 'string' ? [value] : value).map((one) => [name, one] as const))
  const { data: kept } = shape.safeParse({ to: request.url, from: cameFrom(request) ?? '/', fields })
  return kept !== undefined && fields.some(isWritten) && new URLSearchParams({ [keptInput]: JSON.stringify(kept) }).toString().length < bodyLimit * 0.95 ? kept : null
}

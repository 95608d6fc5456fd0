import type { Difference } from '../components/conflict.tsx'
import type { Reader } from '../reader.ts'
import type { Description } from './description.ts'
import { placeOf } from './faults.ts'
import { languageInput, placeInput, type Typed, versionInput } from './typed.ts'

const said = (value: string | readonly string[] | undefined): string => (typeof value === 'string' ? value : value?.join(', ') ?? '').trim()

/** Inputs that hold no field: they differ for other reasons. */
const isField = (name: string): boolean => name !== versionInput && name !== languageInput && !name.endsWith(placeInput) && !/\.translations(?:\.\d+\.(?:was|by))?$/.test(name) && !name.startsWith('visibility.')

/** Where what is stored is not what was typed, field by field. */
export const differencesOf = (description: Description, theirs: Typed, yours: Typed, reader: Reader): Difference[] =>
  [...new Set([...Object.keys(theirs), ...Object.keys(yours)])].filter(isField).flatMap((name) => {
    const [stored, typed] = [said(theirs[name]), said(yours[name])]
    return stored === typed ? [] : [{ label: placeOf(description, reader)(`/${name.replaceAll('.', '/')}`).label, theirs: stored, yours: typed }]
  })

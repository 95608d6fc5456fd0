import type { JsonObject } from '../../db/index.ts'
import type { Resource } from '../../db/vocabulary.ts'
import type { Text } from '../schemas/text.ts'
import { readable } from './components/text.tsx'
import type { Reader } from './reader.ts'

const isText = (value: unknown): value is Text => typeof value === 'object' && value !== null && 'text' in value && 'translations' in value

/** What a profile is called in the reader's language: its title or name, or what kind of profile it is. */
export const titleOf = (resource: Resource, profile: JsonObject | undefined, reader: Reader): string => {
  const heading = profile?.['title'] ?? profile?.['name'] ?? profile?.['legalName']
  if (isText(heading)) return readable(heading, reader).text
  return typeof heading === 'string' ? heading : reader.words.office.resources[resource]
}

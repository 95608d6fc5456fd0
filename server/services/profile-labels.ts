import type { Derived, JsonObject } from '../../db/index.ts'
import type { Resource } from '../../db/vocabulary.ts'
import { singular } from '../schemas/resource.ts'
import { derive } from './texts.ts'
import { publicContent } from './visibility.ts'

const headings: Readonly<Record<Resource, string | null>> = { cities: 'name', challenges: 'title', providers: 'legalName', solutions: 'title', deployments: null }

export const derivedOf = (resource: Resource, content: JsonObject): Derived => {
  const heading = headings[resource]
  return derive(publicContent(content), heading === null ? undefined : content[heading])
}

/** What a profile is called in a sentence: its title or name, or what kind of profile it is. */
export const labelOf = (resource: Resource, content: JsonObject): string => {
  const { label } = derivedOf(resource, content)
  return label === '' ? singular[resource] : label
}

import type { JsonObject } from '../../../db/index.ts'
import type { Text } from '../../schemas/text.ts'
import type { Reader } from '../reader.ts'
import { Prose } from './text.tsx'

const isText = (value: unknown): value is Text => typeof value === 'object' && value !== null && 'text' in value && 'translations' in value

/** Fields that say nothing of what a profile says. */
const kept = new Set(['id', 'ownerId', 'externalId', 'status', 'version', 'sample', 'createdAt', 'updatedAt', 'publishedAt', 'closedAt', 'erasedAt', 'cityId', 'providerId', 'solutionId', 'challengeId', 'visibility'])

/** Everything that a profile says, field by field, for who judges its words; fields that are named are marked. */
export const ProfileText = ({ profile, minded, reader }: { profile: JsonObject, minded: readonly string[], reader: Reader }) => {
  const labels = reader.words.fields as Readonly<Record<string, string>>
  const marked = new Set(minded.map((pointer) => pointer.split('/')[1]))
  return (
    <dl class='said'>
      {Object.entries(profile).filter(([name, value]) => !kept.has(name) && value !== null && value !== undefined).map(([name, value]) => [
        <dt key={`${name}-t`}>{marked.has(name) ? <mark>{labels[name] ?? name}</mark> : labels[name] ?? name}</dt>,
        <dd key={`${name}-d`}>{isText(value) ? <Prose text={value} reader={reader} /> : <bdi>{typeof value === 'string' ? value : Array.isArray(value) && value.every((item) => typeof item === 'string') ? value.join(', ') : JSON.stringify(value)}</bdi>}</dd>
      ])}
    </dl>
  )
}

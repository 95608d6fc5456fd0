import type { Resource } from '../../../db/vocabulary.ts'
import type { Reader } from '../reader.ts'

/** The way to bring a profile before the secretariat. */
export const Report = ({ resource, id, reader }: { resource: Resource, id: string, reader: Reader }) =>
  <p class='small report no-print'><a href={`/flags/new?resource=${resource}&id=${id}`}>{reader.words.office.flags.report}</a></p>

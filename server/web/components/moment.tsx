import type { Reader } from '../reader.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

/** Day and time, UTC, in the reader's language. */
export const momentOf = (instant: string, { language }: Reader): string => {
  const format = formats.get(language) ?? new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
  formats.set(language, format)
  return format.format(new Date(instant))
}

export const Moment = ({ at, reader }: { at: string, reader: Reader }) => <bdi><time dateTime={at}>{momentOf(at, reader)}</time></bdi>

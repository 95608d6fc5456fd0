import type { Reader } from '../reader.ts'

/** Day and time, UTC as it says, in the reader's language. */
export const Moment = ({ at, reader }: { at: string, reader: Reader }) => <bdi><time dateTime={at}>{reader.moment(at)}</time></bdi>

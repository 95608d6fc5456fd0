import type { Reader } from '../reader.ts'

const choices = [0, 60, 1440, 10080] as const

/** For how long what is replaced works on. */
export const Overlap = ({ id, reader, chosen }: { id: string, reader: Reader, chosen: (typeof choices)[number] }) => {
  const { keys: words } = reader.words.office
  return (
    <div class='field'>
      <label for={`overlap-${id}`}>{words.overlap}</label>
      <select id={`overlap-${id}`} name='overlapMinutes'>
        {choices.map((minutes) => <option key={minutes} value={minutes} selected={minutes === chosen}>{words.overlaps[minutes]}</option>)}
      </select>
    </div>
  )
}

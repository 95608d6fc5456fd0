import type { Reader } from '../reader.ts'

/** A field of which somebody else has stored something else than was typed. */
export interface Difference {
  readonly label: string
  readonly theirs: string
  readonly yours: string
}

/** What was stored meanwhile and what was typed, side by side. */
export const Conflict = ({ differences, reader }: { differences: readonly Difference[], reader: Reader }) => {
  const { conflict } = reader.words.editing
  return (
    <div class='faults' role='alert' tabIndex={-1}>
      <h2>{conflict.title}</h2>
      {differences.length === 0
        ? <p>{conflict.same}</p>
        : (
          <>
            <p>{conflict.lead}</p>
            <div class='scroll' role='region' aria-label={conflict.title} tabIndex={0}>
              <table>
                <thead><tr><th scope='col'>{conflict.field}</th><th scope='col'>{conflict.theirs}</th><th scope='col'>{conflict.yours}</th></tr></thead>
                <tbody>
                  {differences.map(({ label, theirs, yours }) => (
                    <tr key={label}><th scope='row'>{label}</th><td><bdi>{theirs === '' ? conflict.nothing : theirs}</bdi></td><td><bdi>{yours === '' ? conflict.nothing : yours}</bdi></td></tr>
                  ))}
                </tbody>
              </table>
            </div>
          </>
          )}
      <p>{conflict.again}</p>
    </div>
  )
}

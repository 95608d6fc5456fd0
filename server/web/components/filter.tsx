import type { Reader } from '../reader.ts'

/** Narrows a list down by one or more choices, in its address. */
export const Filter = ({ action, reader, choices }: { action: string, reader: Reader, choices: ReadonlyArray<{ name: string, label: string, value: string | undefined, options: ReadonlyArray<readonly [value: string, label: string]>, any?: boolean }> }) => (
  <form method='get' action={action} class='row filter' role='search' aria-label={reader.words.browse.filter}>
    {choices.map(({ name, label, value, options, any = true }) => (
      <div key={name}>
        <label for={`by-${name}`}>{label}</label>
        <select id={`by-${name}`} name={name}>
          {any && <option value=''>{reader.words.office.common.any}</option>}
          {options.map(([code, said]) => <option key={code} value={code} selected={code === value}>{said}</option>)}
        </select>
      </div>
    ))}
    <button type='submit' class='quiet'>{reader.words.office.common.show}</button>
  </form>
)

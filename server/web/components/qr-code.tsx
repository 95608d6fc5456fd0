import { encode } from 'uqr'

/** Runs of dark modules of a row, one after another. */
const runsOf = (row: readonly boolean[], y: number): string =>
  [...row.map((dark) => dark ? '#' : '.').join('').matchAll(/#+/g)].map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`).join('')

/** A text as a QR code, black on white whatever the page's colours, with the margin of four modules that readers need (ISO/IEC 18004). */
export const QrCode = ({ text, label }: { text: string, label: string }) => {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  return (
    <svg class='qr' role='img' aria-label={label} viewBox={`0 0 ${size} ${size}`} shape-rendering='crispEdges'>
      <rect width={size} height={size} fill='#fff' />
      <path d={data.map(runsOf).join('')} fill='#000' />
    </svg>
  )
}

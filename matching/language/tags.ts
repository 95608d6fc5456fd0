import { listed } from './lists.ts'

/** Old, three-letter and macrolanguage codes, as the layer names them. `fil` stands for Filipino and Tagalog. */
const otherCodes: [code: string, others: string][] = [
  ['fil', 'tl tgl phi'],
  ['id', 'in ind'],
  ['ms', 'msa may zsm zlm'],
  ['zh', 'cmn yue wuu zho chi'],
  ['en', 'eng'],
  ['es', 'spa'],
  ['fr', 'fra fre'],
  ['pt', 'por'],
  ['de', 'deu ger'],
  ['ru', 'rus'],
  ['ja', 'jpn'],
  ['ko', 'kor'],
  ['vi', 'vie'],
  ['th', 'tha'],
  ['bn', 'ben'],
  ['hi', 'hin'],
  ['ur', 'urd'],
  ['ar', 'ara arb'],
  ['fa', 'fas per prs'],
  ['he', 'iw heb'],
  ['no', 'nb nn nob nno'],
  ['it', 'ita'],
  ['nl', 'nld dut'],
  ['tr', 'tur'],
  ['uk', 'ukr'],
  ['pl', 'pol'],
  ['ro', 'ron rum'],
  ['el', 'ell gre']
]
const aliases = new Map(otherCodes.flatMap(([code, others]) => listed(others).map((other): [string, string] => [other, code])))

/** The primary language of a BCP 47 tag, in the layer's own codes; `und` for what is no tag. */
export function canonicalLanguage (tag: string): string {
  const primary = /^[a-z]{2,8}(?![a-z0-9])/i.exec(tag)?.[0].toLowerCase()
  if (primary === undefined) return 'und'
  return aliases.get(primary) ?? primary
}

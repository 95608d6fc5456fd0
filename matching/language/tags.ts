/** Old, three-letter and macrolanguage codes, as the layer names them. `fil` stands for Filipino and Tagalog. */
const aliases: Record<string, string> = {
  tl: 'fil', tgl: 'fil', phi: 'fil', in: 'id', ind: 'id', msa: 'ms', may: 'ms', zsm: 'ms', zlm: 'ms', cmn: 'zh', yue: 'zh', wuu: 'zh', zho: 'zh', chi: 'zh',
  eng: 'en', spa: 'es', fra: 'fr', fre: 'fr', por: 'pt', deu: 'de', ger: 'de', rus: 'ru', jpn: 'ja', kor: 'ko', vie: 'vi', tha: 'th', ben: 'bn',
  hin: 'hi', urd: 'ur', ara: 'ar', arb: 'ar', fas: 'fa', per: 'fa', prs: 'fa', iw: 'he', heb: 'he', nb: 'no', nn: 'no', nob: 'no', nno: 'no',
  ita: 'it', nld: 'nl', dut: 'nl', tur: 'tr', ukr: 'uk', pol: 'pl', ron: 'ro', rum: 'ro', ell: 'el', gre: 'el'
}

/** The primary language of a BCP 47 tag, in the layer's own codes; `und` for what is no tag. */
export function canonicalLanguage (tag: string): string {
  const primary = /^[a-z]{2,8}(?![a-z0-9])/i.exec(tag)?.[0].toLowerCase()
  if (primary === undefined) return 'und'
  return Object.hasOwn(aliases, primary) ? aliases[primary] ?? primary : primary
}

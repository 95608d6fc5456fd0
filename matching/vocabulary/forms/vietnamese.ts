const tones = '\u0300\u0301\u0303\u0309\u0323'

/** One place for the tone mark (hoà, hòa) and one letter for a last i (kĩ, kỹ). */
export function vietnameseSpelling (syllable: string): string {
  return syllable.normalize('NFD')
    .replace(new RegExp(`(o)([ae])([${tones}])$`, 'u'), '$1$3$2')
    .replace(new RegExp(`(?<!q)(u)(y)([${tones}])$`, 'u'), '$1$3$2')
    .replace(new RegExp(`^(h|k|l|m|s|t|qu)y([${tones}]?)$`, 'u'), '$1i$2')
    .normalize('NFC')
}

export function sentences (text: string, language: string): { start: number, end: number }[] {
  const found: { start: number, end: number }[] = []
  for (const { segment, index } of new Intl.Segmenter(language === 'und' ? 'en' : language, { granularity: 'sentence' }).segment(text)) {
    const end = index + segment.trimEnd().length
    const start = index + segment.length - segment.trimStart().length
    if (end > start) found.push({ start, end })
  }
  return found
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** Letters that one alphabet has and its neighbours lack, then the commonest words. */
export function ofArabicScript (text: string): string {
  const urdu = count(text, /[ٹڈڑںہھے]/gu) + 2 * count(text, /(?<!\p{L})(?:اور|کے|کی|کا|میں|سے|نے|کو)(?!\p{L})/gu)
  const persian = count(text, /[پچژگکی]/gu) + 2 * count(text, /(?<!\p{L})(?:است|را|که|این|با|برای|های|آن|می|شده)(?!\p{L})/gu)
  const arabic = count(text, /[ةأإكيىؤ]/gu) + 2 * count(text, /(?<!\p{L})(?:في|من|على|إلى|هذا|التي|أن|ما|هل)(?!\p{L})|(?<!\p{L})ال/gu)
  // Neither Persian nor Arabic has Urdu's own letters.
  if (urdu > 0 && urdu * 5 >= arabic) return 'ur'
  return persian > arabic ? 'fa' : 'ar'
}

export function ofDevanagari (text: string): string {
  const hindi = count(text, /(?<![\p{L}\p{M}])(?:है|हैं|के|का|की|में|को|से|और|पर|था|थी|थे|यह|वह|ने|भी|नहीं|मैं|क्या)(?![\p{L}\p{M}])/gu)
  const marathi = count(text, /(?<![\p{L}\p{M}])(?:आहे|आहेत|आणि|होते|मध्ये|नाही|हे|ती|च्या|मी|काय|साठी|करण्यासाठी)(?![\p{L}\p{M}])|ळ/gu)
  const nepali = count(text, /(?<![\p{L}\p{M}])(?:छ|छन्|पनि|गर्न|भएको|लागि|थियो|गरेको|गर्ने)(?![\p{L}\p{M}])|हरू/gu)
  if (marathi > hindi && marathi >= nepali) return 'mr'
  return nepali > hindi ? 'ne' : 'hi'
}

export function ofCyrillic (text: string): string {
  const lower = text.toLowerCase()
  const signs: [string, number][] = [
    ['uk', count(lower, /[іїєґ]/gu)],
    ['sr', count(lower, /[јљњћђџ]/gu)],
    ['kk', count(lower, /[әғқңұһ]/gu)],
    ['ru', count(lower, /[ыэё]/gu)]
  ]
  const [language, hits] = signs.reduce((best, next) => next[1] > best[1] ? next : best)
  if (language === 'uk' && count(lower, /ў/gu) > 0) return 'be'
  if (hits > 0) return language
  const bulgarian = count(lower, /(?<!\p{L})(?:се|са|ще|това|които|със|към|беше|съм|няма|е)(?!\p{L})|ът(?!\p{L})/gu)
  const russian = count(lower, /(?<!\p{L})(?:что|он|она|как|для|это|был|мы|я|и|не)(?!\p{L})/gu)
  return bulgarian > russian ? 'bg' : 'ru'
}

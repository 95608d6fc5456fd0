import type { Analyser } from '../types.ts'
import { withoutAccents } from './normalise.ts'
import { naturalStemmer } from './packages.ts'
import { listed } from './lists.ts'
import { spacedAnalyser } from './spaced.ts'

/** Function words: articles, pronouns, prepositions, conjunctions, auxiliaries, adverbs of degree, and the emptiest verbs. No word of any subject. */
export const englishStopWords = listed(`
  a an the this that these those such same other another others each every either neither both all any some none no not nor
  i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers herself
  it its itself they them their theirs themselves one ones oneself who whom whose which what whatever whichever whoever
  someone somebody something anyone anybody anything everyone everybody everything nobody nothing
  am is are was were be been being have has had having do does did doing done will would shall should can could may might
  must ought cannot
  and or but if then else because as until while although though unless whereas whether since so than too very
  of at by for with about against between into through during before after above below to from up down in out on off over
  under again further once upon within without toward towards among amongst across along around behind beside besides
  beyond despite except inside near onto outside per throughout via versus
  here there when where why how whenever wherever hence thus therefore however moreover furthermore nevertheless otherwise
  also already almost always often ever never sometimes yet still just only even quite rather perhaps maybe much many more
  most few less least several own enough instead indeed namely mainly mostly usually especially particularly
  now today etc eg ie well like way come came get got make made said see take
  s t d ll m re ve don doesn didn isn aren wasn weren hasn haven hadn won wouldn shouldn couldn mustn
  don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't shouldn't couldn't mustn't can't
  i'm you're he's she's it's we're they're i've you've we've they've i'd you'd he'd she'd we'd they'd i'll you'll he'll
  she'll we'll they'll that's there's here's what's who's let's
`)

/** Acronyms that would pass for function words: the health organization, information technology. US is not, for Porter makes us of use. */
const acronyms = new Set(['WHO', 'IT'])

const possessive = (word: string): string => word.endsWith("'s") ? word.slice(0, -2) : word

/** English: Porter's stemmer (Porter 1980, An algorithm for suffix stripping). */
export function english (): Analyser {
  const porter = naturalStemmer('en')
  const stopWords = new Set(englishStopWords)
  return spacedAnalyser({
    language: 'en',
    stopWords,
    names: acronyms,
    spelling: word => stopWords.has(word) ? word : possessive(word),
    // Letters alone are initials and list marks.
    stem: word => word.length < 2 ? '' : porter.stem(withoutAccents(word.replaceAll("'", '')))
  })
}

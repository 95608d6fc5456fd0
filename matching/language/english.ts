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

/** Forms that no suffix rule leads back to their word, which comes first; none that is a common word of its own (left, found, rose). */
const irregularForms = new Map(`
  bus buses|minibus minibuses|trolleybus trolleybuses|gas gases|virus viruses|coronavirus coronaviruses|campus campuses|bonus bonuses|census censuses|status statuses
  lens lenses|child children|man men|woman women|foot feet|tooth teeth|mouse mice|goose geese|wife wives|knife knives|shelf shelves|half halves|wolf wolves|thief thieves
  crisis crises|analysis analyses|diagnosis diagnoses|hypothesis hypotheses|synthesis syntheses|emphasis emphases|parenthesis parentheses|criterion criteria|phenomenon phenomena
  bacterium bacteria|fungus fungi|curriculum curricula|alumnus alumni|stimulus stimuli|nucleus nuclei|appendix appendices|index indices|matrix matrices|vertex vertices
  go went gone|buy bought|teach taught|sell sold|build built|pay paid|spend spent|lose lost|keep kept|hold held|grow grew grown|fall fell fallen|drive drove driven
  ride rode ridden|write wrote written|speak spoke spoken|break broke broken|steal stole stolen|choose chose chosen|freeze froze frozen|give gave given|eat ate eaten
  drink drank drunk|sink sank sunk|fly flew flown|throw threw thrown|know knew known|shake shook shaken|begin began begun|run ran|bring brought|catch caught|fight fought
  seek sought|lead led|feed fed|bleed bled|meet met|send sent|lend lent|sleep slept|sweep swept|deal dealt|mean meant|become became|swim swam swum|sing sang sung
  forget forgot forgotten|hide hid hidden|bite bit bitten|tear tore torn|wear wore worn|swear swore sworn|draw drew drawn|blow blew blown|stick stuck|strike struck
  win won|dig dug|hang hung|shoot shot|forbid forbade forbidden|forgive forgave forgiven|withdraw withdrew withdrawn|overcome overcame|undergo underwent undergone
  undertake undertook undertaken|shrink shrank shrunk|arise arose arisen|breed bred|flee fled
`.split(/[|\n]/).flatMap(line => {
    const [word = '', ...forms] = line.trim().split(' ')
    return forms.map(form => [form, word] as const)
  }))

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
    stem: word => word.length < 2 ? '' : porter.stem(irregularForms.get(word) ?? withoutAccents(word.replaceAll("'", '')))
  })
}

import type { Resource } from '../../../db/vocabulary.ts'
import { matchQuery } from '../../schemas/matches.ts'
import type { Services } from '../../services/index.ts'
import type { Principal } from '../../services/principal.ts'
import type { Similar } from '../components/similar.tsx'
import type { Reader } from '../reader.ts'
import { type Improvement, improvementsOfChallenge, improvementsOfSolution } from './improving.ts'
import type { Typed } from './typed.ts'

/** Shorter texts are like everything; scripts that write a word in a character or two say as much in fewer. */
const telling = (text: string): boolean => text.length >= (/[\u3040-\u9fff]/.test(text) ? 6 : 15)

const shown = 3
/** How many matches are asked what they lack. */
const counted = 30

export const textOf = (typed: Typed): string => ['text', 'title', 'summary', 'problem'].map((name) => typed[name]).filter((part) => typeof part === 'string' && part.trim() !== '').join('\n').slice(0, 20000)

/** What a form shows of matching while it is filled in. */
export const createLikeness = ({ matches }: Pick<Services, 'matches'>) => ({
  /** @param id of the profile that is written: it is like itself */
  async similar (principal: Principal, resource: 'challenges' | 'solutions', typed: Typed, id: string | null, reader: Reader): Promise<Similar> {
    const text = textOf(typed)
    if (!telling(text)) return null
    const options = { ...matchQuery.parse({}), limit: shown + 1, reader: reader.language }
    if (resource === 'solutions') return { challenges: (await matches.ofText(principal, 'solution', text, undefined, options)).challenges.slice(0, shown) }
    const { peers, solutions } = await matches.ofText(principal, 'challenge', text, undefined, options)
    return { peers: peers.filter(({ challenge }) => challenge.id !== id).slice(0, shown), solutions: solutions.slice(0, shown) }
  },

  async improvements (principal: Principal, resource: Resource, id: string, reader: Reader): Promise<Improvement[]> {
    const options = { ...matchQuery.parse({}), limit: counted, reader: reader.language }
    if (resource === 'challenges') return improvementsOfChallenge(await matches.ofChallenge(principal, id, options))
    if (resource === 'solutions') return improvementsOfSolution(await matches.ofSolution(principal, id, options))
    return []
  }
})

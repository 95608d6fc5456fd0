import type { IntroductionAnswer } from '../../../schemas/introductions.ts'
import type { Reader } from '../../reader.ts'
import { IntroductionLine } from './introduction-line.tsx'

/** Introductions that the organisation acted for takes part in with a profile. */
export const IntroductionsAbout = ({ introductions, reader }: { introductions: readonly IntroductionAnswer[], reader: Reader }) => introductions.length === 0
  ? null
  : (
    <section class='no-print'>
      <h2>{reader.words.dialogue.inbox.introductions}</h2>
      <ul class='cards'>{introductions.map((introduction) => <IntroductionLine key={introduction.id} introduction={introduction} reader={reader} />)}</ul>
    </section>
    )

import type { IntroductionAnswer } from '../../../schemas/introductions.ts'
import { choicesOf } from '../../components/dialogue/codes.ts'
import { Faults, Form, Select, TextArea } from '../../components/form.tsx'
import { Layout } from '../../components/layout.tsx'
import { Phrase } from '../../components/text.tsx'
import type { Filled } from '../../forms.ts'
import type { Visit } from '../../visit.ts'
import { othersIn, titleOf } from '../../components/dialogue/introduction-line.tsx'

export type Ending = 'decline' | 'withdraw' | 'close'

/** A no, a withdrawal or an outcome: a page of its own, so that it says what it means before it is done. */
export const Decision = ({ visit, introduction, ending, filled }: { visit: Visit, introduction: IntroductionAnswer, ending: Ending, filled: Filled }) => {
  const { reader } = visit
  const { decision, ask } = reader.words.dialogue
  const { title, note, send } = decision[ending]
  const about = titleOf(introduction)
  const back = `/introductions/${introduction.id}`
  return (
    <Layout visit={visit} title={title}>
      <h1>{title}</h1>
      <p class='lead'><a href={back}>{about === null ? reader.words.dialogue.introduction.title : <Phrase text={about} reader={reader} />}</a><br /><bdi>{reader.list(othersIn(introduction))}</bdi></p>
      <Faults filled={filled} visit={visit} labels={{ reason: decision.reason, outcome: decision.outcome, words: decision.words }} />
      <p class='note'>{note}</p>
      <Form visit={visit} action={`${back}/${ending}`} keep={`${ending}:${introduction.id}`} label={title}>
        {ending === 'decline' && <Select name='reason' label={decision.reason} filled={filled} options={choicesOf(reader, 'declineReasons')} empty={ask.choose} required />}
        {ending === 'close' && <Select name='outcome' label={decision.outcome} filled={filled} options={choicesOf(reader, 'outcomes')} empty={ask.choose} required />}
        {ending === 'decline'
          ? <TextArea name='words' label={decision.words} hint={decision.wordsHint} filled={filled} maxLength={2000} required />
          : <TextArea name='words' label={decision.wordsOptional} filled={filled} maxLength={2000} />}
        <p class='row'><button type='submit'>{send}</button> <a class='button quiet' href={back}>{reader.words.forms.cancel}</a></p>
      </Form>
    </Layout>
  )
}

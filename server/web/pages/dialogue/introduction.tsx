import type { IntroductionAnswer } from '../../../schemas/introductions.ts'
import type { Disclosable } from '../../../services/introduction-prospects.ts'
import { said } from '../../components/dialogue/codes.ts'
import { Conversation, type Talk } from '../../components/dialogue/conversation.tsx'
import { DiscloseChoices } from '../../components/dialogue/disclosure.tsx'
import type { Happening } from '../../components/dialogue/happenings.ts'
import { decisionsOf, othersIn, ownIn, titleOf } from '../../components/dialogue/introduction-line.tsx'
import { Parties } from '../../components/dialogue/parties.tsx'
import { Done } from '../../components/dialogue/done.tsx'
import { Timeline } from '../../components/dialogue/timeline.tsx'
import { Faults, Form } from '../../components/form.tsx'
import { Layout } from '../../components/layout.tsx'
import { Band, Facts } from '../../components/parts.tsx'
import { ScoreBar } from '../../components/score-bar.tsx'
import { Phrase } from '../../components/text.tsx'
import type { Filled } from '../../forms.ts'
import { may, type Visit } from '../../visit.ts'

export interface IntroductionProps {
  visit: Visit
  introduction: IntroductionAnswer
  happenings: readonly Happening[]
  /** What could be shown to the others by agreeing; null where that is not to be decided. */
  disclosable: readonly Disclosable[] | null
  accepting: Filled
  /** What was written; null where nothing can be read. */
  talk: Talk | null
  done: string | undefined
  now: Date
}

type Part = Pick<IntroductionProps, 'visit' | 'introduction'>

const Answering = ({ visit, introduction, disclosable, accepting }: Part & Pick<IntroductionProps, 'accepting'> & { disclosable: readonly Disclosable[] }) => {
  const { reader } = visit
  const { introduction: words } = reader.words.dialogue
  const asker = introduction.parties.find(({ organisation }) => organisation.id === introduction.askedBy)?.organisation.name ?? ''
  return (
    <section class='card waiting' aria-labelledby='answer'>
      <h2 id='answer'>{words.yourAnswer}</h2>
      <p>{reader.fill(words.yourAnswerHint, { organisation: asker })} {words.until} <b>{reader.day(introduction.expiresAt)}</b>.</p>
      <Faults filled={accepting} visit={visit} labels={{ disclose: reader.words.dialogue.disclose.legend }} />
      <Form visit={visit} action={`/introductions/${introduction.id}/accept`} label={words.accept}>
        <DiscloseChoices options={disclosable} filled={accepting} visit={visit} />
        <p class='row'><button type='submit'>{words.accept}</button> <a class='button quiet' href={`/introductions/${introduction.id}/decline`}>{words.decline}</a></p>
      </Form>
    </section>
  )
}

const Other = ({ visit, introduction }: Part) => {
  const { introduction: words } = visit.reader.words.dialogue
  const { accept, decline, withdraw, close } = decisionsOf(introduction)
  const ways = [...(decline && !accept ? ['decline' as const] : []), ...(close ? ['close' as const] : []), ...(withdraw ? ['withdraw' as const] : [])]
  return ways.length === 0 || !may(visit, 'introductions') ? null : <p class='row no-print'>{ways.map((way) => <a key={way} class='button quiet' href={`/introductions/${introduction.id}/${way}`}>{words[way]}</a>)}</p>
}

const Ended = ({ visit: { reader }, introduction: { declineReason, outcome, words: saidLast, endedAt } }: Part) => {
  const { introduction: words } = reader.words.dialogue
  if (endedAt === null) return null
  return (
    <section>
      <h2>{words.ended}</h2>
      <Facts facts={[[words.when, reader.day(endedAt)], [words.reason, declineReason && said(reader, 'declineReasons', declineReason)], [words.outcome, outcome && said(reader, 'outcomes', outcome)]]} />
      {saidLast !== null && <blockquote class='passage'><b>{words.said}</b><p class='written' dir='auto'>{saidLast}</p></blockquote>}
    </section>
  )
}

/** An introduction from being asked for to its outcome: who, what they show each other, what they write, what happened. */
export const IntroductionPage = ({ visit, introduction, happenings, disclosable, accepting, talk, done, now }: IntroductionProps) => {
  const { reader } = visit
  const { introduction: words, messages, actions } = reader.words.dialogue
  const title = titleOf(introduction)
  const path = `/introductions/${introduction.id}`
  const own = ownIn(introduction)
  const withProvider = introduction.parties.some(({ profile }) => profile.resource === 'solutions')
  return (
    <Layout visit={visit} title={`${words.title}: ${title?.text ?? ''}`} wide>
      <Done what={done} visit={visit} />
      <p class='small'><a href='/inbox/introductions'>{reader.words.dialogue.inbox.introductions}</a></p>
      <h1>{title === null ? words.title : <Phrase text={title} reader={reader} />}</h1>
      <p class='lead'><bdi>{reader.list(othersIn(introduction))}</bdi></p>
      <p><span class='band'>{said(reader, 'statuses', introduction.status)}</span></p>
      {disclosable === null && <Faults filled={accepting} visit={visit} />}
      {disclosable !== null && <Answering visit={visit} introduction={introduction} disclosable={disclosable} accepting={accepting} />}
      {introduction.status === 'requested' && own?.consent === 'agreed' && <p class='note'>{words.waiting} {words.until} {reader.day(introduction.expiresAt)}.</p>}
      <Other visit={visit} introduction={introduction} />
      <div class='columns parties'>
        <aside>
          <h2>{words.parties}</h2>
          <Parties introduction={introduction} reader={reader} />
        </aside>
        <div>
          {introduction.message !== null && (
            <section>
              <h2>{own?.organisation.id === introduction.askedBy ? words.yourMessage : words.message}</h2>
              <blockquote class='passage'><p class='written' dir='auto'>{introduction.message}</p></blockquote>
              <p class='small'>{words.purpose}: {said(reader, 'purposes', introduction.purpose)}</p>
            </section>
          )}
          <Ended visit={visit} introduction={introduction} />
          <section aria-labelledby='messages'>
            <h2 id='messages'>{words.messages}</h2>
            {talk === null ? <p>{introduction.status === 'requested' ? messages.notYet : messages.none}</p> : <Conversation visit={visit} path={path} talk={talk} names={new Map(introduction.parties.map(({ organisation }) => [organisation.id, organisation.name]))} ownId={own?.organisation.id} now={now} />}
            {talk !== null && withProvider && <p class='note no-print'>{words.questionsNote} <a href={`/challenges/${introduction.challengeId}/questions`}>{actions.questions}</a></p>}
          </section>
        </div>
      </div>
      <section>
        <h2>{words.history}</h2>
        <Timeline happenings={happenings} reader={reader} />
      </section>
      <section>
        <h2>{words.asWas}</h2>
        {introduction.match === null
          ? <p>{words.noMatch}</p>
          : <><p><Band band={introduction.match.band} reader={reader} /></p><details><summary>{reader.words.match.parts}</summary><ScoreBar match={introduction.match} reader={reader} /></details></>}
      </section>
    </Layout>
  )
}

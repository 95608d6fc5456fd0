import type { QuestionAnswer } from '../../../schemas/questions.ts'
import type { Text } from '../../../schemas/text.ts'
import { Done } from '../../components/dialogue/done.tsx'
import { Faults, Form, TextArea } from '../../components/form.tsx'
import { Layout } from '../../components/layout.tsx'
import { Phrase } from '../../components/text.tsx'
import type { Filled } from '../../forms.ts'
import type { Visit } from '../../visit.ts'

export interface QuestionsProps {
  visit: Visit
  challengeId: string
  /** Null where the challenge itself is no longer to be seen. */
  title: Text | null
  items: readonly QuestionAnswer[]
  more: string | null
  /** Whether whoever looks is the city, may ask, or only reads. */
  standing: 'city' | 'asks' | 'reads'
  /** The question that is being answered or corrected. */
  answering: string | null
  filled: Filled
  once: string
  done: string | undefined
}

const AnswerForm = ({ props: { visit, challengeId, filled, once }, question }: { props: QuestionsProps, question: QuestionAnswer }) => {
  const { questions } = visit.reader.words.dialogue
  const correcting = question.answeredAt !== null
  return (
    <Form visit={visit} action={`/challenges/${challengeId}/questions/${question.id}/${correcting ? 'correct' : 'answer'}`} keep={`answer:${question.id}`} label={correcting ? questions.toCorrect : questions.toAnswer}>
      <Faults filled={filled} visit={visit} labels={{ answer: correcting ? questions.correction : questions.answer }} />
      <input type='hidden' name='once' value={once} />
      <TextArea name='answer' label={correcting ? questions.correction : questions.answer} hint={correcting ? questions.correctHint : questions.answerHint} filled={filled} maxLength={10000} rows={6} required />
      <p class='row'><button type='submit'>{questions.publish}</button> <a class='button quiet' href={`/challenges/${challengeId}/questions`}>{visit.reader.words.forms.cancel}</a></p>
    </Form>
  )
}

const Entry = ({ props, question }: { props: QuestionsProps, question: QuestionAnswer }) => {
  const { visit: { reader }, challengeId, standing, answering } = props
  const { questions } = reader.words.dialogue
  const { id, number, askedAt, text, answer, answeredAt, correction, yours, askedBy } = question
  const way = answeredAt === null ? 'toAnswer' : 'toCorrect'
  return (
    <li class='card' id={`question-${number}`}>
      <h2>{reader.fill(questions.number, { number: reader.number(number) })}{correction && <> · {questions.correction}</>}</h2>
      <p class='meta'>
        <time dateTime={askedAt}>{reader.fill(questions.asked, { day: reader.day(askedAt) })}</time>
        {askedBy !== undefined && !correction && <bdi>{reader.fill(questions.askedBy, { organisation: askedBy.name })}</bdi>}
        {yours && standing !== 'city' && <span>{questions.yours}</span>}
      </p>
      <p class='written' dir='auto'>{text}</p>
      {answer === null || answeredAt === null
        ? <p class='small'>{questions.open}</p>
        : <blockquote class='passage'><b>{reader.fill(questions.answered, { day: reader.day(answeredAt) })}</b><p class='written' dir='auto'>{answer}</p></blockquote>}
      {standing === 'city' && (answering === id
        ? <AnswerForm props={props} question={question} />
        : <p class='no-print'><a class='button quiet' href={`/challenges/${challengeId}/questions?answer=${id}#question-${number}`}>{questions[way]}<span class='hidden'>: {reader.fill(questions.number, { number: reader.number(number) })}</span></a></p>)}
    </li>
  )
}

/** The log of questions about a challenge: every introduced provider reads the same. */
export const QuestionsPage = (props: QuestionsProps) => {
  const { visit, challengeId, title, items, more, standing, filled, once, done } = props
  const { reader } = visit
  const { questions } = reader.words.dialogue
  const exported = `/v1/challenges/${challengeId}/questions/export?format=`
  return (
    <Layout visit={visit} title={questions.title}>
      <h1>{questions.title}</h1>
      {title !== null && <p class='lead'><a href={`/challenges/${challengeId}`}><Phrase text={title} reader={reader} /></a></p>}
      <Done what={done} visit={visit} />
      <p>{questions.lead}</p>
      {items.length === 0 ? <p>{standing === 'city' ? questions.noneCity : questions.none}</p> : <ol class='cards'>{items.map((question) => <Entry key={question.id} props={props} question={question} />)}</ol>}
      {more !== null && <p><a class='button quiet' href={more} rel='next'>{questions.more}</a></p>}
      {standing === 'asks' && (
        <section aria-labelledby='ask'>
          <h2 id='ask'>{questions.ask}</h2>
          <Form visit={visit} action={`/challenges/${challengeId}/questions`} keep={`question:${challengeId}`} label={questions.ask}>
            <Faults filled={filled} visit={visit} labels={{ text: questions.ask }} />
            <input type='hidden' name='once' value={once} />
            <TextArea name='text' label={questions.ask} hint={questions.askHint} filled={filled} maxLength={5000} rows={5} required />
            <button type='submit'>{questions.send}</button>
          </Form>
        </section>
      )}
      <p class='row no-print'><a href={`${exported}csv`} download>{questions.csv}</a> <a href={`${exported}json`} download>{questions.json}</a></p>
    </Layout>
  )
}

import type { Prospect, Side } from '../../../services/introduction-prospects.ts'
import type { ChallengeAnswer } from '../../../schemas/matches.ts'
import { choicesOf } from '../../components/dialogue/codes.ts'
import { DiscloseChoices } from '../../components/dialogue/disclosure.tsx'
import { Faults, FieldFaults, Form, Select, TextArea } from '../../components/form.tsx'
import { Layout } from '../../components/layout.tsx'
import { Place } from '../../components/parts.tsx'
import { Refusal } from '../../components/refusal.tsx'
import { Phrase } from '../../components/text.tsx'
import type { Problem } from '../../../errors.ts'
import { errorsOf, type Filled, valuesOf } from '../../forms.ts'
import type { Reader } from '../../reader.ts'
import type { Visit } from '../../visit.ts'

type Peer = ChallengeAnswer['peers'][number]['challenge']

export interface AskProps {
  visit: Visit
  /** Ids of the challenge and of what it was matched with, as `resource:id`. */
  challenge: string
  matched: string
  prospect: Prospect
  /** Challenges of other cities that the solution fits too. */
  together: readonly Peer[]
  filled: Filled
}

const SideName = ({ side: { resource, id, title, of }, label, reader }: { side: Side, label: string, reader: Reader }) => (
  <p class='card'>
    <small>{label}</small><br />
    <a href={`/${resource}/${id}`}><Phrase text={title} reader={reader} /></a><br />
    {typeof of === 'string' ? <bdi>{of}</bdi> : <Phrase text={of} reader={reader} />}
  </p>
)

const Together = ({ together, filled, reader }: { together: readonly Peer[], filled: Filled, reader: Reader }) => {
  const { ask } = reader.words.dialogue
  const errors = errorsOf(filled, 'together')
  if (together.length === 0) return null
  return (
    <fieldset id='f-together' class={errors.length > 0 ? 'wrong' : undefined}>
      <legend>{ask.together}</legend>
      <p class='hint'>{ask.togetherHint}</p>
      <FieldFaults name='together' filled={filled} />
      <ul class='choices'>
        {together.map((peer) => (
          <li key={peer.id}>
            <label><input type='checkbox' name='together' value={peer.id} checked={valuesOf(filled, 'together').includes(peer.id)} aria-describedby={`joins-${peer.id}`} /><span><Place city={peer.city} reader={reader} /></span></label>
            <div class='small' id={`joins-${peer.id}`}><Phrase text={peer.title} reader={reader} /></div>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

/** Says what asking leads to, and what is in the way, before anything is sent. */
export const Ask = ({ visit, challenge, matched, prospect: { asker, asked, disclosable, inTheWay }, together, filled }: AskProps) => {
  const { reader } = visit
  const { ask } = reader.words.dialogue
  return (
    <Layout visit={visit} title={ask.title}>
      <h1>{ask.title}</h1>
      <Faults filled={filled} visit={visit} labels={{ purpose: ask.purpose, message: ask.message, together: ask.together, disclose: reader.words.dialogue.disclose.legend }} />
      <div class='columns two'>
        <SideName side={asker} label={ask.you} reader={reader} />
        <SideName side={asked} label={ask.them} reader={reader} />
      </div>
      <section>
        <h2>{ask.next}</h2>
        <ul>{ask.steps.map((step) => <li key={step}>{step}</li>)}</ul>
      </section>
      {inTheWay !== null && filled.problem === null && <div class='note'><h2>{ask.inTheWay}</h2><Refusal problem={inTheWay} reader={reader} /></div>}
      {(inTheWay === null || filled.problem !== null) && (
        <Form visit={visit} action='/introductions' keep={`ask:${challenge}:${matched}`} label={ask.title}>
          <input type='hidden' name='challenge' value={challenge} />
          <input type='hidden' name='with' value={matched} />
          <Select name='purpose' label={ask.purpose} filled={filled} options={choicesOf(reader, 'purposes')} empty={ask.choose} required />
          <TextArea name='message' label={ask.message} hint={ask.messageHint} filled={filled} maxLength={4000} rows={8} required />
          <DiscloseChoices options={disclosable} filled={filled} visit={visit} />
          <Together together={together} filled={filled} reader={reader} />
          <button type='submit'>{ask.send}</button>
        </Form>
      )}
    </Layout>
  )
}

/** Why these two cannot be introduced by whoever asks. */
export const CannotAsk = ({ visit, problem, back }: { visit: Visit, problem: Problem, back: string }) => {
  const { ask, actions } = visit.reader.words.dialogue
  return (
    <Layout visit={visit} title={ask.title}>
      <h1>{ask.impossible}</h1>
      <div class='note'><Refusal problem={problem} reader={visit.reader} /></div>
      <p><a class='button quiet' href={back}>{actions.back}</a></p>
    </Layout>
  )
}

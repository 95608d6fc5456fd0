import { holdingOf, type Kept, keptInput } from '../kept.ts'
import type { Reader } from '../reader.ts'
import type { Visit } from '../visit.ts'
import { Form } from './form.tsx'

/** What a form that was not taken holds, and where it goes. */
export const WrittenText = ({ kept, reader }: { kept: Kept, reader: Reader }) => {
  const { kept: words } = reader.words.account
  const { written, chosen } = holdingOf(kept, reader)
  return (
    <section aria-labelledby='written'>
      <h2 id='written'>{words.written}</h2>
      {written.map(({ label, text }, index) => (
        <blockquote key={index} class='passage'>{label !== undefined && <b>{label}</b>}<p class='written' dir='auto'>{text}</p></blockquote>
      ))}
      {chosen.length > 0 && (
        <details>
          <summary>{words.chosen}</summary>
          <ul class='plain' dir='ltr'>{chosen.map(([name, value], index) => <li key={index}><code>{name}</code>: <bdi>{value}</bdi></li>)}</ul>
        </details>
      )}
      <p class='small'>{words.goes} <a href={kept.from}><bdi dir='ltr'>{kept.to}</bdi></a></p>
    </section>
  )
}

/** Carries a kept form along with another that is filled in first. */
export const Carried = ({ kept }: { kept: Kept }) => <input type='hidden' name={keptInput} value={JSON.stringify(kept)} />

/** Sends a kept form, by a press of who is signed in now and has seen what it holds. */
export const SendAgain = ({ visit, kept }: { visit: Visit, kept: Kept }) => {
  const { reader: { words: { account: { kept: words }, office: { frame } } }, member } = visit
  const others = member?.organisations.filter(({ id }) => id !== member.organisation?.id) ?? []
  return (
    <>
      <WrittenText kept={kept} reader={visit.reader} />
      {member?.organisation !== undefined && member.organisation !== null && <p>{visit.reader.fill(words.actingFor, { organisation: member.organisation.name })}</p>}
      <Form visit={visit} action={kept.to} again>
        {kept.fields.map(([name, value], index) => <input key={index} type='hidden' name={name} value={value} />)}
        <p class='row'><button type='submit'>{words.send}</button> <a class='button quiet' href={kept.from}>{words.leave}</a></p>
      </Form>
      {others.length > 0 && (
        <Form visit={visit} action='/kept' label={frame.actFor} again>
          <Carried kept={kept} />
          <p class='small'>{frame.actFor}</p>
          <p class='row'>{others.map(({ id, name }) => <button key={id} type='submit' class='quiet' name='organisationId' value={id}><bdi>{name}</bdi></button>)}</p>
        </Form>
      )}
    </>
  )
}

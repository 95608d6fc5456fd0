import { deliveryStatuses } from '../../../../db/vocabulary.ts'
import type { DeliveryAnswer, TestOutcome, WebhookAnswer } from '../../../schemas/webhooks.ts'
import { failingOf } from '../../../services/webhook-sending.ts'
import { Confirm } from '../../components/confirm.tsx'
import { EventChoices, eventIn } from '../../components/event-choices.tsx'
import { ActionButton, Form, TextField } from '../../components/form.tsx'
import { Moment } from '../../components/moment.tsx'
import { More } from '../../components/more.tsx'
import { Overlap } from '../../components/overlap.tsx'
import { Facts } from '../../components/parts.tsx'
import { filledOf, type Returned } from '../../forms.ts'
import type { Visit } from '../../visit.ts'
import { OrganisationFrame, type OwnPage } from './frame.tsx'
import { stateOf } from './webhooks.tsx'

export interface WebhookProps extends OwnPage {
  webhook: WebhookAnswer
  deliveries: readonly DeliveryAnswer[]
  next: string | null
  status: DeliveryAnswer['status'] | undefined
  tested: TestOutcome | null
}

const Tested = ({ tested: { delivered, status, error, milliseconds }, visit: { reader } }: { tested: TestOutcome, visit: Visit }) => {
  const { webhooks: words } = reader.words.office
  return (
    <div class={delivered ? 'done' : 'note'} role='status'>
      <p><strong>{delivered ? words.tested : words.notTested}</strong></p>
      <p class='meta'><span>{words.answer}: {status === null ? words.noAnswer : String(status)}</span>{error !== null && <span>{words.failures[failingOf(error)]}</span>}<span>{reader.fill(words.took, { count: reader.number(milliseconds) })}</span></p>
    </div>
  )
}

const Row = ({ delivery, visit: { reader } }: { delivery: DeliveryAnswer, visit: Visit }) => {
  const { webhooks: words } = reader.words.office
  const { type, status, attempts, lastAt, lastStatus, lastError, nextAt, createdAt, position } = delivery
  return (
    <tr>
      <th scope='row'>{eventIn(type, reader)}</th>
      <td class='figure'>{reader.number(position)}</td>
      <td>{words.statuses[status]}{nextAt !== null && <><br /><small>{reader.fill(words.nextTry, { when: reader.moment(nextAt) })}</small></>}</td>
      <td class='figure'>{reader.number(attempts)}</td>
      <td>{lastStatus !== null && String(lastStatus)} {lastError !== null && <span class='small'>{words.failures[failingOf(lastError)]}</span>}</td>
      <td><Moment at={lastAt ?? createdAt} reader={reader} /></td>
    </tr>
  )
}

const Log = ({ visit, webhook: { id }, deliveries, next, status }: Pick<WebhookProps, 'visit' | 'webhook' | 'deliveries' | 'next' | 'status'>) => {
  const { webhooks: words, common } = visit.reader.words.office
  return (
    <section>
      <h2 id='log'>{words.log}</h2>
      <form method='get' action={`/organisation/webhooks/${id}`} class='row filter'>
        <div>
          <label for='status'>{common.status}</label>
          <select id='status' name='status'>
            <option value=''>{common.any}</option>
            {deliveryStatuses.map((value) => <option key={value} value={value} selected={value === status}>{words.statuses[value]}</option>)}
          </select>
        </div>
        <button type='submit' class='quiet'>{common.show}</button>
      </form>
      {deliveries.length === 0
        ? <p>{common.none}</p>
        : (
          <div class='scroll' role='region' aria-labelledby='log' tabIndex={0}>
            <table>
              <caption>{common.utc}</caption>
              <thead><tr><th scope='col'>{words.event}</th><th scope='col' class='figure'>{words.position}</th><th scope='col'>{common.status}</th><th scope='col' class='figure'>{words.attempts}</th><th scope='col'>{words.lastAnswer}</th><th scope='col'>{common.when}</th></tr></thead>
              <tbody>{deliveries.map((delivery) => <Row key={delivery.id} delivery={delivery} visit={visit} />)}</tbody>
            </table>
          </div>
          )}
      <More visit={visit} next={next} />
    </section>
  )
}

const Settings = ({ visit, webhook, at, returned }: { visit: Visit, webhook: WebhookAnswer, at: string, returned: Returned | null }) => {
  const { webhooks: words, secret } = visit.reader.words.office
  const { forms } = visit.reader.words
  const { url, events, position } = webhook
  return (
    <section>
      <details open={returned?.form === 'change'}>
        <summary>{words.settings}</summary>
        <Form visit={visit} action={`${at}/change`}>
          <TextField of='change' type='url' name='url' label={words.url} hint={words.urlHint} filled={filledOf(returned, 'change', { values: { url, events }, problem: null })} required maxLength={2000} />
          <EventChoices of='change' filled={filledOf(returned, 'change', { values: { url, events }, problem: null })} reader={visit.reader} />
          <button type='submit'>{forms.save}</button>
        </Form>
      </details>
      <Confirm visit={visit} action={`${at}/rotate`} summary={words.rotate} button={words.rotate} text={`${words.rotateText} ${secret.once}`}><Overlap id='secret' reader={visit.reader} chosen={1440} /></Confirm>
      <Confirm visit={visit} action={`${at}/replay`} summary={words.replay} button={words.replay} text={words.replayText} open={returned?.form === 'replay'}>
        <TextField of='replay' type='number' name='after' label={words.after} filled={filledOf(returned, 'replay', { values: { after: String(Math.max(0, position - 100)) }, problem: null })} required />
      </Confirm>
      <Confirm visit={visit} action={`${at}/remove`} summary={words.remove} button={words.remove} text={words.removeText} />
    </section>
  )
}

/** One webhook: how it stands, what can be done with it, what was sent. */
export const OrganisationWebhook = ({ visit, acting, returned, webhook, deliveries, next, status, tested }: WebhookProps) => {
  const { reader } = visit
  const { webhooks: words } = reader.words.office
  const { id, url, events, position, previousUntil, pausedAt } = webhook
  const at = `/organisation/webhooks/${id}`
  return (
    <OrganisationFrame visit={visit} acting={acting} returned={returned} title={new URL(url).host} labels={{ url: words.url, events: words.events, after: words.after }}>
      {tested !== null && <Tested tested={tested} visit={visit} />}
      <div class='card'>
        <Facts
          facts={[
            [words.url, <bdi key='url' dir='ltr'>{url}</bdi>],
            [words.state, stateOf(webhook, reader)],
            [words.events, events.length === 0 ? words.all : reader.list(events.map((type) => eventIn(type, reader)))],
            [words.position, reader.number(position)],
            [words.rotate, previousUntil !== null && reader.fill(words.signsToo, { when: reader.moment(previousUntil) })]
          ]}
        />
        <div class='doings'>
          <ActionButton visit={visit} action={`${at}/test`}>{words.test}</ActionButton>
          {pausedAt === null ? <ActionButton visit={visit} action={`${at}/pause`} quiet>{words.pause}</ActionButton> : <ActionButton visit={visit} action={`${at}/resume`} quiet>{words.resume}</ActionButton>}
        </div>
      </div>
      <Settings visit={visit} webhook={webhook} at={at} returned={returned} />
      <Log visit={visit} webhook={webhook} deliveries={deliveries} next={next} status={status} />
    </OrganisationFrame>
  )
}

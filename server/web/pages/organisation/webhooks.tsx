import type { WebhookAnswer } from '../../../schemas/webhooks.ts'
import { EventChoices, eventIn } from '../../components/event-choices.tsx'
import { Form, TextField } from '../../components/form.tsx'
import { filledOf } from '../../forms.ts'
import type { Reader } from '../../reader.ts'
import { OrganisationFrame, type OwnPage } from './frame.tsx'

export interface WebhooksProps extends OwnPage {
  webhooks: readonly WebhookAnswer[]
}

/** How a webhook stands. */
export const stateOf = ({ pausedReason, pausedAt, failingSince }: WebhookAnswer, reader: Reader): string => {
  const { webhooks: words } = reader.words.office
  if (pausedAt !== null) return words.pausedFor[pausedReason ?? 'asked']
  return failingSince === null ? words.active : reader.fill(words.failing, { when: reader.moment(failingSince) })
}

/** Every webhook, and one to make. */
export const OrganisationWebhooks = ({ visit, acting, returned, webhooks }: WebhooksProps) => {
  const { reader } = visit
  const { webhooks: words, organisation, common } = reader.words.office
  const filled = filledOf(returned, 'make')
  return (
    <OrganisationFrame visit={visit} acting={acting} returned={returned} title={organisation.webhooks} labels={{ url: words.url, events: words.events }}>
      <p class='lead'>{words.lead}</p>
      <h2>{words.list}</h2>
      {webhooks.length === 0
        ? <p>{common.none}</p>
        : (
          <ul class='cards'>
            {webhooks.map((webhook) => (
              <li key={webhook.id} class='card'>
                <h3><a href={`/organisation/webhooks/${webhook.id}`}><bdi dir='ltr'>{webhook.url}</bdi></a></h3>
                <p class='meta'>
                  <span>{stateOf(webhook, reader)}</span>
                  <span>{webhook.events.length === 0 ? words.all : reader.list(webhook.events.map((type) => eventIn(type, reader)))}</span>
                </p>
              </li>
            ))}
          </ul>
          )}
      <h2>{words.make}</h2>
      <Form visit={visit} action='/organisation/webhooks' label={words.make}>
        <TextField of='make' type='url' name='url' label={words.url} hint={words.urlHint} filled={filled} required maxLength={2000} autocomplete='off' />
        <EventChoices of='make' filled={filled} reader={reader} />
        <button type='submit'>{words.make}</button>
      </Form>
    </OrganisationFrame>
  )
}

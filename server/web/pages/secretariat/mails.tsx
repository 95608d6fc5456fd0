import { mailStatuses } from '../../../../db/vocabulary.ts'
import type { MailAnswer } from '../../../schemas/mails.ts'
import { lettersOf } from '../../../locales/letters/index.ts'
import { Filter } from '../../components/filter.tsx'
import { Form } from '../../components/form.tsx'
import { Moment } from '../../components/moment.tsx'
import { More } from '../../components/more.tsx'
import type { Reader } from '../../reader.ts'
import { SecretariatFrame, type OfficePage } from './frame.tsx'

const at = '/secretariat/mails'

/** What a letter is about: its subject, without what it names, which is nobody's here to read. */
const aboutIn = (kind: string, { language }: Reader): string =>
  (lettersOf(language).letters as Readonly<Record<string, { subject: string }>>)[kind]?.subject.replace(/\{\w+\}/g, '…') ?? kind

/** Mails that were given up, to be sent again or dropped. */
export const Mails = ({ visit, returned, items, next, status }: OfficePage & { items: readonly MailAnswer[], next: string | null, status: MailAnswer['status'] }) => {
  const { reader } = visit
  const { secretariat: words, common } = reader.words.office
  return (
    <SecretariatFrame visit={visit} returned={returned} title={words.mails}>
      <p class='lead'>{words.mailsLead}</p>
      <Filter action={at} reader={reader} choices={[{ name: 'status', label: common.status, value: status, any: false, options: mailStatuses.map((value) => [value, words.mailStatuses[value]]) }]} />
      {items.length === 0
        ? <p>{common.none}</p>
        : (
          <ul class='cards'>
            {items.map(({ id, recipient, kind, status: stands, attempts, lastError, createdAt }) => (
              <li key={id} class='card'>
                <h2 class='plain'><bdi dir='ltr'>{recipient}</bdi></h2>
                <p class='meta'><span>{aboutIn(kind, reader)}</span><strong>{words.mailStatuses[stands]}</strong><span>{words.attempts}: {reader.number(attempts)}</span><Moment at={createdAt} reader={reader} /></p>
                {lastError !== null && <p class='small'>{words.error}: <bdi>{lastError}</bdi></p>}
                {stands !== 'queued' && (
                  <div class='doings'>
                    <Form visit={visit} action={`${at}/${id}/resend`}><button type='submit' class='quiet' aria-label={reader.fill(words.resendTo, { name: recipient })}>{words.resend}</button></Form>
                    {stands === 'dead' && <Form visit={visit} action={`${at}/${id}/drop`}><button type='submit' class='quiet' aria-label={reader.fill(words.dropTo, { name: recipient })}>{words.drop}</button></Form>}
                  </div>
                )}
              </li>
            ))}
          </ul>
          )}
      <More visit={visit} next={next} />
    </SecretariatFrame>
  )
}

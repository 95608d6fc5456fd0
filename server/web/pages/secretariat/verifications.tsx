import { verificationStatuses } from '../../../../db/vocabulary.ts'
import type { MemberAnswer } from '../../../schemas/members.ts'
import type { QueuedVerification } from '../../../schemas/verifications.ts'
import { Filter } from '../../components/filter.tsx'
import { Form, Select, TextArea } from '../../components/form.tsx'
import { Moment } from '../../components/moment.tsx'
import { More } from '../../components/more.tsx'
import { Facts } from '../../components/parts.tsx'
import { filledOf } from '../../forms.ts'
import { SecretariatFrame, type OfficePage } from './frame.tsx'

const at = '/secretariat/verifications'

/** Organisations that ask to be verified. */
export const VerificationQueue = ({ visit, returned, items, next, status }: OfficePage & { items: readonly QueuedVerification[], next: string | null, status: string | undefined }) => {
  const { reader } = visit
  const { secretariat: words, verificationStatuses: said, kinds, methods, common } = reader.words.office
  return (
    <SecretariatFrame visit={visit} returned={returned} title={words.verifications}>
      <Filter action={at} reader={reader} choices={[{ name: 'status', label: common.status, value: status, any: false, options: verificationStatuses.map((value) => [value, said[value]]) }]} />
      {items.length === 0
        ? <p>{common.none}</p>
        : (
          <ul class='cards'>
            {items.map(({ id, organisation, method, evidence, askedAt, status: stands }) => (
              <li key={id} class='card'>
                <h2><a href={`${at}/${id}`}><bdi>{organisation.name}</bdi></a></h2>
                <p class='meta'><span>{kinds[organisation.kind]}</span><span>{methods[method]}</span><bdi>{evidence}</bdi><Moment at={askedAt} reader={reader} /><strong>{said[stands]}</strong></p>
              </li>
            ))}
          </ul>
          )}
      <More visit={visit} next={next} />
    </SecretariatFrame>
  )
}

/** One request, with the evidence, who asks, and the decision. */
export const VerificationCase = ({ visit, returned, verification, asker }: OfficePage & { verification: QueuedVerification, asker: MemberAnswer | undefined }) => {
  const { reader } = visit
  const { secretariat: words, verificationStatuses: said, kinds, methods, common } = reader.words.office
  const { id, organisation, organisationId, method, evidence, words: more, status, askedAt, reason, decidedAt } = verification
  const filled = filledOf(returned, 'decide')
  return (
    <SecretariatFrame visit={visit} returned={returned} title={organisation.name} labels={{ decision: words.decision, reason: common.reason }}>
      <div class='columns two'>
        <section class='card'>
          <Facts
            facts={[
              [common.status, said[status]],
              [common.kind, kinds[organisation.kind]],
              [words.asksAs, methods[method]],
              [words.evidence, <bdi key='evidence'>{evidence}</bdi>],
              [words.words, more !== null && <span key='words' dir='auto'>{more}</span>],
              [words.asks, asker !== undefined && <bdi key='who'>{asker.name ?? '–'}</bdi>],
              [words.ownAddress, typeof asker?.email === 'string' && <bdi key='address' dir='ltr'>{asker.email}</bdi>],
              [common.since, <Moment key='asked' at={askedAt} reader={reader} />],
              [common.when, decidedAt !== null && <Moment key='decided' at={decidedAt} reader={reader} />],
              [common.reason, reason !== null && <span key='reason' dir='auto'>{reason}</span>]
            ]}
          />
          <p><a href={`/secretariat/organisations/${organisationId}`}>{words.toOrganisation}</a></p>
        </section>
        {status === 'asked' && (
          <Form visit={visit} action={`${at}/${id}/decide`} keep={`decide:${id}`} label={words.decide}>
            <Select of='decide' name='decision' label={words.decision} filled={filled} required empty='' options={[['grant', words.grant], ['refuse', words.refuse]]} />
            <TextArea of='decide' name='reason' label={common.reason} hint={common.reasonHint} filled={filled} required maxLength={2000} />
            <button type='submit'>{words.decide}</button>
          </Form>
        )}
      </div>
    </SecretariatFrame>
  )
}

import type { JsonObject } from '../../../../db/index.ts'
import type { FlagAnswer } from '../../../schemas/flags.ts'
import { CaseFacts } from '../../components/case.tsx'
import { Filter } from '../../components/filter.tsx'
import { Form, Select, TextArea } from '../../components/form.tsx'
import { Moment } from '../../components/moment.tsx'
import { More } from '../../components/more.tsx'
import { ProfileText } from '../../components/profile-text.tsx'
import { filledOf } from '../../forms.ts'
import type { Case } from '../organisation/decisions.tsx'
import { SecretariatFrame, type OfficePage } from './frame.tsx'

const at = '/secretariat/flags'
export const views = ['open', 'appealed', 'decided'] as const
export type View = (typeof views)[number]

/** Cases that wait, appeals that wait, or what was decided. */
export const FlagQueue = ({ visit, returned, cases, next, view }: OfficePage & { cases: readonly Case[], next: string | null, view: View }) => {
  const { reader } = visit
  const { secretariat: words, flags, resources, common } = reader.words.office
  const named = { open: flags.statuses.open, appealed: words.waitingAppeals, decided: words.decided }
  return (
    <SecretariatFrame visit={visit} returned={returned} title={words.flags}>
      <Filter action={at} reader={reader} choices={[{ name: 'show', label: common.status, value: view, any: false, options: views.map((value) => [value, named[value]]) }]} />
      {cases.length === 0
        ? <p>{common.none}</p>
        : (
          <ul class='cards'>
            {cases.map(({ flag, title }) => (
              <li key={flag.id} class='card'>
                <h2><a href={`${at}/${flag.id}`}><bdi>{title}</bdi></a></h2>
                <p class='meta'><span>{resources[flag.resource]}</span><span>{flags.reasons[flag.reason]}</span><strong>{flags.statuses[flag.status]}</strong><Moment at={flag.raisedAt} reader={reader} /></p>
                {flag.words != null && <p dir='auto'>{flag.words}</p>}
              </li>
            ))}
          </ul>
          )}
      <More visit={visit} next={next} />
    </SecretariatFrame>
  )
}

const Decide = ({ visit, returned, flag: { id } }: OfficePage & { flag: FlagAnswer }) => {
  const { secretariat: words, common } = visit.reader.words.office
  const filled = filledOf(returned, 'decide')
  return (
    <Form visit={visit} action={`${at}/${id}/decide`} keep={`decide:${id}`} label={words.decide}>
      <Select of='decide' name='decision' label={words.decision} filled={filled} required empty='' options={[['hide', words.hide], ['return', words.return], ['clear', words.clear]]} />
      <TextArea of='decide' name='reason' label={common.reason} hint={common.reasonHint} filled={filled} required maxLength={2000} />
      <button type='submit'>{words.decide}</button>
    </Form>
  )
}

const DecideAppeal = ({ visit, returned, flag: { id } }: OfficePage & { flag: FlagAnswer }) => {
  const { secretariat: words, common, flags } = visit.reader.words.office
  const filled = filledOf(returned, 'appeal')
  return (
    <section>
      <h2>{flags.appeal}</h2>
      <Form visit={visit} action={`${at}/${id}/appeal`} keep={`decide-appeal:${id}`}>
        <Select of='appeal' name='outcome' label={words.decision} filled={filled} required empty='' options={[['upheld', words.uphold], ['overturned', words.overturn]]} />
        <TextArea of='appeal' name='reason' label={common.reason} hint={common.reasonHint} filled={filled} required maxLength={2000} />
        <button type='submit'>{words.decide}</button>
      </Form>
    </section>
  )
}

/** One case: what was said of the profile, and beside it what the profile says. */
export const FlagCase = ({ visit, returned, flag, title, profile }: OfficePage & Case & { profile: JsonObject | undefined }) => {
  const { reader } = visit
  const { secretariat: words, flags, common } = reader.words.office
  return (
    <SecretariatFrame visit={visit} returned={returned} title={title} labels={{ decision: words.decision, outcome: words.decision, reason: common.reason }}>
      <div class='columns two'>
        <div>
          <div class='card'><CaseFacts flag={flag} reader={reader} raisedBy={flag.byRule ? words.rule : words.person} /></div>
          <p class='meta'>
            <a href={`/secretariat/organisations/${flag.ownerId}`}>{words.toOrganisation}</a>
            {profile?.['status'] === 'published' && flag.resource !== 'deployments' && <a href={`/${flag.resource}/${flag.profileId}`}>{flags.toProfile}</a>}
          </p>
          {flag.status === 'open' && <Decide visit={visit} returned={returned} flag={flag} />}
          {flag.appealedAt !== null && flag.appealOutcome === null && <DecideAppeal visit={visit} returned={returned} flag={flag} />}
        </div>
        <section class='card'>
          <h2>{words.text}</h2>
          {profile === undefined ? <p>{words.gone}</p> : <ProfileText resource={flag.resource} profile={profile} minded={flag.fields} reader={reader} />}
        </section>
      </div>
    </SecretariatFrame>
  )
}

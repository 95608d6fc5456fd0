import type { FlagAnswer } from '../../../schemas/flags.ts'
import { CaseFacts } from '../../components/case.tsx'
import { Form, TextArea } from '../../components/form.tsx'
import { Moment } from '../../components/moment.tsx'
import { More } from '../../components/more.tsx'
import { filledOf } from '../../forms.ts'
import { may } from '../../visit.ts'
import { OrganisationFrame, type OwnPage } from './frame.tsx'

/** A case with the name of its profile. */
export interface Case { flag: FlagAnswer, title: string }

const at = '/organisation/decisions'

/** What the secretariat decided about the organisation's profiles. */
export const OrganisationDecisions = ({ visit, acting, returned, cases, next }: OwnPage & { cases: readonly Case[], next: string | null }) => {
  const { reader } = visit
  const { flags: words, organisation } = reader.words.office
  return (
    <OrganisationFrame visit={visit} acting={acting} returned={returned} title={organisation.decisions}>
      <p class='lead'>{words.decisionsLead}</p>
      {cases.length === 0
        ? <p>{words.noDecisions}</p>
        : (
          <ul class='cards'>
            {cases.map(({ flag, title }) => (
              <li key={flag.id} class='card'>
                <h2><a href={`${at}/${flag.id}`}><bdi>{title}</bdi></a></h2>
                <p class='meta'><strong>{words.statuses[flag.status]}</strong>{flag.decidedAt !== null && <Moment at={flag.decidedAt} reader={reader} />}{flag.appealedAt !== null && <span>{words.appealed}</span>}</p>
                {flag.decisionReason !== null && <p dir='auto'>{flag.decisionReason}</p>}
              </li>
            ))}
          </ul>
          )}
      <More visit={visit} next={next} />
    </OrganisationFrame>
  )
}

/** One decision, with the way to appeal. */
export const OrganisationDecision = ({ visit, acting, returned, flag, title }: OwnPage & Case) => {
  const { flags: words } = visit.reader.words.office
  const { id, resource, profileId, status, appealedAt } = flag
  const appealable = may(visit, 'write:cities') || may(visit, 'write:solutions')
  return (
    <OrganisationFrame visit={visit} acting={acting} returned={returned} title={title} labels={{ words: words.appealHint }}>
      <div class='card'><CaseFacts flag={flag} reader={visit.reader} /></div>
      {resource !== 'deployments' && <p><a href={`/${resource}/${profileId}`}>{words.toProfile}</a></p>}
      {appealable && appealedAt === null && (status === 'hidden' || status === 'returned') && (
        <section>
          <h2>{words.appeal}</h2>
          <Form visit={visit} action={`${at}/${id}/appeal`} keep={`appeal:${id}`}>
            <TextArea of='appeal' name='words' label={words.appealHint} filled={filledOf(returned, 'appeal')} required maxLength={2000} />
            <button type='submit'>{words.appeal}</button>
          </Form>
        </section>
      )}
    </OrganisationFrame>
  )
}

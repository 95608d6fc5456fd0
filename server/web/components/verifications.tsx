import type { VerificationAnswer } from '../../schemas/verifications.ts'
import type { Reader } from '../reader.ts'
import { Moment } from './moment.tsx'

/** What an organisation asked to be verified by, and what was decided, with reasons. */
export const Verifications = ({ history, reader }: { history: readonly VerificationAnswer[], reader: Reader }) => {
  const { methods, verificationStatuses } = reader.words.office
  return (
    <ol class='cards'>
      {history.map(({ id, method, evidence, words, status, askedAt, decidedAt, reason }) => (
        <li key={id} class='card'>
          <p class='meta'>
            <strong>{verificationStatuses[status]}</strong>
            <span>{methods[method]}</span>
            <Moment at={decidedAt ?? askedAt} reader={reader} />
          </p>
          {evidence !== '' && <p dir='auto'>{evidence}</p>}
          {words !== null && <p dir='auto'>{words}</p>}
          {reason !== null && <p class='reason' dir='auto'>{reason}</p>}
        </li>
      ))}
    </ol>
  )
}

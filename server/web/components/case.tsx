import type { FlagAnswer } from '../../schemas/flags.ts'
import type { Reader } from '../reader.ts'
import { wordsOf } from '../editing/words.ts'
import { Moment } from './moment.tsx'
import { Facts } from './parts.tsx'

/** What a case is about, what was decided, and what became of an appeal. */
export const CaseFacts = ({ flag, reader, raisedBy }: { flag: FlagAnswer, reader: Reader, raisedBy?: string }) => {
  const { flags: words, resources, common, secretariat } = reader.words.office
  return (
    <Facts
      facts={[
        [words.about, resources[flag.resource]],
        [words.reason, words.reasons[flag.reason]],
        [secretariat.raisedBy, raisedBy],
        [words.words, flag.words != null && <span key='words' dir='auto'>{flag.words}</span>],
        [secretariat.fields, flag.fields.length > 0 && <bdi key='fields'>{reader.list(flag.fields.map((field) => wordsOf(reader, flag.resource, field.split('/')[1] ?? field).label))}</bdi>],
        [common.since, <Moment key='raised' at={flag.raisedAt} reader={reader} />],
        [common.status, words.statuses[flag.status]],
        [words.decidedOn, flag.decidedAt !== null && <Moment key='decided' at={flag.decidedAt} reader={reader} />],
        [words.why, flag.decisionReason !== null && <span key='why' dir='auto'>{flag.decisionReason}</span>],
        [words.yourWords, flag.appealWords !== null && <span key='appeal' dir='auto'>{flag.appealWords}</span>],
        [words.appealOutcome, flag.appealedAt !== null && (flag.appealOutcome === null ? words.appealWaits : words.outcomes[flag.appealOutcome])],
        [words.why, flag.appealReason !== null && <span key='appeal-why' dir='auto'>{flag.appealReason}</span>]
      ]}
    />
  )
}

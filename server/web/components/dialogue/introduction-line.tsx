import type { IntroductionAnswer } from '../../../schemas/introductions.ts'
import type { Reader } from '../../reader.ts'
import { Phrase } from '../text.tsx'
import { said } from './codes.ts'

type Party = IntroductionAnswer['parties'][number]

/** Title of the challenge it is about; null once it is erased. */
export const titleOf = ({ parties, challengeId }: IntroductionAnswer): Party['profile']['title'] =>
  parties.find(({ profile }) => profile.id === challengeId)?.profile.title ?? null

export const ownIn = ({ parties }: IntroductionAnswer): Party | undefined => parties.find(({ own }) => own)

/** Names of the other organisations. */
export const othersIn = ({ parties }: IntroductionAnswer): string[] => parties.filter(({ own }) => !own).map(({ organisation }) => organisation.name)

const isIn = ({ consent }: Party): boolean => consent === 'pending' || consent === 'agreed'

/** What a party may decide, by the states of an introduction; the service has the last word. */
export const decisionsOf = (introduction: IntroductionAnswer) => {
  const own = ownIn(introduction)
  const { status, askedBy } = introduction
  const none = { accept: false, decline: false, withdraw: false, close: false }
  if (own === undefined || !isIn(own)) return none
  const wasAsked = own.organisation.id !== askedBy
  const agreed = status === 'accepted' || status === 'active'
  return {
    accept: status === 'requested' && wasAsked && own.consent === 'pending',
    decline: status === 'requested' && wasAsked,
    withdraw: own.side === 'asking' && (agreed || (status === 'requested' && own.consent === 'agreed')),
    close: agreed && own.consent === 'agreed'
  }
}

/** An introduction in a list. */
export const IntroductionLine = ({ introduction, reader }: { introduction: IntroductionAnswer, reader: Reader }) => {
  const { introduction: words, inbox } = reader.words.dialogue
  const title = titleOf(introduction)
  const { accept } = decisionsOf(introduction)
  return (
    <li class='card'>
      <h3><a href={`/introductions/${introduction.id}`}>{title === null ? words.title : <Phrase text={title} reader={reader} />}</a></h3>
      <p class='meta'>
        <bdi>{reader.fill(inbox.with, { list: reader.list(othersIn(introduction)) })}</bdi>
        <span>{said(reader, 'statuses', introduction.status)}</span>
        <span>{accept || introduction.status === 'requested' ? `${words.until} ${reader.day(introduction.expiresAt)}` : reader.day(introduction.endedAt ?? introduction.acceptedAt ?? introduction.createdAt)}</span>
      </p>
    </li>
  )
}

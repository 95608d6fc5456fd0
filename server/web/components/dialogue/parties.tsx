import type { IntroductionAnswer } from '../../../schemas/introductions.ts'
import type { Reader } from '../../reader.ts'
import { Facts } from '../parts.tsx'
import { Phrase } from '../text.tsx'
import { said } from './codes.ts'
import { ContactLine, fieldName, fieldValue } from './disclosure.tsx'

type Party = IntroductionAnswer['parties'][number]

const Disclosed = ({ party: { disclosed, discloses, own, consent }, open, reader }: { party: Party, open: boolean, reader: Reader }) => {
  const { disclose, introduction } = reader.words.dialogue
  if (disclosed !== null) {
    return (
      <Facts
        facts={[
          [disclose.fields.contact, disclosed.contact !== null ? <ContactLine contact={disclosed.contact} /> : discloses.includes('contact') && disclose.nothing],
          ...Object.entries(disclosed.fields).map(([field, value]) => [fieldName(reader, field), fieldValue(field, value, reader)] as const)
        ]}
      />
    )
  }
  if (consent !== 'agreed' || discloses.length === 0) return null
  return <p class='small'>{own && !open ? introduction.shows : introduction.willShow}: {reader.list(discloses.map((field) => fieldName(reader, field)))}</p>
}

/** Everybody who takes part: with what, what they said, and what they show. */
export const Parties = ({ introduction, reader }: { introduction: IntroductionAnswer, reader: Reader }) => {
  const { introduction: words } = reader.words.dialogue
  return (
    <ul class='cards'>
      {introduction.parties.map((party) => (
        <li key={party.organisation.id} class='card'>
          <h3><bdi>{party.organisation.name}</bdi>{party.own && <> ({words.you})</>}</h3>
          <p class='meta'>
            <span>{party.side === 'asking' ? words.asks : words.isAsked}</span>
            <span class={`consent ${party.consent}`}>{said(reader, 'consents', party.consent)}{party.decidedAt !== null && <> · <time dateTime={party.decidedAt}>{reader.day(party.decidedAt)}</time></>}</span>
          </p>
          {party.profile.title !== null && <p><a href={`/${party.profile.resource}/${party.profile.id}`}><Phrase text={party.profile.title} reader={reader} /></a></p>}
          <Disclosed party={party} open={introduction.acceptedAt === null} reader={reader} />
        </li>
      ))}
    </ul>
  )
}

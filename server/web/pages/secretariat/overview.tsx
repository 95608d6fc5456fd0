import { SecretariatFrame, type OfficePage } from './frame.tsx'

/** How much waits; the lists count to a hundred. */
export interface Waiting { verifications: number, flags: number, appeals: number, mails: number }

const places = { verifications: '/secretariat/verifications', flags: '/secretariat/flags', appeals: '/secretariat/flags?show=appealed', mails: '/secretariat/mails' } as const

export const SecretariatOverview = ({ visit, returned, waiting }: OfficePage & { waiting: Waiting }) => {
  const { reader } = visit
  const { secretariat: words } = reader.words.office
  return (
    <SecretariatFrame visit={visit} returned={returned} title={words.overview}>
      <ul class='numbers'>
        {(['verifications', 'flags', 'appeals', 'mails'] as const).map((name) => <li key={name}><a href={places[name]} class={waiting[name] > 0 ? 'waits' : undefined}>{reader.count(words.waiting[name], waiting[name])}</a></li>)}
      </ul>
    </SecretariatFrame>
  )
}

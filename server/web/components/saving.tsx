import type { ProfileStatus, Resource } from '../../../db/vocabulary.ts'
import type { Visit } from '../visit.ts'

/** Where a stored profile stands, that it was saved, and whom it was matched with. */
export const Standing = ({ visit, resource, id, status, saved }: { visit: Visit, resource: Resource, id: string, status: ProfileStatus | null, saved: boolean }) => {
  const { editing, profile } = visit.reader.words
  if (status === null) return null
  const matches = { challenges: profile.similar, solutions: profile.fittingChallenges, cities: undefined, providers: undefined, deployments: undefined }[resource]
  return (
    <>
      {saved && <p class='done' role='status'>{editing.saved[status]}</p>}
      <p class='small'>
        {editing.status[status]}{' '}
        {status === 'published' && resource !== 'deployments' && <a href={`/${resource}/${id}`}>{editing.buttons.view}</a>}{' '}
        {status === 'published' && matches !== undefined && <a href={`/${resource}/${id}#matches`}>{matches}</a>}{' '}
        <a href={`/${resource}/${id}/close`}>{editing.buttons.close}</a>
      </p>
    </>
  )
}

/** A draft is saved or published; what is published stays so, or goes back. Who is not verified is told why it cannot be published. */
export const SaveButtons = ({ visit, status }: { visit: Visit, status: ProfileStatus | null }) => {
  const { editing: { buttons, notVerified, notVerifiedLink } } = visit.reader.words
  const verified = visit.member === null || visit.member.organisation?.verified === true
  const first = status === 'published' || status === 'hidden'
  return (
    <>
      {!verified && <p class='note'>{notVerified} <a href='/organisation'>{notVerifiedLink}</a></p>}
      <p class='row'>
        {first && <button type='submit' name='status' value={status}>{buttons.save}</button>}
        {status === 'published' && <button type='submit' class='quiet' name='status' value='draft'>{buttons.unpublish}</button>}
        {!first && <button type='submit' class={verified ? 'quiet' : undefined} name='status' value='draft'>{buttons.draft}</button>}
        {!first && verified && <button type='submit' name='status' value='published'>{buttons.publish}</button>}
      </p>
    </>
  )
}

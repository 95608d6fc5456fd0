import { organisationKinds } from '../../../../db/vocabulary.ts'
import type { OrganisationAnswer } from '../../../schemas/organisations.ts'
import { Filter } from '../../components/filter.tsx'
import { More } from '../../components/more.tsx'
import { SecretariatFrame, type OfficePage } from './frame.tsx'

const at = '/secretariat/organisations'

/** Every organisation, by kind and standing. */
export const Organisations = ({ visit, returned, items, next, filters }: OfficePage & { items: readonly OrganisationAnswer[], next: string | null, filters: Readonly<Partial<Record<'kind' | 'verified' | 'suspended', string>>> }) => {
  const { reader } = visit
  const { secretariat: words, kinds, common, organisation } = reader.words.office
  const yesNo = [['true', words.yes], ['false', words.no]] as const
  return (
    <SecretariatFrame visit={visit} returned={returned} title={words.organisations}>
      <p class='lead'>{words.organisationsLead}</p>
      <Filter
        action={at}
        reader={reader}
        choices={[
          { name: 'kind', label: common.kind, value: filters.kind, options: organisationKinds.map((kind) => [kind, kinds[kind]]) },
          { name: 'verified', label: words.verified, value: filters.verified, options: yesNo },
          { name: 'suspended', label: words.suspended, value: filters.suspended, options: yesNo }
        ]}
      />
      {items.length === 0
        ? <p>{common.none}</p>
        : (
          <ul class='cards'>
            {items.map(({ id, name, kind, verified, suspended, createdAt }) => (
              <li key={id} class='card'>
                <h2><a href={`${at}/${id}`}><bdi>{name}</bdi></a></h2>
                <p class='meta'><span>{kinds[kind]}</span><span>{verified ? words.verified : organisation.notVerified}</span>{suspended === true && <strong>{words.suspended}</strong>}{createdAt !== undefined && <span>{common.since} {reader.day(createdAt)}</span>}</p>
              </li>
            ))}
          </ul>
          )}
      <More visit={visit} next={next} />
    </SecretariatFrame>
  )
}

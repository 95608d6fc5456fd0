import { scopes } from '../../../../db/vocabulary.ts'
import type { KeyAnswer } from '../../../schemas/keys.ts'
import { Confirm } from '../../components/confirm.tsx'
import { Checkboxes, Form, TextField } from '../../components/form.tsx'
import { Moment } from '../../components/moment.tsx'
import { More } from '../../components/more.tsx'
import { Overlap } from '../../components/overlap.tsx'
import { Chips } from '../../components/parts.tsx'
import { filledOf } from '../../forms.ts'
import { may, type Visit } from '../../visit.ts'
import { OrganisationFrame, type OwnPage } from './frame.tsx'

export interface KeysProps extends OwnPage {
  keys: readonly KeyAnswer[]
  next: string | null
}

const isOver = ({ revokedAt, expiresAt }: KeyAnswer): boolean => revokedAt !== null || (expiresAt !== null && new Date(expiresAt) <= new Date())

const stateOf = (key: KeyAnswer, { reader }: Visit): string => {
  const { keys: words } = reader.words.office
  if (key.revokedAt !== null) return words.revoked
  if (key.expiresAt === null) return words.inForce
  return isOver(key) ? words.expired : reader.fill(words.until, { day: reader.moment(key.expiresAt) })
}

const Key = ({ visit, item }: { visit: Visit, item: KeyAnswer }) => {
  const { reader } = visit
  const { keys: words, common } = reader.words.office
  const { id, name, lastUsedAt, replacedBy } = item
  const over = isOver(item)
  return (
    <li class={over ? 'card over-with' : 'card'}>
      <h3><bdi>{name}</bdi></h3>
      <Chips items={item.scopes.map((scope) => words.scopeNames[scope])} label={words.scopes} />
      <p class='meta'>
        <span>{stateOf(item, visit)}{replacedBy !== null && <>, {words.replaced}</>}</span>
        <span>{words.lastUsed}: {lastUsedAt === null ? common.never : <Moment at={lastUsedAt} reader={reader} />}</span>
      </p>
      {!over && (
        <div class='doings'>
          {replacedBy === null && (
            <Confirm visit={visit} action={`/organisation/keys/${id}/rotate`} summary={words.rotate} button={words.rotate} label={reader.fill(words.rotateOf, { name })} text={reader.words.office.secret.once}>
              <Overlap id={id} reader={reader} chosen={1440} />
            </Confirm>
          )}
          <Confirm visit={visit} action={`/organisation/keys/${id}/revoke`} summary={words.revoke} button={words.revoke} label={reader.fill(words.revokeOf, { name })} text={words.revokeText} />
        </div>
      )}
    </li>
  )
}

/** Keys that programs use the API with. */
export const OrganisationKeys = ({ visit, acting, returned, keys, next }: KeysProps) => {
  const { keys: words, organisation, common } = visit.reader.words.office
  const filled = filledOf(returned, 'make', { values: { scopes: ['read'] }, problem: null })
  const labels = { name: words.name, scopes: words.scopes, expiresAt: words.ends }
  return (
    <OrganisationFrame visit={visit} acting={acting} returned={returned} title={organisation.keys} labels={labels}>
      <p class='lead'>{words.lead}</p>
      <div class='columns aside'>
        <section>
          <h2>{words.list}</h2>
          {keys.length === 0 ? <p>{common.none}</p> : <ul class='cards'>{keys.map((item) => <Key key={item.id} visit={visit} item={item} />)}</ul>}
          <More visit={visit} next={next} />
        </section>
        <section>
          <h2>{words.make}</h2>
          <Form visit={visit} action='/organisation/keys' label={words.make}>
            <TextField of='make' name='name' label={words.name} filled={filled} required maxLength={100} />
            <Checkboxes of='make' name='scopes' label={words.scopes} filled={filled} options={scopes.filter((scope) => may(visit, scope)).map((scope) => [scope, words.scopeNames[scope]])} />
            <TextField of='make' type='date' name='expiresAt' label={`${words.ends} (${visit.reader.words.forms.optional})`} hint={words.endsHint} filled={filled} />
            <button type='submit'>{words.make}</button>
          </Form>
        </section>
      </div>
    </OrganisationFrame>
  )
}

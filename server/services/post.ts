import { v7 as uuid } from 'uuid'
import type { Person, Repositories } from '../../db/index.ts'
import type { Role } from '../../db/vocabulary.ts'
import { type Letter, rendered } from './letters.ts'

/** Who a mail goes to; `personId` is null for an address that is nobody's account. */
export interface Addressee {
  personId: string | null
  email: string
  /** One of the service's languages. */
  language: string
  name: string | null
}

/** A person as mail reaches them; undefined once they are erased. */
export const addresseeOf = ({ id, email, language, name }: Person): Addressee | undefined =>
  email === null ? undefined : { personId: id, email, language, name }

/** What an inbox says beside a letter: what it is about, by id. */
export interface Notified extends Letter {
  objectId: string
}

/**
 * Puts what is to be written to people into the store, in the transaction of what it tells; the mail job sends it. A letter
 * with the id of one that is there already is not put there again.
 */
export interface Post {
  mail (repositories: Repositories, to: Addressee, letter: Letter, id?: string): Promise<void>
  /** To a person's inbox alone. */
  inbox (repositories: Repositories, person: Person, letter: Notified): Promise<void>
  /** To a person's inbox, and by mail; neither where a letter of this id was written before. */
  notify (repositories: Repositories, person: Person, letter: Notified, id?: string): Promise<void>
  /** To everybody of an organisation who has one of these roles. */
  notifyOrganisation (repositories: Repositories, organisationId: string, letter: Notified, roles?: readonly Role[]): Promise<void>
  /** To everybody who decides for the secretariat. */
  notifySecretariat (repositories: Repositories, letter: Notified): Promise<void>
}

/** @param domain of Message-IDs: the same on every instance */
export const createPost = (domain: string): Post => {
  const mail: Post['mail'] = async ({ mails }, to, letter, id = uuid()) => {
    const messageId = `${id}@${domain}`
    if (await mails.findByMessageId(messageId) !== undefined) return
    const now = new Date()
    await mails.insert({
      id: uuid(),
      messageId,
      personId: to.personId,
      recipient: to.email,
      kind: letter.kind,
      language: to.language,
      ...rendered(letter, to.language, to.name),
      headers: letter.stop === undefined ? {} : { 'List-Unsubscribe': `<${letter.stop.oneClick}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
      status: 'queued',
      attempts: 0,
      nextAt: now,
      lastError: null,
      createdAt: now,
      sentAt: null
    })
  }

  const inbox: Post['inbox'] = async ({ notices }, { id: personId }, { kind, values = {}, link, objectId }) =>
    notices.insert({ id: uuid(), personId, kind, objectId, data: { values, link }, createdAt: new Date(), readAt: null })

  const notify: Post['notify'] = async (repositories, person, letter, id) => {
    const to = addresseeOf(person)
    if (to === undefined) return
    if (id !== undefined && await repositories.mails.findByMessageId(`${id}@${domain}`) !== undefined) return
    await inbox(repositories, person, letter)
    await mail(repositories, to, letter, id)
  }

  const notifyOrganisation: Post['notifyOrganisation'] = async (repositories, organisationId, letter, roles = ['owner', 'editor']) => {
    const memberships = await repositories.memberships.listIn(organisationId)
    const ids = memberships.filter((membership) => roles.includes(membership.role)).map((membership) => membership.personId)
    for (const person of await repositories.people.findMany(ids)) await notify(repositories, person, letter)
  }

  return {
    mail,
    inbox,
    notify,
    notifyOrganisation,
    async notifySecretariat (repositories, letter) {
      for (const { id, kind } of await repositories.organisations.list()) {
        if (kind === 'secretariat') await notifyOrganisation(repositories, id, letter)
      }
    }
  }
}

import type { MessageAnswer, MessageListAnswer } from '../../../schemas/messages.ts'
import { editable } from '../../../services/messages.ts'
import type { Filled } from '../../forms.ts'
import type { Reader } from '../../reader.ts'
import type { Visit } from '../../visit.ts'
import { ActionButton, Faults, Form, TextArea, TextField } from '../form.tsx'

export interface Talk {
  list: MessageListAnswer
  /** Whether something comes before, and where. */
  earlier: string | null
  later: string | null
  /** Id of the message that is being changed. */
  editing: string | null
  filled: Filled
  mayWrite: boolean
  /** Given once with the form: the same form sent twice writes once. */
  once: string
}

const linkRows = 3
const linkName = /^links\.(\d+)\./

/** Rows for links: a few to fill in, and all that are there already. */
const rowsOf = ({ values }: Filled): number => Math.max(linkRows, ...Object.keys(values).map((name) => Number(linkName.exec(name)?.[1] ?? -1) + 1))

/** The first message of others that this person has not marked as read. */
const firstUnread = ({ items, unread, last }: MessageListAnswer, ownId: string | undefined): string | undefined => {
  if (unread === null || unread === 0 || items.at(-1)?.ordinal !== last) return undefined
  return items.filter(({ organisationId }) => organisationId !== ownId).at(-unread)?.id
}

/** The field of a message's form that a pointer leads to: its text, or the address or the title of a link. */
const placeIn = ({ fill, number, words: { dialogue: { messages } } }: Reader) => (pointer: string) => {
  const name = pointer.slice(1).replaceAll('/', '.')
  const row = linkName.exec(name)?.[1]
  if (row === undefined) return { name, label: name === 'links' ? messages.links : messages.write }
  return { name, label: fill(name.endsWith('.url') ? messages.url : messages.linkTitle, { number: number(Number(row) + 1) }) }
}

const MessageForm = ({ visit, action, talk: { filled, list, once }, button }: { visit: Visit, action: string, talk: Talk, button: string }) => {
  const { reader } = visit
  const { messages } = reader.words.dialogue
  const linked = Object.keys(filled.values).some((name) => name.startsWith('links.') && filled.values[name] !== '')
  return (
    <Form visit={visit} action={action} keep={action} label={messages.write}>
      <Faults filled={filled} visit={visit} place={placeIn(reader)} />
      <input type='hidden' name='last' value={list.last} />
      <input type='hidden' name='once' value={once} />
      <TextArea name='text' label={messages.write} filled={filled} maxLength={5000} rows={5} required />
      <details open={linked}>
        <summary>{messages.links}</summary>
        <p class='hint'>{messages.linksHint}</p>
        {Array.from({ length: rowsOf(filled) }, (_, index) => (
          <div class='row links' key={index}>
            <div class='grow'><TextField name={`links.${index}.url`} type='url' label={reader.fill(messages.url, { number: reader.number(index + 1) })} filled={filled} maxLength={2000} /></div>
            <div class='grow'><TextField name={`links.${index}.title`} label={reader.fill(messages.linkTitle, { number: reader.number(index + 1) })} filled={filled} maxLength={200} /></div>
          </div>
        ))}
      </details>
      <p><button type='submit'>{button}</button></p>
    </Form>
  )
}

const Line = ({ message, visit, path, readBy, canChange }: { message: MessageAnswer, visit: Visit, path: string, readBy: readonly string[], canChange: boolean }) => {
  const { reader } = visit
  const { messages } = reader.words.dialogue
  return (
    <>
      <p class='meta'>
        <b><bdi>{message.organisation}</bdi>{message.yours && <> ({messages.you})</>}</b>
        <time dateTime={message.createdAt}>{reader.moment(message.createdAt)}</time>
        {message.editedAt !== null && <span>{messages.edited}</span>}
        {canChange && <a href={`${path}?edit=${message.id}#message-${message.ordinal}`}>{messages.change}</a>}
      </p>
      {message.text === null ? <p class='small'>{messages.removed}</p> : <p class='written' dir='auto'>{message.text}</p>}
      {message.links.length > 0 && <ul>{message.links.map(({ url, title }) => <li key={url}><a href={url} rel='nofollow noopener noreferrer'><bdi dir={title === undefined ? 'ltr' : undefined}>{title ?? url}</bdi></a></li>)}</ul>}
      {readBy.length > 0 && <p class='small'>{reader.fill(messages.readBy, { list: reader.list(readBy) })}</p>}
    </>
  )
}

/** What the parties wrote, in its order, and a form to write. */
export const Conversation = ({ visit, path, talk, names, ownId, now }: { visit: Visit, path: string, talk: Talk, names: ReadonlyMap<string, string>, ownId: string | undefined, now: Date }) => {
  const { reader } = visit
  const { messages } = reader.words.dialogue
  const { list, earlier, later, editing, mayWrite } = talk
  const unread = firstUnread(list, ownId)
  const readersOf = ({ ordinal, organisationId }: MessageAnswer) => list.readBy.filter((read) => read.ordinal >= ordinal && read.organisationId !== organisationId).map((read) => names.get(read.organisationId) ?? '')
  return (
    <>
      {earlier !== null && <p><a href={earlier}>{messages.earlier}</a></p>}
      {list.items.length === 0 && <p>{messages.none}</p>}
      <ol class='messages'>
        {list.items.map((message) => (
          <li key={message.id} id={`message-${message.ordinal}`} class={message.organisationId === ownId ? 'message own-message' : 'message'}>
            {message.id === unread && <p class='unread-line'><span>{messages.unread}</span></p>}
            {message.id === editing
              ? <MessageForm visit={visit} action={`${path}/messages/${message.id}`} talk={talk} button={messages.save} />
              : <Line message={message} visit={visit} path={path} readBy={message === list.items.at(-1) ? readersOf(message) : []} canChange={mayWrite && message.yours && message.text !== null && now.getTime() - new Date(message.createdAt).getTime() < editable} />}
          </li>
        ))}
      </ol>
      {later !== null && <p><a href={later}>{messages.later}</a></p>}
      {/* Reading marks nothing by itself: browsers and mail programs fetch pages that nobody looks at. A press does, and so does an answer. */}
      {list.unread !== null && list.unread > 0 && list.items.length > 0 && <ActionButton visit={visit} action={`${path}/read`} quiet values={{ ordinal: String(list.items.at(-1)?.ordinal ?? list.last) }}>{messages.markRead}</ActionButton>}
      {!mayWrite && editing === null && <Faults filled={talk.filled} visit={visit} />}
      {mayWrite && editing === null && later === null && <><MessageForm visit={visit} action={`${path}/messages`} talk={talk} button={messages.send} /><p class='small'>{messages.tenMinutes}</p></>}
    </>
  )
}

import type { IntroductionAnswer } from '../../../schemas/introductions.ts'
import type { NoticePage } from '../../../schemas/notices.ts'
import { InboxTabs } from '../../components/dialogue/inbox-tabs.tsx'
import { IntroductionLine } from '../../components/dialogue/introduction-line.tsx'
import { Done } from '../../components/dialogue/done.tsx'
import { ActionButton } from '../../components/form.tsx'
import { Layout } from '../../components/layout.tsx'
import type { Reader } from '../../reader.ts'
import type { Visit } from '../../visit.ts'

export interface NoticesProps {
  visit: Visit
  page: NoticePage
  /** The link of a notice as a path of this site. */
  pathOf: (link: string) => string
  older: string | null
  done: string | undefined
}

/** What happened that concerns a person, newest first. */
export const NoticesPage = ({ visit, page, pathOf, older, done }: NoticesProps) => {
  const { reader } = visit
  const { inbox } = reader.words.dialogue
  const [newest] = page.items
  return (
    <Layout visit={visit} title={inbox.title}>
      <h1>{inbox.title}</h1>
      <InboxTabs visit={visit} current='notices' />
      <Done what={done} visit={visit} />
      {page.unread > 0 && newest !== undefined && <ActionButton visit={visit} action='/inbox/read' quiet values={{ upTo: newest.id }}>{inbox.markAll}</ActionButton>}
      {page.items.length === 0
        ? <p>{inbox.none}</p>
        : (
          <ul class='cards notices'>
            {page.items.map(({ id, text, link, at, readAt }) => (
              <li key={id} class={readAt === null ? 'card unread' : 'card'}>
                <p><a href={pathOf(link)}>{text}</a></p>
                <div class='meta'>
                  <time dateTime={at}>{reader.moment(at)}</time>
                  {readAt === null && <><b>{inbox.unread}</b><ActionButton visit={visit} action='/inbox/read' quiet values={{ ids: id }}>{inbox.markOne}<span class='hidden'>: {text}</span></ActionButton></>}
                </div>
              </li>
            ))}
          </ul>
          )}
      {older !== null && <p><a class='button quiet' href={older} rel='next'>{inbox.older}</a></p>}
    </Layout>
  )
}

export interface IntroductionsProps {
  visit: Visit
  /** Null where whoever looks may see none. */
  lists: { waiting: readonly IntroductionAnswer[], open: readonly IntroductionAnswer[], ended: readonly IntroductionAnswer[] } | null
  older: string | null
}

const List = ({ id, title, none, items, reader }: { id: string, title: string, none: string, items: readonly IntroductionAnswer[], reader: Reader }) => (
  <section aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {items.length === 0 ? <p class='small'>{none}</p> : <ul class='cards'>{items.map((introduction) => <IntroductionLine key={introduction.id} introduction={introduction} reader={reader} />)}</ul>}
  </section>
)

/** Introductions, those first that wait for an answer of whoever looks. */
export const IntroductionsPage = ({ visit, lists, older }: IntroductionsProps) => {
  const { reader } = visit
  const { inbox } = reader.words.dialogue
  return (
    <Layout visit={visit} title={inbox.introductions}>
      <h1>{inbox.title}</h1>
      <InboxTabs visit={visit} current='introductions' />
      {lists === null
        ? <p class='note'>{visit.member?.organisation == null ? inbox.noOrganisation : inbox.noRight}</p>
        : (
          <>
            <List id='waiting' title={inbox.waiting} none={inbox.noneWaiting} items={lists.waiting} reader={reader} />
            <List id='open' title={inbox.open} none={inbox.noneOpen} items={lists.open} reader={reader} />
            <List id='ended' title={inbox.ended} none={inbox.noneEnded} items={lists.ended} reader={reader} />
          </>
          )}
      {older !== null && <p><a class='button quiet' href={older} rel='next'>{inbox.older}</a></p>}
    </Layout>
  )
}

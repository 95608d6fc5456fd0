import type { Visit } from '../../visit.ts'

const tabs = { notices: '/inbox', introductions: '/inbox/introductions', searches: '/searches' } as const
export type Tab = keyof typeof tabs

/** The parts of the inbox, each at its own address. */
export const InboxTabs = ({ visit, current }: { visit: Visit, current: Tab }) => {
  const { inbox } = visit.reader.words.dialogue
  return (
    <nav class='tabs' aria-label={inbox.tabs}>
      <ul class='menu'>
        {(Object.keys(tabs) as Tab[]).map((tab) => <li key={tab}><a href={tabs[tab]} aria-current={tab === current ? 'page' : undefined}>{inbox[tab]}</a></li>)}
      </ul>
    </nav>
  )
}

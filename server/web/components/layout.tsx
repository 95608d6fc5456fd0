import type { ComponentChildren } from 'preact'
import { conventions } from '../../locales/conventions.ts'
import { localeNames } from '../../locales/index.ts'
import { type Reader, readerIn } from '../reader.ts'
import { Reading } from '../refused.ts'
import { may, type Visit } from '../visit.ts'
import { ActionButton, Form } from './form.tsx'
import { csrfField } from '../../plugins/principal.ts'
import { type AssetFile, assetPath } from '../assets.ts'
import { legalPages } from '../legal-pages.ts'

export interface LayoutProps {
  visit: Visit
  title: string
  children: ComponentChildren
  /** Wide pages have lists beside maps, or two texts side by side. */
  wide?: boolean
  /** What the page loads to be quicker; it does the same without. */
  scripts?: ReadonlyArray<Extract<AssetFile, `${string}.js`>>
  /** Sheets beside the one that every page has. */
  sheets?: ReadonlyArray<Extract<AssetFile, `${string}.css`>>
  /** Whether what htmx loads becomes the page's address. */
  keepsAddress?: boolean
}

const Navigation = ({ visit: { reader: { words }, path } }: Pick<LayoutProps, 'visit'>) => (
  <nav aria-label={words.site.menu}>
    <ul class='menu'>
      {(['challenges', 'solutions', 'cities', 'providers', 'help'] as const).map((name) => (
        <li key={name}><a href={`/${name}`} aria-current={path.split('?')[0] === `/${name}` ? 'page' : undefined}>{words.nav[name]}</a></li>
      ))}
    </ul>
  </nav>
)

/** Free text, from every page. */
const SearchBox = ({ visit: { reader: { words: { office: { frame } } } } }: Pick<LayoutProps, 'visit'>) => (
  <form class='find' method='get' action='/challenges' role='search' aria-label={frame.search}>
    <input type='search' name='text' aria-label={frame.search} placeholder={frame.search} maxLength={200} required />
    <button type='submit' class='quiet'>{frame.find}</button>
  </form>
)

/** The other organisations of who has several: one click, and one acts for it. */
const ActFor = ({ visit, visit: { reader, member } }: Pick<LayoutProps, 'visit'>) => {
  const others = member?.organisations.filter(({ id }) => id !== member.organisation?.id) ?? []
  if (others.length === 0) return null
  const { frame } = reader.words.office
  return (
    <li class='act-for'>
      <Form visit={visit} action='/act-for'>
        <p class='small'>{frame.actFor}</p>
        {others.map(({ id, name }) => <button key={id} type='submit' class='quiet' name='organisationId' value={id}><bdi>{name}</bdi></button>)}
      </Form>
    </li>
  )
}

/**
 * What is one's own: the inbox, and what belongs to oneself and the organisation. On wide screens the latter hangs under one's
 * name; what opens it stands before the list, so that it needs no script and the list is there once.
 */
const Own = ({ visit }: Pick<LayoutProps, 'visit'>) => {
  const { reader: { words: { nav, office: { frame } }, ...reader }, member, path } = visit
  const at = path.split('?')[0]
  if (member === null) {
    return (
      <ul class='menu own'>
        <li><a href={`/sign-in?back=${encodeURIComponent(path)}`}>{nav.signIn}</a></li>
        <li><a href='/sign-up'>{nav.signUp}</a></li>
      </ul>
    )
  }
  return (
    <div class='own'>
      <ul class='menu'>
        {may(visit, 'write:cities') && !may(visit, 'admin') && <li><a class='button' href='/challenges/new'>{nav.register}</a></li>}
        {(may(visit, 'write:cities') || may(visit, 'write:solutions')) && <li><a href='/mine' aria-current={at === '/mine' ? 'page' : undefined}>{nav.mine}</a></li>}
        <li><a href='/inbox' aria-current={at === '/inbox' ? 'page' : undefined}>{nav.inbox}{member.unread > 0 && <> <span class='count'>{reader.number(member.unread)}</span></>}</a></li>
      </ul>
      <div class='mine'>
        <details class='opener'><summary aria-label={`${frame.you}: ${member.name}`}><bdi>{member.name}</bdi></summary></details>
        <ul class='menu'>
          {member.organisation !== null && <li><a href='/organisation' aria-current={at === '/organisation' ? 'page' : undefined}><bdi>{member.organisation.name}</bdi></a></li>}
          {may(visit, 'admin') && <li><a href='/secretariat' aria-current={at === '/secretariat' ? 'page' : undefined}>{nav.secretariat}</a></li>}
          <li><a href='/account' aria-current={at === '/account' ? 'page' : undefined}>{nav.account}</a></li>
          <ActFor visit={visit} />
          <li><ActionButton visit={visit} action='/sign-out' quiet>{nav.signOut}</ActionButton></li>
        </ul>
      </div>
    </div>
  )
}

const LanguageChoice = ({ visit: { reader, path, member } }: Pick<LayoutProps, 'visit'>) => (
  <form class='languages' method='post' action='/language'>
    {member !== null && <input type='hidden' name={csrfField} value={member.csrfToken} />}
    <input type='hidden' name='back' value={path} />
    <label for='language'>{reader.words.site.language}</label>
    <select id='language' name='language'>
      {localeNames.map((name) => <option key={name} value={name} lang={name} selected={name === reader.language}>{readerIn(name).languageName(name)}</option>)}
    </select>
    <button type='submit' class='quiet'>{reader.words.site.choose}</button>
  </form>
)

const Globe = () => (
  <svg class='globe' viewBox='0 0 20 20' aria-hidden='true'><circle cx='10' cy='10' r='8.2' /><ellipse cx='10' cy='10' rx='3.6' ry='8.2' /><path d='M2.5 7.2h15M2.5 12.8h15' /></svg>
)

/** From the top of every page to where its language is chosen, in the page's own language: whoever cannot read it sees the globe. */
const ToLanguages = ({ reader }: { reader: Reader }) => (
  <a class='to-languages' href='#language' aria-label={`${reader.words.site.language}: ${reader.languageName(reader.language)}`}><Globe /><span>{reader.languageName(reader.language)}</span></a>
)

/** What is opened stays open when a part of the page is renewed; going back loads the page that was. */
const htmxConfig = (keepsAddress: boolean): string =>
  JSON.stringify({ includeIndicatorCSS: false, history: keepsAddress && 'reload', morphIgnore: ['data-htmx-powered', 'open'] })

/** The frame of every page. */
export const Layout = ({ visit, title, children, wide = false, scripts = [], sheets = [], keepsAddress = false }: LayoutProps) => {
  const { language, direction, words: { site, nav, legal } } = visit.reader
  return (
    <html lang={conventions[language].tag} dir={direction}>
      <head>
        <meta charset='utf-8' />
        <meta name='viewport' content='width=device-width, initial-scale=1' />
        <meta name='color-scheme' content='light dark' />
        <title>{title === site.name ? title : `${title} · ${site.name}`}</title>
        <link rel='stylesheet' href={assetPath('site.css')} />
        {sheets.map((file) => <link key={file} rel='stylesheet' href={assetPath(file)} />)}
        <link rel='icon' href={assetPath('icon.svg')} type='image/svg+xml' />
        {scripts.includes('htmx.js') && <meta name='htmx-config' content={htmxConfig(keepsAddress)} />}
        {visit.member !== null && <script src={assetPath('keep.js')} defer data-person={visit.member.personId} data-formats={conventions[language].formats} data-words={JSON.stringify(visit.reader.words.editing.script)} />}
        {scripts.map((file) => <script key={file} src={assetPath(file)} defer />)}
      </head>
      <body>
        <a class='skip' href='#content'>{site.skip}</a>
        <header class='top'>
          <a class='brand' href='/'>{site.name}</a>
          <ToLanguages reader={visit.reader} />
          <details class='opener whole'><summary>{site.menu}{visit.member !== null && visit.member.unread > 0 && <> <span class='count'>{visit.reader.number(visit.member.unread)}</span></>}</summary></details>
          <div class='panel'>
            <SearchBox visit={visit} />
            <Own visit={visit} />
            <Navigation visit={visit} />
          </div>
        </header>
        <main id='content' class={wide ? 'wide' : undefined} tabIndex={-1}><Reading value={visit.reader}>{children}</Reading></main>
        <footer class='bottom'>
          <p>{site.footer}</p>
          <ul class='menu'>
            <li><a href='/help'>{nav.help}</a></li>
            {legalPages.map((name) => <li key={name}><a href={`/${name}`}>{legal[name].link}</a></li>)}
            <li><a href='/docs'>{site.api}</a></li>
          </ul>
          <LanguageChoice visit={visit} />
        </footer>
      </body>
    </html>
  )
}

import type { ComponentChildren } from 'preact'
import { localeNames } from '../../locales/index.ts'
import { readerIn } from '../reader.ts'
import { may, type Visit } from '../visit.ts'
import { ActionButton } from './form.tsx'
import { csrfField } from '../../plugins/principal.ts'
import { type AssetFile, assetPath } from '../assets.ts'

export interface LayoutProps {
  visit: Visit
  title: string
  children: ComponentChildren
  /** Wide pages have lists beside maps, or two texts side by side. */
  wide?: boolean
  /** What the page loads to be quicker; it does the same without. */
  scripts?: ReadonlyArray<Extract<AssetFile, `${string}.js`>>
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

/** What is one's own: the inbox, the organisation, the way in and out. */
const Own = ({ visit }: Pick<LayoutProps, 'visit'>) => {
  const { reader: { words: { nav }, ...reader }, member, path } = visit
  if (member === null) {
    return (
      <ul class='menu own'>
        <li><a href={`/sign-in?back=${encodeURIComponent(path)}`}>{nav.signIn}</a></li>
        <li><a href='/sign-up'>{nav.signUp}</a></li>
      </ul>
    )
  }
  return (
    <ul class='menu own'>
      {may(visit, 'write:cities') && <li><a class='button' href='/challenges/new'>{nav.register}</a></li>}
      {(may(visit, 'write:cities') || may(visit, 'write:solutions')) && <li><a href='/mine' aria-current={path.split('?')[0] === '/mine' ? 'page' : undefined}>{nav.mine}</a></li>}
      <li><a href='/inbox'>{nav.inbox}{member.unread > 0 && <> <span class='count'>{reader.number(member.unread)}</span></>}</a></li>
      {member.organisation !== null && <li><a href='/organisation'><bdi>{member.organisation.name}</bdi></a></li>}
      {may(visit, 'admin') && <li><a href='/secretariat'>{nav.secretariat}</a></li>}
      <li><a href='/account'><bdi>{member.name}</bdi></a></li>
      <li><ActionButton visit={visit} action='/sign-out' quiet>{nav.signOut}</ActionButton></li>
    </ul>
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

/** The frame of every page. */
export const Layout = ({ visit, title, children, wide = false, scripts = [] }: LayoutProps) => {
  const { language, direction, words: { site } } = visit.reader
  return (
    <html lang={language} dir={direction}>
      <head>
        <meta charset='utf-8' />
        <meta name='viewport' content='width=device-width, initial-scale=1' />
        <meta name='color-scheme' content='light dark' />
        <title>{title === site.name ? title : `${title} · ${site.name}`}</title>
        <link rel='stylesheet' href={assetPath('site.css')} />
        <link rel='icon' href={assetPath('icon.svg')} type='image/svg+xml' />
        {scripts.includes('htmx.js') && <meta name='htmx-config' content='includeIndicatorCSS:false history:false' />}
        {scripts.map((file) => <script key={file} src={assetPath(file)} defer />)}
      </head>
      <body>
        <a class='skip' href='#content'>{site.skip}</a>
        <header class='top'>
          <a class='brand' href='/'>{site.name}</a>
          <Navigation visit={visit} />
          <Own visit={visit} />
        </header>
        <main id='content' class={wide ? 'wide' : undefined} tabIndex={-1}>{children}</main>
        <footer class='bottom'>
          <p>{site.footer}</p>
          <p><a href='/docs'>{site.api}</a></p>
          <LanguageChoice visit={visit} />
        </footer>
      </body>
    </html>
  )
}

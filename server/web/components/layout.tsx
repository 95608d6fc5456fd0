import type { ComponentChildren } from 'preact'
import { localeNames } from '../../locales/index.ts'
import { type Reader, readerIn } from '../reader.ts'
import { assetPath } from '../assets.ts'

export interface LayoutProps {
  reader: Reader
  title: string
  /** Address of this page, to come back to after choosing a language. */
  path: string
  children: ComponentChildren
  /** Wide pages have lists beside maps, or two texts side by side. */
  wide?: boolean
}

const Navigation = ({ reader: { words }, path }: Pick<LayoutProps, 'reader' | 'path'>) => (
  <nav aria-label={words.site.menu}>
    <ul class='menu'>
      {(['challenges', 'solutions', 'cities', 'providers', 'help'] as const).map((name) => (
        <li key={name}><a href={`/${name}`} aria-current={path.split('?')[0] === `/${name}` ? 'page' : undefined}>{words.nav[name]}</a></li>
      ))}
    </ul>
  </nav>
)

const LanguageChoice = ({ reader, path }: Pick<LayoutProps, 'reader' | 'path'>) => (
  <form class='languages' method='post' action='/language'>
    <input type='hidden' name='back' value={path} />
    <label for='language'>{reader.words.site.language}</label>
    <select id='language' name='language'>
      {localeNames.map((name) => <option key={name} value={name} lang={name} selected={name === reader.language}>{readerIn(name).languageName(name)}</option>)}
    </select>
    <button type='submit' class='quiet'>{reader.words.site.choose}</button>
  </form>
)

/** The frame of every page. */
export const Layout = ({ reader, title, path, children, wide = false }: LayoutProps) => {
  const { language, direction, words: { site } } = reader
  return (
    <html lang={language} dir={direction}>
      <head>
        <meta charset='utf-8' />
        <meta name='viewport' content='width=device-width, initial-scale=1' />
        <meta name='color-scheme' content='light dark' />
        <title>{title === site.name ? title : `${title} · ${site.name}`}</title>
        <link rel='stylesheet' href={assetPath('site.css')} />
        <link rel='icon' href={assetPath('icon.svg')} type='image/svg+xml' />
      </head>
      <body>
        <a class='skip' href='#content'>{site.skip}</a>
        <header class='top'>
          <a class='brand' href='/'>{site.name}</a>
          <Navigation reader={reader} path={path} />
        </header>
        <main id='content' class={wide ? 'wide' : undefined} tabIndex={-1}>{children}</main>
        <footer class='bottom'>
          <p>{site.footer}</p>
          <p><a href='/docs'>{site.api}</a></p>
          <LanguageChoice reader={reader} path={path} />
        </footer>
      </body>
    </html>
  )
}

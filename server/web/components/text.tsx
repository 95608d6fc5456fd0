import type { ComponentChildren } from 'preact'
import type { Text as ProfileText } from '../../schemas/text.ts'
import type { Reader } from '../reader.ts'

const rightToLeft = /^(ar|fa|he|ur|ps|sd|ug|yi|dv)\b/i

/** Language and direction of a text that is not in the page's language. */
export const spoken = (language: string): { lang?: string, dir: 'ltr' | 'rtl' | 'auto' } => language === 'und'
  ? { dir: 'auto' }
  : { lang: language, dir: rightToLeft.test(language) ? 'rtl' : 'ltr' }

const base = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? tag

/** What is said in one language, and whether a person or a machine wrote it. */
type Version = Pick<ProfileText, 'text' | 'language' | 'origin'>

/** What a reader is shown of a text: their language if its owner gave it, else the original. */
export const readable = ({ text, language, origin, translations }: ProfileText, reader: Reader): Version => {
  const found = base(language) === base(reader.language) ? undefined : translations.find((translation) => base(translation.language) === base(reader.language))
  return found ?? { text, language, origin }
}

/** A text within a line. */
export const Phrase = ({ text, reader }: { text: ProfileText, reader: Reader }) => {
  const shown = readable(text, reader)
  return <bdi {...spoken(shown.language)}>{shown.text}</bdi>
}

const languageIn = (reader: Reader, language: string): string => language === 'und' ? '?' : reader.languageName(language)

/** Which language a text is in, whether it is the original, and who or what wrote it. */
const labelOf = ({ language, origin }: Pick<Version, 'language' | 'origin'>, original: boolean, reader: Reader): string => {
  const { profile } = reader.words
  const author = origin === 'machine' ? (original ? profile.writtenByMachine : profile.byMachine) : original ? undefined : profile.byPerson
  return [reader.fill(original ? profile.original : profile.translation, { language: languageIn(reader, language) }), author].filter((part) => part !== undefined).join(', ')
}

export const Label = ({ version, original, reader }: { version: Pick<Version, 'language' | 'origin'>, original: boolean, reader: Reader }) =>
  version.language === 'und' ? null : <p class='small version'>{labelOf(version, original, reader)}</p>

const Paragraphs = ({ version: { text, language } }: { version: Version }) => (
  <div {...spoken(language)}>{text.split(/\n+/).map((paragraph, index) => <p key={index}>{paragraph}</p>)}</div>
)

const Folded = ({ version, original, reader, children }: { version: Version, original: boolean, reader: Reader, children: ComponentChildren }) => (
  <details><summary>{labelOf(version, original, reader)}</summary>{children}</details>
)

/**
 * A text of its own: what the reader reads best, labelled where it is not the original in their language, and every other
 * version that the owner gave beneath.
 */
export const Prose = ({ text, reader }: { text: ProfileText, reader: Reader }) => {
  const original: Version = text
  const translation = text.translations.find((version) => version === readable(text, reader))
  const shown = translation ?? original
  const among = text.translations.length > 0 && base(shown.language) !== base(reader.language)
  return (
    <>
      {(among || shown !== original || original.origin === 'machine') && <Label version={shown} original={shown === original} reader={reader} />}
      <Paragraphs version={shown} />
      {shown !== original && <Folded version={original} original reader={reader}><Paragraphs version={original} /></Folded>}
      {text.translations.filter((version) => version !== shown).map((version) => <Folded key={version.language} version={version} original={false} reader={reader}><Paragraphs version={version} /></Folded>)}
    </>
  )
}

/** Under a heading: which language it is in where that is not the reader's, and the title as its owner wrote it where that is a translation. */
export const OriginalTitle = ({ text, reader }: { text: ProfileText, reader: Reader }) => {
  const shown = readable(text, reader)
  if (shown.text === text.text) return base(text.language) === base(reader.language) ? null : <Label version={text} original reader={reader} />
  return (
    <p class='small original-title'>
      {labelOf(shown, false, reader)}. {reader.fill(reader.words.profile.original, { language: languageIn(reader, text.language) })}: <bdi {...spoken(text.language)}>{text.text}</bdi>
    </p>
  )
}

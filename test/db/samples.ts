import { v7 as uuid } from 'uuid'
import type { Derived, JsonObject, NewChange, Organisation, ProfileRecord, Store } from '../../db/index.ts'
import type { Resource } from '../../db/vocabulary.ts'

const text = (text: string, language = 'en') => ({ text, language, origin: 'person', translations: [] })

export const organisation = (name = `Organisation ${uuid()}`): Organisation =>
  ({ id: uuid(), name, kind: 'city', createdAt: new Date('2026-01-02T03:04:05.678Z'), verifiedAt: null, verifiedBy: null, suspendedAt: null, introductionCap: null })

export const profile = (ownerId: string, content: JsonObject, changes: Partial<ProfileRecord> = {}): ProfileRecord => {
  const now = new Date('2026-03-02T08:15:00.123Z')
  return {
    id: uuid(),
    ownerId,
    externalId: null,
    status: 'published',
    version: 1,
    sample: false,
    createdAt: now,
    updatedAt: now,
    publishedAt: now,
    closedAt: null,
    erasedAt: null,
    content,
    contact: null,
    ...changes
  }
}

export const derived = (label = 'label', search = label.toLowerCase(), language = 'en'): Derived => ({ search, label, language })

export const change = (record: ProfileRecord, resource: Resource, changes: Partial<NewChange> = {}): NewChange => ({
  resource,
  profileId: record.id,
  ownerId: record.ownerId,
  version: record.version,
  action: record.version === 1 ? 'created' : 'updated',
  status: record.status,
  public: true,
  actorId: record.ownerId,
  fields: Object.keys(record.content),
  at: record.updatedAt,
  content: record.content,
  ...changes
})

/** Contents with every field, for parents of these ids. */
export const fullContents = (ids: { cityId: string, challengeId: string, providerId: string, solutionId: string }): Record<Resource, JsonObject> => ({
  cities: {
    name: { ...text('เทศบาลนครขอนแก่น', 'th'), translations: [{ text: 'Khon Kaen', language: 'en', origin: 'machine' }] },
    country: 'TH',
    geonamesId: 1609776,
    point: { latitude: 16.4467, longitude: 102.833 },
    population: 147579,
    populationYear: 2020,
    languages: ['th', 'en', 'lo'],
    areaServed: text('The municipality and “four” neighbours \\ % _'),
    incomeGroup: 'upper-middle',
    climate: 'Aw',
    verification: { method: 'document', by: 'Secretariat', on: '2026-01-31' }
  },
  challenges: {
    cityId: ids.cityId,
    title: text('ผู้สูงอายุเดินทางไปโรงพยาบาลไม่ได้', 'th'),
    problem: text('No bus stops near.\nA taxi costs a tenth of a pension. \u{1F68C}'),
    areas: ['transport', 'elderly-care', 'health'],
    sdgTargets: ['11.2', '3.8', '10.b'],
    beneficiaries: ['older-people', 'patients'],
    beneficiaryCount: 4000,
    indicators: [{ name: 'Missed appointments', unit: 'per month', baseline: 310.5, target: 0, by: '2028-12-31' }, { name: 'Rides' }],
    constraints: [{ text: text('No new vehicles'), hard: true }, { text: text('Cheap'), hard: false }],
    budget: { min: 0, max: Number.MAX_SAFE_INTEGER, currency: 'THB', status: 'sought' },
    timeline: { decisionBy: '2027-01-31' },
    stage: 'define',
    procurementRoute: 'undecided',
    seeking: ['solutions', 'peers'],
    openToJointWork: false,
    requiredStandards: ['GTFS', 'ISO 27001', 'A "quoted", {odd} [name]'],
    dataResidency: ['TH', 'SG'],
    reviewOn: '2027-06-30'
  },
  providers: {
    legalName: 'Siam Careline Co., Ltd.',
    description: text('Shared rides'),
    identifiers: [{ scheme: 'LEI', value: '5493001KJTIIGC8Y1R12' }],
    type: 'startup',
    size: 'small',
    headquarters: { country: 'TH', city: 'Bangkok' },
    countries: ['TH', 'LA'],
    languages: ['th', 'zh-Hant'],
    certifications: ['ISO 9001', "O'Neill"],
    website: 'https://example.org/',
    introductionCap: 0
  },
  solutions: {
    providerId: ids.providerId,
    title: text('Shared door-to-door rides'),
    summary: text('A dispatch service'),
    areas: ['transport', 'health'],
    sdgTargets: ['3.8'],
    kind: 'service',
    readiness: 8,
    price: { model: 'subscription', min: 80000000, max: 9_007_199_254_740_991, currency: 'THB' },
    deliveryMonths: { min: 0, max: 9 },
    prerequisites: [text('A call centre')],
    fit: { populationMin: 0, populationMax: 5_000_000_000, climates: ['Aw', 'Am'], incomeGroups: ['upper-middle', 'lower-middle'] },
    standards: ['GTFS'],
    dataHosting: ['TH'],
    licence: 'Apache-2.0',
    languages: ['th'],
    countries: ['TH', 'VN']
  },
  deployments: {
    solutionId: ids.solutionId,
    cityId: ids.cityId,
    challengeId: ids.challengeId,
    period: { start: '2023-04-01' },
    stage: 'operational',
    cost: { amount: 120000000, currency: 'THB' },
    indicators: [{ name: 'Missed appointments', before: 310, after: -1.25e-7 }],
    lessons: text('Booking through the clinic worked'),
    links: ['https://example.org/report'],
    confirmed: false
  }
})

/** An organisation with one profile of each resource, every field of it given. */
export const seed = async (store: Store) => {
  const owner = organisation()
  const ids = { cityId: uuid(), challengeId: uuid(), providerId: uuid(), solutionId: uuid() }
  const contents = fullContents(ids)
  const contact = { name: 'Somchai', email: 'somchai@example.org' }
  const records: Record<Resource, ProfileRecord> = {
    cities: profile(owner.id, contents.cities, { id: ids.cityId, externalId: 'khon-kaen', contact }),
    challenges: profile(owner.id, contents.challenges, { id: ids.challengeId, status: 'draft', publishedAt: null, sample: true }),
    providers: profile(owner.id, contents.providers, { id: ids.providerId }),
    solutions: profile(owner.id, contents.solutions, { id: ids.solutionId, status: 'closed', closedAt: new Date('2026-04-01T00:00:00.001Z') }),
    deployments: profile(owner.id, contents.deployments)
  }
  await store.transact(async (repositories) => {
    await repositories.organisations.insert(owner)
    for (const resource of ['cities', 'challenges', 'providers', 'solutions', 'deployments'] as const) {
      await repositories[resource].insert(records[resource], derived(resource))
    }
  })
  return { owner, ids, records }
}

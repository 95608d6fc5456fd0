/** What pages say, in English; the other languages have the same strings. Values in braces are filled in; `{count}` chooses among plural forms. */
export const en = {
  site: {
    name: 'WICC matchmaking',
    skip: 'Skip to the content',
    menu: 'Menu',
    language: 'Language',
    choose: 'Choose',
    footer: 'World Initiative for City Challenge: cities that face the same problems, and what solved them.',
    api: 'API for partners'
  },
  nav: {
    challenges: 'Challenges',
    solutions: 'Solutions',
    cities: 'Cities',
    providers: 'Providers',
    help: 'Help',
    signIn: 'Sign in'
  },
  home: {
    title: 'Cities that face the same problem, and what solved it',
    lead: 'A city describes a problem in its own language. The service finds the cities that have the same one, those that already solved it, and the solutions that fit — and says why.',
    describe: 'Describe your problem',
    describeHint: 'A few sentences in your own language. Nothing is kept.',
    find: 'Find cities and solutions',
    example: 'Older people who live alone cannot reach the hospital: no bus stops near them.',
    map: 'Challenges of the world',
    recent: 'Recently registered',
    numbers: 'What is here'
  },
  counts: {
    challenges: { one: '{count} challenge', other: '{count} challenges' },
    solutions: { one: '{count} solution', other: '{count} solutions' },
    cities: { one: '{count} city', other: '{count} cities' },
    providers: { one: '{count} provider', other: '{count} providers' },
    countries: { one: '{count} country', other: '{count} countries' },
    found: { one: '{count} found', other: '{count} found' }
  },
  browse: {
    search: 'Words to look for',
    filter: 'Narrow down',
    show: 'Show',
    clear: 'Clear all',
    any: 'Any',
    sort: 'Order',
    newest: 'Newest first',
    byTitle: 'By title',
    next: 'More',
    none: 'Nothing fits all of this. Take something away.',
    map: 'On the map',
    list: 'As a list'
  },
  fields: {
    area: 'Area', country: 'Country', region: 'Region', language: 'Language', stage: 'Stage', kind: 'Kind', city: 'City', provider: 'Provider',
    population: 'Inhabitants', climate: 'Climate', incomeGroup: 'Income group', budget: 'Budget', timeline: 'Time', neededBy: 'Needed by', decisionBy: 'Decision by',
    start: 'Start', seeking: 'Looking for', beneficiaries: 'Who benefits', sdgTargets: 'Sustainable Development Goals', procurementRoute: 'Way of buying', requiredStandards: 'Standards needed',
    dataResidency: 'Where data must stay', problem: 'The problem', affected: 'Who is affected', desiredOutcome: 'What would be better', alreadyTried: 'What was tried',
    context: 'What else to know', indicators: 'Figures', constraints: 'Conditions', openToJointWork: 'Joint work', summary: 'What it is', solves: 'The problem it solves',
    howItWorks: 'How it works', benefit: 'What is better afterwards', readiness: 'Readiness', price: 'Price', deliveryMonths: 'Time to deliver', prerequisites: 'What must be there first',
    fit: 'Cities it suits', standards: 'Standards', dataHosting: 'Where data is kept', licence: 'Licence', languages: 'Languages', countries: 'Countries', description: 'About',
    legalName: 'Name', identifiers: 'Registrations', type: 'Kind of organisation', size: 'Size', headquarters: 'Based in', certifications: 'Certificates', website: 'Website',
    verification: 'Verification', areaServed: 'Responsible for', updated: 'Last changed', evidence: 'Where it works', cost: 'Cost', lessons: 'What was learnt', failureReason: 'Why it failed',
    before: 'Before', after: 'After', baseline: 'Today', target: 'Target', indicator: 'Figure', period: 'When', hard: 'must', soft: 'should'
  },
  profile: {
    original: 'Original, in {language}',
    translation: 'Translation',
    byPerson: 'written by the owner',
    byMachine: 'translated by a machine',
    sample: 'Invented for demonstration',
    confirmed: 'Confirmed by the city',
    unconfirmed: 'Not confirmed by the city yet',
    facts: 'In short',
    similar: 'Cities with a similar problem',
    fitting: 'Solutions that fit',
    fittingChallenges: 'Challenges that fit',
    ownSolutions: 'Solutions of this provider',
    ownChallenges: 'Challenges of this city',
    nobodyYet: 'None yet.',
    yes: 'yes',
    no: 'no',
    months: { one: '{count} month', other: '{count} months' }
  },
  match: {
    why: 'Why',
    compare: 'Side by side',
    sideBySide: 'Side by side',
    band: { strong: 'Strong match', good: 'Good match', possible: 'Possible match', none: 'Weak match' },
    passages: 'What the two say',
    concepts: 'Both speak of',
    gates: 'Conditions',
    gate: { pass: 'met', fail: 'not met', unknown: 'not known' },
    parts: 'What the score is made of',
    partsNote: 'The parts add up to the score. It orders this list and means nothing outside it.',
    missing: 'What would make this surer',
    peers: { one: '{count} city', other: '{count} cities' },
    none: 'Nothing comes near enough.',
    dropped: { one: '{count} left out because a condition is not met', other: '{count} left out because a condition is not met' },
    solved: 'Already solved it with',
    usedIn: 'Used in',
    fitsPeers: { one: 'Fits {count} of the cities above too', other: 'Fits {count} of the cities above too' },
    part: 'Part',
    value: 'Share',
    yours: 'Asked',
    theirs: 'Found'
  },
  help: {
    title: 'How it works, and how it does not',
    sections: [
      {
        heading: 'How a match is found',
        paragraphs: [
          'The service reads the texts of a challenge or a solution in whatever language they are written in. It looks for the same words, for words of other languages that mean the same, and for texts that are near in meaning as a whole.',
          'Then it looks at what was said in figures and lists: areas, who benefits, the size of the city, its region, the budget, the time. Where a condition is known not to be met, the match is left out and counted.',
          'Every match says why it is there. If the reasons do not convince you, the match is not a good one, whatever its place in the list.'
        ]
      },
      {
        heading: 'What strong, good and possible mean',
        paragraphs: [
          'A match is strong when it stands out as far as one unrelated text in ten thousand would by chance; good, one in a thousand; possible, one in a hundred. There is no percentage, because none would mean anything.',
          'The score only orders one list. It cannot be compared between lists.'
        ]
      },
      {
        heading: 'What it cannot do',
        paragraphs: [
          'It does not know what nobody wrote. What is not said counts neither for nor against; the page says what would make a match surer.',
          'It reads twelve languages well. In others it finds texts of the same language, names and numbers. It may take a word of several meanings for the wrong one.',
          'It does not judge whether a provider is able or honest. Evidence that a city has confirmed is marked as such.'
        ]
      }
    ]
  },
  codes: {
    areas: {
      'digital-innovation': 'Digital innovation', transport: 'Transport', energy: 'Energy', infrastructure: 'Infrastructure', sustainability: 'Sustainability', environment: 'Environment',
      'elderly-care': 'Care of older people', employment: 'Employment', 'essential-services': 'Essential services', health: 'Health', education: 'Education', governance: 'Governance'
    },
    challengeStages: { explore: 'Exploring', define: 'Defining', plan: 'Planning', pilot: 'Piloting', procure: 'Buying', scale: 'Scaling up' },
    seekings: { peers: 'Other cities', solutions: 'Solutions', finance: 'Finance', knowledge: 'Knowledge' },
    budgetStatuses: { none: 'no money yet', sought: 'money sought', approved: 'money approved' },
    procurementRoutes: {
      undecided: 'Undecided', 'open-tender': 'Open tender', 'restricted-tender': 'Restricted tender', framework: 'Framework contract', 'direct-award': 'Direct award',
      'innovation-partnership': 'Innovation partnership', 'public-private-partnership': 'Public-private partnership', grant: 'Grant', 'in-house': 'In house'
    },
    beneficiaryGroups: {
      residents: 'Residents', children: 'Children', youth: 'Young people', women: 'Women', 'older-people': 'Older people', 'people-with-disabilities': 'People with disabilities',
      'low-income-households': 'Households of low income', 'informal-workers': 'Informal workers', 'job-seekers': 'People looking for work', migrants: 'Migrants', commuters: 'Commuters',
      patients: 'Patients', students: 'Students', 'small-businesses': 'Small businesses', 'city-staff': 'City staff', visitors: 'Visitors'
    },
    providerTypes: {
      company: 'Company', startup: 'Start-up', 'non-profit': 'Non-profit', university: 'University', 'research-institute': 'Research institute', 'public-agency': 'Public agency',
      'development-bank': 'Development bank', consortium: 'Consortium'
    },
    providerSizes: { micro: 'Under 10 people', small: 'Under 50 people', medium: 'Under 250 people', large: '250 people or more' },
    solutionKinds: { product: 'Product', service: 'Service', infrastructure: 'Infrastructure', policy: 'Policy', 'open-source': 'Open source' },
    priceModels: {
      free: 'Free', 'one-off': 'Once', subscription: 'Subscription', 'per-user': 'For each user', 'per-unit': 'For each unit', 'revenue-share': 'Share of revenue',
      'public-private-partnership': 'Public-private partnership', 'on-request': 'On request'
    },
    deploymentStages: { pilot: 'Pilot', operational: 'In operation', scaled: 'Scaled up', discontinued: 'Given up' },
    incomeGroups: { low: 'Low income', 'lower-middle': 'Lower middle income', 'upper-middle': 'Upper middle income', high: 'High income' },
    gates: {
      'available-in-country': 'Can be had in the country', 'population-fit': 'Made for a city of this size', 'required-standards': 'Meets the standards', 'data-residency': 'Data can stay where it must',
      budget: 'Within the budget', 'delivery-in-time': 'Ready in time', 'not-expired': 'Still open'
    },
    parts: {
      text: 'Words in common', pairs: 'Phrases in common', meaning: 'The same meaning', vectors: 'Nearness of the whole texts', usual: 'What unrelated texts have too',
      area: 'Area', sdg: 'Development goals', beneficiaries: 'Who benefits', languages: 'Languages', population: 'Size of city', region: 'Region', income: 'Income', climate: 'Climate',
      seeking: 'What is sought', readiness: 'Readiness', evidence: 'Evidence', 'income-fit': 'Made for this income', 'climate-fit': 'Made for this climate'
    }
  },
  errors: {
    title: 'This did not work',
    'not-found': 'There is nothing at this address. It may have been closed, or never published.',
    gone: 'This profile was closed by its owner.',
    'rate-limited': 'Too many requests came from your network. Wait a minute and try again.',
    overloaded: 'The service is busy. Wait a moment and try again.',
    other: 'Something went wrong. Try again; if it stays, tell us the number below.',
    reference: 'Number for asking us: {id}',
    home: 'To the start page'
  }
}

export type PageWords = typeof en

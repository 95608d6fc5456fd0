/** What the service says to people, in English; the other languages have the same strings. {list} and {what} are filled in. */
export const en = {
  reasons: {
    words: 'Shares the words: {list}',
    concepts: 'Both speak of: {list}',
    vectors: 'The two texts are near in meaning',
    confirmed: 'Confirmed by {list}',
    area: 'Same areas',
    sdg: 'Same targets of the Sustainable Development Goals',
    beneficiaries: 'The same people would benefit',
    languages: 'A working language in common',
    population: 'Cities of similar size',
    region: 'Same country or region',
    income: 'Similar income',
    climate: 'Similar climate',
    seeking: 'It is what the city looks for',
    readiness: 'Ready enough for the stage of the challenge',
    evidence: 'Used in cities already',
    'income-fit': 'Made for cities of this income',
    'climate-fit': 'Made for this climate'
  },
  advice: {
    query: 'Would make this surer if you said it: {what}',
    match: 'The other side does not say: {what}'
  },
  unsaid: {
    area: 'areas',
    sdg: 'targets of the Sustainable Development Goals',
    beneficiaries: 'who benefits',
    languages: 'working languages',
    population: 'number of inhabitants',
    region: 'country',
    income: 'income group',
    climate: 'climate',
    seeking: 'what is sought',
    readiness: 'readiness, or stage of the challenge',
    evidence: 'where it is used',
    'income-fit': 'which incomes it is made for',
    'climate-fit': 'which climates it is made for',
    'available-in-country': 'countries where it can be had',
    'population-fit': 'size of city it is for',
    'required-standards': 'standards',
    'data-residency': 'where data is kept',
    budget: 'budget or price',
    'delivery-in-time': 'when it is needed, or how long it takes'
  }
}

export type Locale = typeof en

import type { Locale } from './en.ts'

export const fil: Locale = {
  reasons: {
    words: 'May parehong mga salita: {list}',
    concepts: 'Parehong tumatalakay sa: {list}',
    vectors: 'Magkalapit ang kahulugan ng dalawang teksto',
    confirmed: 'Kinumpirma ng {list}',
    area: 'Parehong larangan',
    sdg: 'Parehong mga target ng Sustainable Development Goals',
    beneficiaries: 'Parehong mga tao ang makikinabang',
    languages: 'May iisang wikang ginagamit sa trabaho',
    population: 'Magkasinlaki ang mga lungsod',
    region: 'Parehong bansa o rehiyon',
    income: 'Magkalapit ang antas ng kita',
    climate: 'Magkatulad na klima',
    seeking: 'Ito ang hinahanap ng lungsod',
    readiness: 'Sapat nang handa para sa yugto ng hamon',
    evidence: 'Ginagamit na sa mga lungsod',
    'income-fit': 'Ginawa para sa mga lungsod na may ganitong kita',
    'climate-fit': 'Ginawa para sa ganitong klima'
  },
  advice: {
    query: 'Mas magiging tiyak ang tugma kung sasabihin ninyo: {what}',
    match: 'Hindi sinasabi ng kabilang panig: {what}'
  },
  unsaid: {
    area: 'mga larangan',
    sdg: 'mga target ng Sustainable Development Goals',
    beneficiaries: 'kung sino ang makikinabang',
    languages: 'mga wikang ginagamit sa trabaho',
    population: 'bilang ng naninirahan',
    region: 'bansa',
    income: 'antas ng kita',
    climate: 'klima',
    seeking: 'kung ano ang hinahanap',
    readiness: 'kahandaan, o yugto ng hamon',
    evidence: 'kung saan ito ginagamit',
    'income-fit': 'mga antas ng kita na angkop',
    'climate-fit': 'mga klimang angkop',
    'available-in-country': 'mga bansa kung saan makukuha',
    'population-fit': 'laki ng lungsod na angkop',
    'required-standards': 'mga pamantayan',
    'data-residency': 'kung saan itinatago ang datos',
    budget: 'badyet o presyo',
    'delivery-in-time': 'kung kailan kailangan, o gaano katagal'
  }
}

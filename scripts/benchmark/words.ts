import { seededRandom } from '../../matching/metrics/random.ts'

/** The commonest English words, about in the order of their frequency. */
export const functionWords = [
  'the', 'of', 'and', 'to', 'in', 'a', 'is', 'that', 'for', 'it', 'as', 'was', 'with', 'be', 'by', 'on', 'not', 'are', 'from', 'at',
  'this', 'have', 'or', 'which', 'an', 'but', 'their', 'they', 'has', 'more', 'can', 'we', 'who', 'been', 'there', 'its', 'will',
  'when', 'these', 'than', 'only', 'some', 'into', 'our', 'other', 'do', 'many', 'no', 'such', 'where', 'also', 'most', 'while'
]

/** What city profiles speak of; these stand at the head of the made-up vocabulary. */
const cityWords = [
  'city', 'people', 'water', 'public', 'service', 'transport', 'waste', 'energy', 'health', 'community', 'local', 'data', 'road',
  'bus', 'housing', 'resident', 'traffic', 'network', 'school', 'street', 'power', 'pollution', 'climate', 'flood', 'market',
  'district', 'worker', 'job', 'elderly', 'care', 'family', 'access', 'building', 'river', 'green', 'solar', 'plan', 'project',
  'cost', 'safety', 'training', 'digital', 'sensor', 'platform', 'mobile', 'collection', 'recycling', 'drainage', 'hospital',
  'clinic', 'train', 'station', 'cycling', 'walking', 'parking', 'vehicle', 'electric', 'charging', 'grid', 'lighting', 'heat',
  'cooling', 'tree', 'park', 'farm', 'food', 'vendor', 'informal', 'settlement', 'land', 'tenure', 'budget', 'tax', 'permit',
  'office', 'citizen', 'complaint', 'response', 'emergency', 'fire', 'storm', 'drought', 'supply', 'leak', 'meter', 'sewer',
  'toilet', 'sanitation', 'disease', 'nurse', 'teacher', 'student', 'child', 'woman', 'youth', 'disability', 'migrant', 'refugee',
  'tourism', 'port', 'airport', 'freight', 'delivery', 'factory', 'industry', 'startup', 'university', 'research', 'pilot',
  'partner', 'company', 'government', 'department', 'council', 'mayor', 'region', 'village', 'suburb', 'neighbourhood'
]

const onsets = ['b', 'c', 'd', 'f', 'g', 'h', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'w', 'b', 'c', 'd', 'm', 'p', 'r', 's', 't', 'br', 'ch', 'cl', 'cr', 'fl', 'gr', 'pl', 'pr', 'sh', 'sp', 'st', 'str', 'th', 'tr']
const vowels = ['a', 'e', 'i', 'o', 'u', 'a', 'e', 'i', 'o', 'ai', 'ea', 'ou']
const inner = ['', '', '', 'l', 'm', 'n', 'r', 's']
const codas = ['ck', 'd', 'l', 'm', 'n', 'nd', 'nt', 'p', 'r', 'rt', 's', 'st', 't']
const endings = ['s', 'ed', 'ing', 'er', 'ly', 'tion', 'ment', 'ness', 'al', 'ive']

/**
 * Content words by falling frequency: real ones of the field, then words made of English syllables,
 * longer the rarer they are, a third of them with an English ending so that stemmers have work.
 *
 * @param size how many, all different
 */
export function contentWords (size: number, seed = 17): string[] {
  const random = seededRandom(seed)
  const pick = (choices: readonly string[]) => choices[Math.floor(random() * choices.length)] ?? ''
  const words = new Set(cityWords.slice(0, size))
  while (words.size < size) {
    const syllables = 1 + Math.floor(Math.log10(words.size) / 3 + random())
    let word = ''
    for (let syllable = 1; syllable < syllables; syllable++) word += pick(onsets) + pick(vowels) + pick(inner)
    word += pick(onsets) + pick(vowels) + pick(codas)
    words.add(random() < 1 / 3 ? word + pick(endings) : word)
  }
  return [...words]
}

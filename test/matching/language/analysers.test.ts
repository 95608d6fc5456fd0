import t from 'tap'
import { analyserFor } from '../../../matching/language/index.ts'

const terms = (language: string, text: string): string[] => analyserFor(language).analyse(text).map(token => token.term)
const same = (language: string, ...words: string[]): boolean => new Set(words.flatMap(word => terms(language, word))).size === 1

t.test('English: Porter stems, function words out, possessives and initials off', async t => {
  t.same(terms('en', "The city's buses are improving for older people."), ['citi', 'bu', 'improv', 'older', 'peopl'])
  t.same(terms('en', 'a bus, men, a man, drove, to drive, crises, a crisis'), ['bu', 'man', 'man', 'drive', 'drive', 'crisi', 'crisi'], 'irregular forms meet their word')
  t.ok(same('en', 'recycling', 'recycled', 'Recycle'))
  t.same(terms('en-GB', 'J. flood'), ['flood'], 'a region in the tag changes nothing; letters alone are dropped')
  t.same(terms('en', 'it is the IT of the WHO, who else'), ['it', 'who'], 'acronyms that look like function words')
  t.same(terms('en', 'Café CAFE'), ['cafe', 'cafe'])
})

t.test('numbers have one form', async t => {
  t.same(terms('en', '1,000,000 or 2.5 or PM2.5'), ['1000000', '2.5', 'pm2.5'])
  t.same(terms('de', '1.000.000 und 2,5'), ['1000000', '2.5'])
  t.same(terms('bn', '২০৩০'), ['2030'])
  t.same(terms('ar', '٢٠٣٠'), ['2030'])
  t.same(terms('hi', '२०३०'), ['2030'])
  t.same(terms('th', '๒๕๖๗'), ['2567'])
  t.same(terms('en', '２０３０ ＣＯ₂'), ['2030', 'co2'], 'full width and subscripts')
})

t.test('Spanish, French, Portuguese, German, Russian: stems without accents', async t => {
  t.ok(same('es', 'ciudad', 'ciudades', 'Ciudades'))
  t.same(terms('es', 'tránsito'), terms('es', 'transito'), 'accents do not stay')
  t.same(terms('fr', "l'eau de la ville"), terms('fr', 'eau ville'), 'elided articles are off')
  t.ok(same('fr', 'transports', 'transport'))
  t.ok(same('pt', 'cidade', 'cidades'))
  t.ok(same('de', 'Stadt', 'stadt'))
  t.ok(same('de', 'Wohnung', 'Wohnungen'))
  t.ok(same('ru', 'город', 'города', 'городом'))
})

t.test('Turkish by five letters, Greek by six', async t => {
  t.ok(same('tr', 'şehir', 'şehirler', 'şehirlerde'))
  t.ok(same('tr', 'İSTANBUL', 'istanbul', 'İstanbul\'da'), 'dotted capital I')
  t.ok(same('el', 'μεταφορές', 'μεταφορών'))
})

t.test('Arabic: one spelling and Light10', async t => {
  t.ok(same('ar', 'المدينة', 'مدينة', 'والمدينة', 'المدينه', 'مَدِينَة', 'مديـنة'), 'article, conjunction, ta marbuta, vowel signs, tatweel')
  t.ok(same('ar', 'أحمد', 'احمد', 'إحمد'), 'alef')
  t.same(terms('ar', 'في من على'), [], 'stop words')
})

t.test('Bengali: cases, numbers, articles off; one spelling', async t => {
  t.ok(same('bn', 'শহর', 'শহরের', 'শহরে', 'শহরগুলো', 'শহরগুলির', 'শহরটি'))
  t.ok(same('bn', 'নাগরিক', 'নাগরিকদের', 'নাগরিকেরা'))
  t.ok(same('bn', '\u09af\u09bc\u09be\u09a8', '\u09df\u09be\u09a8'), 'ya with nukta, in one or two code points')
  t.ok(same('bn', '\u0995\u09cb\u09b2', '\u0995\u09c7\u09be\u09b2'), 'the vowel sign o, in one or two')
  t.ok(same('bn', 'উৎসব', 'উত্\u200dসব'), 'khanda ta, and as ta with hasanta and joiner')
  t.same(terms('bn', 'এবং জন্য থেকে'), [])
})

t.test('Hindi: inflections off, anusvara for nasals, no nukta', async t => {
  t.ok(same('hi', 'शहर', 'शहरों', 'शहरो'))
  t.ok(same('hi', 'हिन्दी', 'हिंदी'))
  t.ok(same('hi', 'ज़मीन', 'जमीन', 'ज\u093cमीन'))
  t.same(terms('hi', 'यह के लिए है'), [])
})

t.test('Urdu and Persian: keyboards agree, plurals off', async t => {
  t.ok(same('ur', 'شہر', 'شہروں', 'شهر'))
  t.ok(same('fa', 'کتاب', 'كتاب', 'کتاب‌ها'))
})

t.test('Filipino: affixes, doubled syllables, linkers off', async t => {
  t.ok(same('fil', 'takbo', 'tumakbo', 'tumatakbo'), 'infix and doubling')
  t.ok(same('fil', 'trabaho', 'magtrabaho', 'nagtatrabaho'), 'prefix and doubling')
  t.ok(same('fil', 'tulong', 'tulungan', 'tinulungan'), 'suffix, o as u')
  t.ok(same('fil', 'mabuti', 'mabuting'), 'linker')
  t.ok(same('tl', 'malusog', 'kalusugan'), 'healthy, health')
  t.same(terms('fil', 'ang mga sa ng'), [])
})

t.test('Indonesian and Malay: roots', async t => {
  t.ok(same('id', 'bangun', 'pembangunan', 'membangun', 'dibangun'))
  t.same(terms('ms', 'perkhidmatan pengangkutan')[1], 'angkut')
  t.same(terms('id', 'yang untuk dengan'), [])
})

t.test('Vietnamese: syllables with tones, pairs without', async t => {
  t.same(terms('vi', 'giao thông của Huế'), ['giao', 'giao thong', 'thông', 'thong cua', 'cua hue', 'huế'], 'của is a stop word alone')
  t.ok(terms('vi', 'giao thong').includes('giao thong'), 'found without marks')
  t.not(terms('vi', 'ma')[0], terms('vi', 'má')[0], 'tones tell words apart')
  t.notOk(terms('vi', 'phố. Thành').includes('pho thanh'), 'no pair across a full stop')
})

t.test('Chinese: words and pairs of characters', async t => {
  const made = terms('zh', '改善公共交通')
  for (const term of ['改善', '公共交通', '公共', '共交', '交通', '善公']) t.ok(made.includes(term), term)
  t.same(terms('zh', '的'), [], 'function words are no words')
  t.same(terms('zh', '使用ＡＩ').at(-1), 'ai')
})

t.test('Thai: words and pairs of signs', async t => {
  const made = terms('th', 'ขนส่งสาธารณะ')
  t.ok(made.includes('ขนส่ง'))
  t.ok(made.includes('สาธา'), 'a sign is a consonant with its vowels')
  t.same(terms('th', 'น้ำ'), terms('th', 'น\u0e49\u0e4d\u0e32'), 'sara am whole or in two')
  t.same(terms('th', 'น้ำ'), terms('th', 'น\u0e4d\u0e49\u0e32'), 'and in either order with the tone')
  t.same(terms('th', 'ที่'), [], 'stop words')
})

t.test('Japanese: words and pairs; kana words with long vowels stay whole', async t => {
  const made = terms('ja', '東京のデータ')
  t.ok(made.includes('東京'))
  t.ok(made.includes('データ'))
  t.same(terms('ja', 'ﾃﾞｰﾀ').includes('データ'), true, 'half width')
})

t.test('Korean: particles off, and pairs of syllables', async t => {
  t.same(terms('ko', '도시의 대중교통을'), ['도시', '대중교통', '대중', '중교', '교통'])
  t.ok(same('ko', '도시', '도시는', '도시에서'))
})

t.test('any other language has words in one spelling, and never fails', async t => {
  t.same(terms('xx', 'Ünïted Nations 城市'), ['united', 'nations', '城市'])
  t.same(terms('', 'word'), ['word'])
  t.same(terms('not a tag!', 'word'), ['word'])
  t.equal(analyserFor('tl').language, 'fil')
  t.equal(analyserFor('zh-Hant-TW').language, 'zh')
})

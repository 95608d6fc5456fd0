import t from 'tap'
import { identify } from '../../../matching/language/index.ts'

const samples: [language: string, text: string][] = [
  ['en', 'Our city needs better public transport for older people.'],
  ['en', 'Smart street lighting'],
  ['en', 'Pump controller upgrades'],
  ['en', 'Landfill odour'],
  ['es', 'Nuestra ciudad necesita mejorar el transporte público para las personas mayores.'],
  ['es', 'Gestión de residuos sólidos'],
  ['pt', 'A nossa cidade precisa de melhorar os transportes públicos para os mais velhos.'],
  ['pt', 'Gestão de resíduos urbanos'],
  ['fr', 'Notre ville doit améliorer les transports publics pour les personnes âgées.'],
  ['fr', 'Gestion des déchets ménagers'],
  ['de', 'Unsere Stadt braucht einen besseren Nahverkehr für ältere Menschen.'],
  ['it', 'La nostra città ha bisogno di trasporti pubblici migliori per gli anziani.'],
  ['nl', 'Onze stad heeft beter openbaar vervoer nodig voor ouderen.'],
  ['tr', 'Şehrimizin yaşlılar için daha iyi toplu taşımaya ihtiyacı var.'],
  ['sw', 'Mji wetu unahitaji usafiri bora wa umma kwa ajili ya watu wazee na watoto katika vitongoji.'],
  ['fil', 'Kailangan ng ating lungsod ng mas mahusay na pampublikong sasakyan para sa matatanda.'],
  ['fil', 'Pamamahala ng basura'],
  ['id', 'Kota kami membutuhkan transportasi umum yang lebih baik karena sering macet.'],
  ['ms', 'Bandar kami memerlukan pengangkutan awam yang lebih baik kerana sentiasa sesak.'],
  ['vi', 'Thành phố của chúng tôi cần giao thông công cộng tốt hơn cho người cao tuổi.'],
  ['zh', '我们的城市需要为老年人改善公共交通。'],
  ['zh', '垃圾分类'],
  ['ja', '私たちの都市は高齢者のための公共交通を改善する必要があります。'],
  ['ko', '우리 도시는 고령자를 위한 대중교통을 개선해야 합니다.'],
  ['th', 'เมืองของเราต้องการระบบขนส่งสาธารณะที่ดีกว่าสำหรับผู้สูงอายุ'],
  ['bn', 'আমাদের শহরে বয়স্কদের জন্য উন্নত গণপরিবহন দরকার।'],
  ['hi', 'हमारे शहर को बुजुर्गों के लिए बेहतर सार्वजनिक परिवहन चाहिए।'],
  ['mr', 'आमच्या शहराला ज्येष्ठ नागरिकांसाठी चांगल्या वाहतुकीची गरज आहे आणि निधी नाही.'],
  ['ar', 'تحتاج مدينتنا إلى وسائل نقل عام أفضل لكبار السن.'],
  ['ur', 'ہمارے شہر کو بزرگوں کے لیے بہتر پبلک ٹرانسپورٹ کی ضرورت ہے۔'],
  ['fa', 'شهر ما به حمل و نقل عمومی بهتری برای سالمندان نیاز دارد که ارزان است.'],
  ['ru', 'Нашему городу нужен лучший общественный транспорт для пожилых людей.'],
  ['uk', 'Нашому місту потрібен кращий громадський транспорт для літніх людей.'],
  ['el', 'Η πόλη μας χρειάζεται καλύτερες δημόσιες συγκοινωνίες.'],
  ['km', 'ទីក្រុងរបស់យើងត្រូវការដឹកជញ្ជូនសាធារណៈ'],
  ['zh', '我们使用ChatGPT和AI技术改善城市交通'],
  ['th', 'กรุงเทพฯ ใช้ smart traffic light แล้ว']
]

t.test('hand-written texts', async t => {
  for (const [language, text] of samples) t.equal(identify(text), language, text)
})

t.test('nothing speaks for any language', async t => {
  for (const text of ['', '   ', '2030', '12.5 % — 🙂', '\ud800', '\u200d']) t.equal(identify(text), 'und', JSON.stringify(text))
})

t.test('capitals and decomposed accents make no difference', async t => {
  t.equal(identify('NUESTRA CIUDAD NECESITA MEJORAR EL TRANSPORTE PÚBLICO'), 'es')
  t.equal(identify('Thành phố của chúng tôi cần giao thông công cộng'.normalize('NFD')), 'vi')
})

import { readdirSync, readFileSync } from 'node:fs'
import t from 'tap'
import { contactDetails, offencesIn } from '../../server/services/moderation-rules.ts'

/** Texts that tell how to reach somebody, in the ways people have of doing so. */
const telling: ReadonlyArray<readonly [language: string, text: string]> = [
  ['en', 'Write to sales@busline.example for a demonstration.'],
  ['en', 'Write to sales (at) busline (dot) example for a demonstration.'],
  ['en', 'Write to sales [at] busline.example for a demonstration.'],
  ['en', 'Reach us: sales at busline dot com'],
  ['en', 'Call +66 2 123 4567 in office hours.'],
  ['en', 'Call +44 (0)20 7946 0958 in office hours.'],
  ['en', 'Phone: (415) 555-0132'],
  ['en', 'Our number is 415-555-0132.'],
  ['en', 'Ring 0066 81 234 5678 any time.'],
  ['en', 'Message us at https://wa.me/66812345678 for prices.'],
  ['en', 'Join t.me/citybuses for news.'],
  ['en', 'Follow @busline_planning for offers.'],
  ['en', 'Skype: busline_sales2'],
  ['en', 'Telegram id buslineplanning'],
  ['en', 'sales@busline​.example with a space that nobody sees'],
  ['en', 'ｓａｌｅｓ＠ｂｕｓｌｉｎｅ．ｃｏｍ in wide letters'],
  ['th', 'ติดต่อ 081-234-5678 ในเวลาราชการ'],
  ['th', 'โทร. ๐๒ ๑๒๓ ๔๕๖๗ ต่อ ๑๒'],
  ['th', 'แอดไลน์ไอดี: buslineth'],
  ['th', 'LINE ID: @buslineth'],
  ['th', 'อีเมล info@busline.co.th'],
  ['zh', '请致电13812345678咨询'],
  ['zh', '联系人王先生，手机：138 1234 5678'],
  ['zh', '电话：010-65529988'],
  ['zh', '微信号：busline_cn'],
  ['zh', '加微信: wang2024bus'],
  ['zh', 'QQ：123456789'],
  ['zh', '邮箱：王先生@公司.中国'],
  ['ar', 'اتصل على ٠٥٠١٢٣٤٥٦٧ للاستفسار'],
  ['ar', 'هاتف: ٠١١ ٤٥٦ ٧٨٩٠'],
  ['ar', 'واتساب +966 50 123 4567'],
  ['ar', 'راسلنا على info@example.sa'],
  ['fa', 'تلفن ۰۲۱-۸۸۷۷۶۶۵۵'],
  ['bn', 'ফোন করুন: ০১৭১১-১২৩৪৫৬'],
  ['bn', 'মোবাইল নম্বর ০১৭১১১২৩৪৫৬'],
  ['hi', 'फ़ोन: ९८७६५ ४३२१०'],
  ['hi', 'संपर्क करें 9876543210'],
  ['id', 'Hubungi 0812-3456-7890 untuk demo.'],
  ['id', 'Telp. (021) 5296 1234'],
  ['fil', 'Tawagan ang 0917 123 4567 para sa detalye.'],
  ['vi', 'Số ĐT: 0912 345 678'],
  ['vi', 'Điện thoại 028 3822 1234'],
  ['es', 'Escriba a ventas arroba busline punto com'],
  ['es', 'Teléfono: 55 1234 5678'],
  ['pt', 'Ligue para +55 11 91234-5678'],
  ['fr', 'Appelez le 01 42 68 53 00.'],
  ['fr', 'Écrivez à contact@mairie.example']
]

/** Texts that are full of figures and signs, and tell nobody's address or number. */
const silent: ReadonlyArray<readonly [language: string, text: string]> = [
  ['en', 'Between 2019 and 2025 ridership fell from 12 500 000 to 8 200 000 trips.'],
  ['en', 'The budget is THB 250,000,000 for 2026-2028, or 7 000 000 USD.'],
  ['en', 'We comply with ISO 27001:2022, ISO 37120:2018, EN 16258 and IEC 61850-7-420.'],
  ['en', 'The pumping station is at 16.4467, 102.8330 and the depot at -6.208763, 106.845599.'],
  ['en', 'Open 08:00-17:00, Monday to Friday, 24/7 in emergencies.'],
  ['en', 'Phase 1 runs from 01.02.2026 to 30.11.2027, phase 2 until 2028-12-31.'],
  ['en', 'Residents call the hotline 1669 or 191; the centre takes 120000 calls a year.'],
  ['en', 'Mobile users grew from 2,500,000 to 3,100,000.'],
  ['en', 'Mobile 2 500 000, fixed 310 000 subscribers.'],
  ['en', 'Version 10.15.7 reads GTFS at 5 Hz and 99.95% availability.'],
  ['en', 'Growth of +12 000 000 passengers, from 0-100 000 000 litres.'],
  ['en', 'A WhatsApp channel, a LINE official account and a WeChat mini-program tell passengers of delays.'],
  ['en', 'Telegram: a bot answers questions. Signal: priority for buses. Skype: consultations.'],
  ['en', 'Bus line 12 and Line 4, 4000 passengers an hour; line: 16000.'],
  ['en', 'SDG 11.2 and 3.8, target 11.6; RFC 9457; LOINC 2345-7.'],
  ['en', 'Registered under 0107559000123 with a capital of 1.250.000.000 rupiah.'],
  ['en', 'Emissions fell from 1500000000 to 1380000000 kg.'],
  ['en', 'We meet at the town hall; look at the report at https://example.org/report/2024/0812345.'],
  ['en', 'From 2018/19 to 2023/24 the fleet went 120 - 145 - 160 - 210 vehicles.'],
  ['en', 'Health@Home cares for 3,000 older people.'],
  ['en', 'Temperatures of 35-40 °C on 120 days; 1-in-100-year floods of 2011, 2017 and 2022.'],
  ['en', 'Samples: 12 34 56 78 90 and 1 2 3 4 5 6 7 8 9 10.'],
  ['th', 'ประชากร ๑๔๗,๕๗๙ คน ในปี ๒๕๖๓ งบประมาณ ๒๕๐,๐๐๐,๐๐๐ บาท'],
  ['th', 'สายด่วน 1669 รับสาย 120000 ครั้งต่อปี'],
  ['th', 'พ.ศ. 2566-2570 ใช้เงิน 1 250 000 000 บาท'],
  ['zh', '2019年至2025年，预算15000000000元，人口9000000人。'],
  ['zh', '通过微信小程序和支付宝缴费，热线12345每天接听8000个电话。'],
  ['zh', '符合GB/T 22239-2019和GB 50014-2021标准。'],
  ['zh', '微信: 小程序，QQ: 机器人，覆盖120000用户'],
  ['ar', 'بلغ عدد السكان ٧٬٠٠٠٬٠٠٠ نسمة عام ٢٠٢٣ والميزانية ٢٥٠ ٠٠٠ ٠٠٠ ريال.'],
  ['ar', 'تطبيق واتساب يرد على ٥٠٠٠٠ استفسار، ورقم الطوارئ ٩٩٧.'],
  ['bn', 'জনসংখ্যা ১,০২,৭৮,৮৮২ জন, বাজেট ২৫০০০০০০০ টাকা, ২০২৪-২০২৭।'],
  ['bn', 'জরুরি নম্বর ৯৯৯ প্রতিদিন ২০০০০ কল নেয়।'],
  ['hi', 'जनसंख्या 12,478,447 है और 2024-25 में बजट 9876500000 रुपये।'],
  ['id', 'Anggaran Rp 15.000.000.000 untuk 2025-2027, NIB 8120000000000.'],
  ['id', 'SNI 03-1733-2004 dan Perda 7/2018 berlaku.'],
  ['fil', 'Ang hotline 8888 ay tumatanggap ng 30000 tawag bawat buwan.'],
  ['vi', 'Ngân sách 25.000.000.000 đồng, QCVN 40:2011/BTNMT, dân số 8.993.082 người.'],
  ['es', 'Presupuesto de 1.250.000 EUR; NOM-001-SEMARNAT-2021; 350 000 habitantes.'],
  ['pt', 'Lei 14.026/2020, CNPJ 12.345.678/0001-90, orçamento de R$ 12.500.000,00.'],
  ['fr', 'Le budget de 2 500 000 € couvre 2025-2027 ; 0,5 à 1,5 % par an.']
]

t.test('contact details in open text are found, in every script, and figures are not taken for them', async (t) => {
  for (const [language, text] of telling) t.equal(contactDetails(text), true, `${language}: ${text}`)
  for (const [language, text] of silent) t.equal(contactDetails(text), false, `${language}: ${text}`)
})

t.test('spam is many links, a phrase again and again, and shouting', async (t) => {
  const reasons = (text: string) => offencesIn({ problem: { text, language: 'en', origin: 'person', translations: [] } }).map(({ reason }) => reason)
  const spam = [
    Array.from({ length: 5 }, (_, n) => `see https://example.org/${n}`).join(' '),
    'Best prices for smart lights, order now! '.repeat(8),
    '智慧路灯最低价，马上订购。'.repeat(8),
    'ไฟถนนอัจฉริยะราคาถูกที่สุด '.repeat(6),
    'أفضل الأسعار لإنارة الشوارع الذكية اطلب الآن '.repeat(6),
    'Order today!!!!!',
    'OUR LIGHTS ARE THE BEST LIGHTS THAT ANY CITY CAN BUY AND EVERY MAYOR SHOULD ORDER THEM TODAY WITHOUT ASKING ANYBODY ELSE FOR A PRICE BECAUSE NOBODY HAS A LOWER ONE'
  ]
  for (const text of spam) t.same(reasons(text), ['spam'], text.slice(0, 60))
  const plain = [
    'IMPROVING ACCESS OF OLDER RESIDENTS TO PUBLIC TRANSPORT IN THE OUTER DISTRICTS',
    'See https://example.org/a, https://example.org/b and https://example.org/c for what the study found.',
    'Buses are late. Buses are full. Buses are few. What would help is a timetable that people can rely on, and vehicles at the hours when children go to school.',
    '公共交通不足，公共交通线路少，公共交通票价高，因此老年人很少出门，也很难按时到医院看病。'
  ]
  for (const text of plain) t.same(reasons(text), [], text.slice(0, 60))
})

t.test('fields are named by pointer, in lists and translations too; those made for addresses are passed over', async (t) => {
  const text = (words: string, translations: object[] = []) => ({ text: words, language: 'en', origin: 'person', translations })
  t.same(offencesIn({
    title: text('Too full'),
    problem: text('Buses are full', [{ text: 'โทร 081-234-5678', language: 'th', origin: 'person' }]),
    constraints: [{ text: text('No new vehicles'), hard: true }, { text: text('Mail a@example.org'), hard: false }],
    legalName: 'Lights, tel 02 123 4567',
    website: 'https://t.me/lights',
    links: ['https://wa.me/66812345678'],
    identifiers: [{ scheme: 'DBD', value: '081-234-5678' }]
  }), [{ reason: 'contact-details', fields: ['/problem/translations/0/text', '/constraints/1/text/text', '/legalName'] }])
})

t.test('nothing in the sample data is minded', async (t) => {
  const folder = new URL('../../server/sample/', import.meta.url)
  const profiles = readdirSync(folder).flatMap((file) => readFileSync(new URL(file, folder), 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line)))
  t.ok(profiles.length > 400)
  for (const { externalId, contact: _, ...content } of profiles) t.same(offencesIn(content), [], externalId)
})

t.test('a text made to be slow is not', async (t) => {
  // Each is as long as a field may be; a rule that went back and forth over one would not end before the test runner does.
  for (const part of ['a', 'a.', 'a@', '1 ', '(at', 'a at ', '0', 'ก', 'tel ', '1.2', 'wechat:', ' ', '1-', '-1.234']) {
    t.equal(contactDetails(part.repeat(Math.ceil(20000 / part.length))), false, part)
  }
})

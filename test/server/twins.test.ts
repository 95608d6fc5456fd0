import t from 'tap'
import type { ChallengeAnswer } from '../../server/schemas/matches.ts'
import { startSampleService } from './sample-service.ts'

/** Texts as a city officer might type them, each of a problem that an English challenge of the sample data has, and no text of it. */
const typed = [
  { language: 'th', twin: 'bridge-monitoring', text: 'สะพานในเมืองหลายแห่งเก่ามาก เจ้าหน้าที่ตรวจสภาพมีไม่กี่คน ตรวจได้ไม่ครบทุกปี เราไม่รู้ว่าสะพานไหนชำรุดและเสี่ยงจะพัง' },
  { language: 'th', twin: 'elderly-hospital-rides', text: 'ผู้สูงอายุขาดนัดโรงพยาบาลบ่อย เพราะไม่มีรถรับส่งและไม่มีใครพาไป' },
  { language: 'bn', twin: 'waste-routes', text: 'ময়লার গাড়ি অনেক গলিতে যায় না, কোন রাস্তা বাদ পড়ল তা ডিপোর কেউ জানে না, বাসিন্দারা প্রতিদিন অভিযোগ করেন' },
  { language: 'bn', twin: 'youth-skills', text: 'পড়াশোনা শেষ করা তরুণদের কাজের দক্ষতা নেই, অথচ স্থানীয় কারখানা ও প্রতিষ্ঠান দক্ষ কর্মী খুঁজে পায় না' },
  { language: 'ar', twin: 'ransomware', text: 'تعرضت أنظمة البلدية لهجوم إلكتروني شفّر الملفات، وتوقفت سجلات الأراضي والإيرادات عن العمل أسابيع' },
  { language: 'ar', twin: 'bus-crowding', text: 'الحافلات مكتظة في ساعات الذروة ويبقى الركاب في المحطة لأنهم لا يجدون مكانا' }
]

t.test('challenges typed in Thai, Bengali and Arabic find their English twins first', async (t) => {
  const service = await startSampleService(t)
  const { store } = service
  const externalIds = new Map((await store.read.challenges.list({ filters: {}, sort: 'created', descending: false, limit: 1000 })).records.map(({ id, externalId }) => [id, externalId ?? '']))
  let first = 0
  for (const { language, twin, text } of typed) {
    const { peers, languages } = (await service.call('POST', '/v1/match', { body: { kind: 'challenge', text, limit: 50 } })).body as ChallengeAnswer
    t.same(languages, [language])
    const [english] = peers.filter((peer) => peer.languages[0] === 'en')
    t.match(externalIds.get(english?.challenge.id ?? ''), new RegExp(`^${twin}`), `${language}: of the English challenges ${twin} comes first`)
    if (externalIds.get(peers[0]?.challenge.id ?? '')?.startsWith(twin) === true) first++
    t.ok(english?.band, `${language} ${twin}: ${english?.band}`)
    t.ok(english !== undefined && english.concepts.length > 0 && english.passages.length > 0, 'the tie is shown in both languages')
  }
  t.ok(first >= 5, `${first} of 6 have a twin first of all, in whatever language`)
})

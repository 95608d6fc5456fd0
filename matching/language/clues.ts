import { indonesianRoots } from './packages.ts'
import { listed } from './lists.ts'
import { remembered, type TermOf } from './terms.ts'

/**
 * Frequent small words that tell languages of one script apart. Words shared by two languages stand under both and cancel
 * out; lists are kept of like length so that no language wins by the size of its list. `id` is Indonesian and Malay here.
 */
const lists: Record<string, string> = {
  en: 'the of and to in is that for it with as was on are be this by from at or have an they which not but we will their can has been our you more were how there would',
  es: 'el la de que y en los del se las por un para con una su es al lo como más pero sus le ya o este sí porque esta entre cuando muy sin sobre también hasta hay donde quien desde todo nos está son fue',
  pt: 'o a de que e do da em um para com não uma os no se na por mais as dos como mas ao das à seu sua ou quando muito nos já eu também só pelo pela até isso ela entre depois sem mesmo aos são foi é está você',
  fr: 'le la de et les des en un du une que est pour qui dans sur pas par plus ne se ce avec au sont il sa son cette ses mais ou comme nous leur leurs été ont aux être ces vous on fait elle je',
  de: 'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum war haben nur oder aber vor',
  it: 'di e il la che è in un per del una con non sono della si da al nel dei le come gli alla più anche lo delle ha questo ma ai i nella o degli se dal sul essere loro suo',
  nl: 'de van het een en in is dat op te zijn met voor niet aan er om ook als bij door naar uit dan hebben heeft maar ze wordt worden tot deze over werd was nog kan zich je hun wij',
  ro: 'de și în a la cu pe care din este nu mai un o că sunt pentru fi ca au prin se sau dar le lui cel său acest după fost ale unei această',
  sv: 'och i att det som en på är av för med den till inte har de ett om var jag men så från vi kan när år han ska eller',
  pl: 'w i na z do się nie to jest że o od po przez jak dla są oraz ale był przy tym może tylko lub ich jego co za',
  cs: 'a v na se je že s z do o k pro jako by jsou ale nebo podle také být při které který jeho po od',
  hu: 'a az és hogy nem is egy van meg ez de csak volt mint már el vagy még ki ha aki amely kell lehet',
  tr: 've bir bu için ile de da olarak olan çok daha gibi en ne var kadar sonra her ama değil ya o olduğu tarafından ancak veya',
  fi: 'ja on ei se että oli hän mutta ovat kun myös tai joka mukaan vain sen niin jos ole kuin mitä',
  da: 'og i at det er en til af på for med der den de ikke som har et om han men vi var fra sig kan hvor',
  fil: 'ang ng sa mga na ay at ito para kung hindi mula ng may isang nang siya ko niya kanilang upang ni si ka ako mo kami natin tayo nila din rin dahil iyon lang po kanyang pero o kay pa ba',
  id: 'yang dan di dari untuk dengan pada ini itu dalam adalah tidak akan oleh juga karena kerana bahwa bahawa bisa boleh sebagai ke para mereka tersebut telah dapat kami kita ada saya atau lebih seperti antara saat semasa ialah',
  sw: 'ya na wa kwa katika ni za la kuwa kama hii yao watu cha vya pia zaidi kila au yake hiyo lakini huo wote',
  vi: 'và của là có cho các trong được với không người một này những đã từ khi ở đến để cũng như về tại vào thành ra năm nhiều theo'
}

/** Words of Indonesian that Malay says otherwise, and the reverse; most of their small words are shared and stand in neither. */
const indonesian = new Set(listed(`
  karena bahwa bisa yaitu yakni saat kota perkotaan pemerintah pemerintahan perusahaan layanan pelayanan sampah uang mobil sepeda listrik kantor proyek
  komunitas informasi transportasi siswa mahasiswa gratis saja berbeda beda perbedaan mau coba mencoba delapan januari februari maret juni juli agustus
  oktober desember maupun memiliki harus sering kapan polisi ekspor impor swasta publik warga nggak enggak gak kamu kalian provinsi kabupaten
  kecamatan kelurahan inggris jerman prancis tiongkok ponsel seorang sekarang kalau butuh membutuhkan kebutuhan bikin penelitian peneliti
  ilmuwan presiden pesawat bandara ibukota persen anggaran cuma kok dong gimana banget perawat apotek dampak kemacetan macet limbah bensin pabrik obat
  rabu jumat minggu senin pria wanita lansia namun hewan kecelakaan dilakukan sedangkan`))
const malaysian = new Set(listed(`
  kerana bahawa ialah iaitu semasa apabila bandar bandaraya perbandaran kerajaan syarikat perkhidmatan wang basikal elektrik pejabat projek
  maklumat pengangkutan penuntut percuma sahaja berbeza perbezaan mahu cuba mencuba lapan mac jun julai ogos disember mahupun amat daripada mempunyai mesti
  polis eksport awam awak kesihatan negeri british perancis beliau sekiranya terdapat berkenaan hendak lebuh lebuhraya tentera
  hospital sukan peratus ringgit kementerian keupayaan ubat doktor jururawat saintis penyelidik penyelidikan kanak kedai kilang kemudahan
  menerusi sewaktu manakala tahap pelbagai berbanding memandangkan saiz jenayah mahkamah pelancong pelancongan persekutuan dijangka khamis
  jumaat ahad isnin belia dekad sebahagian bahagian kebanyakan sesetengah peringkat tempatan antarabangsa kebangsaan boleh haiwan
  kemalangan kini selepas ramai baharu beg bas teksi lori tayar petrol sentiasa barangkali akhbar`))
// aktivitas, aktiviti; teknis, teknikal; biologis, biologikal.
const indonesianEnding = /(?:itas|logis|atis)$/
const malaysianEnding = /(?:iti|ikal|logikal)$/

const votes = new Map<string, string[]>()
for (const [language, words] of Object.entries(lists)) {
  for (const word of new Set(listed(words))) votes.set(word, [...votes.get(word) ?? [], language])
}

/** Votes of the small words for each language. */
export const smallWordVotes = (words: readonly string[]): Map<string, number> => votesFor(words, word => votes.get(word) ?? [])

/** What words speak for: a word of two languages gives each a half. */
export function votesFor (words: readonly string[], languagesOf: (word: string) => readonly string[]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const word of words) {
    const languages = languagesOf(word)
    for (const language of languages) sums.set(language, (sums.get(language) ?? 0) + 1 / languages.length)
  }
  return sums
}

function knownRoots (): TermOf {
  const isRooted = indonesianRoots()
  return remembered(word => isRooted(word) ? word : '', 20_000)
}

let rooted: TermOf | undefined

/**
 * Indonesian or Malay, for a text known to be one of them; Indonesian where nothing tells. Words that only one of the two uses
 * count fully; a small-letter word without an Indonesian root (in Malay texts every second sentence has one) counts half for Malay,
 * and one alone is not enough.
 */
export function indonesianOrMalay (text: string): 'id' | 'ms' {
  rooted ??= knownRoots()
  let balance = 0
  for (const word of text.match(/\p{L}+/gu) ?? []) {
    const lower = word.toLowerCase()
    if (indonesian.has(lower) || indonesianEnding.test(lower)) balance++
    else if (malaysian.has(lower) || malaysianEnding.test(lower)) balance--
    else if (word === lower && word.length > 3 && word.length < 24 && !votes.has(word) && rooted(word) === '') balance -= 0.5
  }
  return balance < -0.5 ? 'ms' : 'id'
}

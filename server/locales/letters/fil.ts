import type { Letters } from './en.ts'

export const fil: Letters = {
  letters: {
    'confirm-address': { subject: 'Kumpirmahin ang inyong email', text: 'May gumamit ng email na ito upang magparehistro sa serbisyong pagtutugma ng WICC. Kung kayo ito, kumpirmahin ang email sa link sa ibaba. May bisa ang link sa loob ng {hours} oras.\n\nKung hindi kayo ito, wala kayong kailangang gawin: hindi mabubuksan ang account hangga’t hindi ninyo kinukumpirma.', button: 'Kumpirmahin ang email' },
    'already-registered': { subject: 'Mayroon na kayong account', text: 'May gumamit ng email na ito upang magparehistro sa serbisyong pagtutugma ng WICC, ngunit mayroon na itong account. Mag-sign in, o magtakda ng bagong password kung nakalimutan ninyo ang dati.\n\nKung hindi kayo ito, wala kayong kailangang gawin.', button: 'Mag-sign in' },
    'reset-password': { subject: 'Magtakda ng bagong password', text: 'May humiling ng bagong password para sa inyong account. Kung kayo ito, itakda ang bagong password sa link sa ibaba. May bisa ang link sa loob ng {hours} oras.\n\nKung hindi kayo ito, wala kayong kailangang gawin: hindi magbabago ang inyong password.', button: 'Magtakda ng bagong password' },
    'password-changed': { subject: 'Pinalitan ang inyong password', text: 'Pinalitan ang password ng inyong account, at winakasan ang lahat ng iba pang sesyon.\n\nKung hindi kayo ang nagpalit nito, magtakda agad ng bagong password at ipaalam ito sa Sekretaryat.', button: 'Tingnan ang mga sesyon' },
    invitation: { subject: 'Inaanyayahan kayo ng {organisation}', text: 'Inaanyayahan kayo ni {inviter} na sumali sa {organisation} sa serbisyong pagtutugma ng WICC bilang {role}. May bisa ang paanyaya sa loob ng {days} araw.', button: 'Tanggapin ang paanyaya' },
    'role-changed': { subject: 'Ang tungkulin ninyo ngayon sa {organisation}: {role}', text: 'Binago ang inyong tungkulin sa {organisation}. Ang bagong tungkulin: {role}.', button: 'Buksan ang organisasyon' },
    'member-removed': { subject: 'Hindi na kayo kasapi ng {organisation}', text: 'Inalis kayo sa {organisation}. Mananatili ang inyong account at ang lahat ng sarili ninyong nilalaman.', button: 'Buksan ang inyong account' },
    'verification-asked': { subject: 'Humihiling ng beripikasyon ang {organisation}', text: 'Humihiling ng beripikasyon ang {organisation} sa pamamagitan ng {method}.\n\n{evidence}', button: 'Magpasya' },
    'verification-granted': { subject: 'Beripikado na ang {organisation}', text: 'Naberipika na ng Sekretaryat ang {organisation}. Maaari na kayong maglathala ng mga profile at humiling ng pagpapakilala.\n\n{reason}', button: 'Buksan ang organisasyon' },
    'verification-refused': { subject: 'Hindi naberipika ang {organisation}', text: 'Hindi naberipika ng Sekretaryat ang {organisation}.\n\n{reason}\n\nMaaari kayong humiling muli.', button: 'Humiling muli' },
    'flag-raised': { subject: 'May iniulat na profile: {profile}', text: 'Iniulat ang profile na “{profile}” ({reason}).\n\n{words}', button: 'Magpasya' },
    'profile-hidden': { subject: 'Itinago ng Sekretaryat: {profile}', text: 'Itinago ng Sekretaryat ang profile na “{profile}”.\n\n{reason}\n\nMaaari kayong umapela nang isang beses.', button: 'Tingnan ang profile' },
    'profile-returned': { subject: 'Ibinalik sa inyo upang baguhin: {profile}', text: 'Ibinalik ng Sekretaryat sa pagiging burador ang profile na “{profile}” at hinihiling na baguhin ninyo ito.\n\n{reason}\n\nMaaari kayong umapela nang isang beses.', button: 'Baguhin ang profile' },
    'appeal-made': { subject: 'Apela tungkol sa {profile}', text: 'Umaapela ang {organisation} laban sa pasya tungkol sa “{profile}”.\n\n{words}', button: 'Magpasya' },
    'appeal-decided': { subject: 'May pasya na sa inyong apela: {profile}', text: 'Nagpasya na ang Sekretaryat sa inyong apela tungkol sa “{profile}” ({outcome}).\n\n{reason}', button: 'Tingnan ang pasya' },
    'introduction-requested': { subject: 'Nais kayong makilala ng {organisation}', text: 'Humihiling ang {organisation} ng pagpapakilala kaugnay ng “{profile}” ({purpose}).\n\n{message}\n\nMaaari kayong sumagot hanggang {day}. Makikita lamang ng magkabilang panig ang impormasyon sa pakikipag-ugnayan kapag sumang-ayon ang lahat.', button: 'Sumagot' },
    'introduction-reminder': { subject: 'Naghihintay ng inyong sagot ang {organisation}', text: 'Humiling ang {organisation} ng pagpapakilala kaugnay ng “{profile}”. Mawawalan ng bisa ang kahilingan sa {day}. Mas nakatutulong sa kanila ang pagtangging may dahilan kaysa sa hindi pagsagot.', button: 'Sumagot' },
    'introduction-accepted': { subject: 'Naipakilala na: {organisation}', text: 'Sumang-ayon na ang lahat sa pagpapakilala kaugnay ng “{profile}”. Makikita na ninyo ang impormasyong ibinabahagi ng kabilang panig, at maaari na kayong magsulatan.', button: 'Buksan ang usapan' },
    'introduction-declined': { subject: 'Tumanggi sa pagpapakilala ang {organisation}', text: 'Tinanggihan ng {organisation} ang pagpapakilala kaugnay ng “{profile}” ({reason}).\n\n{words}', button: 'Tingnan ang kahilingan' },
    'introduction-expired': { subject: 'Nawalan ng bisa ang kahilingan sa pagpapakilala: {profile}', text: 'Hindi nasagot sa takdang panahon ang kahilingan para sa pagpapakilala kaugnay ng “{profile}”.', button: 'Tingnan ang kahilingan' },
    'introduction-withdrawn': { subject: 'Umatras sa pagpapakilala ang {organisation}', text: 'Umatras ang {organisation} sa pagpapakilala kaugnay ng “{profile}”.\n\n{words}', button: 'Tingnan ang detalye' },
    'introduction-closed': { subject: 'Isinara na ang pagpapakilala: {profile}', text: 'Isinara na ng {organisation} ang pagpapakilala kaugnay ng “{profile}” ({outcome}).\n\n{words}', button: 'Tingnan ang detalye' },
    message: { subject: 'Sumulat sa inyo ang {organisation} tungkol sa {profile}', text: 'Sumulat sa inyo ang {organisation} sa pagpapakilala kaugnay ng “{profile}”.', button: 'Basahin ang mensahe' },
    'question-asked': { subject: 'Tanong tungkol sa {profile}', text: 'May tanong tungkol sa “{profile}” ang isang tagapagbigay ng solusyon na naipakilala na sa inyo:\n\n{question}\n\nSabay-sabay na matatanggap ng lahat ng naipakilalang tagapagbigay ng solusyon ang inyong sagot.', button: 'Sumagot' },
    'question-answered': { subject: 'Nasagot ang isang tanong tungkol sa {profile}', text: 'Tanong:\n\n{question}\n\nSagot:\n\n{answer}\n\nSabay-sabay itong natatanggap ng lahat ng naipakilalang tagapagbigay ng solusyon.', button: 'Tingnan ang lahat ng tanong' },
    alert: { subject: 'Bagong tugma para sa “{search}”: {title}', text: 'May bagong tugma para sa “{search}” ({band}):\n\n{title}\n\n{reasons}', button: 'Tingnan ang tugma' },
    digest: { subject: 'Mga bagong tugma para sa “{search}”: {count}', text: 'Mga bagong tugma para sa “{search}”:\n\n{titles}', button: 'Tingnan ang mga tugma' },
    'webhook-paused': { subject: 'Pansamantalang itinigil ang isang webhook', text: 'Pumapalya ang webhook patungo sa {host} mula pa noong {day}, kaya pansamantala itong itinigil.\n\n{reason}\n\nWalang nawala: maaaring ipadalang muli ang mga hindi naihatid.', button: 'Tingnan ang mga paghahatid' },
    'second-factor-changed': { subject: 'May pagbabago sa ikalawang hakbang ng inyong pag-sign in', text: 'Binuksan o isinara ang ikalawang hakbang ng pag-sign in sa inyong account, o kumuha ng mga bagong recovery code.\n\nKung hindi kayo ang gumawa nito, magtakda agad ng bagong password at ipaalam ito sa Sekretaryat.', button: 'Tingnan ang inyong account' },
    'verification-revoked': { subject: 'Binawi ang beripikasyon ng {organisation}', text: 'Binawi ng Sekretaryat ang beripikasyon ng {organisation}.\n\n{reason}\n\nMananatili ang mga nailathala na; hindi muna makapaglalathala ng bagong profile o makahihiling ng pagpapakilala hangga’t hindi muling nabeberipika.', button: 'Buksan ang organisasyon' },
    'organisation-suspended': { subject: 'Sinuspinde ang {organisation}', text: 'Sinuspinde ng Sekretaryat ang {organisation}. Pagbabasa lamang ang magagawa nito sa ngayon.\n\n{reason}', button: 'Buksan ang organisasyon' },
    'organisation-reinstated': { subject: 'Hindi na suspendido ang {organisation}', text: 'Inalis na ng Sekretaryat ang suspensiyon ng {organisation}.\n\n{reason}', button: 'Buksan ang organisasyon' },
    'introduction-cap-changed': { subject: 'Binago ang bilang ng pagpapakilala ng {organisation}', text: 'Binago ng Sekretaryat kung ilang bukas na kahilingan sa pagpapakilala ang maaaring taglayin ng {organisation}.\n\n{reason}', button: 'Buksan ang organisasyon' }
  },
  frame: {
    greeting: 'Magandang araw po, {name}.',
    link: '{button}:',
    why: 'Natanggap ninyo ang sulat na ito mula sa serbisyong pagtutugma ng WICC dahil mayroon kayong account, o may nagbigay ng email na ito.',
    stop: 'Itigil ang ganitong mga email'
  },
  words: {
    role: { owner: 'tagapangasiwa ng account', editor: 'editor', viewer: 'tagatingin' },
    method: { 'official-domain': 'opisyal na domain ng email nito', document: 'dokumento', secretariat: 'Sekretaryat' },
    purpose: { exchange: 'pagpapalitan ng karanasan', 'explore-solution': 'pag-alam sa isang solusyon', 'joint-work': 'pagtutulungan', finance: 'pagpopondo', knowledge: 'kaalaman', other: 'iba pang layunin' },
    decline: { 'not-now': 'hindi pa ngayon', 'no-capacity': 'kulang ang kakayahan sa ngayon', 'not-a-fit': 'hindi angkop', 'already-solved': 'nalutas na', 'outside-mandate': 'labas sa saklaw ng tungkulin', 'conflict-of-interest': 'may salungatan ng interes', 'too-little-said': 'kulang ang ibinigay na impormasyon', other: 'iba pang dahilan' },
    outcome: { none: 'walang kinalabasan', exchange: 'nagpalitan ng karanasan', pilot: 'proyektong pagsubok', 'market-sounding': 'pagtatanong sa merkado', tender: 'subasta', contract: 'kontrata' },
    flag: { spam: 'spam', 'contact-details': 'may impormasyon sa pakikipag-ugnayan sa lantad na teksto', false: 'hindi totoo', offensive: 'nakasasakit', duplicate: 'may kapareho', 'off-topic': 'wala sa paksa', other: 'iba pang dahilan' },
    appeal: { upheld: 'pinagtibay ang pasya', overturned: 'binawi ang pasya' },
    band: { strong: 'tugmang-tugma', good: 'tugma', possible: 'maaaring tugma' }
  }
}

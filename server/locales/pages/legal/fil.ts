import type { LegalWords } from './en.ts'

export const fil: LegalWords = {
  operator: {
    heading: 'Sino ang nagpapatakbo ng serbisyong ito',
    none: 'Hindi pa nagpapakilala ang nagpapatakbo ng serbisyong ito. Hangga’t wala pa, magtanong sa nagbigay sa inyo ng address nito.'
  },
  privacy: {
    title: 'Privacy',
    link: 'Privacy',
    lead: 'Anong datos ninyo ang iniingatan ng serbisyong ito, gaano katagal, at sino ang nakakakita nito.',
    encoder: 'Upang paghambingin ang mga teksto ayon sa kahulugan, ipinadadala ng serbisyong ito sa {host} ang mga teksto ng mga profile at ng mga paghahanap. Walang kasamang pangalan o address ng mga tao, maliban kung nakasulat ang mga ito sa teksto.',
    noEncoder: 'Dito pinaghahambing ang mga teksto, sa sariling mga makina ng nagpapatakbo. Walang pahinang kumukuha ng anuman mula sa ibang lugar, at walang sinasabihan kung ano ang tinitingnan ninyo.',
    sections: [
      {
        heading: 'Kung tumitingin lamang kayo',
        paragraphs: [
          'Hindi iniimbak ang tekstong ginamit ninyo sa paghahanap. Bahagi ito ng address ng pahinang sumasagot, kaya natatandaan ito ng inyong browser. Kung pipili kayo ng wika, tinatandaan ng isang cookie ang pinili ninyo sa loob ng isang taon. Ginagamit ang network address na pinanggalingan ninyo upang limitahan ang dami ng kahilingang galing sa iisang lugar, at maaaring nasa mga log ito ng nagpapatakbo, kasama ang mga address ng mga pahina.',
          'Walang mga pambilang ng bisita, walang patalastas, at walang cookie maliban sa mga binanggit dito.'
        ],
        points: []
      },
      {
        heading: 'Kung may account kayo',
        paragraphs: ['Iniingatan namin ang:'],
        points: [
          'inyong pangalan, email at wika; ang inyong password, sa anyong hindi ito mababasa; ang key ng inyong ikalawang hakbang ng pag-sign in, kung mayroon;',
          'para sa bawat sesyon, kung kailan at mula sa aling network address ito ginamit, at ang pagpapakilala ng browser sa sarili nito. Nagwawakas ang sesyon makalipas ang 14 na araw na hindi ginagamit, at makalipas ang 90 araw sa anumang kaso. Isang cookie ang humahawak nito; may isa pang tumutulong sa aming makilala ang inyong device mula sa device ng iba kapag may nanghuhula ng password, at tumatagal ito nang 400 araw;',
          'mga organisasyong kinabibilangan ninyo, at ang tungkulin ninyo sa mga ito;',
          'mga isinusulat ninyo: mga profile, pagpapakilala, mensahe, tanong at sagot, nai-save na paghahanap, at ang sinabi ninyo tungkol sa mga tugma;',
          'mga sulat na ipinadala namin sa inyo, at ang inyong inbox;',
          'mga iniulat ninyo sa Sekretaryat, at sa talaan ng mga pasya, ang ginawa ninyo at mula sa aling network address.'
        ]
      },
      {
        heading: 'Gaano katagal',
        paragraphs: [],
        points: [
          'Pagpaparehistrong hindi nakumpirma ang email: 7 araw.',
          'Mga ipinadalang sulat: 30 araw. Mga tala ng paghahatid sa mga server ng mga katuwang: 30 araw.',
          'Bilang ng mga bigong pag-sign in: isang araw. Mga sagot na iniimbak upang hindi madoble ang inulit na kahilingan: isang araw.',
          'Ang email na pinadalhan ng paanyaya: hanggang matanggap, mabawi o mawalan ng bisa ang paanyaya, hindi lalampas sa 7 araw.',
          'Mga network address sa talaan ng mga pasya: 90 araw. Mananatili ang talaan mismo; numero ang ipinapangalan nito sa mga tao.',
          'Ang isinusulat ninyo sa mga form hanggang maipadala ito: itinatago ito ng browser ninyo sa sarili ninyong device, kung saan hindi namin ito nakikita, nang 30 araw sa pinakamatagal at hanggang mag-sign out lamang kayo roon.',
          'Lahat ng iba pa: hanggang burahin ninyo, o ng inyong organisasyon.'
        ]
      },
      {
        heading: 'Sino ang nakakakita ng ano',
        paragraphs: [],
        points: [
          'Nakikita ng lahat ang inilalathala ng isang organisasyon, at hanggang sa nais lamang nito: bawat patlang ay maaaring para lamang sa mga kalahok, para sa mga naipakilala, o pribado.',
          'Nakikita ng mga tao sa inyong organisasyon ang inyong pangalan at tungkulin. Nakikita ng mga tagapangasiwa ng account nito at ng Sekretaryat ang inyong email.',
          'Makikita ang impormasyon sa pakikipag-ugnayan ng dalawang panig ng pagpapakilala kapag parehong sumang-ayon, hindi bago iyon.',
          'Mga kalahok lamang ng pagpapakilala ang nakababasa ng mga mensahe nito. Nakikita ng Sekretaryat na nag-uusap sila at kung ano ang kinalabasan, hindi ang sinasabi nila.',
          'Ipinadadala sa lahat ng naipakilala sa isang hamon ang sagot sa tanong tungkol dito. Hindi sinasabi kung sino ang nagtanong.',
          'Maaaring mabasa ng nagpapatakbo ng mga makina ang nakaimbak. Hindi mababasa mula rito ang mga password.'
        ]
      },
      {
        heading: 'Ano ang magagawa ninyo',
        paragraphs: ['Sa pahina ng inyong account, maaari ninyong iwasto ang mali, i-download ang lahat ng hawak namin tungkol sa inyo, at burahin ang inyong account. Agad na nagkakabisa ang pagbura. Mawawala ang inyong account, mga sesyon, pagiging kasapi, inbox, mga sulat at mga nai-save na paghahanap; aalisan ng laman ang inyong mga mensahe. Mananatili sa organisasyon ang inirehistro ninyo para rito, gayundin ang mga tanong at sagot na nabasa na ng iba. Maaaring may mas lumang datos sa mga kopyang iniingatan ng nagpapatakbo para sa mga emerhensiya, hangga’t naroon ang mga ito.'],
        points: []
      }
    ]
  },
  terms: {
    title: 'Mga tuntunin ng paggamit',
    link: 'Mga tuntunin',
    lead: 'Ano ang maaasahan ninyo sa serbisyong ito, at ano ang inaasahan nito sa inyo.',
    sections: [
      {
        heading: 'Para saan ito',
        paragraphs: ['Dito nagkakahanapan ang mga lungsod at ang mga may solusyon para sa kanila. Walang bayad ang paggamit nito, at wala itong ipinagbibili.'],
        points: []
      },
      {
        heading: 'Ang hinihiling namin sa inyo',
        paragraphs: [],
        points: [
          'Magsalita lamang para sa sarili ninyong organisasyon, at isulat ang totoo. Sabihin din ang hindi naging mabisa.',
          'Huwag maglagay ng impormasyon sa pakikipag-ugnayan at patalastas sa lantad na teksto. May pagpapakilala para sa pakikipag-ugnayan.',
          'Huwag isulat ang hindi ninyo maaaring ipasa: walang lihim ng iba, at walang datos ng mga taong hindi pumayag.',
          'Ingatan ang inyong password at mga key, at huwag ibahagi kaninuman.'
        ]
      },
      {
        heading: 'Sa inyo pa rin ang isinusulat ninyo',
        paragraphs: ['Sa paglalathala ng profile, pinahihintulutan ninyo ang serbisyo na ipakita ito, ihambing, at ipasa sa mga gumagamit at katuwang nito, hanggang sa itinakda ninyong makakakita. Kapag isinara ninyo ang profile, agad itong mawawala sa mga listahan at tugma.'],
        points: []
      },
      {
        heading: 'Ang ginagawa ng Sekretaryat',
        paragraphs: ['Bineberipika nito ang mga organisasyon, at itinatago ang lumalabag sa mga tuntuning ito. Sinasabi nito kung bakit, at maaari kayong umapela nang isang beses; ibang tao naman ang magpapasya. Maaaring suspindihin ang organisasyong nagpapatuloy sa paglabag: pagbabasa na lamang ang magagawa nito.'],
        points: []
      },
      {
        heading: 'Ang hindi ipinapangako ninuman',
        paragraphs: ['Ang tugma ay pahiwatig na may mga dahilan, hindi payo. Walang sinuman dito ang sumuri kung may kakayahan o tapat ang isang tagapagbigay ng solusyon, maliban sa ebidensiyang may tandang kinumpirma ng lungsod. Ang pagpapakilala ay hindi kontrata at hindi bahagi ng subasta; umiiral ang mga tuntunin sa pagbili ng bawat lungsod. Maaaring hindi gumana paminsan-minsan ang serbisyo, at ibinibigay ito ayon sa kalagayan nito.'],
        points: []
      }
    ]
  },
  accessibility: {
    title: 'Aksesibilidad',
    link: 'Aksesibilidad',
    lead: 'Ginawa ang mga pahinang ito para sa lahat: para sa keyboard at screen reader, maliliit na screen, lumang device at mabagal na koneksiyon.',
    sections: [
      {
        heading: 'Ang aming layunin',
        paragraphs: ['Antas AA ng Web Content Accessibility Guidelines, bersiyon 2.2.'],
        points: [
          'Magagawa ang lahat gamit ang keyboard, at kahit walang script.',
          'May katumbas na listahan, talahanayan o salita ang bawat mapa at larawan.',
          'Sinasabi sa salita ang mga mali, sa itaas ng form at sa tabi ng patlang, at nananatili ang isinulat ninyo.',
          'Sinusunod ng mga pahina ang laki ng titik, ang madilim o maliwanag na kulay, at ang nais na mas kaunting galaw na itinakda ninyo sa inyong device.',
          'Sinasabi ng mga teksto kung anong wika ang mga ito, upang mabasa nang malakas sa wastong paraan.'
        ]
      },
      {
        heading: 'Paano ito sinuri',
        paragraphs: ['Sinusuri ng makina (axe-core) ang mga pahina at tiningnan ng mga gumawa ng mga ito. Wala pang taga-labas na sumubok sa mga ito, at wala pang pangkat ng mga gumagamit na may kapansanan ang nakasubok.'],
        points: []
      },
      {
        heading: 'Ang hindi pa maayos',
        paragraphs: [],
        points: [
          'Ipinakikita ang mga teksto ng mga lungsod at tagapagbigay ng solusyon ayon sa pagkakasulat nila: maaaring mahaba o mahirap basahin ang mga ito.',
          'Nananatili sa sarili nitong wika ang tekstong hindi isinalin.',
          'Nangangailangan ng mga script ang dokumentasyon para sa mga programmer.'
        ]
      },
      {
        heading: 'Kung may humahadlang sa inyo',
        paragraphs: ['Sabihin sa nagpapatakbo kung aling pahina ito at kung ano ang ginagamit ninyo. Tumatagal ang sesyon nang 14 na araw na hindi ginagamit, kaya walang kailangang madaliin; maliban ang mga code ng ikalawang hakbang, at walang takdang oras ang mga recovery code.'],
        points: []
      }
    ]
  }
}

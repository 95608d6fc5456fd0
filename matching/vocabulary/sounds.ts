/**
 * How a name sounds, roughly enough to be the same in every script: its consonants by the place where they are formed, in the
 * manner of Soundex (Russell 1918). Scripts differ in what they keep: Arabic has no p, v or short vowels, Thai and Chinese no final r or l,
 * Bengali one sign for j and z. So voice, breath and vowels are dropped, and r and l are one.
 *
 *   B  p b f v      T  t d th      K  k g q kh gh      S  s z sh ch j      M  m      N  n ng      L  l r
 */

/** Signs of a script by class, for all scripts that write consonants one by one. */
const signs: Record<string, string> = {
  B: 'بپفڤ' + 'পফবভ' + 'पफबभफ़' + 'บปผพภฝฟ' + 'пбфв' + 'πβφ',
  T: 'تثدذضطظ' + 'টঠডঢতথদধৎ' + 'टठडढतथदधड़ढ़' + 'ดตถทธฏฐฑฒฎ' + 'тд' + 'τδθ',
  K: 'خغقكگک' + 'কখগঘক্ষ' + 'कखगघक़ख़ग़' + 'กขคฆฃฅ' + 'кгх' + 'κγχ',
  S: 'جزسشصچژ' + 'চছজঝশষসয' + 'चछजझशषसज़' + 'จฉชซฌศษส' + 'сзшщчжц' + 'σςζξψ',
  M: 'م' + 'ম' + 'म' + 'ม' + 'м' + 'μ',
  N: 'ن' + 'নণঞঙং' + 'नणञङं' + 'นณญง' + 'н' + 'ν',
  L: 'رل' + 'রলড়ঢ়' + 'रल' + 'รลฬ' + 'рл' + 'ρλ'
}

const classOfSign = new Map(Object.entries(signs).flatMap(([name, all]) => [...all.normalize('NFD')].filter(sign => /\p{L}|ং|ं/u.test(sign)).map((sign): [string, string] => [sign, name])))

/** Syllables of the standard transcription of foreign names into Chinese, by their consonants. */
const chinese: Record<string, string> = {
  '': '阿埃艾奥欧伊尤亚雅叶耶约沃瓦乌威韦维怀魏哈海赫霍胡惠华豪厄爱俄耀也犹',
  B: '巴芭贝比彼宾布鲍波伯博拜柏帕佩皮普珀保蓓法费菲夫弗福芙佛弥卜勃',
  BN: '班邦本宾庞潘彭平范凡方芬丰冯冈',
  T: '达大戴代德地蒂迪狄杜多道杜都塔泰特提图土托陶忒答道',
  TN: '丹当登邓丁东敦顿坦唐滕廷汀通屯',
  K: '卡凯科克喀柯库考奎夸古格盖戈高加嘎瓜圭葛哥',
  KN: '坎康肯昆金甘冈根贡孔',
  S: '萨塞色西希锡思斯丝苏索绍沙莎谢什施舒肖舍查恰切奇丘乔扎泽兹齐茨佐祖朱茱贾杰吉基济季哲',
  SN: '桑森辛逊孙宋尚申香钱陈钦琴春占珍真詹津曾赞尊蒋',
  M: '马玛迈梅米密莫姆穆毛摩默麦姆',
  MN: '曼芒门明敏蒙孟',
  N: '纳娜奈内尼妮努诺瑙涅恩因安昂英温文翁云杨扬延',
  NN: '南楠嫩宁农',
  L: '拉莱雷勒利莉丽里理力立卢鲁露罗洛劳萝列刘留尔路',
  LN: '兰朗伦伦林琳龙隆连良'
}

const classOfSyllable = new Map(Object.entries(chinese).flatMap(([name, all]) => [...all].map((sign): [string, string] => [sign, name])))

export const nameSyllables = Object.values(chinese).join('')

const latin: readonly [RegExp, string][] = [
  [/^(?:wr|rh)/g, 'L'], [/^kn/g, 'N'], [/^ps/g, 'S'], [/ght/g, 'T'], [/ng/g, 'N'], [/ph/g, 'B'], [/sch|tch|sh|ch(?=[aeiouy])|zh/g, 'S'], [/th|dh/g, 'T'],
  [/ck|kh|gh|ch|q/g, 'K'], [/x/g, 'KS'], [/c(?=[eiy])/g, 'S'], [/g(?=[eiy])/g, 'S'], [/ts|tz|cz/g, 'S'], [/[cgk]/g, 'K'],
  [/[pbfv]/g, 'B'], [/[td]/g, 'T'], [/[szj]/g, 'S'], [/m/g, 'M'], [/n/g, 'N'], [/[lr]/g, 'L']
]

/** Bengali and Hindi write ng as a nasal and g; Thai and Chinese as the nasal alone. */
const nasalAndStop = /(\u0982|\u0999|\u0902)(?:\u0997|\u0998|\u0917|\u0918|\u0995|\u0915)/gu

function consonants (name: string): string {
  const plain = name.normalize('NFD').replace(/[\u0e01-\u0e2e]\u0e4c/gu, '').toLowerCase()
  if (/^[\p{Script=Latin}\p{M}'’-]+$/u.test(plain)) {
    let spelt = plain.replace(/[^a-z]/g, '')
    for (const [pattern, put] of latin) spelt = spelt.replace(pattern, put)
    return spelt.replace(/[^A-Z]/g, '')
  }
  let made = ''
  for (const sign of plain.replace(nasalAndStop, '$1')) made += classOfSign.get(sign) ?? classOfSyllable.get(sign) ?? ''
  return made
}

/** Longer ones are as good as sure; the beginning alone is often enough, and endings are what scripts disagree on. */
const beginning = 4

/** The keys under which a name is found again in another script, at most two; none where too little is heard. */
export function soundKeys (name: string): string[] {
  const heard = consonants(name).replace(/(.)\1+/g, '$1')
  if (heard.length < 3) return heard.length < 2 || name.length < 3 ? [] : [`~${heard}`]
  return [...new Set([`~${heard}`, `~${heard.slice(0, beginning)}-`])]
}

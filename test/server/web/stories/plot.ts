/** Who and what the stories are about: everybody writes in a language of their own, whatever the pages are read in. */

/** Good enough for the service, and nobody's. */
export const passwords = { first: 'four words of my own', second: 'another four words of mine' } as const

export const dhaka = {
  officer: { name: 'রহিমা বেগম', email: 'rahima@dhaka.example.org' },
  deputy: 'Kamal Hossain',
  organisation: 'City Office of Dhaka',
  domain: 'dhaka.example.org',
  city: 'ঢাকা',
  title: 'অফিসের সময়ে বাসে ওঠা যায় না',
  problem: 'সকালে ও সন্ধ্যায় বাসে এত ভিড় হয় যে অনেক যাত্রী বাসস্টপে দাঁড়িয়ে থাকেন। পরের বাসের জন্য এক ঘণ্টা অপেক্ষা করতে হয়, তবু ওঠা যায় না।',
  outcome: 'কোনো যাত্রীকে দুটির বেশি বাস ছেড়ে দিতে হবে না।',
  message: 'আমাদের রিং রোডে এটি কি কাজ করবে? আমরা একটি পরীক্ষা চালাতে চাই।',
  answer: 'হ্যাঁ, প্রতিটি বাসস্টপে যাত্রী গণনা করা হয়।',
  correction: 'বড় বাসস্টপগুলোতে যাত্রী গণনা করা হয়।'
} as const

/** A city that is there before the stories begin. */
export const khulna = {
  organisation: 'City Office of Khulna',
  city: 'Khulna',
  crowded: 'Buses are too full at rush hour',
  waiting: 'Passengers wait an hour for a bus with room',
  message: 'We have the same crowded buses. Shall we compare what we tried?'
} as const

export const busline = {
  seller: { name: 'Somchai Jaidee', email: 'somchai@busline.example.com' },
  colleague: { name: 'Malee Sukjai', email: 'malee@busline.example.com' },
  mistyped: 'malee@bussline.example.com',
  domain: 'busline.example.com',
  organisation: 'Busline Planning Ltd',
  description: 'We plan timetables with cities in South and South-East Asia.',
  title: 'Timetables that follow the crowd',
  summary: 'Counts passengers in crowded buses at every stop and moves vehicles to the lines where commuters are left standing at rush hour.',
  second: 'Bus lanes at rush hour',
  /** For a market whose language the seller has somebody for. */
  secondSummary: 'অফিসের সময়ে ভিড় বাসের জন্য আলাদা লেন: বাস দ্রুত ফিরে আসে, আর যাত্রীরা বাসস্টপে দাঁড়িয়ে থাকেন না। সকালে ও সন্ধ্যায় পরের বাসের জন্য অপেক্ষা কমে।',
  reply: 'Gladly. We could begin with one line next month.',
  question: 'Are passengers counted at the stops today?'
} as const

/** A provider that is there before the stories begin. */
export const boarding = {
  organisation: 'Boarding Works',
  title: 'Doors open, everybody in',
  summary: 'Lets passengers board crowded buses by all doors at the stop, so that buses leave sooner at rush hour and fewer commuters are left standing.'
} as const

export const secretariat = {
  officer: { name: 'ليلى حسن', email: 'layla@wicc.example.org' },
  reason: 'تحققنا من ذلك لدى المكتب الرسمي.'
} as const

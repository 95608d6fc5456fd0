import { fields } from './en-fields.ts'

/** What pages say to those who register and change profiles. Values in braces are filled in; `{count}` chooses among plural forms. */
export const en = {
  titles: {
    new: {
      cities: 'Register your city',
      challenges: 'Register a challenge',
      providers: 'Register your organisation as a provider',
      solutions: 'Describe a solution',
      deployments: 'Tell where a solution was used'
    },
    edit: {
      cities: 'Change the city',
      challenges: 'Change the challenge',
      providers: 'Change the provider',
      solutions: 'Change the solution',
      deployments: 'Change the evidence'
    },
    close: 'Close this?',
    confirm: 'Is this how it was?',
    mine: 'Our profiles',
    barred: 'This is not open to you yet'
  },
  leads: {
    cities: 'A name and a country are enough to start. The rest helps to find cities like yours.',
    challenges: 'Say it the way you would say it to a colleague in another city. Three things are needed: the problem in a line, the problem in your words, and its area. Everything else can come later.',
    providers: 'Cities see this beside each of your solutions.',
    solutions: 'Say what it is and what changes for the people of a city. A line, a short text, an area and a kind are enough to start.',
    deployments: 'Where has this worked before? That is what cities ask first. Say also what did not work: it is read as honesty.'
  },
  cityFirst: 'First your city, briefly: a challenge belongs to one. Then you go on to the challenge.',
  noProvider: 'It has no provider: it is a policy, or open source that nobody owns',
  chosen: 'The one that you chose',
  newWindow: 'opens in a new window',
  providerFirst: 'First who you are, briefly: a solution belongs to a provider. Then you go on to the solution.',
  sections: {
    problem: 'The problem',
    about: 'What it is about',
    beneficiaries: 'Who benefits',
    money: 'Money and time',
    conditions: 'Conditions and partners',
    figures: 'Figures and background',
    contact: 'Whom to reach',
    city: 'The city',
    place: 'Where it is and what it is like',
    provider: 'Who you are',
    reach: 'Where you work',
    standing: 'Certificates and limits',
    solution: 'The solution',
    price: 'Price and time to deliver',
    fit: 'Cities it suits',
    technical: 'Standards, data and licence',
    deployment: 'What, where and when',
    results: 'What came of it',
    visibility: 'Who sees what',
    said: '{said} of {all} filled in',
    chosen: 'not public: {count}'
  },
  sectionNotes: {
    contact: 'Shown to you, and to those in an introduction that both sides agreed to, if you choose to show it there. To nobody else.',
    visibility: 'Everything is public unless you say otherwise here. What is not public takes no part in matching.',
    money: 'A rough figure is better than none: it keeps out what you cannot afford.'
  },
  required: 'needed',
  notSaid: 'Not said',
  translations: {
    title: 'Translations',
    hint: 'For readers of other languages: whoever reads in one of these sees it in place of your text. Empty a translation to remove it. What a machine wrote and you change counts as yours.',
    language: 'Language of translation {number}',
    text: 'Translation {number}'
  },
  language: {
    label: 'Language of these texts',
    hint: 'Write in whatever language you like. Choose one only if ours guesses wrong.',
    recognise: 'Recognise it'
  },
  rows: {
    row: '{what} {number}',
    more: 'Empty rows are added each time you save.'
  },
  buttons: {
    draft: 'Save as draft',
    publish: 'Publish',
    save: 'Save changes',
    unpublish: 'Take back to draft',
    similar: 'Show similar',
    close: 'Close it',
    confirm: 'Yes, confirm it',
    edit: 'Change',
    view: 'Look at it',
    cancel: 'Back, change nothing'
  },
  status: {
    draft: 'Draft: only your organisation sees it.',
    published: 'Published: everybody sees it, and it is matched. What you save shows at once.',
    hidden: 'Hidden by the secretariat. You can change it; they decide whether it shows again.',
    closed: 'Closed.'
  },
  statuses: { draft: 'Draft', published: 'Published', hidden: 'Hidden', closed: 'Closed' },
  notVerified: 'Your organisation is not verified yet, so for now you can save drafts only.',
  notVerifiedLink: 'Ask for verification',
  saved: {
    draft: 'Saved as a draft. Go on whenever you like.',
    published: 'Saved. Everybody can see it.',
    hidden: 'Saved.',
    closed: 'Closed. It is out of all lists and matches.',
    confirmed: 'Confirmed. Everybody now sees that the city stands by it.'
  },
  similar: {
    title: 'Others with this problem',
    hint: 'As you write, this shows cities with a similar problem and solutions that fit. Nothing is saved for it.',
    solutionTitle: 'Cities that need this',
    solutionHint: 'As you write, this shows challenges that your solution fits. Nothing is saved for it.',
    cities: 'Cities with a similar problem',
    solutions: 'Solutions that fit',
    challenges: 'Challenges that fit',
    short: 'A sentence or two more, and we can look.',
    none: 'Nothing similar yet. You may be the first.',
    foundCities: { one: '{count} city with a similar problem', other: '{count} cities with a similar problem' },
    foundSolutions: { one: '{count} solution that fits', other: '{count} solutions that fit' },
    foundChallenges: { one: '{count} challenge that fits', other: '{count} challenges that fit' }
  },
  improve: {
    title: 'What would make matches surer',
    solutions: { one: '{what}: {count} solution depends on it', other: '{what}: {count} solutions depend on it' },
    challenges: { one: '{what}: {count} challenge depends on it', other: '{what}: {count} challenges depend on it' },
    add: {
      area: 'Choose the areas',
      sdg: 'Name the development goals',
      beneficiaries: 'Say who benefits',
      languages: 'Say which languages you work in',
      population: 'Add how many people live in the city',
      region: 'Say which country it is',
      income: 'Add the income group of the city',
      climate: 'Add the climate of the city',
      seeking: 'Say what you are looking for',
      stage: 'Say how far you are',
      readiness: 'Say how ready it is',
      'income-fit': 'Say which incomes it is made for',
      'climate-fit': 'Say which climates it is made for',
      'available-in-country': 'Say in which countries it can be had',
      'population-fit': 'Say which size of city it suits',
      'required-standards': 'Name the standards',
      'data-residency': 'Say where data must stay',
      'data-hosting': 'Say where data is kept',
      budget: 'Add the budget range',
      price: 'Add the price range',
      'needed-by': 'Say by when you need it',
      'delivery-in-time': 'Say how long it takes to deliver'
    }
  },
  conflict: {
    title: 'Somebody else has changed this meanwhile',
    lead: 'What you typed is kept below and is not saved yet. Where the two differ:',
    field: 'Field',
    theirs: 'Saved now',
    yours: 'What you typed',
    nothing: 'nothing',
    same: 'The fields of this form say the same in both.',
    again: 'Take over below what you want to keep of theirs. If you save now, what you typed replaces it.'
  },
  script: {
    saving: 'Saving …',
    saved: 'Draft saved at {time}.',
    kept: 'Kept on this device at {time}; not saved here yet.',
    offline: 'No line at the moment. What you type is kept on this device and sent when the line is back.',
    cannotSend: 'No line at the moment. What you wrote is kept on this device. Press the button again when the line is back.',
    online: 'The line is back. You can send now.',
    signOut: 'On this device there is text of yours that was not sent. Signing out removes it from the device. Sign out all the same?',
    conflict: 'Somebody else has changed this meanwhile. It is no longer saved by itself; save with the button to see both.',
    signedOut: 'You are signed out. What you type is kept on this device; sign in in a new window, then save with the button.',
    incomplete: 'Kept on this device. A draft needs the title, the text and the area before it can be saved here.',
    found: 'On this device there is text from {time} that was not saved.',
    restore: 'Bring it back',
    discard: 'Throw it away'
  },
  mine: {
    lead: 'Everything that {organisation} has registered, drafts too.',
    none: 'Nothing here yet.',
    missing: 'Not said yet: {what}',
    more: { one: 'and {count} more', other: 'and {count} more' },
    complete: 'Nothing important is missing.',
    updated: 'Changed {day}',
    headings: { cities: 'Cities', challenges: 'Challenges', providers: 'Providers', solutions: 'Solutions', deployments: 'Evidence' },
    add: { cities: 'Register a city', challenges: 'Register a challenge', providers: 'Register a provider', solutions: 'Describe a solution', deployments: 'Tell where a solution was used' },
    toConfirm: 'For you to confirm',
    toConfirmLead: 'Others say that this was done in your city. Your word makes it evidence.',
    look: 'Look and confirm',
    inCity: '{solution} in {city}',
    truncated: 'The newest {count} are shown.'
  },
  close: {
    lead: 'It goes out of all lists and matches at once. You keep it and its history, but it cannot be opened again.',
    draftLead: 'The draft is put away. It cannot be opened again.'
  },
  confirm: {
    lead: 'The provider says that this solution was used in your city. If you confirm it, every reader sees that the city stands by it. If it changes later, it has to be confirmed again.',
    wrong: 'If something is not right, do not confirm it, and tell the provider what to correct.',
    already: 'This is confirmed already.'
  },
  barred: {
    organisation: 'You do not act for an organisation yet. Join one or register yours first.',
    role: 'Your role in {organisation} does not let you write here. Ask an owner of it to make you an editor.',
    kind: 'This is written by {who}. {organisation} is registered as something else.',
    cities: 'cities',
    providers: 'providers',
    link: 'To your organisation'
  },
  codes: {
    truth: { true: 'Yes', false: 'No' },
    strictness: { true: 'Must: rules out what does not meet it', false: 'Should: counts, but rules nothing out' },
    visibility: {
      public: 'Everybody',
      members: 'Organisations that take part',
      introduced: 'Those introduced to you, if you show it to them',
      private: 'Only us'
    },
    readinessLevels: {
      1: '1 – The idea is known',
      2: '2 – What it is for is known',
      3: '3 – It worked once in a test',
      4: '4 – It works in the laboratory',
      5: '5 – It was tried in a real setting',
      6: '6 – It was shown in a real setting',
      7: '7 – A first one runs in a city',
      8: '8 – It is complete and proven',
      9: '9 – It is in everyday use'
    },
    climates: {
      Af: 'Af – Tropical, rain all year',
      Am: 'Am – Tropical, monsoon',
      Aw: 'Aw – Tropical, dry season',
      BWh: 'BWh – Desert, hot',
      BWk: 'BWk – Desert, cold',
      BSh: 'BSh – Steppe, hot',
      BSk: 'BSk – Steppe, cold',
      Csa: 'Csa – Mild, dry and hot summer',
      Csb: 'Csb – Mild, dry and warm summer',
      Csc: 'Csc – Mild, dry and cool summer',
      Cwa: 'Cwa – Mild, dry winter, hot summer',
      Cwb: 'Cwb – Mild, dry winter, warm summer',
      Cwc: 'Cwc – Mild, dry winter, cool summer',
      Cfa: 'Cfa – Mild, rain all year, hot summer',
      Cfb: 'Cfb – Mild, rain all year, warm summer',
      Cfc: 'Cfc – Mild, rain all year, cool summer',
      Dsa: 'Dsa – Cold winter, dry and hot summer',
      Dsb: 'Dsb – Cold winter, dry and warm summer',
      Dsc: 'Dsc – Cold winter, dry and cool summer',
      Dsd: 'Dsd – Very cold winter, dry summer',
      Dwa: 'Dwa – Cold and dry winter, hot summer',
      Dwb: 'Dwb – Cold and dry winter, warm summer',
      Dwc: 'Dwc – Cold and dry winter, cool summer',
      Dwd: 'Dwd – Very cold and dry winter',
      Dfa: 'Dfa – Cold winter, rain all year, hot summer',
      Dfb: 'Dfb – Cold winter, rain all year, warm summer',
      Dfc: 'Dfc – Cold winter, rain all year, cool summer',
      Dfd: 'Dfd – Very cold winter, rain all year',
      ET: 'ET – Tundra',
      EF: 'EF – Ice all year'
    }
  },
  ...fields
}

export type Editing = typeof en

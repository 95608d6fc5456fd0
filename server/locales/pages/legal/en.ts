/** Privacy, terms of use, accessibility: what this software does and what its operator says, in English; the other languages have the same strings. */
export const en = {
  operator: {
    heading: 'Who runs this service',
    none: 'The operator of this service has not named itself yet. Until it does, ask whoever gave you its address.'
  },
  privacy: {
    title: 'Privacy',
    link: 'Privacy',
    lead: 'What this service keeps about you, for how long, and who sees it.',
    encoder: 'To compare texts by their meaning, this service sends the texts of profiles and of searches to {host}. It sends no names or addresses of people with them, unless they stand in the text.',
    noEncoder: 'Texts are compared here, on the operator’s own machines. No page loads anything from elsewhere, and nobody is told what you look at.',
    sections: [
      {
        heading: 'If you only look',
        paragraphs: [
          'A text that you search with is not stored. It is part of the address of the page that answers, so your browser remembers it. If you choose a language, a cookie keeps the choice for a year. The network address that you come from is used to limit how many requests come from one place, and the operator’s logs may hold it, with the addresses of pages.',
          'There are no counters, no advertisements, and no cookies but those named here.'
        ],
        points: []
      },
      {
        heading: 'If you have an account',
        paragraphs: ['We keep:'],
        points: [
          'your name, e-mail address and language; your password only in a form from which it cannot be read; the key of your second factor, if you have one;',
          'for each session, when and from which network address it was used, and what the browser calls itself. A session ends after 14 days without use, and after 90 days in any case. One cookie holds it; another lets us tell your own device from a stranger’s when somebody guesses passwords, and lasts 400 days;',
          'the organisations that you belong to, and your role in them;',
          'what you write: profiles, introductions, messages, questions and answers, saved searches, and what you said of matches;',
          'the letters that we sent you, and your inbox;',
          'what you reported to the secretariat, and in the record of decisions what you did and from which network address.'
        ]
      },
      {
        heading: 'For how long',
        paragraphs: [],
        points: [
          'A sign-up whose address is never confirmed: 7 days.',
          'Letters that were sent: 30 days. Records of deliveries to servers of partners: 30 days.',
          'Counts of failed sign-ins: a day. Answers kept so that a repeated request does nothing twice: a day.',
          'The address that an invitation went to: until it is accepted, withdrawn or over, after 7 days at the latest.',
          'Network addresses in the record of decisions: 90 days. The record itself stays; it names people by a number.',
          'What you write in forms until it is sent: your browser keeps it on your own device, where we do not see it, for 30 days at most and only until you sign out there.',
          'Everything else: until you, or your organisation, erase it.'
        ]
      },
      {
        heading: 'Who sees what',
        paragraphs: [],
        points: [
          'Everybody sees what an organisation publishes, and no more of it than the organisation wants: each field can be kept for members, for those who were introduced, or private.',
          'Your name and role are seen by the people of your organisation. Your e-mail address is seen by its owners and by the secretariat.',
          'Contacts of the two sides of an introduction are shown when both have said yes, not before.',
          'Messages of an introduction are read by its parties only. The secretariat sees that they talk and what came of it, not what they say.',
          'The answer to a question about a challenge goes to all who were introduced to it. Who asked is not told.',
          'Whoever runs the machines could read what is stored. Passwords cannot be read from it.'
        ]
      },
      {
        heading: 'What you can do',
        paragraphs: ['On the page of your account you can change what is wrong, download everything that we hold about you, and erase your account. Erasing takes effect at once. Your account, sessions, memberships, inbox, letters and saved searches go; the words of your messages are emptied. What you registered for an organisation stays with the organisation, and so do questions and answers that others have read. Copies that the operator keeps for emergencies may hold older data for as long as they are kept.'],
        points: []
      }
    ]
  },
  terms: {
    title: 'Terms of use',
    link: 'Terms',
    lead: 'What you may expect from this service, and what it expects from you.',
    sections: [
      {
        heading: 'What it is for',
        paragraphs: ['Cities, and those who have solutions for them, find each other here. Using it costs nothing, and it sells nothing.'],
        points: []
      },
      {
        heading: 'What we ask of you',
        paragraphs: [],
        points: [
          'Speak for your own organisation only, and write what is true. Say what did not work, too.',
          'Keep contact details and advertisements out of open texts. There is an introduction for getting in touch.',
          'Write nothing that you may not pass on: no secrets of others, and no data of people who did not agree.',
          'Keep your password and your keys to yourself.'
        ]
      },
      {
        heading: 'What you write stays yours',
        paragraphs: ['By publishing a profile you allow the service to show, compare and pass it on to its users and partners, as far as the visibility that you chose allows. When you close a profile, it leaves lists and matches at once.'],
        points: []
      },
      {
        heading: 'What the secretariat does',
        paragraphs: ['It verifies organisations, and hides what breaks these terms. It says why, and you can appeal once; somebody else then decides. An organisation that goes on can be suspended: it then only reads.'],
        points: []
      },
      {
        heading: 'What nobody promises',
        paragraphs: ['A match is a hint with reasons, not advice. Nobody here has checked whether a provider is able or honest, but for evidence that is marked as confirmed by a city. An introduction is no contract and no part of a tender; the rules of buying of each city apply. The service may be out of order, and is provided as it is.'],
        points: []
      }
    ]
  },
  accessibility: {
    title: 'Accessibility',
    link: 'Accessibility',
    lead: 'These pages are made for everybody: for keyboards and screen readers, small screens, old devices and slow lines.',
    sections: [
      {
        heading: 'What we aim at',
        paragraphs: ['Level AA of the Web Content Accessibility Guidelines, version 2.2.'],
        points: [
          'Everything can be done with a keyboard, and without scripts.',
          'Each map and picture has the same as a list, a table or words.',
          'Errors are named in words, on top of the form and beside the field, and what you typed stays.',
          'Pages follow the size of letters, the dark or light colours, and the wish for less motion that you have set in your device.',
          'Texts say which language they are in, so that they are read aloud as they should be.'
        ]
      },
      {
        heading: 'How it was looked at',
        paragraphs: ['Pages are checked by machine (axe-core) and were looked at by their makers. Nobody outside has tested them yet, and no group of users with disabilities has.'],
        points: []
      },
      {
        heading: 'What is not good yet',
        paragraphs: [],
        points: [
          'Texts that cities and providers wrote are shown as they wrote them: they can be long or hard to read.',
          'A text that is not translated stays in its own language.',
          'The documentation for programmers needs scripts.'
        ]
      },
      {
        heading: 'If something keeps you out',
        paragraphs: ['Tell the operator which page it was and what you use. Sessions last 14 days without use, so nothing has to be done in a hurry; the codes of a second factor are the exception, and recovery codes have no time limit.'],
        points: []
      }
    ]
  }
}

export type LegalWords = typeof en

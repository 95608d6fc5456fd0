/**
 * What the service writes to people, in English; the other languages have the same letters with the same values in braces.
 * The subject stands alone too, as a line of the inbox. A text's paragraphs are separated by an empty line; a paragraph that is
 * one value is what somebody wrote, and is set apart as such. Any value may be empty: brackets around nothing and paragraphs
 * of nothing are left out.
 */
export const en = {
  letters: {
    'confirm-address': { subject: 'Confirm your e-mail address', text: 'Somebody, and we hope it was you, signed up for WICC matchmaking with this address. Confirm it by the link below, which is good for {hours} hours.\n\nIf it was not you, do nothing: without your confirmation the account stays closed.', button: 'Confirm the address' },
    'already-registered': { subject: 'You have an account already', text: 'Somebody, and we hope it was you, tried to sign up for WICC matchmaking with this address. It has an account already: sign in, or set a new password if you have forgotten yours.\n\nIf it was not you, there is nothing to do.', button: 'Sign in' },
    'reset-password': { subject: 'Set a new password', text: 'Somebody, and we hope it was you, asked for a new password for your account. Set it by the link below, which is good for {hours} hours.\n\nIf it was not you, do nothing: your password stays as it is.', button: 'Set a new password' },
    'password-changed': { subject: 'Your password was changed', text: 'The password of your account was changed, and every other session was ended.\n\nIf it was not you, set a new password at once and tell the secretariat.', button: 'Look at your sessions' },
    invitation: { subject: '{organisation} invites you', text: '{inviter} invites you to join {organisation} on WICC matchmaking as {role}. The invitation is good for {days} days.', button: 'Accept the invitation' },
    'role-changed': { subject: 'You are now {role} of {organisation}', text: 'Your role in {organisation} was changed to {role}.', button: 'Open the organisation' },
    'member-removed': { subject: 'You no longer belong to {organisation}', text: 'You were removed from {organisation}. Your account stays, with all that is your own.', button: 'Open your account' },
    'verification-asked': { subject: '{organisation} asks to be verified', text: '{organisation} asks to be verified by {method}.\n\n{evidence}', button: 'Decide' },
    'verification-granted': { subject: '{organisation} is verified', text: 'The secretariat has verified {organisation}. You can now publish profiles and ask for introductions.\n\n{reason}', button: 'Open the organisation' },
    'verification-refused': { subject: '{organisation} was not verified', text: 'The secretariat could not verify {organisation}.\n\n{reason}\n\nYou can ask again.', button: 'Ask again' },
    'flag-raised': { subject: 'A profile was flagged: {profile}', text: '“{profile}” was flagged ({reason}).\n\n{words}', button: 'Decide' },
    'profile-hidden': { subject: 'Hidden by the secretariat: {profile}', text: 'The secretariat has hidden “{profile}”.\n\n{reason}\n\nYou can appeal once.', button: 'Look at it' },
    'profile-returned': { subject: 'Returned to you for editing: {profile}', text: 'The secretariat has made “{profile}” a draft again and asks you to change it.\n\n{reason}\n\nYou can appeal once.', button: 'Edit it' },
    'appeal-made': { subject: 'An appeal about {profile}', text: '{organisation} appeals against the decision about “{profile}”.\n\n{words}', button: 'Decide' },
    'appeal-decided': { subject: 'Your appeal was decided: {profile}', text: 'The secretariat has decided your appeal about “{profile}” ({outcome}).\n\n{reason}', button: 'Look at it' },
    'introduction-requested': { subject: '{organisation} would like to be introduced to you', text: '{organisation} asks for an introduction about “{profile}” ({purpose}).\n\n{message}\n\nYou have until {day} to answer. Contacts are shown to both sides only if all agree.', button: 'Answer' },
    'introduction-reminder': { subject: '{organisation} is waiting for your answer', text: '{organisation} asked for an introduction about “{profile}”. The request expires on {day}. A no with a reason helps them more than silence.', button: 'Answer' },
    'introduction-accepted': { subject: 'Introduced: {organisation}', text: 'All have agreed to the introduction about “{profile}”. You now see what the other side discloses, and can write to each other.', button: 'Open the conversation' },
    'introduction-declined': { subject: '{organisation} has declined', text: '{organisation} has declined the introduction about “{profile}” ({reason}).\n\n{words}', button: 'Look at it' },
    'introduction-expired': { subject: 'A request has expired: {profile}', text: 'The request for an introduction about “{profile}” was not answered in time.', button: 'Look at it' },
    'introduction-withdrawn': { subject: '{organisation} has withdrawn', text: '{organisation} has withdrawn from the introduction about “{profile}”.\n\n{words}', button: 'Look at it' },
    'introduction-closed': { subject: 'Closed: {profile}', text: '{organisation} has closed the introduction about “{profile}” ({outcome}).\n\n{words}', button: 'Look at it' },
    message: { subject: '{organisation} wrote to you about {profile}', text: '{organisation} wrote to you in the introduction about “{profile}”.', button: 'Read it' },
    'question-asked': { subject: 'A question about {profile}', text: 'An introduced provider asks about “{profile}”:\n\n{question}\n\nYour answer goes to all introduced providers at once.', button: 'Answer' },
    'question-answered': { subject: 'A question about {profile} was answered', text: 'Asked:\n\n{question}\n\nAnswered:\n\n{answer}\n\nAll introduced providers get this at the same moment.', button: 'See all questions' },
    alert: { subject: 'New for “{search}”: {title}', text: 'A new match for “{search}” ({band}):\n\n{title}\n\n{reasons}', button: 'Look at it' },
    digest: { subject: 'New for “{search}”: {count}', text: 'New matches for “{search}”:\n\n{titles}', button: 'Look at them' },
    'webhook-paused': { subject: 'A webhook was paused', text: 'The webhook to {host} has failed since {day} and was paused.\n\n{reason}\n\nNothing is lost: what was not delivered can be replayed.', button: 'Look at its deliveries' },
    'second-factor-changed': { subject: 'Your second factor was changed', text: 'The second factor of your account was turned on or off, or got new recovery codes.\n\nIf it was not you, set a new password at once and tell the secretariat.', button: 'Look at your account' },
    'verification-revoked': { subject: '{organisation} is no longer verified', text: 'The secretariat no longer vouches for {organisation}.\n\n{reason}\n\nWhat is published stays; new profiles and introductions have to wait until it is verified again.', button: 'Open the organisation' },
    'organisation-suspended': { subject: '{organisation} was suspended', text: 'The secretariat has suspended {organisation}: it can read, and no more.\n\n{reason}', button: 'Open the organisation' },
    'organisation-reinstated': { subject: '{organisation} is no longer suspended', text: 'The secretariat has lifted the suspension of {organisation}.\n\n{reason}', button: 'Open the organisation' },
    'introduction-cap-changed': { subject: 'Introductions of {organisation}', text: 'The secretariat has changed how many open requests for introductions {organisation} may have.\n\n{reason}', button: 'Open the organisation' }
  },
  frame: {
    greeting: 'Hello {name},',
    /** Above a link that stands on a line of its own, in plain text. */
    link: '{button}:',
    why: 'WICC matchmaking writes to you because you have an account, or because somebody gave this address.',
    stop: 'Stop these mails'
  },
  words: {
    role: { owner: 'owner', editor: 'editor', viewer: 'viewer' },
    method: { 'official-domain': 'its official e-mail domain', document: 'a document', secretariat: 'the secretariat' },
    purpose: { exchange: 'to exchange experience', 'explore-solution': 'to look into a solution', 'joint-work': 'to work on it together', finance: 'about finance', knowledge: 'about knowledge', other: 'something else' },
    decline: { 'not-now': 'not now', 'no-capacity': 'no capacity', 'not-a-fit': 'it does not fit', 'already-solved': 'it is solved already', 'outside-mandate': 'outside its mandate', 'conflict-of-interest': 'a conflict of interest', 'too-little-said': 'too little was said', other: 'another reason' },
    outcome: { none: 'nothing came of it', exchange: 'experience was exchanged', pilot: 'a pilot', 'market-sounding': 'a market sounding', tender: 'a tender', contract: 'a contract' },
    flag: { spam: 'spam', 'contact-details': 'contact details in open text', false: 'it is not true', offensive: 'offensive', duplicate: 'a duplicate', 'off-topic': 'off topic', other: 'another reason' },
    appeal: { upheld: 'the decision stands', overturned: 'the decision was taken back' },
    band: { strong: 'strong', good: 'good', possible: 'possible' }
  }
}

export type Letters = typeof en

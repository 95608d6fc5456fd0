/**
 * What the service writes to people, in English; the other languages have the same letters with the same values in braces.
 * The subject stands alone too, as a line of the inbox.
 */
export const en = {
  letters: {
    'confirm-address': { subject: 'Confirm your e-mail address', text: 'Somebody, you we hope, signed up for WICC matchmaking with this address. Confirm it by the link below; the link is good for {hours} hours. If it was not you, do nothing: without your confirmation the account stays closed.', button: 'Confirm the address' },
    'already-registered': { subject: 'You have an account already', text: 'Somebody, you we hope, tried to sign up for WICC matchmaking with this address. There is an account with it already: sign in, or set a new password if you have forgotten it. If it was not you, there is nothing to do.', button: 'Sign in' },
    'reset-password': { subject: 'Set a new password', text: 'Somebody, you we hope, asked for a new password for your account. Set it by the link below, which is good for {hours} hours. If it was not you, do nothing: your password stays as it is.', button: 'Set a new password' },
    'password-changed': { subject: 'Your password was changed', text: 'The password of your account was changed, and every other session was ended. If it was not you, set a new password at once and tell the secretariat.', button: 'Look at your sessions' },
    invitation: { subject: '{organisation} invites you', text: '{inviter} invites you to join {organisation} on WICC matchmaking as {role}. The link is good for {days} days.', button: 'Accept the invitation' },
    'role-changed': { subject: 'You are now {role} of {organisation}', text: 'Your role in {organisation} was changed to {role}.', button: 'Open the organisation' },
    'member-removed': { subject: 'You no longer belong to {organisation}', text: 'You were removed from {organisation}. Your account and what is yours stay.', button: 'Open your account' },
    'verification-asked': { subject: '{organisation} asks to be verified', text: '{organisation} asks to be verified by {method}: {evidence}', button: 'Decide' },
    'verification-granted': { subject: '{organisation} is verified', text: 'The secretariat has verified {organisation}. You can now publish profiles and ask for introductions. {reason}', button: 'Open the organisation' },
    'verification-refused': { subject: '{organisation} was not verified', text: 'The secretariat could not verify {organisation}, and says why: {reason} You can ask again.', button: 'Ask again' },
    'flag-raised': { subject: 'A profile was flagged: {profile}', text: '“{profile}” was flagged ({reason}). {words}', button: 'Decide' },
    'profile-hidden': { subject: 'Hidden by the secretariat: {profile}', text: 'The secretariat has hidden “{profile}”, and says why: {reason} You can appeal once.', button: 'Look at it' },
    'profile-returned': { subject: 'Returned to you for editing: {profile}', text: 'The secretariat has taken “{profile}” back to a draft and asks you to change it: {reason} You can appeal once.', button: 'Edit it' },
    'appeal-made': { subject: 'An appeal about {profile}', text: '{organisation} appeals against the decision about “{profile}”: {words}', button: 'Decide' },
    'appeal-decided': { subject: 'Your appeal was decided: {profile}', text: 'The secretariat has decided your appeal about “{profile}” ({outcome}): {reason}', button: 'Look at it' },
    'introduction-requested': { subject: '{organisation} would like to be introduced to you', text: '{organisation} asks for an introduction about “{profile}” ({purpose}) and writes: {message} You have until {day} to answer. Contacts are shown to both sides only if all agree.', button: 'Answer' },
    'introduction-reminder': { subject: '{organisation} is waiting for your answer', text: '{organisation} asked for an introduction about “{profile}”. It expires on {day}. A no with a reason helps them more than silence.', button: 'Answer' },
    'introduction-accepted': { subject: 'Introduced: {organisation}', text: 'All have agreed to the introduction about “{profile}”. You now see what the other side discloses, and can write to each other.', button: 'Open the conversation' },
    'introduction-declined': { subject: '{organisation} has declined', text: '{organisation} has declined the introduction about “{profile}” ({reason}). {words}', button: 'Look at it' },
    'introduction-expired': { subject: 'A request has expired: {profile}', text: 'The request for an introduction about “{profile}” was not answered in time.', button: 'Look at it' },
    'introduction-withdrawn': { subject: '{organisation} has withdrawn', text: '{organisation} has withdrawn from the introduction about “{profile}”. {words}', button: 'Look at it' },
    'introduction-closed': { subject: 'Closed: {profile}', text: '{organisation} has closed the introduction about “{profile}” ({outcome}). {words}', button: 'Look at it' },
    message: { subject: '{organisation} wrote to you about {profile}', text: '{organisation} wrote to you in the introduction about “{profile}”.', button: 'Read it' },
    'question-asked': { subject: 'A question about {profile}', text: 'An introduced provider asks about “{profile}”: {question} Your answer goes to all introduced providers at once.', button: 'Answer' },
    'question-answered': { subject: 'A question about {profile} was answered', text: 'Asked: {question} Answered: {answer} All introduced providers get this at the same moment.', button: 'See all questions' },
    alert: { subject: 'New for “{search}”: {title}', text: 'A new match for “{search}” ({band}): {title}. {reasons}', button: 'Look at it' },
    digest: { subject: 'New for “{search}”: {count}', text: 'New matches for “{search}”: {titles}', button: 'Look at them' },
    'webhook-paused': { subject: 'A webhook was paused', text: 'The webhook to {host} has failed since {day} and was paused: {reason} Nothing is lost: what was not delivered can be replayed.', button: 'Look at its deliveries' },
    'second-factor-changed': { subject: 'Your second factor was changed', text: 'The second factor of your account was turned on or off, or got new recovery codes. If it was not you, set a new password at once and tell the secretariat.', button: 'Look at your account' }
  },
  frame: {
    greeting: 'Hello {name},',
    why: 'WICC matchmaking writes to you because you have an account or somebody gave this address.',
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

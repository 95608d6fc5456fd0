/** Groups of operations, in the order of the documentation. */
export const tags = [
  { name: 'cities', description: 'Cities that take part.' },
  { name: 'challenges', description: 'What cities want solved, in their own words and language.' },
  { name: 'providers', description: 'Those who offer solutions.' },
  { name: 'solutions', description: 'What is offered, by a provider or by nobody in particular.' },
  { name: 'deployments', description: 'Evidence: a solution in a city, what it cost and what changed.' },
  { name: 'matches', description: 'Cities with the same problem and solutions that fit, with the reasons.' },
  { name: 'introductions', description: 'Two organisations, or several cities and a provider, agree to be introduced; contacts are shown when all have agreed.' },
  { name: 'messages', description: 'What the parties of an introduction write to each other.' },
  { name: 'questions', description: 'Questions of introduced providers about a challenge, whose answers go to all of them at once.' },
  { name: 'judgements', description: 'Whether a match was of use, said by who it was shown to.' },
  { name: 'bulk', description: 'Import and export of many profiles at once.' },
  { name: 'changes', description: 'The change feed for partners.' },
  { name: 'webhooks', description: 'Changes sent to a partner’s own address, signed.' },
  { name: 'organisations', description: 'Organisations: their people, invitations, and whether the secretariat vouches for them.' },
  { name: 'moderation', description: 'Profiles brought before the secretariat, its decisions, and appeals.' },
  { name: 'audit', description: 'Who did what to which object.' },
  { name: 'keys', description: 'The keys of an organisation: made, rotated and revoked by itself.' },
  { name: 'mails', description: 'What the service writes to people: for the secretariat, to see what did not arrive.' },
  { name: 'searches', description: 'Saved searches and watched profiles: what they find anew is told to the person who saved them.' },
  { name: 'notices', description: "A person's inbox." },
  { name: 'service', description: 'How the service is doing.' }
] as const

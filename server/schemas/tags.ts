/** Groups of operations, in the order of the documentation. */
export const tags = [
  { name: 'cities', description: 'Cities that take part.' },
  { name: 'challenges', description: 'What cities want solved, in their own words and language.' },
  { name: 'providers', description: 'Those who offer solutions.' },
  { name: 'solutions', description: 'What is offered, by a provider or by nobody in particular.' },
  { name: 'deployments', description: 'Evidence: a solution in a city, what it cost and what changed.' },
  { name: 'matches', description: 'Cities with the same problem and solutions that fit, with the reasons.' },
  { name: 'bulk', description: 'Import and export of many profiles at once.' },
  { name: 'changes', description: 'The change feed for partners.' },
  { name: 'keys', description: 'The keys of an organisation: made, rotated and revoked by itself.' },
  { name: 'people', description: 'Accounts: sign-up, passwords, second factor, and what people do with their own data.' },
  { name: 'sessions', description: 'Sign-in, and where somebody is signed in.' },
  { name: 'service', description: 'How the service is doing.' }
] as const

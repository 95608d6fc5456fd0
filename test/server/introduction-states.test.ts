import t from 'tap'
import { consents, introductionStatuses, type IntroductionStatus } from '../../db/vocabulary.ts'
import { actors, type Actor, type Consenting, type IntroductionEvent, introductionEvents, stepOf } from '../../server/services/introduction-states.ts'

type Consent = (typeof consents)[number]

const party: Record<Exclude<Actor, 'time'>, { organisationId: string, side: 'asking' | 'asked' }> = {
  asker: { organisationId: 'asker', side: 'asking' },
  joining: { organisationId: 'joining', side: 'asking' },
  asked: { organisationId: 'asked', side: 'asked' }
}

/** A step of an introduction of three, given and told as asker/joining/asked, each by the first letter of its consent. */
const step = (status: IntroductionStatus, consenting: string, event: IntroductionEvent, actor: Actor): string => {
  const named: Record<string, Consent> = Object.fromEntries(consents.map((consent) => [consent[0], consent]))
  const parties: Consenting[] = [party.asker, party.joining, party.asked].map((one, index) => ({ ...one, consent: named[consenting[index] ?? ''] ?? 'pending' }))
  const made = stepOf({ status, askedBy: 'asker' }, parties, event, actor === 'time' ? undefined : parties.find(({ organisationId }) => organisationId === actor))
  if (made === undefined) return '-'
  const after = parties.map(({ organisationId, consent }) => (made.consents.find((changed) => changed.organisationId === organisationId)?.consent ?? consent)[0])
  return `${made.status} ${after.join('')}`
}

/** Everything that can happen: what is not here cannot. */
const expected: Record<string, string> = {
  // Two who agree are introduced when the third has left or agreed, and wait while it is to answer.
  'requested app accept joining': 'requested aap',
  'requested app accept asked': 'requested apa',
  'requested app decline joining': 'requested adp',
  'requested app decline asked': 'declined apd',
  'requested app withdraw asker': 'withdrawn wpp',
  'requested app withdraw joining': 'requested awp',
  'requested app expire time': 'expired app',
  'requested aap accept joining': 'requested aap',
  'requested aap accept asked': 'accepted aaa',
  'requested aap decline joining': 'requested adp',
  'requested aap decline asked': 'declined aad',
  'requested aap withdraw asker': 'requested wap',
  'requested aap withdraw joining': 'requested awp',
  'requested aap expire time': 'expired aap',
  'requested apa accept joining': 'accepted aaa',
  'requested apa accept asked': 'requested apa',
  'requested apa decline joining': 'accepted ada',
  'requested apa decline asked': 'declined apd',
  'requested apa withdraw asker': 'withdrawn wpa',
  'requested apa withdraw joining': 'accepted awa',
  'requested apa expire time': 'accepted awa',
  'requested adp accept asked': 'accepted ada',
  'requested adp decline asked': 'declined add',
  'requested adp withdraw asker': 'withdrawn wdp',
  'requested adp expire time': 'expired adp',
  'requested wap accept joining': 'requested wap',
  'requested wap accept asked': 'accepted waa',
  'requested wap decline joining': 'withdrawn wdp',
  'requested wap decline asked': 'declined wad',
  'requested wap withdraw joining': 'withdrawn wwp',
  'requested wap expire time': 'expired wap',
  ...Object.fromEntries((['accepted', 'active'] as const).flatMap((status) => [
    [`${status} aaa withdraw asker`, `${status} waa`],
    [`${status} aaa withdraw joining`, `${status} awa`],
    [`${status} ada withdraw asker`, 'withdrawn wda'],
    [`${status} waa withdraw joining`, 'withdrawn wwa'],
    ...[['aaa', 'asker joining asked'], ['ada', 'asker asked'], ['waa', 'joining asked']].flatMap(([consenting, who = '']) =>
      who.split(' ').flatMap((actor) => [
        [`${status} ${consenting} talk ${actor}`, `active ${consenting}`],
        [`${status} ${consenting} close ${actor}`, `closed ${consenting}`]
      ]))
  ]))
}

/** The consents that an introduction of three can come to in each state. */
const reachable: Record<IntroductionStatus, string[]> = {
  requested: ['app', 'aap', 'apa', 'adp', 'wap'],
  accepted: ['aaa', 'ada', 'waa'],
  active: ['aaa', 'ada', 'waa'],
  closed: ['aaa', 'ada', 'waa'],
  declined: ['apd', 'aad', 'add', 'wad'],
  expired: ['app', 'aap', 'adp', 'wap'],
  withdrawn: ['wpp', 'wdp', 'wwp', 'wda', 'wwa']
}

t.test('every event in every state, by everybody, leads where it should or nowhere', async (t) => {
  const led: Record<string, string> = {}
  for (const status of introductionStatuses) {
    for (const consenting of reachable[status]) {
      for (const event of introductionEvents) {
        for (const actor of actors) {
          const to = step(status, consenting, event, actor)
          if (to !== '-') led[`${status} ${consenting} ${event} ${actor}`] = to
        }
      }
    }
  }
  t.same(led, expected)
})

t.test('what nobody can leave is ended, and every state is reached', async (t) => {
  const left = new Set(Object.keys(expected).map((key) => key.split(' ')[0]))
  t.same(introductionStatuses.filter((status) => !left.has(status)), ['closed', 'declined', 'expired', 'withdrawn'])
  const reached = new Set(Object.values(expected).map((to) => to.split(' ')[0]))
  t.same(introductionStatuses.filter((status) => !reached.has(status)), [])
})

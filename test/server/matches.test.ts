import { eachEngine } from '../engines.ts'
import { locales } from '../../server/locales/index.ts'
import { bodies, startService } from '../helper.ts'

eachEngine('a created challenge is matched by the next request, with cities, solutions, evidence and reasons', async (t, openTestStore) => {
  const service = await startService(t, await openTestStore())
  const key = await service.key('Partner', 'read', 'write:cities', 'write:solutions')
  const post = async (resource: string, body: object) => {
    const answer = await service.call('POST', `/v1/${resource}`, { key, body })
    t.equal(answer.status, 201, answer.text)
    return answer.body
  }
  const here = await post('cities', bodies.city({ name: 'Here' }))
  const there = await post('cities', bodies.city({ name: 'There', country: 'PH', languages: ['fil', 'en'] }))
  const asked = await post('challenges', bodies.challenge(here.id))
  const twin = await post('challenges', bodies.challenge(there.id, { title: 'Overcrowded buses in the morning', problem: 'Every morning passengers cannot board because buses arrive full and leave commuters standing.' }))
  const own = await post('challenges', bodies.challenge(here.id, { title: 'Our other buses are full too' }))
  const nearMiss = await post('challenges', bodies.challenge(there.id, { title: 'Charging electric buses', problem: 'The depot has no grid capacity to charge the electric bus fleet overnight.', areas: ['energy'] }))
  const provider = await post('providers', bodies.provider())
  const fitting = await post('solutions', bodies.solution(provider.id, { countries: ['TH', 'PH'] }))
  const elsewhere = await post('solutions', bodies.solution(provider.id, { title: 'Crowded buses counted, in Peru only', countries: ['PE'] }))
  await post('deployments', bodies.deployment(fitting.id, there.id, { challengeId: twin.id, confirmed: true }))
  const draft = await post('challenges', bodies.challenge(there.id, { status: 'draft' }))

  const { status, body } = await service.call('GET', `/v1/challenges/${asked.id}/matches`)
  t.equal(status, 200)
  const peers = body.peers.map((peer: { challenge: { id: string } }) => peer.challenge.id)
  t.equal(peers[0], twin.id, 'the same problem in another city comes first')
  t.notOk(peers.includes(own.id), 'a city is no peer of itself')
  t.notOk(peers.includes(asked.id))
  t.notOk(peers.includes(draft.id), 'drafts are nobody’s match')
  t.ok(!peers.includes(nearMiss.id) || peers.indexOf(nearMiss.id) > 0)
  const [peer] = body.peers
  t.equal(peer.challenge.city.name.text, 'There')
  t.match(peer.deployments, [{ solution: { id: fitting.id }, provider: { legalName: 'Busline Planning Ltd' }, city: { id: there.id }, challengeId: twin.id, stage: 'operational', cost: { amount: 120000000, currency: 'THB' }, indicators: [{ before: 40, after: 15 }], confirmed: true }], 'this city solved it, with this, at this cost, from them')
  const [solution] = body.solutions
  t.equal(solution.solution.id, fitting.id)
  t.same(solution.fitsPeers.includes(twin.id), true, 'it says which of the peers it fits as well')
  t.equal(solution.deployments[0].city.id, there.id)
  t.notOk(body.solutions.some((match: { solution: { id: string } }) => match.solution.id === elsewhere.id), 'what cannot be had here is left out')
  t.equal(body.counts.solutions.dropped['available-in-country'], 1, 'and counted')

  for (const match of [...body.peers, ...body.solutions]) {
    const sum = match.parts.reduce((total: number, part: { contribution: number }) => total + part.contribution, 0)
    t.ok(Math.abs(sum - match.score) < 1e-6 * Math.max(1, match.score), 'the parts sum to the score')
    t.ok(match.reasons.length > 0)
    for (const part of match.parts) if (!/^(text|meaning)\.|^(vectors|usual)$/.test(part.name)) t.ok(part.name in locales.en.reasons, `${part.name} can be given as a reason`)
    for (const part of match.parts) t.ok(part.known || part.value === 0, 'what is unknown is neutral')
  }
  t.match(peer.passages[0], { match: /buses arrive full/, query: /crowded|full/, shared: Array })

  const shown = await service.call('GET', `/v1/challenges/${asked.id}/matches?failing=show`)
  const failing = shown.body.solutions.find((match: { solution: { id: string } }) => match.solution.id === elsewhere.id)
  t.match(failing.gates.find((gate: { rule: string }) => gate.rule === 'available-in-country'), { outcome: 'fail', detail: /TH/ })

  const full = await service.call('GET', `/v1/challenges/${asked.id}/matches?explain=full&limit=1`)
  t.equal(full.body.peers.length, 1)
  const text = full.body.peers[0].parts.filter((part: { name: string }) => part.name.startsWith('text')).reduce((total: number, part: { contribution: number }) => total + part.contribution, 0)
  const terms = full.body.peers[0].terms.reduce((total: number, term: { contribution: number }) => total + term.contribution, 0)
  t.ok(Math.abs(text - terms) < 1e-6, 'the terms sum to the text parts')

  t.same((await service.call('GET', `/v1/challenges/${asked.id}/matches?country=FR`)).body.peers, [], 'filters narrow')
  t.equal((await service.call('GET', `/v1/challenges/${asked.id}/matches?area=energy`)).body.peers.every((match: { challenge: { areas: string[] } }) => match.challenge.areas.includes('energy')), true)

  const challenges = (await service.call('GET', `/v1/solutions/${fitting.id}/matches`)).body.challenges.map((match: { challenge: { id: string } }) => match.challenge.id)
  t.ok(challenges.includes(asked.id) && challenges.includes(twin.id))

  const free = await service.call('POST', '/v1/match', { body: { kind: 'challenge', text: 'Buses are crowded and people are left at the stop', filters: { country: ['PH'] }, limit: 5 } })
  t.equal(free.status, 200, free.text)
  t.equal(free.body.peers[0].challenge.id, twin.id)
  t.same(free.body.languages, ['en'])
  t.equal(free.body.peers.every((match: { challenge: { city: { country: string } } }) => match.challenge.city.country === 'PH'), true)
  const offered = await service.call('POST', '/v1/match', { body: { kind: 'solution', text: 'We count passengers in crowded buses' } })
  t.ok(offered.body.challenges.length > 0)

  t.equal((await service.call('GET', `/v1/challenges/${draft.id}/matches`)).status, 404)
  t.equal((await service.call('GET', `/v1/challenges/${draft.id}/matches`, { key })).status, 200, 'its owner sees a draft’s matches')

  await service.call('DELETE', `/v1/challenges/${twin.id}`, { key, headers: { 'if-match': '"1"' } })
  t.notOk((await service.call('GET', `/v1/challenges/${asked.id}/matches`)).body.peers.some((match: { challenge: { id: string } }) => match.challenge.id === twin.id), 'a closed profile leaves matching at once')

  const moved = await service.call('PATCH', `/v1/cities/${there.id}`, { key, body: { country: 'FR' }, headers: { 'if-match': '"1"' } })
  t.equal(moved.status, 200)
  t.equal((await service.call('GET', `/v1/challenges/${asked.id}/matches?country=FR`)).body.peers.length, 1, 'what a city says of itself is known of its challenges')
})

eachEngine('another process’s changes are matched too', async (t, openTestStore) => {
  const first = await startService(t, await openTestStore())
  const second = await startService(t, await openTestStore())
  const key = await first.key('Partner', 'read', 'write:cities')
  const city = (await first.call('POST', '/v1/cities', { key, body: bodies.city() })).body
  const other = (await second.call('POST', '/v1/cities', { key, body: bodies.city({ name: 'Other' }) })).body
  const asked = (await first.call('POST', '/v1/challenges', { key, body: bodies.challenge(city.id) })).body
  const twin = (await second.call('POST', '/v1/challenges', { key, body: bodies.challenge(other.id) })).body
  t.equal((await first.call('GET', `/v1/challenges/${asked.id}/matches`)).body.peers[0].challenge.id, twin.id)
  t.equal((await second.call('GET', `/v1/challenges/${twin.id}/matches`)).body.peers[0].challenge.id, asked.id)
})

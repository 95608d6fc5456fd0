import { spawnSync } from 'node:child_process'
import { eachEngine, onEngine } from '../engines.ts'
import { startService } from '../helper.ts'

const run = (url: string, ...words: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'scripts/admin.ts', ...words], { env: { PATH: process.env['PATH'], DATABASE_URL: url }, encoding: 'utf8' })

eachEngine('the administrator’s command makes, lists and ends keys', async (t, openTestStore, url) => {
  const admin = (...words: string[]) => {
    const { status, stdout, stderr } = run(url, ...words)
    return { status, stdout, stderr, secret: /wicc_\S+/.exec(stdout)?.[0] }
  }
  const first = admin()
  t.equal(first.status, 0, first.stderr)
  const partner = admin('key', '--organisation', 'City of Testville', '--kind', 'city', '--scopes', 'read,write:cities', '--expires', '2999-01-01')
  t.equal(partner.status, 0, partner.stderr)

  const service = await startService(t, await openTestStore())
  const body = { name: 'Testville', country: 'TH' }
  const city = await service.call('POST', '/v1/cities', { key: partner.secret, body })
  t.equal(city.status, 201, city.text)
  t.equal((await service.call('PATCH', `/v1/cities/${city.body.id}`, { key: first.secret, body: { status: 'hidden' }, headers: { 'if-match': '"1"' } })).status, 200, 'the administrator may do all')

  const listed = admin('keys')
  t.match(listed.stdout, /City of Testville.*read,write:cities.*in force.*last used 20/)
  t.notMatch(listed.stdout, partner.secret ?? 'none', 'secrets are not kept')
  const id = /Key (\S+) of City/.exec(partner.stdout)?.[1] ?? ''
  t.equal(admin('revoke', id).status, 0)
  t.equal((await service.call('GET', '/v1/cities', { key: partner.secret })).status, 401)
  t.match(admin('keys').stdout, /City of Testville.*revoked/)

  const person = ['person', '--email', 'First@Secretariat.example', '--name', 'First Person', '--organisation', 'WICC secretariat', '--kind', 'secretariat']
  const made = admin(...person)
  t.equal(made.status, 0, made.stderr)
  const password = /^\S{16}$/m.exec(made.stdout)?.[0]
  const session = await service.call('POST', '/v1/session', { body: { email: 'first@secretariat.example', password } })
  t.match(session, { status: 200, body: { person: { name: 'First Person' }, organisations: [{ name: 'WICC secretariat', kind: 'secretariat', role: 'owner', verified: true }] } }, session.text)

  for (const words of [person, ['revoke', id]]) {
    const refused = admin(...words)
    t.equal(refused.status, 2, words.join(' '))
    t.match(refused.stderr, /npm run admin/)
  }
})

onEngine('sqlite', 'what the administrator’s command does not understand is said before anything is done', async (t, openTestStore, url) => {
  const person = ['person', '--email', 'first@secretariat.example', '--name', 'First Person', '--organisation', 'WICC secretariat', '--kind', 'secretariat']
  for (const words of [[...person.slice(0, 2), 'nowhere', ...person.slice(3)], ['person', '--email', 'a@b.example'], [...person, '--role', 'king'], ['revoke'], ['sing'], ['key', '--scopes', 'read'], ['key', '--organisation', 'X', '--scopes', 'fly'], ['key', '--organisation', 'X', '--scopes', 'read', '--expires', '2001-01-01'], ['--nonsense']]) {
    const { status, stderr } = run(url, ...words)
    t.equal(status, 2, words.join(' '))
    t.match(stderr, /npm run admin/)
  }
  const store = await openTestStore()
  t.same(await store.read.organisations.list(), [])
})

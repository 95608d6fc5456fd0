import { parseArgs } from 'node:util'
import { openStore, type Store } from '../db/index.ts'
import { organisationKinds, roles, scopes, type Scope } from '../db/vocabulary.ts'
import { ConfigError, readConfig } from '../server/config.ts'
import { email as address } from '../server/schemas/people.ts'
import { plain } from '../server/schemas/primitives.ts'
import { makePerson } from '../server/services/operator-people.ts'
import { ensureOrganisation, issueKey } from '../server/services/principal.ts'

const help = `npm run admin                          makes an administrator's key, of the secretariat
npm run admin -- key --organisation NAME [--kind partner] --scopes read,write:cities [--expires 2027-12-31] [--name TEXT]
                                       makes a key for an organisation, which is made too if it is new
npm run admin -- keys                  lists the keys: what they may do, when they were last used
npm run admin -- revoke ID             ends a key at once
npm run admin -- person --email ADDRESS --name NAME --organisation NAME [--kind secretariat] [--role owner]
                                       makes a person who can sign in, in an organisation, which is made too if it is new

The store is the one that DATABASE_URL names. A key or a password is shown this once; the store keeps only its hash.
Kinds of organisation: ${organisationKinds.join(', ')}. Scopes: ${scopes.join(', ')}. Roles: ${roles.join(', ')}.
`

class UsageError extends Error {}

const isScope = (word: string): word is Scope => (scopes as readonly string[]).includes(word)
const isRole = (word: string): word is (typeof roles)[number] => (roles as readonly string[]).includes(word)
const isKind = (word: string): word is (typeof organisationKinds)[number] => (organisationKinds as readonly string[]).includes(word)

const parseScopes = (list: string): Scope[] => list.split(',').map((word) => {
  if (!isScope(word)) throw new UsageError(`${word} is no scope; there are ${scopes.join(', ')}`)
  return word
})

const parseExpiry = (day: string | undefined): Date | null => {
  if (day === undefined) return null
  const expiry = new Date(day)
  if (Number.isNaN(expiry.getTime()) || expiry <= new Date()) throw new UsageError(`--expires ${day} is no day to come`)
  return expiry
}

/** Whoever signs up may found an organisation of any name: what an operator gives goes to none that nobody vouches for. */
const requireVouched = async (store: Store, name: string, kind: string): Promise<void> => {
  const known = await store.read.organisations.findByName(name)
  if (known === undefined) return
  if (known.verifiedAt === null) throw new UsageError(`People have founded ${name}, and the secretariat has not verified it; verify it first, or choose another name`)
  if (known.kind !== kind) throw new UsageError(`${name} is a ${known.kind}, not a ${kind}; say --kind ${known.kind}`)
}

const makeKey = async (store: Store, organisation: string, kind: string, list: string, name: string, expires: string | undefined): Promise<void> => {
  if (!isKind(kind)) throw new UsageError(`${kind} is no kind of organisation; there are ${organisationKinds.join(', ')}`)
  const wanted = parseScopes(list)
  const expiry = parseExpiry(expires)
  await requireVouched(store, organisation, kind)
  const { key, secret } = await store.transact(async (repositories) => issueKey(repositories, (await ensureOrganisation(repositories, organisation, kind)).id, name, wanted, expiry))
  process.stdout.write(`${secret}\n\nKey ${key.id} of ${organisation}, with the scopes ${wanted.join(', ')}. It is shown this once.\n`)
}

const addPerson = async (store: Store, email: string, name: string, organisation: string, kind: string, role: string): Promise<void> => {
  if (!isKind(kind)) throw new UsageError(`${kind} is no kind of organisation; there are ${organisationKinds.join(', ')}`)
  if (!isRole(role)) throw new UsageError(`${role} is no role; there are ${roles.join(', ')}`)
  const [to, called] = [address.safeParse(email), plain(100).safeParse(name)]
  if (!to.success) throw new UsageError(`--email ${email} is no address`)
  if (!called.success) throw new UsageError('--name takes 1 to 100 characters')
  await requireVouched(store, organisation, kind)
  const made = await makePerson(store, { email: to.data, name: called.data, organisation, kind, role })
  if (made === undefined) throw new UsageError(`There is a person with the address ${to.data} already`)
  process.stdout.write(`${made.password}\n\nPassword of ${to.data}, ${role} of ${organisation}. It is shown this once; sign in and change it.\n`)
}

const listKeys = async (store: Store): Promise<void> => {
  const organisations = new Map((await store.read.organisations.list()).map((organisation) => [organisation.id, organisation.name]))
  for (const key of await store.read.keys.list()) {
    const state = key.revokedAt !== null ? 'revoked' : key.expiresAt !== null && key.expiresAt < new Date() ? 'expired' : 'in force'
    process.stdout.write(`${key.id}  ${organisations.get(key.organisationId)}  ${key.name}  ${key.scopes.join(',')}  ${state}  last used ${key.lastUsedAt?.toISOString() ?? 'never'}\n`)
  }
}

const run = async (): Promise<void> => {
  const { values, positionals: [command, id] } = parseArgs({
    allowPositionals: true,
    options: {
      organisation: { type: 'string' },
      kind: { type: 'string', default: 'partner' },
      scopes: { type: 'string' },
      name: { type: 'string' },
      expires: { type: 'string' },
      email: { type: 'string' },
      role: { type: 'string', default: 'owner' },
      help: { type: 'boolean', default: false }
    }
  })
  if (values.help) {
    process.stdout.write(help)
    return
  }
  const config = readConfig()
  const store = openStore({ url: config.databaseUrl, poolSize: 1 })
  try {
    await store.migrate()
    if (command === undefined) await makeKey(store, 'Secretariat', 'secretariat', 'admin', 'Administrator', values.expires)
    else if (command === 'keys') await listKeys(store)
    else if (command === 'revoke') {
      if (id === undefined) throw new UsageError('revoke needs the id of a key')
      if (!await store.transact(({ keys }) => keys.revoke(id, new Date()))) throw new UsageError(`There is no key ${id} in force`)
      process.stdout.write(`Key ${id} is revoked.\n`)
    } else if (command === 'key') {
      if (values.organisation === undefined || values.scopes === undefined) throw new UsageError('key needs --organisation and --scopes')
      await makeKey(store, values.organisation, values.kind, values.scopes, values.name ?? 'Partner key', values.expires)
    } else if (command === 'person') {
      if (values.email === undefined || values.name === undefined || values.organisation === undefined) throw new UsageError('person needs --email, --name and --organisation')
      await addPerson(store, values.email, values.name, values.organisation, values.kind, values.role)
    } else throw new UsageError(`${command} is no command`)
  } finally {
    await store.close()
  }
}

try {
  await run()
} catch (error) {
  const usage = error instanceof UsageError || error instanceof ConfigError || (error instanceof TypeError && 'code' in error)
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage ? '\n' + help : ''}`)
  process.exitCode = usage ? 2 : 1
}

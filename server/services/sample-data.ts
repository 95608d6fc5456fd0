import { readdir, readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { JsonObject, Organisation, Store } from '../../db/index.ts'
import { type OrganisationKind, type Resource, scopes } from '../../db/vocabulary.ts'
import type { Bulk } from './bulk.ts'
import { anonymous, ensureOrganisation, issueKey } from './principal.ts'

const folder = new URL('../sample/', import.meta.url)

/** Parents before what hangs on them. */
const order: readonly Resource[] = ['cities', 'providers', 'challenges', 'solutions', 'deployments']

/** What a profile hangs on and belongs with: whoever owns that owns it. */
const parentOf: Readonly<Record<Resource, { resource: Resource, field: string } | undefined>> = {
  cities: undefined,
  providers: undefined,
  challenges: { resource: 'cities', field: 'cityId' },
  solutions: { resource: 'providers', field: 'providerId' },
  deployments: { resource: 'solutions', field: 'solutionId' }
}

const referred: Readonly<Record<string, Resource>> = { cityId: 'cities', providerId: 'providers', solutionId: 'solutions', challengeId: 'challenges' }

/** The organisations of the sample accounts. The city's has one city, the provider's one provider: they have not met, and one offers what the other looks for. */
export const sampleOrganisations = {
  city: { name: 'Sample city (Accra)', kind: 'city', root: 'cities accra' },
  provider: { name: 'Sample provider (Tollgate Heron)', kind: 'provider', root: 'providers prov-tollgate-heron' },
  secretariat: { name: 'Sample secretariat', kind: 'secretariat', root: undefined }
} as const satisfies Record<string, { name: string, kind: OrganisationKind, root: string | undefined }>

const groupedBy = <T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(keyOf(item), [...groups.get(keyOf(item)) ?? [], item])
  return groups
}

/** A profile that was stored: who owns it, and its id, by which others refer to it across owners. */
interface Stored { ownerId: string, id: string }

/**
 * Fills an empty store with the sample data, through the same import that partners use: real cities, invented
 * challenges, providers, solutions and deployments, each marked as a sample. Most are owned by 'Sample data', some by the
 * organisations of the sample accounts.
 * @returns how many profiles were stored
 * @throws {Error} naming file and line of a profile that is not taken: that is a fault of ours
 */
export const loadSampleData = async (store: Store, bulk: Bulk): Promise<number> => {
  const ensure = (name: string, kind: OrganisationKind): Promise<Organisation> => store.transact((repositories) => ensureOrganisation(repositories, name, kind))
  const commons = await ensure('Sample data', 'sample')
  const owners = new Map<string, string>()
  for (const { name, kind, root } of Object.values(sampleOrganisations)) {
    const { id } = await ensure(name, kind)
    if (root !== undefined) owners.set(root, id)
  }
  const stored = new Map<string, Stored>()
  const referenced = (resource: Resource, value: unknown): Stored | undefined =>
    typeof value === 'string' ? stored.get(`${resource} ${value.replace(/^external:/, '')}`) : undefined

  const ownerOf = (resource: Resource, body: JsonObject): string => {
    const parent = parentOf[resource]
    return (parent === undefined ? owners.get(`${resource} ${String(body['externalId'])}`) : referenced(parent.resource, body[parent.field])?.ownerId) ?? commons.id
  }
  const byId = (body: JsonObject): JsonObject => Object.fromEntries(Object.entries(body).map(([name, value]) =>
    [name, (referred[name] === undefined ? undefined : referenced(referred[name], value)?.id) ?? value]))

  const files = (await readdir(folder)).sort()
  for (const resource of order) {
    for (const file of files.filter((name) => name.startsWith(`${resource}.`))) {
      const bodies = (await readFile(new URL(file, folder), 'utf8')).trim().split('\n').map((line) => JSON.parse(line) as JsonObject)
      for (const [ownerId, lines] of groupedBy(bodies, (body) => ownerOf(resource, body))) {
        const principal = { ...anonymous, organisationId: ownerId, capabilities: new Set(scopes), verified: true }
        const source = Readable.from(lines.map((body) => JSON.stringify(byId(body)) + '\n'))
        for await (const report of bulk.import(source, { principal, resource, format: 'ndjson', sample: true })) {
          if ('summary' in report) continue
          if (report.outcome === 'rejected') throw new Error(`${file}, ${report.externalId}: ${JSON.stringify(report.errors)}`)
          if (report.externalId !== null && report.id !== undefined) stored.set(`${resource} ${report.externalId}`, { ownerId, id: report.id })
        }
      }
    }
  }
  return stored.size
}

/** A store that nothing was ever written to. */
export const isEmpty = async (store: Store): Promise<boolean> => await store.lastPosition() === 0

/** A key for trying the service out, of an organisation of its own; the secret is to be shown once. */
export const issueTrialKey = (store: Store): Promise<string> => store.transact(async (repositories) => {
  const organisation = await ensureOrganisation(repositories, 'Trial partner', 'partner')
  const { secret } = await issueKey(repositories, organisation.id, 'Trial key', ['read', 'write:cities', 'write:solutions', 'keys'])
  return secret
})

import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import type { Store } from '../../db/index.ts'
import { type Resource, scopes } from '../../db/vocabulary.ts'
import type { Bulk } from './bulk.ts'
import { anonymous, ensureOrganisation, issueKey } from './principal.ts'

const folder = new URL('../sample/', import.meta.url)

/** Parents before what hangs on them. */
const order: readonly Resource[] = ['cities', 'providers', 'challenges', 'solutions', 'deployments']

/**
 * Fills an empty store with the sample data, through the same import that partners use: real cities, invented
 * challenges, providers, solutions and deployments, each marked as a sample.
 * @returns how many profiles were stored
 * @throws {Error} naming file and line of a profile that is not taken: that is a fault of ours
 */
export const loadSampleData = async (store: Store, bulk: Bulk): Promise<number> => {
  const organisation = await store.transact((repositories) => ensureOrganisation(repositories, 'Sample data', 'sample'))
  const principal = { ...anonymous, organisationId: organisation.id, capabilities: new Set(scopes), verified: true }
  const files = (await readdir(folder)).sort()
  let stored = 0
  for (const resource of order) {
    for (const file of files.filter((name) => name.startsWith(`${resource}.`))) {
      for await (const report of bulk.import(createReadStream(new URL(file, folder)), { principal, resource, format: 'ndjson', sample: true })) {
        if ('summary' in report) stored += report.summary.created
        else if (report.outcome === 'rejected') throw new Error(`${file}, line ${report.line}: ${JSON.stringify(report.errors)}`)
      }
    }
  }
  return stored
}

/** A store that nothing was ever written to. */
export const isEmpty = async (store: Store): Promise<boolean> => await store.lastPosition() === 0

/** A key for trying the service out, of an organisation of its own; the secret is to be shown once. */
export const issueTrialKey = (store: Store): Promise<string> => store.transact(async (repositories) => {
  const organisation = await ensureOrganisation(repositories, 'Trial partner', 'partner')
  const { secret } = await issueKey(repositories, organisation.id, 'Trial key', ['read', 'write:cities', 'write:solutions', 'keys'])
  return secret
})

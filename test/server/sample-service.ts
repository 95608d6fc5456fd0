import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Test } from 'tap'
import { openStore } from '../../db/index.ts'
import { createMatcher } from '../../matching/index.ts'
import { createBulk } from '../../server/services/bulk.ts'
import { unreviewed } from '../../server/services/moderation-review.ts'
import { loadSampleData } from '../../server/services/sample-data.ts'
import { startService, type Service } from '../helper.ts'

/** The service on a store of its own with the sample data, all vectors made. */
export const startSampleService = async (t: Test): Promise<Service> => {
  const folder = await mkdtemp(join(tmpdir(), 'wicc-sample-'))
  const store = openStore({ url: `file:${join(folder, 'a.db')}` })
  t.teardown(async () => {
    await store.close()
    await rm(folder, { recursive: true, force: true })
  })
  await store.migrate()
  await loadSampleData(store, createBulk(store, createMatcher().identify, unreviewed, { atomicBytes: 1 }, (error) => { throw error }))
  const service = await startService(t, store, { ENCODER: 'minilm' })
  await service.vectors.settled()
  return service
}

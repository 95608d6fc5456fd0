import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { stringify } from 'yaml'
import { openStore } from '../db/index.ts'
import { createMatcher } from '../matching/index.ts'
import { buildApp } from '../server/app.ts'
import { readConfig } from '../server/config.ts'
import { createServices } from '../server/services/index.ts'
import { noVectors } from '../server/services/vectors.ts'

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } } })
if (values.help) {
  process.stdout.write('npm run openapi            writes openapi.yaml from the schemas\nnpm run openapi -- --check fails when openapi.yaml is not what the schemas say\n')
  process.exit(0)
}

const folder = mkdtempSync(join(tmpdir(), 'wicc-openapi-'))
const store = openStore({ url: `file:${join(folder, 'empty.db')}` })
try {
  const app = await buildApp(createServices({
    config: readConfig({ LOG_LEVEL: 'silent' }),
    store,
    matcher: createMatcher(),
    index: { catchUp: async () => {}, position: 0 },
    vectors: noVectors
  }, (error) => { throw error }))
  await app.ready()
  const generated = stringify(app.swagger(), { aliasDuplicateObjects: false, lineWidth: 0 })
  const file = new URL('../openapi.yaml', import.meta.url)
  if (values.check) {
    let committed = ''
    try {
      committed = readFileSync(file, 'utf8')
    } catch {}
    if (committed !== generated) {
      process.stderr.write('openapi.yaml is not what the schemas say: run npm run openapi\n')
      process.exitCode = 1
    }
  } else {
    writeFileSync(file, generated)
    process.stdout.write(`openapi.yaml: ${Object.keys(app.swagger().paths ?? {}).length} paths\n`)
  }
  await app.close()
} finally {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
}

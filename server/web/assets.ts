import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const folder = new URL('./assets/', import.meta.url)
const packages = createRequire(import.meta.url)

export interface Asset { body: Buffer, type: string }

const types: Readonly<Record<string, string>> = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', svg: 'image/svg+xml' }

/** What pages load, by the name with which they ask for it: it holds a hash of the content, so that browsers may keep it for good. */
const named = ([file, place]: readonly [string, URL | string]): [string, string, Asset] => {
  const body = readFileSync(place)
  const [name, extension = ''] = file.split('.')
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 10)
  return [file, `${name}.${hash}.${extension}`, { body, type: types[extension] ?? 'application/octet-stream' }]
}

const ours = ['site.css', 'icon.svg', 'form.js', 'keep.js'] as const
const theirs = { 'htmx.js': packages.resolve('htmx.org/dist/htmx.min.js') } as const

export type AssetFile = (typeof ours)[number] | keyof typeof theirs

const all = [...ours.map((file) => [file, new URL(file, folder)] as const), ...Object.entries(theirs)].map(named)
const byFile = new Map(all.map(([file, name]) => [file, name]))

export const assets: ReadonlyMap<string, Asset> = new Map(all.map(([, name, asset]) => [name, asset]))

/** Address of an asset. */
export const assetPath = (file: AssetFile): string => `/assets/${byFile.get(file)}`

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { landDrawing, mapSheet } from './world.ts'

const folder = new URL('./assets/', import.meta.url)
const packages = createRequire(import.meta.url)

export interface Asset { body: Buffer, type: string }

const types: Readonly<Record<string, string>> = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', svg: 'image/svg+xml' }

/** What pages load, by the name with which they ask for it: it holds a hash of the content, so that browsers may keep it for good. */
const named = (file: string, body: Buffer): [string, string, Asset] => {
  const [name, extension = ''] = file.split('.')
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 10)
  return [file, `${name}.${hash}.${extension}`, { body, type: types[extension] ?? 'application/octet-stream' }]
}

const ours = ['site.css', 'icon.svg', 'form.js', 'keep.js', 'map.js', 'browse.js'] as const
const theirs = { 'htmx.js': packages.resolve('htmx.org/dist/htmx.min.js') } as const

/** The map's land, and the sheet that names its address. */
const drawn = (): Array<[string, string, Asset]> => {
  const land = named('land.svg', Buffer.from(landDrawing()))
  return [land, named('map.css', Buffer.from(mapSheet(`/assets/${land[1]}`)))]
}

export type AssetFile = (typeof ours)[number] | keyof typeof theirs | 'map.css'

const all = [...ours.map((file) => named(file, readFileSync(new URL(file, folder)))), ...Object.entries(theirs).map(([file, place]) => named(file, readFileSync(place))), ...drawn()]
const byFile = new Map(all.map(([file, name]) => [file, name]))

export const assets: ReadonlyMap<string, Asset> = new Map(all.map(([, name, asset]) => [name, asset]))

/** Address of an asset. */
export const assetPath = (file: AssetFile): string => `/assets/${byFile.get(file)}`

import { flexsearch } from './flexsearch.ts'
import { fts5 } from './fts5.ts'
import { lancedb } from './lancedb.ts'
import { lunr } from './lunr.ts'
import { minisearch } from './minisearch.ts'
import { orama } from './orama.ts'
import { ours } from './ours.ts'
import { oursTerms } from './ours-terms.ts'
import { tfidf } from './tfidf.ts'
import type { Engine, Surroundings } from './engine.ts'

interface Entry {
  title: string
  /** Installed for the benchmark alone, at these exact versions; empty where the project has what it needs. */
  packages: Readonly<Record<string, string>>
  create: (surroundings: Surroundings) => Engine
}

export const engines = {
  ours: { title: 'ours, match()', packages: {}, create: ours },
  oursTerms: { title: 'ours, search alone', packages: {}, create: oursTerms },
  lancedb: { title: 'LanceDB full text', packages: { '@lancedb/lancedb': '0.39.0', 'apache-arrow': '18.1.0' }, create: lancedb },
  fts5: { title: 'SQLite FTS5', packages: {}, create: fts5 },
  minisearch: { title: 'MiniSearch', packages: { minisearch: '7.2.0' }, create: minisearch },
  orama: { title: 'Orama', packages: { '@orama/orama': '3.1.18' }, create: orama },
  flexsearch: { title: 'FlexSearch', packages: { flexsearch: '0.8.212' }, create: flexsearch },
  lunr: { title: 'lunr', packages: { lunr: '2.3.9' }, create: lunr },
  tfidf: { title: 'natural TfIdf', packages: {}, create: tfidf }
} satisfies Record<string, Entry>

export type EngineName = keyof typeof engines

export type PeerName = Exclude<EngineName, OwnName>
export type OwnName = (typeof ownNames)[number]

export const ownNames = ['ours', 'oursTerms'] as const

export function isOwn (name: EngineName): name is OwnName {
  return ownNames.some(own => own === name)
}

export function isPeerName (name: string): name is PeerName {
  return Object.hasOwn(engines, name) && !ownNames.some(own => own === name)
}

export const peerNames = Object.keys(engines).filter(isPeerName)

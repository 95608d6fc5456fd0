import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { beirSet, xquadSet } from './beir.ts'
import { isLanguageCode } from './languages.ts'
import { parallelSet } from './parallel.ts'
import type { EvaluationSet } from './set.ts'

/** Folders that hold facts and profiles, no judgements. */
const skipped = new Set(['reference', 'profiles'])

const byName = (a: string, b: string) => a < b ? -1 : a > b ? 1 : 0

function languagesOf (files: ReadonlySet<string>, stem: string): string[] {
  return [...files].flatMap(file => {
    const [first, language = '', ending, ...more] = file.split('.')
    return first === stem && ending === 'jsonl' && more.length === 0 && isLanguageCode(language) ? [language] : []
  })
}

function setsOfFolder (folder: string, name: string, files: ReadonlySet<string>): EvaluationSet[] {
  const qrels = ['qrels.tsv', path.join('qrels', 'test.tsv')].find(file => existsSync(path.join(folder, file)))
  if (qrels === undefined) return []
  const sets: EvaluationSet[] = []
  if (files.has('corpus.jsonl') && files.has('queries.jsonl')) sets.push(beirSet(name, folder, qrels))
  if (qrels !== 'qrels.tsv') return sets
  const queries = languagesOf(files, 'queries')
  const pairs = languagesOf(files, 'corpus').flatMap(document => queries.map(query => ({ query, document })))
  if (pairs.length > 0) sets.push(xquadSet(name, folder, pairs))
  return sets
}

function setsBelow (folder: string, name: string): EvaluationSet[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => byName(a.name, b.name))
  const files = new Set(entries.filter(entry => !entry.isDirectory()).map(entry => entry.name))
  const below = (child: string) => name === '' ? child : `${name}/${child}`
  return [
    ...setsOfFolder(folder, name === '' ? path.basename(path.resolve(folder)) : name, files),
    ...entries.flatMap(entry => {
      const place = path.join(folder, entry.name)
      if (entry.isDirectory()) return skipped.has(entry.name) ? [] : setsBelow(place, below(entry.name))
      if (!entry.name.endsWith('.tsv') || entry.name === 'qrels.tsv') return []
      return parallelSet(below(entry.name.slice(0, -'.tsv'.length)), place) ?? []
    })
  ]
}

/** Every set in a folder, at any depth, in the order of their paths; a set at its top has the folder's own name. */
export function discoverSets (folder: string): EvaluationSet[] {
  return setsBelow(folder, '')
}

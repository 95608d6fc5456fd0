import { readFileSync } from 'node:fs'
import { isIdentifierColumn, isLanguageCode } from './languages.ts'
import { DataError, readLines } from './lines.ts'
import { byDocumentLanguage, pairName } from './set.ts'
import type { Document, EvaluationSet, JudgedQuery, Pair } from './set.ts'

/** Language columns of a table, in its order; read leniently, because a file without any is none of our business. */
function languageColumns (file: string): string[] {
  const [heading = '', ...rows] = readFileSync(file, 'utf8').replace(/^\uFEFF/, '').split(/\r?\n/)
  const names = heading.split('\t')
  if (names.filter(isLanguageCode).length < 2) return []
  const cells = rows.map(row => row.split('\t'))
  return names.filter((name, column) => isLanguageCode(name) && !isIdentifierColumn(cells.map(row => row[column] ?? '')))
}

/** Rows of wordings by language; an empty string where there is none. */
function readTable (file: string, languages: readonly string[]): ReadonlyMap<string, string>[] {
  const [heading, ...lines] = readLines(file)
  const names = heading?.text.split('\t') ?? []
  const twice = languages.find(language => names.indexOf(language) !== names.lastIndexOf(language))
  if (twice !== undefined) throw new DataError(file, 1, `two columns ${twice}`)
  return lines.map(({ number, text }) => {
    const cells = text.split('\t')
    if (cells.length !== names.length) throw new DataError(file, number, `${cells.length} cells under ${names.length} headings`)
    return new Map(languages.map(language => [language, cells[names.indexOf(language)]?.trim() ?? '']))
  })
}

/** Rows by their text, so that rows which say the same in a language are found together. */
function rowsByText (table: readonly ReadonlyMap<string, string>[], language: string): Map<string, number[]> {
  const rows = new Map<string, number[]>()
  for (const [row, wordings] of table.entries()) {
    const text = wordings.get(language) ?? ''
    if (text === '') continue
    const same = rows.get(text)
    if (same === undefined) rows.set(text, [row])
    else same.push(row)
  }
  return rows
}

/**
 * Every filled cell whose row has a translation. Right are the translations of all rows that word the
 * query the same, and all rows that word those translations the same: no ranking can tell them apart.
 */
function cellQueries (table: readonly ReadonlyMap<string, string>[], { query, document }: Pair): JudgedQuery[] {
  const sameQuery = rowsByText(table, query)
  const sameDocument = rowsByText(table, document)
  return table.flatMap(wordings => {
    const text = wordings.get(query) ?? ''
    if (text === '' || wordings.get(document) === '') return []
    const right = (sameQuery.get(text) ?? []).flatMap(row => sameDocument.get(table[row]?.get(document) ?? '') ?? [])
    return [{ text, grades: new Map(right.map(row => [String(row), 1])) }]
  })
}

function cellDocuments (table: readonly ReadonlyMap<string, string>[], language: string): Document[] {
  return table.flatMap((wordings, row) => {
    const text = wordings.get(language) ?? ''
    return text === '' ? [] : [{ id: String(row), text }]
  })
}

/** A table with a column a language, one sentence a row; undefined where fewer than two columns are languages. */
export function parallelSet (name: string, file: string): EvaluationSet | undefined {
  const languages = languageColumns(file)
  if (languages.length < 2) return undefined
  const pairs = languages.flatMap(document => languages
    .filter(query => query !== document)
    .map(query => ({ query, document })))
  return {
    name,
    pairs,
    load (wanted) {
      const table = readTable(file, languages)
      return [...byDocumentLanguage(wanted)].map(([language, group]) => ({
        set: name,
        documents: cellDocuments(table, language),
        runs: group
          .map(pair => ({ pair: pairName(pair), queries: cellQueries(table, pair) }))
          .filter(run => run.queries.length > 0)
      }))
    }
  }
}

import path from 'node:path'
import { openStore, type Judgement, type Store } from '../db/index.ts'
import { readConfig } from '../server/config.ts'
import { parseFlags, runScript, UsageError } from './evaluate/command-line.ts'
import { startProgress } from './evaluate/progress.ts'
import { Pairs } from './export-judgements/grades.ts'
import { readPublic, type PublicText } from './export-judgements/profiles.ts'
import { writeLines } from './export-judgements/write.ts'

const help = `Usage: npm run export-judgements -- --out DIR

Writes what people made of matches as a BEIR set, which npm run evaluate -- --data DIR reads: thumbs, reasons
for declining an introduction, outcomes of introductions. The store is the one that DATABASE_URL names.

  --out DIR  folder to write to; made if it is not there, and what it holds of these files is replaced
  --help     this text

Files:
  corpus.jsonl      what was judged: _id, title, text
  queries.jsonl     what it was judged for: _id, title, text; the text begins with the title, because readers of
                    BEIR sets ask with the text alone
  qrels/test.tsv    query-id, corpus-id, score
  judgements.jsonl  each judgement: queryId, matchId, kind (thumb, decline, outcome), value, detail, at, and of the
                    match as it was shown rank, band, score, parts and versions (null where there was none);
                    neither persons nor organisations

Texts are what everybody may read of the profiles, as they are now, in the language they were written in. A
judgement of a profile that is not published now, or for one, is left out of every file and counted.

Every judgement has a value from -1 to 1: a thumb up is 1, a thumb down -1; of a declined introduction and of an
outcome it is stored with them. The values of a pair are averaged. Its score is three times their mean, rounded to
the nearest whole number, halves up, and 0 where the mean is negative:
  mean   below 1/6  below 1/2  below 5/6  else
  score  0          1          2          3

Exit code: 0 done, 1 something failed, 2 wrong usage.
`

const pageSize = 500

async function * everyJudgement (store: Store): AsyncGenerator<Judgement> {
  let after: string | undefined
  for (;;) {
    const page = await store.read.judgements.page(after, pageSize)
    yield * page
    after = page.at(-1)?.id
    if (after === undefined) return
  }
}

const line = ({ queryId, matchId, kind, value, detail, at, match }: Judgement): string => {
  const { rank = null, band = null, score = null, parts = null, versions = null } = match ?? {}
  return JSON.stringify({ queryId, matchId, kind, value, detail, at: at.toISOString(), rank, band, score, parts, versions })
}

const records = (ids: Iterable<string>, texts: ReadonlyMap<string, PublicText>, toText: (text: PublicText) => string): string[] =>
  [...ids].sort().flatMap((id) => {
    const text = texts.get(id)
    return text === undefined ? [] : [JSON.stringify({ _id: id, title: text.title, text: toText(text) })]
  })

/** Every profile that a judgement names and everybody may read. */
const readTexts = async (store: Store, step: () => void): Promise<Map<string, PublicText>> => {
  const named = { challenges: new Set<string>(), solutions: new Set<string>() }
  for await (const { queryResource, queryId, matchResource, matchId } of everyJudgement(store)) {
    for (const [resource, id] of [[queryResource, queryId], [matchResource, matchId]] as const) {
      if (resource === 'challenges' || resource === 'solutions') named[resource].add(id)
    }
    step()
  }
  return new Map([...await readPublic(store, 'challenges', [...named.challenges]), ...await readPublic(store, 'solutions', [...named.solutions])])
}

const exportJudgements = async (store: Store, folder: string): Promise<string> => {
  const total = await store.read.judgements.count()
  const progress = startProgress(2 * total)
  const pairs = new Pairs()
  const [queries, documents] = [new Set<string>(), new Set<string>()]
  let [written, leftOut] = [0, 0]
  try {
    const texts = await readTexts(store, () => progress.step('reading profiles'))
    const kept = async function * (): AsyncGenerator<string> {
      for await (const judgement of everyJudgement(store)) {
        progress.step('writing judgements')
        if (!texts.has(judgement.queryId) || !texts.has(judgement.matchId)) {
          leftOut++
          continue
        }
        written++
        pairs.add(judgement)
        queries.add(judgement.queryId)
        documents.add(judgement.matchId)
        yield line(judgement)
      }
    }
    await writeLines(path.join(folder, 'judgements.jsonl'), kept())
    await writeLines(path.join(folder, 'corpus.jsonl'), records(documents, texts, ({ text }) => text))
    await writeLines(path.join(folder, 'queries.jsonl'), records(queries, texts, ({ title, text }) => `${title}\n${text}`))
    const graded = pairs.graded()
    await writeLines(path.join(folder, 'qrels', 'test.tsv'), ['query-id\tcorpus-id\tscore', ...graded.map(({ query, match, grade }) => `${query}\t${match}\t${grade}`)])
    return `${written} judgements of ${graded.length} pairs: ${queries.size} queries, ${documents.size} documents; ${leftOut} left out because a profile is not published`
  } finally {
    progress.stop()
  }
}

await runScript('export-judgements', async () => {
  const { out, help: wanted } = parseFlags(process.argv.slice(2), { out: { type: 'string' }, help: { type: 'boolean' } })
  if (wanted === true) {
    process.stdout.write(help)
    return
  }
  if (out === undefined || out === '') throw new UsageError('--out DIR is missing; --help tells more')
  const store = openStore({ url: readConfig().databaseUrl, poolSize: 1 })
  try {
    await store.migrate()
    process.stdout.write(`${await exportJudgements(store, out)}\n`)
  } finally {
    await store.close()
  }
})

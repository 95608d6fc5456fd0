import { areas } from '../db/vocabulary.ts'
import { checkReadings, checkVocabulary } from '../matching/vocabulary/check.ts'
import { columns } from '../matching/vocabulary/concepts.ts'
import { readConcepts, readFiles, readReadingLines } from '../matching/vocabulary/vocabulary.ts'
import { parseFlags, runScript } from './evaluate/command-line.ts'

const help = `Usage: npm run check:vocabulary

Looks through matching/vocabulary: lines without their cells, heads that are there twice, words twice in a cell, empty cells,
words in another language's script, broader concepts that nobody wrote, targets that are none.
Prints each with its file and line, and how many concepts each language has words for. Exit code 1 where there is something to mend.

  --help   this text
`

await runScript('vocabulary', () => {
  if (parseFlags(process.argv.slice(2), { help: { type: 'boolean' } }).help === true) {
    process.stdout.write(help)
    return
  }
  const { concepts, languages, faults: inLines } = checkVocabulary(readFiles(), areas)
  const faults = [...inLines, ...checkReadings(readReadingLines(), readConcepts())]
  for (const { place, message } of faults) process.stdout.write(`${place}  ${message}\n`)
  process.stdout.write(`${concepts} concepts; ${columns.map(column => `${column} ${languages[column].concepts} (${languages[column].words} words)`).join(', ')}\n`)
  if (faults.length > 0) throw new Error(`${faults.length} to mend`)
})

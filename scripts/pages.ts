import { runScript, UsageError } from './evaluate/command-line.ts'
import { takeScreenshots } from './pages/screenshots.ts'
import { weighPages } from './pages/weigh.ts'

const help = `Usage: npm run pages -- screenshots | weigh

Looks at the service's pages in Chromium: starts the service on a store of its own with the sample data, as
npm start does, and signs in with the sample accounts that it prints.

  screenshots  writes the README's pictures to scripts/pages/screenshots/
  weigh        prints a line a page: bytes and requests of a first visit and of a second one, milliseconds to the
               first byte and to the first contentful paint, on a throttled line and processor
  --help       this text

Chromium is the one that CHROMIUM names or that is on the PATH. Exit code: 0 done, 1 something failed, 2 wrong usage.
`

await runScript('pages', async () => {
  const [command, ...rest] = process.argv.slice(2)
  if (command === '--help') {
    process.stdout.write(help)
    return
  }
  const work = command === 'screenshots' ? takeScreenshots : command === 'weigh' ? weighPages : undefined
  if (work === undefined || rest.length > 0) throw new UsageError('say screenshots or weigh; --help tells more')
  await work()
})

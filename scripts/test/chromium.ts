import { execFile } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { isProgram } from './programs.ts'

const run = promisify(execFile)

const packages = ['chromium', 'fonts-noto-core', 'fonts-noto-cjk']

const whatToInstall = `The tests look at pages in a browser, and no Chromium was found.
Install it: \`apt-get install ${packages.join(' ')}\` on Debian and Ubuntu, or say where one is with CHROMIUM=PATH.`

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

const find = (): string | undefined => [
  ...(process.env['CHROMIUM'] === undefined ? [] : [process.env['CHROMIUM']]),
  ...(process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
].find(isProgram)

/**
 * The Chromium that tests use: one that is there, else Debian's, with fonts for Thai, Bengali, Arabic and Chinese.
 * @throws {Error} saying what to install
 */
export const findChromium = async (): Promise<string> => {
  const found = find()
  if (found !== undefined) return found
  const apt = await run('apt-get', ['--version']).then(() => true, () => false)
  if (process.getuid?.() !== 0 || !apt) throw new Error(whatToInstall)
  process.stderr.write(`No Chromium was found: installing Debian's packages ${packages.join(', ')}.\n`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  try {
    await run('apt-get', ['update'], { env })
    await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env, maxBuffer: 64 * 2 ** 20 })
  } catch (error) {
    throw new Error(whatToInstall, { cause: error })
  }
  const installed = find()
  if (installed === undefined) throw new Error(whatToInstall)
  return installed
}

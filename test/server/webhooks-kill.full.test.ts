import { eachEngine } from '../engines.ts'
import { killWhileSending } from './webhook-process.ts'

eachEngine('a process killed fifty times while it writes changes and sends webhooks loses none', async (t, openTestStore, url) => {
  await killWhileSending(t, openTestStore, url, 50)
})

import { eachEngine } from '../engines.ts'
import { killWhileSending } from './mail-kills.ts'

eachEngine('fifty processes killed while two hundred mails flow lose none', async (t, openTestStore, url) => {
  await killWhileSending(t, await openTestStore(), url, { pairs: 25, each: 8 })
})

/**
 * The first module of every worker thread, in JavaScript: since Node 20.6 the hooks that `--import tsx` sets are not asked for a
 * thread's own first module (https://github.com/privatenumber/tsx/issues/354). `workerData.module` is what it is to run.
 */
import { workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
await import(workerData.module)

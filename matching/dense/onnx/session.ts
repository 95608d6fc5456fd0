import type { InferenceSession } from 'onnxruntime-node'

/**
 * How sessions are run. A thread of a session that waits spins for 0.1 ms and then sleeps. As it comes, it spins for long:
 * a text of 150 words took 65 ms of processor time instead of 28, and 40 ms instead of 25 while another process was at work.
 * Without spinning it took 16 ms instead of 13.5.
 */
export function sessionOptions (threads: number): InferenceSession.SessionOptions {
  return {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    logSeverityLevel: 3,
    extra: { session: { intra_op: { spin_duration_us: '100' } } }
  }
}

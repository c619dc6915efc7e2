import type { TryOut } from '@concerte/sync'
import { Worker } from 'node:worker_threads'

import type { TrialReply } from './try-update-thread.ts'

/** [S7] Fifty times the longest plan; a thread that needs more is ended. */
const resourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 }
/** Until the copy is ready: a long plan takes a tenth of a second, a busy machine some seconds. */
const openingMs = 20_000

/** A thread for each trial, ended with it. */
export const tryUpdate: TryOut = async (state, update, limitMs) => {
  const { promise, resolve, reject } = Promise.withResolvers<'fine' | 'too-heavy'>()
  const worker = new Worker(new URL('./try-update-thread.ts', import.meta.url), {
    workerData: { state, update },
    execArgv: [],
    resourceLimits,
  })
  let isReady = false
  let timer = setTimeout(() => reject(new Error('No copy of the plan was ready in time')), openingMs)
  worker.on('message', (reply: TrialReply) => {
    if (reply.type === 'done') return resolve(reply.ms <= limitMs ? 'fine' : 'too-heavy')
    isReady = true
    clearTimeout(timer)
    // Where this thread was busy itself, the answer may have come already: it is read first.
    timer = setTimeout(() => setImmediate(() => resolve('too-heavy')), limitMs)
  })
  // What fills the memory, or makes Yjs fail, would have done so to the plan.
  worker.on('error', (error) => (isReady ? resolve('too-heavy') : reject(error)))
  worker.on('exit', () => reject(new Error('The trial ended without an answer')))
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}

import { Worker } from 'node:worker_threads'

/** [S7] The longest plan takes a quarter of it. */
const resourceLimits = { maxOldGenerationSizeMb: 1536, maxYoungGenerationSizeMb: 64 }

/** Runs one module in a thread of its own, ended with it, and resolves to the one message that it sends. Rejects when it sends none. */
export async function runThread<Reply>(module: URL, request: object): Promise<Reply> {
  const { promise, resolve, reject } = Promise.withResolvers<Reply>()
  const worker = new Worker(module, { workerData: request, execArgv: [], resourceLimits })
  worker.on('message', (reply: Reply) => resolve(reply))
  worker.on('error', reject)
  worker.on('exit', () => reject(new Error('The thread ended without an answer')))
  try {
    return await promise
  } finally {
    await worker.terminate()
  }
}

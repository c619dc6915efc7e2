import { Worker } from 'node:worker_threads'

/** [S7] The longest plan takes a quarter of it; a thread that needs more is ended. */
const usualHeapMb = 1536

/**
 * Runs one module in a thread of its own, ended with it, and resolves to the one message that it sends. Rejects when it sends none,
 * or needs more memory than `heapMb`.
 */
export async function runThread<Reply>(module: URL, request: object, heapMb = usualHeapMb): Promise<Reply> {
  const { promise, resolve, reject } = Promise.withResolvers<Reply>()
  const worker = new Worker(module, {
    workerData: request,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 64 },
  })
  worker.on('message', (reply: Reply) => resolve(reply))
  worker.on('error', reject)
  worker.on('exit', () => reject(new Error('The thread ended without an answer')))
  try {
    return await promise
  } finally {
    await worker.terminate()
  }
}

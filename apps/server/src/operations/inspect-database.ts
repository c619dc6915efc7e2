import { Worker } from 'node:worker_threads'

/** What a file holds. `rows`: how many, by table. `migrations`: the steps that its tables went through. */
export type Inspection =
  | { type: 'sound'; migrations: string[]; rows: Record<string, number> }
  | { type: 'foreign' }
  | { type: 'damaged'; detail: string }

/** Reads every page of a database. */
export function inspectDatabase(path: string): Promise<Inspection> {
  const thread = new URL('./inspect-thread.ts', import.meta.url)
  return new Promise((resolve, reject) => {
    const worker = new Worker(thread, { workerData: path, execArgv: [] })
    worker.once('message', (inspection: Inspection) => resolve(inspection))
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('The inspection ended without an answer')))
  })
}

import type { PersonWork } from '@concerte/api'
import type { Comparison, ComparisonSummary } from '@concerte/schema'
import { Worker } from 'node:worker_threads'

import type { PackedVersion } from '../storage/version-content.ts'

/** A plan: as it is packed with a version, or as its Yjs state. */
export type PlanSource = { type: 'packed'; project: Uint8Array } | { type: 'state'; state: Uint8Array }

/** `since`: the packed state of the version before. `owners`: whose each Yjs client id is. */
export type VersionJob =
  | { type: 'keep'; state: Uint8Array; since: Uint8Array | null; owners: [number, string][] }
  | { type: 'compare'; before: PlanSource; after: PlanSource }

export type VersionJobResults = {
  keep: { content: PackedVersion; work: PersonWork[] }
  compare: { comparison: Comparison; summary: ComparisonSummary }
}

/** Fifty times the longest plan; a thread that needs more is ended. */
const resourceLimits = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 64 }

/** Does it in a thread: a plan a hundred times the usual length takes seconds. */
export async function runVersionJob<J extends VersionJob>(job: J): Promise<VersionJobResults[J['type']]> {
  const { promise, resolve, reject } = Promise.withResolvers<VersionJobResults[J['type']]>()
  const worker = new Worker(new URL('./version-thread.ts', import.meta.url), {
    workerData: job,
    execArgv: [],
    resourceLimits,
  })
  worker.once('message', resolve)
  worker.once('error', reject)
  worker.once('exit', () => reject(new Error('The thread ended without an answer')))
  try {
    return await promise
  } finally {
    await worker.terminate()
  }
}

import type { PersonWork } from '@concerte/api'
import type { Comparison, ComparisonSummary } from '@concerte/schema'

import { runThread } from '../jobs/run-thread.ts'
import type { StoredRows } from '../plan.ts'
import type { PackedVersion } from '../storage/version-content.ts'

/** A plan: as it is packed with a version, or as the log holds it. */
export type PlanSource = { type: 'packed'; project: Uint8Array } | { type: 'stored'; rows: StoredRows }

/** `since`: the packed state of the version before. `owners`: whose each Yjs client id is. */
export type VersionJob =
  | { type: 'keep'; rows: StoredRows; since: Uint8Array | null; owners: ReadonlyMap<number, string> }
  | { type: 'compare'; before: PlanSource; after: PlanSource }

export type VersionJobResults = {
  keep: { content: PackedVersion; work: PersonWork[] }
  compare: { comparison: Comparison; summary: ComparisonSummary }
}

/** Fifty times the longest plan; a thread that needs more is ended. */
const heapMb = 1024

/** Does it in a thread: a plan a hundred times the usual length takes seconds. */
export function runVersionJob<J extends VersionJob>(job: J): Promise<VersionJobResults[J['type']]> {
  return runThread(new URL('./version-thread.ts', import.meta.url), job, heapMb)
}

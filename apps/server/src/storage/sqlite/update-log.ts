import type { UpdateLog } from '@concerte/sync'

import type { Now } from '../database.ts'
import type { Compactor } from './compactor.ts'
import type { Lock } from './lock.ts'
import { packUpdates, unpackStoredPlan } from './packed.ts'
import type { WorkerClient } from './worker-client.ts'

/**
 * The log beside Kysely on one connection: a batch is one message to the thread and one back. The lock keeps it from
 * falling into somebody's transaction; nothing else ever commits while it does, so SQLite has nobody to wait for.
 */
export function createSqliteLog(options: {
  worker: WorkerClient
  lock: Lock
  compactor: Compactor
  now: Now
  reportError: (error: unknown) => void
}): UpdateLog {
  const { worker, lock, compactor, now, reportError } = options
  return {
    async load(projectId) {
      const packed = await lock.run(() => worker.load(projectId))
      for (const problem of packed.problems) reportError(new Error(`Storage: ${problem}`))
      return unpackStoredPlan(packed)
    },
    append: (updates) =>
      updates.length === 0 ? Promise.resolve() : lock.run(() => worker.append(packUpdates(updates, now()))),
    compact: (projectId) => compactor.compact(projectId),
  }
}

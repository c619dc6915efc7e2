import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { migrationNames } from '../storage/migrations/index.ts'
import type { Now } from '../storage/database.ts'
import { openSqlite } from '../storage/sqlite/open.ts'
import { copyPages, removeDatabase } from './copy-database.ts'
import { incomingName } from './leftovers.ts'
import { inspectDatabase } from './inspect-database.ts'
import { OperationError, toOperationError } from './operation-error.ts'

/** Data ready to take the place of those of now. */
export type Prepared = { path: string; plans: number; accounts: number }

/**
 * Makes, in the data folder, data to be put in place out of a backup: checked, brought up to this version, of a lineage
 * of their own. Changes nothing else, and may run while people work.
 * @throws OperationError
 */
export async function prepareRestore(options: {
  dataDir: string
  file: string
  now: Now
}): Promise<Prepared> {
  const { dataDir, file, now } = options
  const path = join(dataDir, incomingName)
  try {
    if (!existsSync(file)) throw new OperationError('unreadable')
    await copyPages(file, path)
    const inspection = await inspectDatabase(path)
    if (inspection.type !== 'sound') throw new OperationError(inspection.type, { cause: inspection })
    requireKnown(inspection.migrations)
    await bringUpToDate(path, now)
    const { project = 0, user = 0 } = inspection.rows
    return { path, plans: project, accounts: user }
  } catch (error) {
    removeDatabase(path)
    throw toOperationError(error)
  }
}

/** An older version made the same steps as this one and stopped before some; a newer one went further. */
function requireKnown(done: readonly string[]): void {
  if (done.some((name) => !migrationNames.includes(name))) {
    throw new OperationError(done.includes(migrationNames[0] ?? '') ? 'newer' : 'foreign')
  }
  if (done.length === 0) throw new OperationError('foreign')
}

async function bringUpToDate(path: string, now: Now): Promise<void> {
  const storage = await openSqlite({ path, now }).catch(broken)
  try {
    // What a server would read first, read once here, where nothing depends on it yet.
    await storage.accounts.count().catch(broken)
    const plans = await storage.projects.listAll().catch(broken)
    for (const { id } of plans) await storage.log.load(id).catch(broken)
    await storage.lineage.renew()
  } finally {
    await storage.close()
  }
}

/** What cannot be read is the file's fault, unless SQLite says that it is the disk's. */
function broken(cause: unknown): never {
  const { problem } = toOperationError(cause)
  throw new OperationError(problem === 'failed' ? 'damaged' : problem, { cause })
}

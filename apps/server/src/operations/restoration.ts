import { basename } from 'node:path'

import type { Log } from '../log.ts'
import { OperationError, toOperationError } from './operation-error.ts'
import { prepareRestore } from './prepare-restore.ts'
import { replaceData } from './replace-data.ts'

/** What was put in place; `kept`: the file with what was there before. */
export type Restored = { plans: number; accounts: number; kept: string | null }

/** Restores backups in a running server, one at a time. */
export type Restoration = {
  /** @throws OperationError, and then the data are the former ones */
  restore(file: string): Promise<Restored>
  /** Resolves when none is under way; from then on none begins. */
  end(): Promise<void>
}

type Options = {
  dataDir: string
  /** Of the database. */
  path: string
  nowMs: () => number
  log: Log
  /** Sends everyone away, writes what waits, and lets go of the data. */
  suspend: () => Promise<void>
  /** Opens the data, whichever they are now, and lets people in. */
  resume: () => Promise<void>
}

export function createRestoration({ dataDir, path, nowMs, log, suspend, resume }: Options): Restoration {
  const now = () => new Date(nowMs()).toISOString()
  let underWay: Promise<unknown> | null = null
  let hasEnded = false

  async function restore(file: string): Promise<Restored> {
    const { path: incoming, plans, accounts } = await prepareRestore({ dataDir, file, now })
    log.info('restore-begun', { plans, accounts })
    try {
      await suspend()
      const kept = await replaceData({ path, incoming, nowMs })
      await resumeOr(kept)
      log.info('restored', { plans, accounts, kept: kept === null ? null : basename(kept) })
      return { plans, accounts, kept }
    } catch (error) {
      if (error instanceof OperationError && error.problem === 'unusable') throw error
      // Should this fail too, the server stays shut and says so: /healthz, and this line.
      await resume().catch((cause: unknown) => log.error('resume-failed', {}, cause))
      throw error
    }
  }

  /** Everything was read once before; should the data be of no use all the same, the former ones come back. */
  async function resumeOr(kept: string | null): Promise<void> {
    try {
      await resume()
    } catch (cause) {
      if (kept === null) throw cause
      log.error('restore-undone', {}, cause)
      const { path: incoming } = await prepareRestore({
        dataDir,
        file: kept,
        now,
      })
      await replaceData({ path, incoming, nowMs })
      await resume()
      throw new OperationError('unusable', { cause })
    }
  }

  return {
    async restore(file) {
      if (underWay !== null || hasEnded) throw new OperationError('busy')
      const running = restore(file)
      underWay = running
      try {
        return await running
      } catch (error) {
        const refusal = toOperationError(error)
        log.warn('restore-failed', { problem: refusal.problem }, error)
        throw refusal
      } finally {
        underWay = null
      }
    },
    async end() {
      hasEnded = true
      await underWay?.catch(() => undefined)
    },
  }
}

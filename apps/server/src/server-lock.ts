import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

import { ConfigError } from './config.ts'

/**
 * Keeps a second server out of a data folder: two would each hold the plans in memory and not see the other's edits.
 * A lock of SQLite's, since the system drops it with the process, `kill -9` included. Returns what lets it go.
 */
export function lockDataDir(dataDir: string): () => void {
  const lock = new DatabaseSync(join(dataDir, 'server.lock'), { timeout: 0 })
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (cause) {
    lock.close()
    throw new ConfigError([{ variable: 'DATA_DIR', problem: 'folder-in-use', detail: dataDir }], { cause })
  }
  return () => lock.close()
}

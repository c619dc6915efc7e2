import { resolve } from 'node:path'

import { ConfigError, databasePath, keepFilesPrivate, prepareDataDir, readConfig } from '../../config.ts'
import { askServer } from '../../operations/ask-server.ts'
import { OperationError } from '../../operations/operation-error.ts'
import { prepareRestore } from '../../operations/prepare-restore.ts'
import { replaceData } from '../../operations/replace-data.ts'
import type { Restored } from '../../operations/restoration.ts'
import { lockDataDir } from '../../server-lock.ts'
import { CliError } from '../cli-error.ts'
import { saidPlainly } from '../said-plainly.ts'
import type { Terminal } from '../terminal.ts'

/** `concerte restore`: by the server when one runs on the data, else in its stead. */
export async function restoreBackup(file: string, terminal: Terminal): Promise<0> {
  const { environment, messages, err } = terminal
  keepFilesPrivate()
  const { dataDir } = readConfig(environment)
  prepareDataDir(dataDir)
  const path = resolve(file)
  const unlock = tryLock(dataDir)
  const { plans, accounts, kept } = await saidPlainly(terminal, async () => {
    if (unlock === null) return restoreThere(dataDir, path, terminal)
    try {
      return await restoreHere(dataDir, path)
    } finally {
      unlock()
    }
  })
  err(`${messages.restore.restored(plans, accounts)}\n`)
  if (kept !== null) err(`${messages.restore.kept(kept)}\n`)
  return 0
}

/** Null when a server has the data. */
function tryLock(dataDir: string): (() => void) | null {
  try {
    return lockDataDir(dataDir)
  } catch (error) {
    if (error instanceof ConfigError) return null
    throw error
  }
}

async function restoreThere(dataDir: string, file: string, { messages }: Terminal): Promise<Restored> {
  const answer = await askServer(dataDir, { command: 'restore', file })
  if (answer === null) throw new CliError(messages.restore.noAnswer)
  if (answer.type === 'restored') return answer
  throw new OperationError(answer.problem, { cause: new Error(answer.detail) })
}

async function restoreHere(dataDir: string, file: string): Promise<Restored> {
  const prepared = await prepareRestore({ dataDir, file, now: () => new Date().toISOString() })
  const { path: incoming, plans, accounts } = prepared
  const kept = await replaceData({ path: databasePath(dataDir), incoming, nowMs: () => Date.now() })
  return { plans, accounts, kept }
}

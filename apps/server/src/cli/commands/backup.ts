import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

import { databasePath, keepFilesPrivate, readConfig } from '../../config.ts'
import { copyDatabase } from '../../operations/copy-database.ts'
import { OperationError } from '../../operations/operation-error.ts'
import { CliError } from '../cli-error.ts'
import { saidPlainly } from '../said-plainly.ts'
import type { Terminal } from '../terminal.ts'

/** `concerte backup`: copies the data, which a server may be writing to meanwhile. */
export async function backUp(file: string, options: { force?: true }, terminal: Terminal): Promise<0> {
  const { environment, messages, err } = terminal
  const path = resolve(file)
  if (existsSync(path) && options.force !== true) {
    throw new CliError(messages.backup.exists(file), { exitCode: 2 })
  }
  keepFilesPrivate()
  const { dataDir } = readConfig(environment)
  const { plans, accounts, bytes } = await saidPlainly(terminal, async () => {
    if (!existsSync(databasePath(dataDir))) throw new OperationError('no-data')
    return copyDatabase(databasePath(dataDir), path)
  })
  err(`${messages.backup.written(file, plans, accounts, bytes / 1_000_000)}\n`)
  return 0
}

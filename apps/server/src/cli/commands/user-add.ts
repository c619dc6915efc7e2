import { emailSchema, passwordSchema, personNameSchema } from '@concerte/api'

import { prepareAccount } from '../../accounts/accounts.ts'
import { databasePath, keepFilesPrivate, prepareDataDir, readConfig } from '../../config.ts'
import { openSqlite } from '../../storage/sqlite/open.ts'
import { CliError } from '../cli-error.ts'
import type { Terminal } from '../terminal.ts'

/** `concerte user add`: makes an account in the data folder, which a server may be using meanwhile. */
export async function addUser(
  options: { email: string; name: string; admin?: true },
  { environment, messages, askHidden, err }: Terminal,
): Promise<0> {
  const email = emailSchema.safeParse(options.email)
  if (!email.success) throw new CliError(messages.user.badEmail, { exitCode: 2 })
  const name = personNameSchema.safeParse(options.name)
  if (!name.success) throw new CliError(messages.user.badName, { exitCode: 2 })
  const given = environment['CONCERTE_PASSWORD'] ?? (await askHidden(messages.user.askPassword))
  if (given === null) throw new CliError(messages.user.noPassword, { exitCode: 2 })
  const password = passwordSchema.safeParse(given)
  if (!password.success) throw new CliError(messages.user.badPassword)

  keepFilesPrivate()
  const { dataDir } = readConfig(environment)
  prepareDataDir(dataDir)
  const storage = await openSqlite({ path: databasePath(dataDir), now: () => new Date().toISOString() })
  try {
    const account = { email: email.data, name: name.data, password: password.data }
    const result = await storage.accounts.add(await prepareAccount(account, options.admin === true))
    if (result === 'email-taken') throw new CliError(messages.user.taken(email.data))
  } finally {
    await storage.close()
  }
  err(`${messages.user.added(email.data)}\n`)
  return 0
}

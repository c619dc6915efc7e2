import { projectIdSchema } from '@concerte/api'
import { existsSync } from 'node:fs'

import { databasePath, readConfig } from '../../config.ts'
import { openSqlite } from '../../storage/sqlite/open.ts'
import { verifyPlan } from '../../versions/verify-plan.ts'
import { CliError } from '../cli-error.ts'
import type { Terminal } from '../terminal.ts'

/** `concerte verify`: whether the versions of a plan and its trail are as they were written; 1 when they are not. A server may run meanwhile. */
export async function verifyProject(id: string, { environment, messages, out }: Terminal): Promise<0 | 1> {
  const { dataDir } = readConfig(environment)
  const path = databasePath(dataDir)
  if (!existsSync(path)) throw new CliError(messages.export.noData(dataDir))
  const storage = await openSqlite({ path, now: () => new Date().toISOString(), readOnly: true })
  try {
    const projectId = projectIdSchema.safeParse(id)
    const found = projectId.success ? await storage.projects.find(projectId.data) : null
    if (found === null) throw new CliError(messages.export.noProject(id, dataDir))
    const { versions, entries, faults } = await verifyPlan(storage, found.id)
    if (faults.length === 0) {
      out(`${messages.verify.sound(versions, entries)}\n`)
      return 0
    }
    const lines = faults.map(({ type, number }) => `  ${messages.verify.fault[type](number)}`)
    out(`${[messages.verify.broken(faults.length), ...lines].join('\n')}\n`)
    return 1
  } finally {
    await storage.close()
  }
}

import { projectIdSchema, type ExportFormat } from '@concerte/api'
import { readJson } from '@concerte/formats'
import { readProject, type Project } from '@concerte/schema'
import { openStoredPlan } from '@concerte/sync'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'

import { ApiError } from '../../api-error.ts'
import { databasePath, readConfig } from '../../config.ts'
import { createGate } from '../../jobs/gate.ts'
import { createPlanWriter } from '../../jobs/plan-writer.ts'
import type { Language } from '../../language/language.ts'
import { openSqlite } from '../../storage/sqlite/open.ts'
import { CliError } from '../cli-error.ts'
import { readFileAs } from '../read-file.ts'
import type { Terminal } from '../terminal.ts'

export type ExportOptions = { format: ExportFormat; output: string; locale: Language }

/** `concerte export`: writes a plan, from a file or from the data folder, which a server may be using meanwhile. */
export async function exportPlan(source: string, options: ExportOptions, terminal: Terminal): Promise<0> {
  const { messages, out, err } = terminal
  const { format, output, locale } = options
  const isFile = existsSync(source) || source.endsWith('.json')
  const project = isFile ? await readFileAs(source, readJson, terminal) : await readStored(source, terminal)
  const bytes = await write(project, { format, locale }, terminal)
  if (output === '-') {
    out(bytes)
    return 0
  }
  try {
    await writeFile(output, bytes)
  } catch (cause) {
    throw new CliError(messages.file.unwritable(output), { cause })
  }
  err(`${messages.export.written(output)}\n`)
  return 0
}

async function readStored(id: string, { environment, messages }: Terminal): Promise<Project> {
  const { dataDir } = readConfig(environment)
  const path = databasePath(dataDir)
  if (!existsSync(path)) throw new CliError(messages.export.noData(dataDir))
  const storage = await openSqlite({ path, now: () => new Date().toISOString(), readOnly: true })
  try {
    const projectId = projectIdSchema.safeParse(id)
    const found = projectId.success ? await storage.projects.find(projectId.data) : null
    if (found === null) throw new CliError(messages.export.noProject(id, dataDir))
    const { doc } = openStoredPlan(await storage.log.load(found.id), (error) => {
      // What an export leaves out nobody would miss until it is too late.
      throw error
    })
    return readProject(doc)
  } finally {
    await storage.close()
  }
}

async function write(
  project: Project,
  options: { format: ExportFormat; locale: Language },
  { messages }: Terminal,
): Promise<Uint8Array> {
  try {
    return (await createPlanWriter(createGate(1))(project, options)).bytes
  } catch (cause) {
    if (cause instanceof ApiError && cause.code === 'pdf-unsupported-character') {
      throw new CliError(messages.export.badCharacter(cause.detail ?? ''), { cause })
    }
    throw cause
  }
}

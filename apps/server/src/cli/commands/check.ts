import { applyDismissals, checkProject } from '@concerte/schema'

import { readPlanBytes } from '../../jobs/read-plan-bytes.ts'
import { checkReport } from '../check-report.ts'
import { CliError } from '../cli-error.ts'
import { readFileAs } from '../read-file.ts'
import type { Terminal } from '../terminal.ts'

/**
 * `concerte check`: what a careful reader would mark in a plan, on the standard output. Resolves to the exit code: 0
 * when there is nothing, 1 when there is something. A file that is no plan ends with 2.
 */
export async function checkFile(path: string, options: { json?: true }, terminal: Terminal): Promise<0 | 1> {
  const { messages, out } = terminal
  const project = await readProjectFile(path, terminal)
  const { open, dismissed } = applyDismissals(checkProject(project), project.dismissals ?? [])
  if (options.json === true) out(`${JSON.stringify({ findings: open, dismissed }, null, 2)}\n`)
  else {
    const report = checkReport(project, open, messages.check)
    out(`${report === '' ? '' : `${report}\n\n`}${messages.check.total(open.length, dismissed.length)}\n`)
  }
  return open.length === 0 ? 0 : 1
}

async function readProjectFile(path: string, terminal: Terminal) {
  try {
    const { project } = await readFileAs(path, (bytes) => readPlanBytes(bytes), terminal)
    if (project.axes.length === 0) throw new CliError(terminal.messages.import.noAxis)
    return project
  } catch (error) {
    if (!(error instanceof CliError)) throw error
    // 1 says that the plan was read, and that there is something to say of it.
    throw new CliError(error.message, { exitCode: 2, cause: error })
  }
}

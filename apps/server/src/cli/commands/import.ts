import { writeJson } from '@concerte/formats'
import { countNodes } from '@concerte/schema'

import { readPlanBytes } from '../../jobs/read-plan-bytes.ts'
import { CliError } from '../cli-error.ts'
import { outline } from '../outline.ts'
import { readFileAs } from '../read-file.ts'
import type { Terminal } from '../terminal.ts'

/**
 * `concerte import`: shows what a text holds, the plan on the standard output, the report beside it. Resolves to the
 * exit code, 1 when words of the file have no place in the plan.
 */
export async function importFile(path: string, options: { json?: true }, terminal: Terminal): Promise<0 | 1> {
  const { messages, out, err } = terminal
  const { project, unplaced } = await readFileAs(path, (bytes) => readPlanBytes(bytes), terminal)
  if (project.axes.length === 0) throw new CliError(messages.import.noAxis)
  out(options.json === true ? writeJson(project) : outline(project))
  const { axes, actions, entries } = countNodes(project)
  err(`${messages.import.counts(axes, actions, entries)}\n`)
  if (unplaced.length === 0) {
    err(`${messages.import.allPlaced}\n`)
    return 0
  }
  const lines = unplaced.map(({ line, text }) => messages.import.line(line, text))
  err(`${[messages.import.unplaced(unplaced.length), ...lines].join('\n')}\n`)
  return 1
}

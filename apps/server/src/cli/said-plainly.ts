import { toOperationError } from '../operations/operation-error.ts'
import { CliError } from './cli-error.ts'
import type { Terminal } from './terminal.ts'

/** Runs an operation on the data; what hinders it is told in words. @throws CliError */
export async function saidPlainly<T>(
  { messages, environment }: Pick<Terminal, 'messages' | 'environment'>,
  operation: () => Promise<T>,
): Promise<T> {
  try {
    return await operation()
  } catch (error) {
    if (error instanceof CliError) throw error
    const { problem, cause } = toOperationError(error)
    const told = problem === 'failed' || environment['LOG_LEVEL'] === 'debug'
    const detail = told ? ` (${cause instanceof Error ? cause.message : String(cause)})` : ''
    throw new CliError(`${messages.operation[problem]}${detail} ${messages.unchanged}`, { cause: error })
  }
}

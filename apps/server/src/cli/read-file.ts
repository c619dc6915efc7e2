import { NotTextError, ProjectJsonError } from '@concerte/formats'
import { readFile } from 'node:fs/promises'

import { CliError } from './cli-error.ts'
import type { Terminal } from './terminal.ts'

/** Reads a file and what it holds, telling apart what can be wrong. @throws CliError */
export async function readFileAs<T>(
  path: string,
  read: (bytes: Uint8Array) => T,
  { messages }: Pick<Terminal, 'messages'>,
): Promise<T> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (cause) {
    throw new CliError(messages.file.unreadable(path), { cause })
  }
  try {
    return read(bytes)
  } catch (cause) {
    if (cause instanceof NotTextError) throw new CliError(messages.file.notText(path), { cause })
    if (cause instanceof ProjectJsonError) {
      throw new CliError(messages.file.notProject(path, cause.message), { cause })
    }
    throw cause
  }
}

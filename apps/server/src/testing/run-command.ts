import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

/** Runs `concerte` in a process of its own; resolves when it has ended. */
export async function runCommand(
  argv: readonly string[],
  environment: Record<string, string>,
): Promise<{ exitCode: number | null; out: string; err: string }> {
  const command = fileURLToPath(new URL('../cli/concerte.ts', import.meta.url))
  const child = spawn(process.execPath, [command, ...argv], {
    env: { LANG: 'en', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { exitCode: child.exitCode, out, err }
}

import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const child = fileURLToPath(new URL('./log-child.ts', import.meta.url))

type Run = { output: string; errors: string }

/** Runs `log-child.ts` to its end, which is always a SIGKILL. @throws when it ends another way */
export function runLogChild(parameters: string[]): Promise<Run> {
  return run(process.execPath, [child, ...parameters])
}

/**
 * The same under strace, which makes system calls of it fail or kills it in the middle of them: `inject` as strace
 * writes it, `null` to trace alone. Calls are counted for each thread apart. What it traced is written to `trace`.
 */
export async function runTracedLogChild(
  parameters: string[],
  { calls, inject, trace = '/dev/null' }: { calls: string; inject: string | null; trace?: string },
): Promise<Run> {
  await requireStrace()
  const injection = inject === null ? [] : ['-e', `inject=${inject}`]
  const options = ['-f', '-qq', '-o', trace, '-e', `trace=${calls}`, ...injection]
  return run('strace', [...options, process.execPath, child, ...parameters])
}

let checked: Promise<Run> | undefined

/** These tests prove nothing where they cannot trace, so there they fail. */
function requireStrace(): Promise<Run> {
  checked ??= run('strace', ['-o', '/dev/null', 'sh', '-c', 'kill -9 $$']).catch((cause: unknown) => {
    throw new Error('These tests need strace and the right to trace (scripts/test-tools.sh brings it)', {
      cause,
    })
  })
  return checked
}

async function run(command: string, parameters: string[]): Promise<Run> {
  const started = spawn(command, parameters, { stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<NodeJS.Signals | null>((resolve, reject) => {
    started.once('error', reject)
    started.once('close', (_code, signal) => resolve(signal))
  })
  const [output, errors, signal] = await Promise.all([text(started.stdout), text(started.stderr), ended])
  if (signal !== 'SIGKILL') throw new Error(`${command} ended by itself: ${errors}`)
  return { output, errors }
}

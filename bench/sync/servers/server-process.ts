import { spawn } from 'node:child_process'
import { once } from 'node:events'

import { onServerCore } from '../cores.ts'

export type ServerProcess = {
  readonly pid: number
  /** What it printed until it was ready. */
  readonly printed: string
  kill(): Promise<void>
  stop(): Promise<void>
}

/**
 * Runs Node on one core; resolves when the process has printed what says that it is ready.
 * @param args the file and its arguments
 */
export async function startServerProcess(
  args: readonly string[],
  { environment, isReady }: { environment: Record<string, string>; isReady: RegExp },
): Promise<ServerProcess> {
  const [command, ...rest] = onServerCore([process.execPath, ...nodeOptions(), ...args])
  const child = spawn(command, rest, {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = once(child, 'exit')
  const killWithUs = () => child.kill('SIGKILL')
  process.once('exit', killWithUs)
  void gone.then(() => process.off('exit', killWithUs))
  let printed = ''
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      if (isReady.test(printed)) resolve()
    })
    child.once('exit', (code) => reject(new Error(`${args.join(' ')} ended with ${code}: ${printed}`)))
  })
  const end = (signal: 'SIGKILL' | 'SIGTERM') => async () => {
    child.kill(signal)
    await gone
  }
  return { pid: child.pid ?? 0, printed, kill: end('SIGKILL'), stop: end('SIGTERM') }
}

/** `SERVER_NODE_OPTIONS="--cpu-prof --cpu-prof-dir=/tmp/profiles"` profiles what is measured. */
function nodeOptions(): string[] {
  return (process.env['SERVER_NODE_OPTIONS'] ?? '').split(' ').filter((option) => option !== '')
}

/** The number that follows the last colon of an address, or of «ready: 1234». */
export function printedPort(printed: string): number {
  const port = /:\s?(\d+)\b(?!.*:\s?\d)/s.exec(printed)?.[1]
  if (port === undefined) throw new Error(`no port in: ${printed}`)
  return Number(port)
}

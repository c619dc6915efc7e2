import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

export type ServerProcess = {
  url: string
  port: number
  setupUrl: string | null
  /** `kill -9`; resolves when the process is gone. */
  kill(): Promise<void>
  /** Asks it to stop, as many times as told; resolves to its exit code and what it printed meanwhile. */
  stop(times?: number): Promise<{ exitCode: number | null; lastWords: string }>
  /** Everything that it logged. */
  logged(): string
}

/** `concerte serve` in a process of its own, on a free port or on the one given. */
export async function startServerProcess(
  dataDir: string,
  environment: Record<string, string> = {},
): Promise<ServerProcess> {
  const command = fileURLToPath(new URL('../cli/concerte.ts', import.meta.url))
  const child = spawn(process.execPath, [command, 'serve'], {
    env: { PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error', LANG: 'en', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = once(child, 'exit')
  const kill = async () => {
    child.kill('SIGKILL')
    await exited
  }
  onTestFinished(kill)

  let printed = ''
  let logged = ''
  child.stderr.on('data', (chunk: Buffer) => {
    logged += chunk.toString()
    // Errors that a test did not ask for are to be seen.
    if (environment['LOG_LEVEL'] === undefined) process.stderr.write(chunk)
  })
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      if (printed.includes('Ctrl+C')) resolve()
    })
    child.stdout.on('end', resolve)
  })
  const [url, setupUrl = null] = printed.match(/http:\/\/\S+/g) ?? []
  if (url === undefined) throw new Error(`The server did not start: ${printed}`)
  return {
    url,
    port: Number(new URL(url).port),
    setupUrl,
    kill,
    logged: () => logged,
    async stop(times = 1) {
      const before = printed.length
      const closed = once(child, 'close')
      for (let n = 0; n < times; n += 1) child.kill('SIGTERM')
      await closed
      return { exitCode: child.exitCode, lastWords: printed.slice(before) }
    },
  }
}

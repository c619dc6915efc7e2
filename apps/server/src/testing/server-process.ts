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
}

/** `concerte serve` in a process of its own, on a free port. */
export async function startServerProcess(dataDir: string): Promise<ServerProcess> {
  const command = fileURLToPath(new URL('../cli/concerte.ts', import.meta.url))
  const child = spawn(process.execPath, [command, 'serve'], {
    env: { PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error', LANG: 'en' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  const kill = async () => {
    child.kill('SIGKILL')
    await exited
  }
  onTestFinished(kill)

  let printed = ''
  for await (const chunk of child.stdout) {
    printed += String(chunk)
    if (printed.includes('Ctrl+C')) break
  }
  const [url, setupUrl = null] = printed.match(/http:\/\/\S+/g) ?? []
  if (url === undefined) throw new Error(`The server did not start: ${printed}`)
  return { url, port: Number(new URL(url).port), setupUrl, kill }
}

import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { onTestFinished } from 'vitest'

const cli = fileURLToPath(new URL('../../../server/src/cli/concerte.ts', import.meta.url))

/** A real server, as `npm start` runs it, on a data folder of its own; both go when the test ends. */
export type TestServer = {
  url: string
  /** The one-time link; null once the first account exists. */
  setupUrl: string | null
  kill(signal: 'SIGKILL' | 'SIGINT'): Promise<void>
  /** Starts again on the same folder and the same address. */
  restart(): Promise<void>
  /** Runs `concerte` on the same folder, beside the server. */
  command(...args: string[]): Promise<void>
  /** A folder of the test's own. */
  dataDir: string
}

/** `environment`: variables beside those that every test server has. */
export async function startServer(environment: Record<string, string> = {}): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'concerte-browser-'))
  const port = await freePort()
  let run = await start(dataDir, port, environment)
  const kill = async (signal: 'SIGKILL' | 'SIGINT'): Promise<void> => {
    const ended = new Promise((resolve) => run.child.once('exit', resolve))
    if (run.child.exitCode !== null || run.child.signalCode !== null) return
    run.child.kill(signal)
    await ended
  }
  onTestFinished(async () => {
    await kill('SIGKILL')
    await rm(dataDir, { recursive: true, force: true })
  })
  return {
    url: `http://localhost:${port}`,
    setupUrl: run.setupUrl,
    kill,
    dataDir,
    async restart() {
      run = await start(dataDir, port, environment)
    },
    async command(...args) {
      const child = spawn(process.execPath, [cli, ...args], {
        env: { ...process.env, DATA_DIR: dataDir },
        stdio: ['ignore', 'ignore', 'pipe'],
      })
      let said = ''
      child.stderr.on('data', (chunk: Buffer) => {
        said += chunk.toString()
      })
      const code = await new Promise((resolve) => child.once('exit', resolve))
      if (code !== 0) throw new Error(`concerte ${args.join(' ')} ended with ${String(code)}: ${said}`)
    },
  }
}

function start(
  dataDir: string,
  port: number,
  environment: Record<string, string>,
): Promise<{ child: ChildProcess; setupUrl: string | null }> {
  const child = spawn(process.execPath, [cli, 'serve'], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return new Promise((resolve, reject) => {
    let printed = ''
    const read = (chunk: Buffer): void => {
      printed += chunk.toString()
      if (!/Ctrl\+C/.test(printed)) return
      resolve({ child, setupUrl: /http\S+\/installation#\S+/.exec(printed)?.[0] ?? null })
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${printed}`)))
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, () => {
      const address = probe.address()
      probe.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port)
        else reject(new Error('no port'))
      })
    })
  })
}

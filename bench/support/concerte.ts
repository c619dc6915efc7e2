import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'

import { request, type APIRequestContext } from 'playwright-core'

const command = fileURLToPath(new URL('../../apps/server/src/cli/concerte.ts', import.meta.url))

/** `concerte serve` in a process and a data folder of its own, with an administrator signed in. */
export type Concerte = {
  url: string
  dataDir: string
  /** Carries the administrator's cookies and the site's Origin. */
  http: APIRequestContext
  stop(): Promise<void>
}

export async function startConcerte(): Promise<Concerte> {
  const dataDir = await mkdtemp(join(tmpdir(), 'concerte-bench-'))
  const child = spawn(process.execPath, [command, 'serve'], {
    env: { PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error', LANG: 'en' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = once(child, 'exit')
  // Also when a measure fails.
  process.once('exit', () => child.kill('SIGKILL'))
  const [url, setupUrl] = await printedAddresses(child)
  const http = await request.newContext({ baseURL: url, extraHTTPHeaders: { origin: url } })
  const account = { name: 'Marie Durand', email: 'marie@example.org', password: 'quatre mots sans lien' }
  const made = await http.post('/api/setup', { data: { ...account, token: new URL(setupUrl).hash.slice(1) } })
  if (!made.ok()) throw new Error(`no account could be made: ${await made.text()}`)
  return {
    url,
    dataDir,
    http,
    async stop() {
      await http.dispose()
      child.kill('SIGTERM')
      await gone
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** The address and the set-up link, once the server says that it is ready. */
function printedAddresses(child: ChildProcessByStdio<null, Readable, null>): Promise<[string, string]> {
  return new Promise((resolve, reject) => {
    let printed = ''
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      if (!printed.includes('Ctrl+C')) return
      const [url, setupUrl] = printed.match(/http:\/\/\S+/g) ?? []
      if (url !== undefined && setupUrl !== undefined) resolve([url, setupUrl])
    })
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${printed}`)))
  })
}

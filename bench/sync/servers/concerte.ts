import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import { concerte as dialect } from '../load/dialect.ts'
import type { MeasuredServer, ServerKind } from './measured-server.ts'
import { printedPort, startServerProcess, type ServerProcess } from './server-process.ts'

/** Another state of the code may be measured: `CONCERTE_CHECKOUT=../before npm run bench:sync`. */
const checkout = process.env['CONCERTE_CHECKOUT'] ?? resolve(import.meta.dirname, '../../..')

/** `concerte serve`. Everyone is the administrator, in a session of theirs: a lead, who may write everywhere. */
export const concerte: ServerKind = { name: 'Concerte', isDurable: true, create }

async function create(): Promise<MeasuredServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'concerte-bench-'))
  const ids: string[] = []
  let cookie = ''
  let running: ServerProcess | null = null
  let port = 0

  const headers = (): Record<string, string> => ({ origin: `http://localhost:${port}`, cookie })

  async function post(path: string, body: unknown): Promise<Response> {
    const response = await fetch(`http://localhost:${port}${path}`, {
      method: 'POST',
      headers: { ...headers(), 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return response
  }

  async function setUp(printed: string): Promise<void> {
    const token = /installation#(\S+)/.exec(printed)?.[1]
    const account = { name: 'Marie Durand', email: 'marie@example.org', password: 'quatre mots sans lien' }
    const response = await post('/api/setup', { ...account, token })
    cookie = response.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ')
  }

  return {
    name: concerte.name,
    dialect,
    loadsLate: false,
    get pid() {
      return running?.pid ?? 0
    },
    async start() {
      running = await startServerProcess([join(checkout, 'apps/server/src/cli/concerte.ts'), 'serve'], {
        environment: { PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error', LANG: 'en' },
        isReady: /Ctrl\+C/,
      })
      port = printedPort(/http:\/\/localhost:\d+/.exec(running.printed)?.[0] ?? '')
      if (cookie === '') await setUp(running.printed)
    },
    kill: async () => running?.kill(),
    stop: async () => running?.stop(),
    async dispose() {
      await running?.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
    async openRooms(count) {
      while (ids.length < count) {
        const response = await post('/api/projects', {
          template: 'actions',
          academy: 'Orléans-Tours',
          period: { start: 2024, end: 2028 },
        })
        const made: unknown = await response.json()
        if (typeof made !== 'object' || made === null || !('id' in made)) throw new Error('no plan was made')
        ids.push(String(made.id))
      }
    },
    address: (room) => ({ port, path: `/sync/${ids[room]}`, headers: headers() }),
    roomName: (room) => String(ids[room]),
  }
}

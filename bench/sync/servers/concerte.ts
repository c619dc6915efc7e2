import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import { concerte as dialect } from '../load/dialect.ts'
import { someAtOnce } from '../load/some-at-once.ts'
import { createVisitor, type Visitor } from './concerte-visitor.ts'
import type { MeasuredServer, ServerKind } from './measured-server.ts'
import { printedPort, startServerProcess, type ServerProcess } from './server-process.ts'

/** Another state of the code may be measured: `CONCERTE_CHECKOUT=../before npm run bench:sync`. */
const checkout = process.env['CONCERTE_CHECKOUT'] ?? resolve(import.meta.dirname, '../../..')
const password = 'quatre mots sans lien'
/** Lines of one session: the server wants no more than a hundred. */
const perSession = 50
/** Editors have an account for so many lines. */
const perEditor = 5

/** `concerte serve`. Everyone is the administrator, who may write everywhere. */
export const concerte: ServerKind = { name: 'Concerte', isDurable: true, create: () => create(false) }
/** Everyone is an editor in a working group, so that each update is looked at for what it touches. */
export const concerteOfEditors: ServerKind = { ...concerte, create: () => create(true) }

async function create(areEditors: boolean): Promise<MeasuredServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'concerte-bench-'))
  const ids: string[] = []
  const keeper = createVisitor(() => port)
  const sessions: Visitor[] = []
  let running: ServerProcess | null = null
  let port = 0

  /** One more session: of an editor once invited, or of the administrator. */
  async function signIn(): Promise<void> {
    const visitor = createVisitor(() => port)
    if (!areEditors) await visitor.post('/api/session', { email: 'marie@example.org', password })
    sessions.push(visitor)
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
        environment: {
          PORT: '0',
          DATA_DIR: dataDir,
          LOG_LEVEL: 'error',
          LANG: 'en',
          // All clients have one address.
          HANDSHAKES_PER_SECOND: '2000',
        },
        isReady: /Ctrl\+C/,
      })
      port = printedPort(/http:\/\/localhost:\d+/.exec(running.printed)?.[0] ?? '')
      if (keeper.isSignedIn) return
      const token = /installation#(\S+)/.exec(running.printed)?.[1]
      await keeper.post('/api/setup', { name: 'Marie Durand', email: 'marie@example.org', password, token })
    },
    kill: async () => running?.kill(),
    stop: async () => running?.stop(),
    async dispose() {
      await running?.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
    async open(rooms, people) {
      while (sessions.length < people / (areEditors ? perEditor : perSession)) await signIn()
      const made = await someAtOnce(rooms - ids.length, () =>
        keeper.post('/api/projects', {
          template: 'actions',
          academy: 'Orléans-Tours',
          period: { start: 2024, end: 2028 },
        }),
      )
      ids.push(...made.map(({ id }) => String(id)))
    },
    async admit(room, axes) {
      if (!areEditors) return
      const plan = `/api/projects/${ids[room]}`
      const invitation = { role: 'editor', reusable: true, expiresInDays: 1 }
      const { url } = await keeper.post(`${plan}/invitations`, invitation)
      const accept = `/api/invitations/${String(url).split('/').at(-1)}/accept`
      for (const [n, editor] of sessions.entries()) {
        const account = { name: `Personne ${n}`, email: `personne-${n}@example.org`, password }
        await editor.post(accept, editor.isSignedIn ? {} : { account })
      }
      const members = await Promise.all(sessions.map((editor) => editor.userId()))
      await keeper.post(`${plan}/groups`, { name: 'Groupe de travail', members, axes })
    },
    address(room, person) {
      const visitor = person === undefined ? keeper : sessions[person % sessions.length]
      return { port, path: `/sync/${ids[room]}`, headers: (visitor ?? keeper).headers() }
    },
    roomName: (room) => String(ids[room]),
  }
}

import { createAdaptorServer, type WebSocketServerLike } from '@hono/node-server'
import type { Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { WebSocketServer } from 'ws'

import { createApp, type Site } from './app.ts'
import { ConfigError, prepareDataDir, type Config } from './config.ts'
import { createDeps, surroundings, type Deps, type Surroundings } from './deps.ts'
import type { Api } from './http/api.ts'
import { createLog } from './log.ts'
import { lockDataDir } from './server-lock.ts'
import { startHeartbeat } from './ws/heartbeat.ts'

export type RunningServer = {
  /** Where people open it, without a final slash. */
  url: string
  port: number
  /** Where the first account is made; null once there is one. The token is in the fragment, which no log ever sees. */
  setupUrl: string | null
  /** Lets go of everyone, writes what waits, closes. */
  close(): Promise<void>
}

/** The longest message of the sync protocol: far over any plan, far under what would hurt. */
const maxMessage = 4 * 1024 * 1024
const heartbeatMs = 30_000
const drainMs = 3_000

/** Starts a server. @throws ConfigError when the configuration does not fit this machine */
export async function serve(config: Config, changes: Partial<Surroundings> = {}): Promise<RunningServer> {
  const log = createLog({
    level: config.logLevel,
    now: () => new Date().toISOString(),
    write: (line) => process.stderr.write(line),
  })
  prepareDataDir(config.dataDir)
  const unlock = lockDataDir(config.dataDir)
  try {
    const deps = await createDeps(config, log, { ...surroundings, ...changes })
    try {
      const isNew = (await deps.storage.accounts.count()) === 0
      const { server, site, port, endSockets } = await listen(config, deps)
      log.info('started', { port })
      return {
        url: site.publicUrl.origin,
        port,
        setupUrl: isNew ? new URL(`/installation#${deps.setupToken.value}`, site.publicUrl).href : null,
        close: once(async () => {
          const closed = new Promise<void>((resolve) => server.close(() => resolve()))
          await deps.rooms.evict()
          // Requests under way may end; sockets answer the close; then whoever is left is cut.
          await Promise.race([closed, delay(drainMs, undefined, { ref: false })])
          endSockets()
          await closed
          await deps.close()
          unlock()
          log.info('stopped')
        }),
      }
    } catch (error) {
      await deps.close()
      throw error
    }
  } catch (error) {
    unlock()
    throw error
  }
}

async function listen(config: Config, deps: Deps) {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxMessage, perMessageDeflate: false })
  const stopHeartbeat = startHeartbeat(sockets, heartbeatMs)
  let api: Api | null = null
  const server = createAdaptorServer({
    fetch: (request, env) => {
      if (api === null) throw new Error('A request came before the server knew its own address')
      return api.fetch(request, env)
    },
    serverOptions: {
      // An upgrade to anything else is a request like another: Node would leave its socket open for ever, unanswered.
      shouldUpgradeCallback: ({ headers }) => headers.upgrade?.toLowerCase() === 'websocket',
    },
    ...(isForHono(sockets) && { websocket: { server: sockets } }),
  })
  const connections = new Set<Socket>()
  server.on('connection', (connection: Socket) => {
    connections.add(connection)
    connection.once('close', () => connections.delete(connection))
  })
  try {
    const { site, port } = await new Promise<{ site: Site; port: number }>((resolve, reject) => {
      server.once('error', reject)
      // Here, before any request can come: with PORT=0 only now is the address known that links and origins need.
      server.listen(config.port, config.host, () => {
        const address = server.address()
        const port = address === null || typeof address === 'string' ? config.port : address.port
        const site = toSite(config, port)
        api = createApp(deps, site)
        resolve({ site, port })
      })
    })
    return {
      server,
      site,
      port,
      endSockets: () => {
        stopHeartbeat()
        // Every connection, not only those that Node still counts as HTTP: one left over would keep us from stopping.
        for (const connection of connections) connection.destroy()
      },
    }
  } catch (error) {
    stopHeartbeat()
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    if (!isTaken) throw error
    const problem = { variable: 'PORT', problem: 'port-in-use', detail: String(config.port) } as const
    throw new ConfigError([problem], { cause: error })
  }
}

/** Without PUBLIC_URL the server is for its own machine, whatever that machine calls itself. */
function toSite(config: Config, port: number): Site {
  const publicUrl = config.publicUrl ?? new URL(`http://localhost:${port}`)
  const loopback = [`http://localhost:${port}`, `http://127.0.0.1:${port}`, `http://[::1]:${port}`]
  const own = config.publicUrl === null ? loopback : [publicUrl.origin]
  return {
    publicUrl,
    allowedOrigins: new Set([...own, ...config.allowedOrigins]),
    trustedProxies: config.trustedProxies,
  }
}

/** ws is what Hono's type describes, but their types differ by an optional `undefined`. */
function isForHono(server: unknown): server is WebSocketServerLike {
  return server instanceof WebSocketServer
}

function once(action: () => Promise<void>): () => Promise<void> {
  let result: Promise<void> | undefined
  return () => (result ??= action())
}

import { createAdaptorServer, type WebSocketServerLike } from '@hono/node-server'
import type { Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { WebSocketServer } from 'ws'

import { createApp, type Site } from './app.ts'
import { ConfigError, databasePath, prepareDataDir, type Config } from './config.ts'
import { createDeps, createLasting, surroundings, type Surroundings } from './deps.ts'
import { createFront, type Front } from './http/front.ts'
import { createLog } from './log.ts'
import { openControl } from './operations/control.ts'
import { removeLeftovers } from './operations/leftovers.ts'
import { createRestoration } from './operations/restoration.ts'
import { lockDataDir } from './server-lock.ts'
import { usualVersionTiming } from './versions/version-keeper.ts'
import { startHeartbeat } from './ws/heartbeat.ts'
import { maxMessage } from './ws/max-message.ts'

export type RunningServer = {
  /** Where people open it, without a final slash. */
  url: string
  port: number
  /** Where the first account is made; null once there is one. The token is in the fragment, which no log ever sees. */
  setupUrl: string | null
  /** Lets go of everyone, writes what waits, closes. */
  close(): Promise<void>
}

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
  const versionTiming = { ...usualVersionTiming, quiet: 1000 * config.versionAfterSeconds }
  const around = { ...surroundings, versionTiming, ...changes }
  try {
    removeLeftovers(config.dataDir)
    const lasting = createLasting(around.nowMs, {
      perAddress: config.socketsPerAddress,
      perSecond: config.handshakesPerSecond,
      burst: 5 * config.handshakesPerSecond,
    })
    let deps = await createDeps(config, log, around, lasting)
    try {
      const isNew = (await deps.storage.accounts.count()) === 0
      const front = createFront()
      const { server, sockets, site, port, endSockets } = await listen(
        config,
        front,
        around.timing.heartbeatMs,
        (site) => front.open(createApp(deps, site)),
      )
      const restoration = createRestoration({
        dataDir: config.dataDir,
        path: databasePath(config.dataDir),
        nowMs: around.nowMs,
        log,
        async suspend() {
          const answered = front.shut()
          log.info('sent-away', deps.rooms.counts())
          await deps.rooms.evict()
          // What still runs then fails: what it read is not written into other data.
          await Promise.race([answered, delay(drainMs, undefined, { ref: false })])
          await deps.close()
          // Whoever was on the way in has come into a plan that is no longer there.
          for (const socket of sockets.clients) socket.terminate()
        },
        async resume() {
          deps = await createDeps(config, log, around, lasting)
          front.open(createApp(deps, site))
        },
      })
      const control = await openControl({
        dataDir: config.dataDir,
        restore: (file) => restoration.restore(file),
        log,
      })
      log.info('started', { port })
      return {
        url: site.publicUrl.origin,
        port,
        setupUrl: isNew ? new URL(`/installation#${lasting.setupToken.value}`, site.publicUrl).href : null,
        close: once(async () => {
          await restoration.end()
          await control.close()
          const closed = new Promise<void>((resolve) => server.close(() => resolve()))
          log.info('sent-away', deps.rooms.counts())
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

async function listen(config: Config, front: Front, heartbeatMs: number, open: (site: Site) => void) {
  // A constant of its own: the types know nothing of closeTimeout.
  const options = {
    noServer: true,
    maxPayload: maxMessage,
    perMessageDeflate: false,
    // [S7] The longest message in packets of 256 bytes: one that comes a byte at a time would take hundreds of times its length.
    maxBufferedChunks: 16 * 1024,
    maxFragments: 256,
    // Of who was told to go and does not read it, a slow reader above all.
    closeTimeout: 5_000,
  }
  const sockets = new WebSocketServer(options)
  const stopHeartbeat = startHeartbeat(sockets, heartbeatMs)
  const server = createAdaptorServer({
    fetch: (request, env) => front.fetch(request, env),
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
        open(site)
        resolve({ site, port })
      })
    })
    return {
      server,
      sockets,
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
    metricsToken: config.metricsToken,
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

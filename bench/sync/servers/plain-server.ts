import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Dialect } from '../load/dialect.ts'
import type { MeasuredServer } from './measured-server.ts'
import { printedPort, startServerProcess, type ServerProcess } from './server-process.ts'

/** A server without accounts, whose rooms are there when someone comes. It prints a colon and its port when it is ready. */
export async function createPlainServer(options: {
  name: string
  dialect: Dialect
  loadsLate?: boolean
  /** What Node runs. */
  file: string
  environment: (dataDir: string) => Record<string, string> | Promise<Record<string, string>>
  path: (room: string) => string
}): Promise<MeasuredServer> {
  const { name, dialect, loadsLate = false } = options
  const dataDir = await mkdtemp(join(tmpdir(), 'concerte-bench-'))
  let running: ServerProcess | null = null
  let port = 0

  const server: MeasuredServer = {
    name,
    dialect,
    loadsLate,
    get pid() {
      return running?.pid ?? 0
    },
    async start() {
      const environment = await options.environment(dataDir)
      running = await startServerProcess([options.file], { environment, isReady: /:\s?\d+|port \d+/ })
      port = environment['PORT'] === undefined ? printedPort(running.printed) : Number(environment['PORT'])
    },
    kill: async () => running?.kill(),
    stop: async () => running?.stop(),
    async dispose() {
      await running?.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
    open: () => Promise.resolve(),
    admit: () => Promise.resolve(),
    address: (room) => ({ port, path: options.path(server.roomName(room)), headers: {} }),
    roomName: (room) => `room-${room}`,
  }
  return server
}

import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { plain } from '../load/dialect.ts'
import type { ServerKind } from './measured-server.ts'
import { createPlainServer } from './plain-server.ts'

/** @y/websocket-server as it is shipped, in memory. */
export const inMemory = kind('@y/websocket-server, in memory', false)
/** The same with its own persistence. */
export const inLevelDb = kind('@y/websocket-server, LevelDB', true)

function kind(name: string, isDurable: boolean): ServerKind {
  const file = fileURLToPath(
    new URL('src/server.js', import.meta.resolve('@y/websocket-server/package.json')),
  )
  return {
    name,
    isDurable,
    create: () =>
      createPlainServer({
        name,
        dialect: plain,
        loadsLate: isDurable,
        file,
        environment: async (dataDir) => ({
          HOST: '127.0.0.1',
          PORT: String(await freePort()),
          ...(isDurable && { YPERSISTENCE: join(dataDir, 'level') }),
        }),
        path: (room) => `/${room}`,
      }),
  }
}

/** It does not tell which port it got, so it is given one. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  if (typeof address !== 'object' || address === null) throw new Error('no free port')
  return address.port
}

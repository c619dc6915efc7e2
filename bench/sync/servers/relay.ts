import { fileURLToPath } from 'node:url'

import { relayed } from '../load/dialect.ts'
import type { ServerKind } from './measured-server.ts'
import { createPlainServer } from './plain-server.ts'

/** A bare `ws` relay: what no server can go under without joining messages. */
export const relay: ServerKind = {
  name: 'floor: bare relay',
  isDurable: false,
  create: () =>
    createPlainServer({
      name: relay.name,
      dialect: relayed,
      file: fileURLToPath(new URL('relay-child.ts', import.meta.url)),
      environment: () => ({}),
      path: (room) => `/${room}`,
    }),
}

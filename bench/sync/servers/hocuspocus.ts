import { fileURLToPath } from 'node:url'

import { hocuspocus as dialect } from '../load/dialect.ts'
import type { ServerKind } from './measured-server.ts'
import { createPlainServer } from './plain-server.ts'

export const hocuspocus: ServerKind = {
  name: 'Hocuspocus, SQLite',
  isDurable: true,
  create: () =>
    createPlainServer({
      name: hocuspocus.name,
      dialect,
      file: fileURLToPath(new URL('hocuspocus-child.ts', import.meta.url)),
      environment: (dataDir) => ({ DATA_DIR: dataDir }),
      path: () => '/',
    }),
}

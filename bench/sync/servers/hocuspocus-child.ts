// Hocuspocus with its default settings on SQLite: the table of its own extension, by node:sqlite instead of better-sqlite3,
// which would have to be compiled on installing.
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

import { Database } from '@hocuspocus/extension-database'
import { Server } from '@hocuspocus/server'

const database = new DatabaseSync(join(process.env['DATA_DIR'] ?? '.', 'hocuspocus.sqlite'))
database.exec(
  'create table if not exists "documents" ("name" varchar(255) not null, "data" blob not null, unique(name))',
)
const select = database.prepare('select data from "documents" where name = ?')
const upsert = database.prepare(
  'insert into "documents" ("name", "data") values (?, ?) on conflict(name) do update set data = excluded.data',
)

const server = new Server({
  quiet: true,
  address: '127.0.0.1',
  extensions: [
    new Database({
      fetch: ({ documentName }) => {
        const data = select.get(documentName)?.['data']
        return Promise.resolve(data instanceof Uint8Array ? data : null)
      },
      store: ({ documentName, state }) => {
        upsert.run(documentName, state)
        return Promise.resolve()
      },
    }),
  ],
})
server.configuration.port = 0
await server.listen()
process.stdout.write(`ready: ${server.address.port}\n`)

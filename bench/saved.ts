import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

import { createSyncClient, type SyncClient } from '@concerte/sync'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'

import type { Concerte } from './support/concerte.ts'
import { orleans } from './support/plans.ts'
import { timed } from './support/samples.ts'
import type { Row } from './support/table.ts'

const letters = 200
const warmUp = 20

/** From a letter to its acknowledgement, which means that it is on the disk; against the disk alone. */
export async function saved(concerte: Concerte): Promise<Row[]> {
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  const client = createSyncClient({
    url: `${concerte.url.replace('http', 'ws')}/sync/${orleans}`,
    doc,
    awareness,
    webSocket: await socketOf(concerte),
  })
  await client.whenLoaded
  await whenSaved(client)
  const text = doc.getText('typed')
  const disk = openDisk(concerte.dataDir)
  const ours: number[] = []
  const commits: number[] = []
  for (let count = -warmUp; count < letters; count += 1) {
    const save = await timed(() => {
      text.insert(text.length, 'e')
      return whenSaved(client)
    })
    const commit = await timed(() => disk.commit())
    if (count < 0) continue
    ours.push(save)
    commits.push(commit)
  }
  client.close()
  awareness.destroy()
  disk.close()
  return [
    {
      measure: 'saved: letter to acknowledgement',
      unit: 'ms',
      samples: ours,
      baseline: { name: 'one-row SQLite commit with fsync', samples: commits },
    },
  ]
}

/** Resolves at once when nothing waits to be saved, else with the acknowledgement. */
function whenSaved(client: SyncClient): Promise<void> {
  if (client.state.type === 'saved') return Promise.resolve()
  return new Promise((resolve) => {
    const stop = client.subscribe(() => {
      if (client.state.type !== 'saved') return
      stop()
      resolve()
    })
  })
}

/** A WebSocket that sends what the administrator's browser would. */
async function socketOf({ http, url: origin }: Concerte): Promise<typeof WebSocket> {
  const { cookies } = await http.storageState()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  return class extends WebSocket {
    constructor(url: string | URL) {
      super(url, { headers: { origin, cookie } })
    }
  }
}

/** The same kind of file as the server's, on the same disk, written with as little as can be. */
function openDisk(folder: string): { commit: () => void; close: () => void } {
  const database = new DatabaseSync(join(folder, 'baseline.sqlite'))
  database.exec('pragma journal_mode = wal; pragma synchronous = full; create table log (bytes blob)')
  const insert = database.prepare('insert into log values (?)')
  const row = new Uint8Array(30)
  return { commit: () => void insert.run(row), close: () => database.close() }
}

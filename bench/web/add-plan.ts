import { projectIdSchema } from '@concerte/api'
import { coverSummary } from '@concerte/schema'
import * as Y from 'yjs'

import { databasePath } from '../../apps/server/src/config.ts'
import { openSqlite } from '../../apps/server/src/storage/sqlite/open.ts'
import type { Concerte } from '../support/concerte.ts'

/** Puts a plan into the data beside the running server: it is longer than what the import route takes. */
export async function addPlan({ dataDir }: Concerte, id: string, doc: Y.Doc): Promise<void> {
  const storage = await openSqlite({ path: databasePath(dataDir), now: () => new Date().toISOString() })
  try {
    await storage.projects.add({
      id: projectIdSchema.parse(id),
      cover: coverSummary(doc),
      update: Y.encodeStateAsUpdate(doc),
      lead: null,
    })
  } finally {
    await storage.close()
  }
}

import { projectIdSchema } from '@concerte/api'
import { Kysely, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'

import { numbers, readWords } from '../../testing/stored-words.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { word } from '../../testing/word.ts'
import { beginning } from '../migrations/0001-beginning.ts'
import { createSqliteDialect } from './dialect.ts'
import { createLock } from './lock.ts'
import { columnTypes, openSqlite } from './open.ts'
import { startWorker } from './worker-client.ts'

const plan = projectIdSchema.parse('plan')

/** A database of the first version: rows numbered over all plans, one state a plan without a hash. */
async function setupOldDatabase(): Promise<string> {
  const path = join(temporaryFolder(), 'concerte.sqlite')
  const db = new Kysely<unknown>({
    dialect: createSqliteDialect(startWorker({ path, readOnly: false }), createLock()),
  })
  const provider = { getMigrations: () => Promise.resolve({ '0001-beginning': { up: oldTables } }) }
  expect((await new Migrator({ db, provider }).migrateToLatest()).error).toBeUndefined()
  const state = new Y.Doc()
  for (const n of numbers(0, 5)) Y.applyUpdate(state, word(plan, n).update)
  for (const id of [plan, 'other-plan']) {
    await sql`insert into "project" values (${id}, '', '', null, null, '2026-01-01T00:00:00.000Z')`.execute(
      db,
    )
  }
  await sql`insert into "planState" values (${plan}, 9, '2026-01-01T00:00:00.000Z', ${Y.encodeStateAsUpdate(state)})`.execute(
    db,
  )
  for (const n of numbers(5, 5)) {
    for (const id of [plan, 'other-plan']) {
      await sql`insert into "planUpdate" ("seq", "projectId", "createdAt", "update")
        values (${2 * n + (id === plan ? 0 : 1)}, ${id}, '2026-01-02T00:00:00.000Z', ${word(id, n).update})`.execute(
        db,
      )
    }
  }
  await db.destroy()
  return path
}

function oldTables(db: Kysely<unknown>): Promise<void> {
  return beginning(db, columnTypes)
}

test('a log of the first version is read, written to and compacted', async () => {
  const path = await setupOldDatabase()
  const storage = await openSqlite({ path, now: () => '2026-01-03T00:00:00.000Z' })
  onTestFinished(() => storage.close())
  expect(readWords(await storage.log.load(plan))).toEqual(numbers(0, 10))
  expect(readWords(await storage.log.load('other-plan'))).toEqual(numbers(5, 5))
  await storage.log.append([word(plan, 10)])
  expect((await storage.log.load(plan)).updates).toHaveLength(6)
  await storage.log.compact(plan)
  const stored = await storage.log.load(plan)
  expect(stored.updates).toEqual([])
  expect(readWords(stored)).toEqual(numbers(0, 11))
})

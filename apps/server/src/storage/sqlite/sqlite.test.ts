import { projectIdSchema } from '@concerte/api'
import { sql, Kysely } from 'kysely'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'

import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { describeAmendments } from '../amendments-contract.ts'
import { describeRights } from '../rights-contract.ts'
import { describeSeals } from '../seals-contract.ts'
import { describeStorage, type StorageFixture } from '../storage-contract.ts'
import { describeThreads } from '../threads-contract.ts'
import { describeTrail } from '../trail-contract.ts'
import { describeUpdateLog } from '../update-log-contract.ts'
import { describeVersions } from '../versions-contract.ts'
import { createSqliteDialect } from './dialect.ts'
import { createLock } from './lock.ts'
import { openSqlite } from './open.ts'
import { startWorker } from './worker-client.ts'

function createFixture(): StorageFixture {
  const path = join(temporaryFolder(), 'concerte.sqlite')
  let time = ''
  return {
    open: () => openSqlite({ path, now: () => time }),
    setTime: (iso) => {
      time = iso
    },
  }
}

describeStorage('SQLite', createFixture)
describeRights('SQLite', createFixture)
describeVersions('SQLite', createFixture)
describeUpdateLog('SQLite', createFixture)
describeTrail('SQLite', createFixture)
describeSeals('SQLite', createFixture)
describeThreads('SQLite', createFixture)
describeAmendments('SQLite', createFixture)

function setupDatabase() {
  const path = join(temporaryFolder(), 'test.sqlite')
  const db = new Kysely<{ pair: { a: number; b: number } }>({
    dialect: createSqliteDialect(startWorker({ path, readOnly: false }), createLock()),
  })
  onTestFinished(() => db.destroy())
  return { path, db }
}

test('commits wait for the disk, and foreign keys hold', async () => {
  const { db } = setupDatabase()
  const pragma = async (name: string) =>
    Object.values((await sql.raw<Record<string, unknown>>(`PRAGMA ${name}`).execute(db)).rows[0] ?? {})[0]
  expect(await pragma('journal_mode')).toBe('wal')
  expect(await pragma('synchronous')).toBe(2)
  expect(await pragma('foreign_keys')).toBe(1)
})

test('transactions do not mix, whatever else is asked meanwhile', async () => {
  const { db } = setupDatabase()
  await sql`CREATE TABLE pair (a INTEGER, b INTEGER)`.execute(db)
  const addPair = (n: number) =>
    db.transaction().execute(async (transaction) => {
      await transaction.insertInto('pair').values({ a: n, b: 0 }).execute()
      await transaction.updateTable('pair').set({ b: n }).where('a', '=', n).execute()
      if (n % 2 === 1) throw new Error('undone')
    })
  const reads = Array.from({ length: 20 }, () => db.selectFrom('pair').selectAll().execute())
  await Promise.allSettled(Array.from({ length: 20 }, (_, n) => addPair(n)))
  const rows = await db.selectFrom('pair').selectAll().execute()
  expect(rows.map(({ a }) => a)).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18])
  for (const { a, b } of [...rows, ...(await Promise.all(reads)).flat()]) expect(b).toBe(a)
})

test('[A3] the database refuses to rewrite the trail, and a trail rewritten in the file is found', async () => {
  const path = join(temporaryFolder(), 'concerte.sqlite')
  const storage = await openSqlite({ path, now: () => '2026-01-01T00:00:00.000Z' })
  onTestFinished(() => storage.close())
  const projectId = projectIdSchema.parse('plan')
  for (const axis of ['Axe 1', 'Axe 2', 'Axe 3']) {
    await storage.trail.add({ projectId, userId: null, event: { type: 'axis-locked', axis } })
  }
  const file = new DatabaseSync(path)
  onTestFinished(() => file.close())
  expect(() => file.exec(`UPDATE trail SET at = ''`)).toThrow('append-only')
  expect(() => file.exec('DELETE FROM trail')).toThrow('append-only')
  expect(await storage.trail.firstFault(projectId)).toBeNull()
  file.exec('DROP TRIGGER trail_no_update; DROP TRIGGER trail_no_delete')
  file.exec(`UPDATE trail SET event = replace(event, 'Axe 2', 'Axe 4')`)
  expect(await storage.trail.firstFault(projectId)).toBe(2)
  file.exec(`UPDATE trail SET event = replace(event, 'Axe 4', 'Axe 2')`)
  file.exec('DELETE FROM trail WHERE number = 2')
  expect(await storage.trail.firstFault(projectId)).toBe(3)
})

test('a wrong statement is an error of its own and the next one works', async () => {
  const { db } = setupDatabase()
  await expect(sql`SELECT * FROM missing`.execute(db)).rejects.toThrow('no such table')
  await expect(sql`SELECT 1 AS one`.execute(db)).resolves.toMatchObject({ rows: [{ one: 1 }] })
})

test('what is asked after closing is refused, and so is what the file cannot answer', async () => {
  const { db, path } = setupDatabase()
  await sql`SELECT 1`.execute(db)
  await db.destroy()
  await expect(sql`SELECT 1`.execute(db)).rejects.toThrow(/destroyed|closed/)
  const missing = startWorker({ path: join(path, 'not', 'a', 'folder'), readOnly: true })
  await expect(missing.run('SELECT 1', [])).rejects.toThrow(/./)
})

test('the data is read while another process holds the file open', async () => {
  const path = join(temporaryFolder(), 'concerte.sqlite')
  const storage = await openSqlite({ path, now: () => '2026-01-01T00:00:00.000Z' })
  onTestFinished(() => storage.close())
  const reader = await openSqlite({ path, now: () => '', readOnly: true })
  onTestFinished(() => reader.close())
  expect(await reader.projects.listAll()).toEqual([])
  const other = new DatabaseSync(path)
  onTestFinished(() => other.close())
  expect(other.prepare('SELECT count(*) AS n FROM project').get()).toEqual({ n: 0 })
})

test('of a full disk the error says so, nothing of the transaction is kept, and with room again writing goes on', async () => {
  const { db } = setupDatabase()
  await sql`create table pair (a integer, b blob)`.execute(db)
  // A file that may not grow stands for a disk that is full.
  await sql`pragma max_page_count = 20`.execute(db)
  const fill = db.transaction().execute(async (transaction) => {
    await sql`insert into pair values (1, 2)`.execute(transaction)
    await sql`insert into pair values (2, zeroblob(1000000))`.execute(transaction)
  })
  await expect(fill).rejects.toThrow('database or disk is full')
  expect(await db.selectFrom('pair').selectAll().execute()).toEqual([])
  await db.transaction().execute((transaction) => sql`insert into pair values (3, 4)`.execute(transaction))
  expect(await db.selectFrom('pair').selectAll().execute()).toEqual([{ a: 3, b: 4 }])
})

test('[A3] the database itself refuses to change or to remove the fate of an amendment', async () => {
  const path = join(temporaryFolder(), 'concerte.sqlite')
  const storage = await openSqlite({ path, now: () => '2026-01-01T00:00:00.000Z' })
  onTestFinished(() => storage.close())
  const other = new DatabaseSync(path)
  onTestFinished(() => other.close())
  other.exec('PRAGMA foreign_keys = OFF')
  other.exec(`INSERT INTO "amendmentFate" VALUES ('a', 1, '{"type":"refused","reason":"Non"}', 'lead', '')`)
  expect(() => other.exec(`UPDATE "amendmentFate" SET fate = '{"type":"open"}'`)).toThrow('append-only')
  expect(() => other.exec('DELETE FROM "amendmentFate"')).toThrow('append-only')
})

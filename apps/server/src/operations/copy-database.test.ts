import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'

import { openSqlite } from '../storage/sqlite/open.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { copyDatabase } from './copy-database.ts'

async function setup() {
  const folder = temporaryFolder()
  const path = join(folder, 'concerte.sqlite')
  const storage = await openSqlite({ path, now: () => '2026-01-01T00:00:00.000Z' })
  await storage.close()
  const writer = new DatabaseSync(path)
  onTestFinished(() => writer.close())
  writer.exec(`
    PRAGMA journal_mode = WAL;
    INSERT INTO user (id, name, email, emailVerified, createdAt, updatedAt, admin) VALUES ('u', 'U', 'u@example.fr', 0, '', '', 1);
    INSERT INTO session (id, expiresAt, token, createdAt, updatedAt, userId) VALUES ('s', '', 'jeton-de-session', '', '', 'u');
    INSERT INTO project (id, title, academy, createdAt) VALUES ('p', '', '', '');
    CREATE TABLE filling (bytes BLOB);
  `)
  const insert = writer.prepare('INSERT INTO filling (bytes) VALUES (?)')
  const write = (count: number) => {
    writer.exec('BEGIN')
    for (let n = 0; n < count; n += 1) insert.run(new Uint8Array(1000).fill(n))
    writer.exec('COMMIT')
  }
  return { folder, path, copy: join(folder, 'copy.sqlite'), writer, write }
}

function count(path: string, table: string): number {
  const database = new DatabaseSync(path, { readOnly: true })
  try {
    return Number(database.prepare(`SELECT count(*) AS n FROM "${table}"`).get()?.['n'])
  } finally {
    database.close()
  }
}

test('a copy holds one moment, however busily someone writes meanwhile', async () => {
  const { path, copy, write } = await setup()
  // Many steps of the copy: without a moment of its own each commit below would begin it anew.
  write(12_000)
  let writes = 0
  const writing = setInterval(() => {
    write(2)
    writes += 1
  }, 0)
  const copied = await copyDatabase(path, copy).finally(() => clearInterval(writing))
  expect(copied).toEqual({ plans: 1, accounts: 1, bytes: statSync(copy).size })
  expect(writes).toBeGreaterThan(0)
  // Written two by two: a moment in between would be odd.
  expect(count(copy, 'filling') % 2).toBe(0)
  expect(count(copy, 'filling')).toBeGreaterThanOrEqual(12_000)
})

test('a copy is one file for its owner alone, and nobody is signed in by it', async () => {
  const { folder, path, copy } = await setup()
  await copyDatabase(path, copy)
  expect(readdirSync(folder).filter((name) => name.startsWith('copy'))).toEqual(['copy.sqlite'])
  expect(statSync(copy).mode & 0o777).toBe(0o600)
  expect(count(copy, 'user')).toBe(1)
  expect(count(copy, 'session')).toBe(0)
  expect(readFileSync(copy).includes('jeton-de-session')).toBe(false)
  expect(count(path, 'session')).toBe(1)
})

test('data that are damaged are not passed off as a backup, and the backup of before stays', async () => {
  const { path, copy, writer, write } = await setup()
  write(2000)
  await copyDatabase(path, copy)
  const before = readFileSync(copy)
  writer.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE')
  const bytes = readFileSync(path)
  writeFileSync(path, bytes.fill(0x5a, 40_000, 60_000))
  await expect(copyDatabase(path, copy)).rejects.toMatchObject({ problem: 'damaged' })
  truncateSync(path, 100_000)
  await expect(copyDatabase(path, copy)).rejects.toMatchObject({ problem: 'damaged' })
  expect(readFileSync(copy)).toEqual(before)
  expect(existsSync(`${copy}.part`)).toBe(false)
})

test('where it cannot be written, and where there is nothing, is said', async () => {
  const { folder, path } = await setup()
  mkdirSync(join(folder, 'directory', 'full'), { recursive: true })
  for (const to of [join(folder, 'no', 'folder'), join(folder, 'directory'), '/proc/copy']) {
    await expect(copyDatabase(path, to), to).rejects.toMatchObject({ problem: 'unwritable' })
  }
  await expect(copyDatabase(join(folder, 'none.sqlite'), join(folder, 'copy'))).rejects.toMatchObject({
    problem: 'unreadable',
  })
})

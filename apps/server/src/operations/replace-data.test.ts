import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { projectIdSchema, userIdSchema } from '@concerte/api'
import { expect, onTestFinished, test } from 'vitest'

import { openSqlite } from '../storage/sqlite/open.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { copyDatabase } from './copy-database.ts'
import { prepareRestore } from './prepare-restore.ts'
import { replaceData } from './replace-data.ts'

const now = () => '2026-01-01T00:00:00.000Z'
const nowMs = () => Date.parse('2026-02-03T04:05:06.789Z')
const keptName = 'concerte-before-restore-2026-02-03T04-05-06-789Z.sqlite'

/** Data with one plan of this name, and a backup of them. */
async function setup(plan: string, folder = temporaryFolder()) {
  const path = join(folder, 'concerte.sqlite')
  const storage = await openSqlite({ path, now })
  const id = projectIdSchema.parse(plan)
  const cover = { title: plan, academy: '', period: null }
  await storage.accounts.add({
    id: userIdSchema.parse('both'),
    name: 'Both',
    email: 'both@example.fr',
    passwordHash: 'x',
    admin: false,
  })
  await storage.projects.add({ id, cover, update: new Uint8Array([0, 0]), lead: null })
  const lineage = await storage.lineage.read()
  await storage.close()
  const backup = join(temporaryFolder(), `${plan}.sqlite`)
  await copyDatabase(path, backup)
  return { dataDir: folder, path, backup, lineage }
}

async function look(path: string) {
  const storage = await openSqlite({ path, now })
  const plans = (await storage.projects.listAll()).map(({ id }) => id)
  const lineage = await storage.lineage.read()
  await storage.close()
  return { plans, lineage }
}

function execute(path: string, sql: string) {
  const database = new DatabaseSync(path)
  try {
    database.exec(sql)
  } finally {
    database.close()
  }
}

test('the data of a backup stand in the place of those of now, which are kept; the lineage is another', async () => {
  const there = await setup('there')
  const { dataDir, path, lineage } = await setup('here')
  const { path: incoming } = await prepareRestore({ dataDir, file: there.backup, now })
  expect((await look(path)).plans).toEqual(['here'])
  const kept = await replaceData({ path, incoming, nowMs })
  expect(kept).toBe(join(dataDir, keptName))
  const found = await look(path)
  expect(found.plans).toEqual(['there'])
  expect([lineage, there.lineage]).not.toContain(found.lineage)
  expect((await look(join(dataDir, keptName))).plans).toEqual(['here'])
  expect(statSync(join(dataDir, keptName)).mode & 0o777).toBe(0o600)
  expect(readdirSync(dataDir).toSorted()).toEqual([keptName, 'concerte.sqlite'])
})

test('whoever is signed in stays so if the backup knows them, and nobody is signed in by the backup', async () => {
  const there = await setup('there')
  const { dataDir, path } = await setup('here')
  execute(
    path,
    `INSERT INTO user (id, name, email, emailVerified, createdAt, updatedAt, admin) VALUES ('new', 'New', 'new@example.fr', 0, '', '', 0);
     INSERT INTO session (id, expiresAt, token, createdAt, updatedAt, userId) VALUES ('1', '', 'a', '', '', 'both'), ('2', '', 'b', '', '', 'new')`,
  )
  execute(
    there.backup,
    `INSERT INTO session (id, expiresAt, token, createdAt, updatedAt, userId) VALUES ('3', '', 'gone', '', '', 'both')`,
  )
  const { path: incoming } = await prepareRestore({ dataDir, file: there.backup, now })
  await replaceData({ path, incoming, nowMs })
  const database = new DatabaseSync(path)
  onTestFinished(() => database.close())
  expect(database.prepare('SELECT token FROM session').all()).toEqual([{ token: 'a' }])
})

test('damaged data give way too, and are kept as they are', async () => {
  const there = await setup('there')
  const { dataDir, path } = await setup('here')
  const broken = readFileSync(path).fill(0x5a, 0, 8000)
  writeFileSync(path, broken)
  writeFileSync(`${path}-wal`, 'a journal that would be taken for the new file’s')
  const { path: incoming } = await prepareRestore({ dataDir, file: there.backup, now })
  await replaceData({ path, incoming, nowMs })
  expect((await look(path)).plans).toEqual(['there'])
  expect(readFileSync(join(dataDir, keptName))).toEqual(broken)
  expect(readFileSync(join(dataDir, `${keptName}-wal`), 'utf8')).toMatch(/^a journal/)
})

test('a backup whose pages are damaged, cut off, or hold what runs by itself is refused before anything is done', async () => {
  const { dataDir, path, backup } = await setup('here')
  // Without pages that hold nothing: what is damaged there is no loss.
  execute(backup, 'VACUUM')
  const bytes = readFileSync(backup)
  const before = readFileSync(path)
  const file = join(temporaryFolder(), 'bad.sqlite')
  const problemOf = () =>
    prepareRestore({ dataDir, file, now }).then(
      () => 'taken',
      ({ problem }) => problem,
    )

  for (let page = 1; page * 4096 < bytes.length; page += 7) {
    writeFileSync(file, Buffer.from(bytes).fill(0xa5, page * 4096, page * 4096 + 200))
    expect(await problemOf(), `page ${page}`).toBe('damaged')
  }
  for (const part of [0.2, 0.5, 0.9]) {
    writeFileSync(file, bytes.subarray(0, Math.floor(bytes.length * part)))
    expect(await problemOf(), `${part} of it`).toBe('damaged')
  }
  writeFileSync(file, bytes)
  execute(file, `CREATE TRIGGER t AFTER INSERT ON session BEGIN UPDATE user SET admin = 1; END`)
  expect(await problemOf()).toBe('foreign')
  writeFileSync(file, bytes)
  execute(file, `DROP TABLE planState`)
  expect(await problemOf()).toBe('damaged')
  writeFileSync(file, '')
  expect(await problemOf()).toBe('foreign')

  expect(readFileSync(path)).toEqual(before)
  expect(readdirSync(dataDir).filter((name) => name.includes('restor'))).toEqual([])
})

const reviewTables =
  'amendmentAttempt comment threadRead thread amendmentRevision amendmentFate amendmentSupport amendmentCosigner amendment phaseDates approver approval sealedFile seal trail notification notificationPreference'.split(
    ' ',
  )
const reviewColumns = ['version DROP COLUMN kind', 'version DROP COLUMN work', 'project DROP COLUMN revision']
const undoReview = [
  ...reviewTables.map((table) => `DROP TABLE "${table}";`),
  ...reviewColumns.map((column) => `ALTER TABLE ${column};`),
].join(' ')

test('a backup of an older version is brought up to this one', async () => {
  const { dataDir, path, backup } = await setup('old')
  execute(backup, `DROP TABLE lineage; ${undoReview} DELETE FROM kysely_migration WHERE name >= '0004'`)
  const { path: incoming } = await prepareRestore({ dataDir, file: backup, now })
  await replaceData({ path, incoming, nowMs })
  expect((await look(path)).plans).toEqual(['old'])
})

import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

import { surroundings } from './deps.ts'
import { addSeeds } from './seeds.ts'
import { openSqlite } from './storage/sqlite/open.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

test('seeds are put in once, and a first time that was cut short is taken up again', async () => {
  const folder = temporaryFolder()
  const storage = await openSqlite({
    path: join(folder, 'concerte.sqlite'),
    now: () => '2026-01-01T00:00:00.000Z',
  })
  onTestFinished(() => storage.close())
  const half = join(folder, 'half')
  mkdirSync(half)
  copyFileSync(
    join(surroundings.seedsDir, 'clermont-ferrand.project.json'),
    join(half, 'clermont-ferrand.project.json'),
  )
  const cutShort = {
    isDone: () => storage.seeding.isDone(),
    markDone: () => Promise.reject(new Error('killed')),
  }
  await expect(addSeeds({ projects: storage.projects, seeding: cutShort }, half)).rejects.toThrow('killed')
  expect(await addSeeds(storage, surroundings.seedsDir)).toBe(1)
  expect(await storage.projects.listAll()).toHaveLength(2)
  expect(await addSeeds(storage, surroundings.seedsDir)).toBe(0)
})

import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

import { temporaryFolder } from '../testing/temporary-folder.ts'
import { openSqlite } from './sqlite/open.ts'

async function open(path: string) {
  const storage = await openSqlite({ path, now: () => '2026-01-01T00:00:00.000Z' })
  onTestFinished(() => storage.close())
  return storage
}

test('data keep their lineage over restarts, whoever asks first, and no two have the same', async () => {
  const path = join(temporaryFolder(), 'concerte.sqlite')
  const [one, two] = [await open(path), await open(path)]
  const asked = await Promise.all([one.lineage.read(), two.lineage.read(), one.lineage.read()])
  expect(new Set(asked).size).toBe(1)
  expect(asked[0]).toMatch(/^[\w-]{21}$/)
  expect(await (await open(path)).lineage.read()).toBe(asked[0])
  const other = await open(join(temporaryFolder(), 'concerte.sqlite'))
  expect(await other.lineage.read()).not.toBe(asked[0])
})

test('a renewed lineage is another one, for good', async () => {
  const path = join(temporaryFolder(), 'concerte.sqlite')
  const storage = await open(path)
  const before = await storage.lineage.read()
  await storage.lineage.renew()
  const after = await storage.lineage.read()
  expect(after).not.toBe(before)
  expect(await (await open(path)).lineage.read()).toBe(after)
})

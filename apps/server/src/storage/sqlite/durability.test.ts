import { projectIdSchema } from '@concerte/api'
import { createPick } from '@concerte/testkit'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'

import { runTracedLogChild } from '../../testing/run-log-child.ts'
import { numbers, readWords } from '../../testing/stored-words.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { word } from '../../testing/word.ts'
import { openDatabase } from './open-database.ts'
import { openSqlite } from './open.ts'
import { unpackStoredPlan } from './packed.ts'
import { loadPackedPlan } from './read-stored-plan.ts'

const plan = projectIdSchema.parse('plan')
const otherPlan = projectIdSchema.parse('other-plan')
const now = () => '2026-01-01T00:00:00.000Z'
const seed = Number(process.env['CONCERTE_SEED'] ?? 20_260)

async function setupPlan(folder = temporaryFolder()) {
  const path = join(folder, 'concerte.sqlite')
  const storage = await openSqlite({ path, now })
  const cover = { title: '', academy: '', period: null }
  for (const id of [plan, otherPlan]) {
    await storage.projects.add({ id, cover, update: word(id, 0).update, lead: null })
  }
  return { path, storage }
}

/** A database with words 0 to 20 in its file and 21 to 60 in its write-ahead log alone, as a power cut would leave it. */
async function setupImage() {
  const { path, storage } = await setupPlan()
  onTestFinished(() => storage.close())
  const appendBoth = (n: number) => storage.log.append([word(plan, n), word(otherPlan, n)])
  for (const n of numbers(1, 20)) await appendBoth(n)
  const database = new DatabaseSync(path)
  database.exec('pragma wal_checkpoint(truncate)')
  database.close()
  for (const n of numbers(21, 40)) await appendBoth(n)
  return { path, wal: readFileSync(`${path}-wal`) }
}

test('[S2] whatever is torn off the log’s end or turned over in it, all plans read, and only the last commits since the checkpoint are missing', async () => {
  const { path, wal } = await setupImage()
  const pick = createPick(seed)
  const folder = temporaryFolder()
  const found = new Set<number>()
  for (let round = 0; round < 150; round += 1) {
    const copy = join(folder, `${round}.sqlite`)
    copyFileSync(path, copy)
    writeFileSync(`${copy}-wal`, harm(wal, pick))
    const database = openDatabase({ path: copy, readOnly: false })
    try {
      expect(database.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' })
      const words = readWords(unpackStoredPlan(loadPackedPlan(database, plan)))
      // A commit of two plans is there in both or in none.
      expect(readWords(unpackStoredPlan(loadPackedPlan(database, otherPlan)))).toEqual(words)
      expect(words, `round ${round}, seed ${seed}`).toEqual(numbers(0, words.length))
      expect(words.length).toBeGreaterThanOrEqual(21)
      expect(words.length).toBeLessThanOrEqual(61)
      found.add(words.length)
    } finally {
      database.close()
    }
  }
  // Harm was done at many places, or nothing was tested.
  expect(found.size).toBeGreaterThan(20)
})

test.each([
  ['the disk is full', 'pwrite64:error=ENOSPC:when=20..33', 'database or disk is full'],
  ['the disk fails to write', 'pwrite64:error=EIO:when=20..33', 'disk I/O error'],
  ['the disk fails to sync', 'fsync:error=EIO:when=8..12', 'disk I/O error'],
  ['the disk fails at one sync', 'fsync:error=EIO:when=9', 'disk I/O error'],
])(
  '[S2] when %s, nothing is acknowledged that is not kept, and afterwards writing goes on',
  async (_, inject, message) => {
    const { path, storage } = await setupPlan()
    await storage.close()
    const { output, errors } = await runTracedLogChild([path, plan, 'append', '30'], {
      calls: 'pwrite64,fsync,fdatasync',
      inject,
    })
    const said = (what: string) =>
      Array.from(output.matchAll(new RegExp(`^${what} (\\d+)`, 'gm')), ([, n]) => Number(n))
    const [kept, failed] = [said('kept'), said('failed')]
    expect(failed.length, errors).toBeGreaterThan(0)
    expect(output).toContain(message)
    expect([...kept, ...failed].toSorted((a, b) => a - b)).toEqual(numbers(1, 30))
    // Before the fault and after it.
    expect(Math.min(...failed)).toBeGreaterThan(1)
    expect(kept).toContain(30)
    expect(said('there')).toEqual([1 + kept.length])

    const again = await openSqlite({ path, now })
    onTestFinished(() => again.close())
    expect(readWords(await again.log.load(plan))).toEqual([0, ...kept])
    await again.log.append(failed.map((n) => word(plan, n)))
    expect(readWords(await again.log.load(plan))).toEqual(numbers(0, 31))
  },
)

/** Cuts it short somewhere, or turns some bits of it over. */
function harm(wal: Buffer, pick: (below: number) => number): Buffer {
  if (pick(2) === 0) return wal.subarray(0, pick(wal.length))
  const harmed = Buffer.from(wal)
  for (let flips = 1 + pick(3); flips > 0; flips -= 1) {
    const offset = pick(harmed.length)
    harmed.writeUInt8(harmed.readUInt8(offset) ^ (1 << pick(8)), offset)
  }
  return harmed
}

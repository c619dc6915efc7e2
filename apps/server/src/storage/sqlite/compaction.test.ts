import { projectIdSchema } from '@concerte/api'
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'

import { runLogChild, runTracedLogChild } from '../../testing/run-log-child.ts'
import { numbers, readWords } from '../../testing/stored-words.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { word } from '../../testing/word.ts'
import { createCompactionSteps } from './compaction-steps.ts'
import { compactPlan } from './compactor.ts'
import { createLock } from './lock.ts'
import { openDatabase } from './open-database.ts'
import { openSqlite } from './open.ts'
import { unpackStoredPlan } from './packed.ts'
import { loadPackedPlan } from './read-stored-plan.ts'

const plan = projectIdSchema.parse('plan')
const file = 'concerte.sqlite'
const allWords = numbers(0, 80)

/** A plan of eighty words in the log; the first forty are one state when `compacted`. */
async function setupImage({ compacted }: { compacted: boolean }) {
  const image = temporaryFolder()
  const storage = await openSqlite({ path: join(image, file), now: () => '2026-01-01T00:00:00.000Z' })
  const cover = { title: '', academy: '', period: null }
  await storage.projects.add({ id: plan, cover, update: word(plan, 0).update, lead: null })
  for (const n of numbers(1, 39)) await storage.log.append([word(plan, n)])
  if (compacted) await storage.log.compact(plan)
  for (const n of numbers(40, 40)) await storage.log.append([word(plan, n)])
  await storage.close()
  return {
    /** A copy of it, of which one may do anything. */
    copy() {
      const folder = temporaryFolder()
      cpSync(image, folder, { recursive: true })
      return join(folder, file)
    },
  }
}

async function open(path: string) {
  const reported: unknown[] = []
  const storage = await openSqlite({
    path,
    now: () => '2026-01-02T00:00:00.000Z',
    reportError: (error) => reported.push(error),
  })
  onTestFinished(() => storage.close())
  return { log: storage.log, reported }
}

/** What the file holds of the plan: the numbers of its states, and how many rows. */
function shape(path: string): { states: number; rows: number } {
  const database = new DatabaseSync(path)
  try {
    const count = (table: string) =>
      Number(database.prepare(`select count(*) as n from "${table}"`).get()?.['n'] ?? -1)
    return { states: count('planState'), rows: count('planUpdate') }
  } finally {
    database.close()
  }
}

function damage(path: string, which: 'min' | 'max'): void {
  const database = new DatabaseSync(path)
  database.exec(`update "planState" set "state" = zeroblob(length("state"))
    where "seq" = (select ${which}("seq") from "planState")`)
  database.close()
}

/** The plan has every word, and the next compaction does its work. Without threads: many are looked at. */
async function expectWhole(path: string): Promise<void> {
  const database = openDatabase({ path, readOnly: false })
  const steps = createCompactionSteps(path)
  try {
    const packed = loadPackedPlan(database, plan)
    expect(readWords(unpackStoredPlan(packed))).toEqual(allWords)
    expect(packed.problems).toEqual([])
    await compactPlan(steps, createLock(), plan)
    const compacted = unpackStoredPlan(loadPackedPlan(database, plan))
    expect(compacted.updates).toEqual([])
    expect(readWords(compacted)).toEqual(allWords)
  } finally {
    steps.close()
    database.close()
  }
  expect(shape(path)).toEqual({ states: 1, rows: 0 })
}

test.each([
  ['build', { states: 1, rows: 40 }],
  ['write', { states: 2, rows: 40 }],
  ['verify', { states: 2, rows: 40 }],
  ['trim', { states: 1, rows: 0 }],
])('[S2] a server killed after the step «%s» of a compaction loses nothing', async (step, left) => {
  const path = (await setupImage({ compacted: true })).copy()
  await runLogChild([path, plan, 'compact-killed-after', step])
  expect(shape(path)).toEqual(left)
  await expectWhole(path)
})

test('[S2] a server killed at any write of a compaction, in the middle of its transactions too, loses nothing', async () => {
  const image = await setupImage({ compacted: true })
  const trace = join(temporaryFolder(), 'trace')
  // Every write of the compaction's own: those before, of one byte, make the shared memory of the log.
  await runTracedLogChild([image.copy(), plan, 'compact-killed-after', 'trim'], {
    calls: 'pwrite64',
    inject: null,
    trace,
  })
  const writes = readFileSync(trace, 'utf8')
    .split('\n')
    .filter((line) => line.includes('pwrite64('))
  const first = writes.findIndex((line) => !line.includes(', 1, '))
  const seen = new Set<string>()
  for (const nth of numbers(first + 1, writes.length - first)) {
    const path = image.copy()
    await runTracedLogChild([path, plan, 'compact-killed-after', 'trim'], {
      calls: 'pwrite64',
      inject: `pwrite64:signal=SIGKILL:when=${nth}`,
    })
    seen.add(JSON.stringify(shape(path)))
    await expectWhole(path)
  }
  // Killed before the new state was there, and with both: else nothing was in the middle.
  expect(seen).toEqual(
    new Set([JSON.stringify({ states: 1, rows: 40 }), JSON.stringify({ states: 2, rows: 40 })]),
  )
}, 120_000)

test('the server’s own compaction, in its thread, leaves one state', async () => {
  const path = (await setupImage({ compacted: true })).copy()
  expect((await runLogChild([path, plan, 'compact'])).output).toBe('compacted\n')
  expect(shape(path)).toEqual({ states: 1, rows: 0 })
  await expectWhole(path)
})

test('[S2] a state that does not read as it was written is found before anything is trimmed', async () => {
  const path = (await setupImage({ compacted: true })).copy()
  const steps = createCompactionSteps(path)
  onTestFinished(() => steps.close())
  const write = () => {
    steps.write()
    damage(path, 'max')
  }
  const compaction = compactPlan({ ...steps, write }, createLock(), plan)
  await expect(compaction).rejects.toThrow('its bytes are not those that were written')
  expect(shape(path)).toEqual({ states: 2, rows: 40 })
  const { log, reported } = await open(path)
  expect(readWords(await log.load(plan))).toEqual(allWords)
  expect(String(reported)).toContain('cannot be read')
  await log.compact(plan)
  expect(shape(path)).toEqual({ states: 1, rows: 0 })
  expect(readWords(await log.load(plan))).toEqual(allWords)
})

test('a first state that cannot be read and was not yet verified is not needed', async () => {
  const path = (await setupImage({ compacted: false })).copy()
  await runLogChild([path, plan, 'compact-killed-after', 'write'])
  damage(path, 'max')
  const { log, reported } = await open(path)
  const stored = await log.load(plan)
  expect(stored.state).toBeNull()
  expect(readWords(stored)).toEqual(allWords)
  expect(reported).toHaveLength(1)
})

test('an older state that cannot be read is not needed either when the newer one can', async () => {
  const path = (await setupImage({ compacted: true })).copy()
  await runLogChild([path, plan, 'compact-killed-after', 'write'])
  damage(path, 'min')
  const { log, reported } = await open(path)
  expect(readWords(await log.load(plan))).toEqual(allWords)
  expect(reported).toHaveLength(1)
})

test('[S1] a plan whose only state cannot be read does not open, and is not compacted: it is never a plan with less in it', async () => {
  const path = (await setupImage({ compacted: true })).copy()
  damage(path, 'max')
  const { log } = await open(path)
  await expect(log.load(plan)).rejects.toThrow('can be read')
  await expect(log.compact(plan)).rejects.toThrow('can be read')
  expect(shape(path)).toEqual({ states: 1, rows: 40 })
})

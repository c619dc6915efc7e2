// A process of its own that writes to the log, to be killed or to have its disk fail.
import { setTimeout as delay } from 'node:timers/promises'

import { createCompactionSteps, type CompactionSteps } from '../storage/sqlite/compaction-steps.ts'
import { compactPlan } from '../storage/sqlite/compactor.ts'
import { createLock } from '../storage/sqlite/lock.ts'
import { openSqlite } from '../storage/sqlite/open.ts'
import { word } from './word.ts'

const [path = '', plan = '', action = '', detail = ''] = process.argv.slice(2)

switch (action) {
  case 'append':
    await append(Number(detail))
    break
  case 'compact':
    await compact()
    break
  case 'compact-killed-after':
    await compactPlan(killedAfter(detail), createLock(), plan)
    break
  default:
    throw new Error(`Unknown action ${action}`)
}
// No goodbye: closing would put the log in order.
await die()

/** One word a commit; says of each what became of it, and at last what is there. */
async function append(count: number): Promise<void> {
  const storage = await openSqlite({ path, now: () => '2026-01-01T00:00:00.000Z' })
  for (let n = 1; n <= count; n += 1) {
    try {
      await storage.log.append([word(plan, n)])
      process.stdout.write(`kept ${n}\n`)
    } catch (error) {
      process.stdout.write(`failed ${n} ${String(error)}\n`)
    }
  }
  const { updates } = await storage.log.load(plan)
  process.stdout.write(`there ${updates.length}\n`)
}

async function compact(): Promise<void> {
  const storage = await openSqlite({ path, now: () => '2026-01-02T00:00:00.000Z' })
  await storage.log.compact(plan)
  process.stdout.write('compacted\n')
}

function killedAfter(step: string): CompactionSteps {
  const steps = createCompactionSteps(path)
  const killing =
    <P extends unknown[], T>(name: string, run: (...parameters: P) => T) =>
    async (...parameters: P): Promise<T> => {
      const result = run(...parameters)
      if (name === step) await die()
      return result
    }
  return {
    build: killing('build', (projectId: string) => steps.build(projectId)),
    write: killing('write', () => steps.write()),
    verify: killing('verify', () => steps.verify()),
    trim: killing('trim', () => steps.trim()),
  }
}

async function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL')
  for (;;) await delay(1000)
}

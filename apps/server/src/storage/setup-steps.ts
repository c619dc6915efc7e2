import type { Database, Now } from './database.ts'
import type { SeedingRecord } from './port.ts'

/** The rows of the table `setup`. */
export const setupSteps = { firstAccount: 1, seeds: 2 } as const
type SetupStep = (typeof setupSteps)[keyof typeof setupSteps]

/** Marks a step as done; resolves to whether it was not before. */
export async function markStep(db: Database, now: Now, step: SetupStep): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('setup')
    .values({ id: step, doneAt: now() })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export function createSeedingRecord(db: Database, now: Now): SeedingRecord {
  return {
    async isDone() {
      const row = await db
        .selectFrom('setup')
        .where('id', '=', setupSteps.seeds)
        .select('id')
        .executeTakeFirst()
      return row !== undefined
    },
    async markDone() {
      await markStep(db, now, setupSteps.seeds)
    },
  }
}

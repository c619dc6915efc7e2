import { nanoid } from 'nanoid'

import type { Database } from './database.ts'
import type { LineageRecord } from './port.ts'

const theRow = 1

export function createLineageRecord(db: Database): LineageRecord {
  /** It does not change while a storage is open, and every socket that opens asks. */
  let known: string | null = null

  return {
    async read() {
      if (known !== null) return known
      // Of two who ask first, one inserts; both read what stands.
      await db
        .insertInto('lineage')
        .values({ id: theRow, value: nanoid() })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute()
      const { value } = await db
        .selectFrom('lineage')
        .where('id', '=', theRow)
        .select('value')
        .executeTakeFirstOrThrow()
      known = value
      return value
    },
    async renew() {
      const value = nanoid()
      await db
        .insertInto('lineage')
        .values({ id: theRow, value })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ value }))
        .execute()
      known = value
    },
  }
}

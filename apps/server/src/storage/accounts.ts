import type { Database, Now } from './database.ts'
import type { AccountRecord, AccountStore } from './port.ts'
import { countSchema } from './rows.ts'
import { markStep, setupSteps } from './setup-steps.ts'

export function createAccountStore(db: Database, now: Now): AccountStore {
  return {
    async count() {
      const row = await db
        .selectFrom('user')
        .select((q) => q.fn.countAll().as('count'))
        .executeTakeFirstOrThrow()
      return countSchema.parse(row.count)
    },

    names: (ids) => namesOf(db, ids),

    add: (account) =>
      db.transaction().execute(async (transaction) => {
        await markStep(transaction, now, setupSteps.firstAccount)
        return insertAccount(transaction, now, account)
      }),

    addFirst: (account) =>
      db.transaction().execute(async (transaction) => {
        if (!(await markStep(transaction, now, setupSteps.firstAccount))) return 'not-first'
        await insertAccount(transaction, now, account)
        return 'added'
      }),
  }
}

/** The names of people by id; who has no account any more is not in it. */
export async function namesOf(db: Database, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('user').where('id', 'in', ids).select(['id', 'name']).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Adds a person with a password, inside the caller's transaction; nothing is written when the address is taken. */
export async function insertAccount(
  db: Database,
  now: Now,
  { id, name, email, passwordHash, admin }: AccountRecord,
): Promise<'added' | 'email-taken'> {
  const times = { createdAt: now(), updatedAt: now() }
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('user')
    .values({ id, name, email, emailVerified: false, image: null, admin, ...times })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return 'email-taken'
  await db
    .insertInto('account')
    .values({ id, accountId: id, providerId: 'credential', userId: id, password: passwordHash, ...times })
    .execute()
  return 'added'
}

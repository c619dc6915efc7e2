import { Kysely, sql } from 'kysely'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { createSqliteDialect } from '../sqlite/dialect.ts'
import { createLock } from '../sqlite/lock.ts'
import { columnTypes } from '../sqlite/open.ts'
import { startWorker } from '../sqlite/worker-client.ts'
import { beginning } from './0001-beginning.ts'
import { review } from './0005-review.ts'
import { attempts } from './0007-attempts.ts'

test('threads of before stay, and what is unread is found without what was read', async () => {
  const path = join(temporaryFolder(), 'test.sqlite')
  const db = new Kysely<unknown>({
    dialect: createSqliteDialect(startWorker({ path, readOnly: false }), createLock()),
  })
  onTestFinished(() => db.destroy())
  await beginning(db, columnTypes)
  await review(db, columnTypes)
  await sql`insert into "project" ("id", "title", "academy", "createdAt") values ('plan', 'P', 'A', '')`.execute(
    db,
  )
  await sql`insert into "thread" values ('t', 'plan', 1, '{}', 'ada', '2026', null, null, null, '2026')`.execute(
    db,
  )
  await attempts(db)
  const threads = await sql`select * from "thread"`.execute(db)
  expect(threads.rows).toEqual([
    {
      id: 't',
      projectId: 'plan',
      number: 1,
      subject: '{}',
      createdBy: 'ada',
      createdAt: '2026',
      assigneeId: null,
      resolvedBy: null,
      resolvedAt: null,
    },
  ])
  const found = await sql<{ detail: string }>`explain query plan
    select count(*) from "notification" where "userId" = 'ada' and "readAt" is null`.execute(db)
  expect(found.rows.map(({ detail }) => detail).join()).toContain('notification_unread_idx')
})

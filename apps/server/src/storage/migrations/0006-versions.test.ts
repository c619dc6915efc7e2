import { actionsTemplate, emptyProject } from '@concerte/schema'
import { Kysely, sql } from 'kysely'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { canonicalJson } from '../canonical-json.ts'
import type { Tables } from '../database.ts'
import { createSqliteDialect } from '../sqlite/dialect.ts'
import { createLock } from '../sqlite/lock.ts'
import { columnTypes } from '../sqlite/open.ts'
import { startWorker } from '../sqlite/worker-client.ts'
import { sha256Of } from '../sha256-of.ts'
import { versionRowHash } from '../version-content.ts'
import { createVersionStore } from '../versions.ts'
import { beginning } from './0001-beginning.ts'
import { review } from './0005-review.ts'
import { versions } from './0006-versions.ts'
import { projectIdSchema } from '@concerte/api'

test('versions of before are carried over whole, with the hashes that they lacked', async () => {
  const path = join(temporaryFolder(), 'test.sqlite')
  const db = new Kysely<unknown>({
    dialect: createSqliteDialect(startWorker({ path, readOnly: false }), createLock()),
  })
  onTestFinished(() => db.destroy())
  await beginning(db, columnTypes)
  await review(db, columnTypes)
  const project = emptyProject({ template: actionsTemplate, title: 'P', academy: 'A', period: null })
  const json = canonicalJson(project)
  const state = new Uint8Array([1, 2, 3])
  await sql`insert into "user" values ('u', 'Ada', 'ada@example.fr', 1, null, '', '', 1)`.execute(db)
  await sql`insert into "project" ("id", "title", "academy", "createdAt") values ('plan', 'P', 'A', '')`.execute(
    db,
  )
  await sql`insert into "version" ("id", "projectId", "number", "name", "createdBy", "createdAt", "state", "project", "sha256")
    values ('v1', 'plan', 1, 'Jalon', 'u', '2026-01-01T00:00:00.000Z', ${state}, ${json}, ${sha256Of(json)})`.execute(
    db,
  )
  await versions(db, columnTypes)
  const store = createVersionStore(db.withTables<Tables>(), () => '')
  const projectId = projectIdSchema.parse('plan')
  expect(await store.read(projectId, 'v1')).toEqual({
    version: {
      id: 'v1',
      projectId,
      number: 1,
      kind: 'named',
      name: 'Jalon',
      createdBy: 'Ada',
      createdAt: '2026-01-01T00:00:00.000Z',
      sha256: sha256Of(json),
      previousSha256: null,
      isKept: true,
      work: null,
    },
    project,
    state,
  })
  for await (const { head } of store.stored(projectId)) {
    expect(head).toMatchObject({ stateSha256: sha256Of(state), rowSha256: versionRowHash(head) })
  }
  // The seal of a plan still points at a version of the table.
  await sql`insert into "seal" values ('plan', 1, 'v1', 'u', '')`.execute(db)
  await expect(sql`insert into "seal" values ('plan', 2, 'v2', 'u', '')`.execute(db)).rejects.toThrow(
    'FOREIGN KEY',
  )
})

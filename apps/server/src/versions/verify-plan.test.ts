import { createdProjectSchema, versionSchema } from '@concerte/api'
import { coverText, openPlan, writeLine } from '@concerte/schema'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'

import { cliMessages } from '../cli/messages.ts'
import { runProgram } from '../cli/program.ts'
import { databasePath } from '../config.ts'
import { setUpAdmin } from '../testing/people.ts'
import { setupApp } from '../testing/test-app.ts'

/** A plan of four versions, of which the first let go of its words, and a database on which nothing watches. */
async function setupVersions() {
  const { deps, dataDir, visit } = await setupApp()
  const admin = visit()
  await setUpAdmin(admin, deps.setupToken.value)
  const plan = { academy: 'Lille', template: 'actions', period: null }
  const { id: projectId } = await admin.read(createdProjectSchema, 'POST', '/api/projects', plan)
  const first = await deps.versions.keep({ projectId, kind: 'auto', name: '', userId: null })
  for (const name of ['Deux', 'Trois', 'Quatre']) {
    await deps.rooms.edit(projectId, null, (doc) =>
      writeLine(coverText(openPlan(doc), 'title'), [{ text: name }]),
    )
    await admin.read(versionSchema, 'POST', `/api/projects/${projectId}/versions`, { name })
  }
  await deps.storage.versions.letGo(projectId, [first.id])
  const db = new DatabaseSync(databasePath(dataDir), { enableForeignKeyConstraints: false })
  onTestFinished(() => db.close())
  for (const change of ['update', 'delete']) db.exec(`DROP TRIGGER "trail_no_${change}"`)
  const verify = async (id: string = projectId) => {
    let out = ''
    const exitCode = await runProgram(['verify', id], {
      messages: cliMessages.fr,
      environment: { DATA_DIR: dataDir },
      out: (text) => (out += String(text)),
      err: (text) => (out += text),
      askHidden: () => Promise.resolve(null),
    })
    return { exitCode, out }
  }
  return { db, projectId, verify }
}

test('what nobody changed is found as it was written', async () => {
  const { verify } = await setupVersions()
  expect(await verify()).toEqual({
    exitCode: 0,
    out: 'Tout est tel qu’il a été écrit\u00a0: 4 versions, 3 entrées au journal.\n',
  })
  expect(await verify('no-such-plan')).toMatchObject({
    exitCode: 1,
    out: expect.stringContaining('Aucun projet'),
  })
})

test('[A3] one byte changed in any column of any version, or of the trail, is found', async () => {
  const { db, projectId, verify } = await setupVersions()
  for (const [table, numbers] of [
    ['version', [1, 2, 4]],
    ['trail', [1, 3]],
  ] as const) {
    const columns = db.prepare(`SELECT name FROM pragma_table_info(?)`).all(table)
    expect(columns.length).toBeGreaterThan(7)
    for (const number of numbers) {
      const where = `"projectId" = '${projectId}' AND "number" = ${number}`
      const row = db.prepare(`SELECT rowid, * FROM "${table}" WHERE ${where}`).get()!
      for (const { name } of columns) {
        const column = String(name)
        const former = row[column] ?? null
        const set = db.prepare(`UPDATE "${table}" SET "${column}" = ? WHERE rowid = ${String(row['rowid'])}`)
        set.run(withChangedByte(former))
        const { exitCode, out } = await verify()
        expect(`${exitCode} ${out}`, `${table} ${number} ${column}`).toMatch(/^1 .*plus tel/)
        set.run(former)
      }
    }
  }
  expect((await verify()).exitCode).toBe(0)
}, 120_000)

test('a version that was taken out, or put elsewhere in the chain, is found', async () => {
  const { db, verify } = await setupVersions()
  db.exec('UPDATE "version" SET "number" = 9 WHERE "number" = 3')
  expect((await verify()).out).toContain('version 4\u00a0: elle ne suit pas la précédente')
  db.exec('DELETE FROM "version" WHERE "number" = 9')
  db.exec('DELETE FROM "version" WHERE "number" = 4')
  const { out } = await verify()
  expect(out).toContain('journal, entrée 3\u00a0: la version qu’elle nomme n’est pas là')
})

function withChangedByte(value: unknown): string | number | Uint8Array {
  if (typeof value === 'number') return value + 1000
  if (value instanceof Uint8Array) {
    const changed = Uint8Array.from(value)
    const middle = changed.length >> 1
    changed[middle] = changed[middle]! ^ 1
    return changed
  }
  if (typeof value !== 'string' || value === '') return 'x'
  const middle = value.length >> 1
  const other = value[middle] === 'x' ? 'y' : 'x'
  return value.slice(0, middle) + other + value.slice(middle + 1)
}

import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'

import { databasePath } from '../config.ts'
import { maxAmendments, maxProposals } from '../storage/amendments-port.ts'
import { maxNotices } from '../storage/notifications-port.ts'
import { maxThreads } from '../storage/threads-port.ts'
import { setupAmendments } from '../testing/amended-plan.ts'
import { refusalCode } from '../testing/visitor.ts'

/** A plan, and its database, in which a test puts what people would need years for. */
async function setupFull() {
  const setup = await setupAmendments()
  const database = new DatabaseSync(databasePath(setup.dataDir))
  onTestFinished(() => database.close())
  const fill = (count: number, insert: string, ...values: string[]) =>
    database
      .prepare(
        `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count}) insert into ${insert}`,
      )
      .run(...values)
  return { ...setup, database, fill }
}

const newAmendment = `"amendment" ("id", "projectId", "number", "authorId", "createdAt")
  select 'filled-' || i, ?, i + 10, ?, '' from n`
const newRevision = (
  proposal: string,
) => `"amendmentRevision" ("amendmentId", "number", "proposal", "reason", "at")
  select 'filled-' || i, 1, ${proposal}, '', '' from n`

test('a plan takes so many amendments and no more; those that are there are improved', async () => {
  const { reviewer, editor, plan, projectId, ids, wording, propose, fill } = await setupFull()
  const made = await propose('reviewer', wording('autre'))
  const proposal = JSON.stringify(wording('encore')).replaceAll("'", "''")
  fill(maxAmendments - 2, newAmendment, projectId, ids.editor)
  fill(maxAmendments - 2, newRevision(`'${proposal}'`))
  const sent = { proposal: wording('dernier'), reason: '', cosigners: [] }
  expect((await editor.send('POST', `${plan}/amendments`, sent)).status).toBe(200)
  expect(await refusalCode(await editor.send('POST', `${plan}/amendments`, sent))).toBe('too-many-amendments')
  const improved = { ...sent, revision: made.revision }
  expect((await reviewer.send('PUT', `${plan}/amendments/${made.id}`, improved)).status).toBe(200)
})

test('what is proposed in a plan has so many characters and no more, however few amendments hold them', async () => {
  const { reviewer, plan, projectId, ids, wording, propose, fill } = await setupFull()
  const made = await propose('reviewer', wording('autre'))
  const big = 100_000
  fill(maxProposals / big, newAmendment, projectId, ids.editor)
  fill(maxProposals / big, newRevision(`printf('%.*c', ${big}, 'x')`))
  const improved = { proposal: wording('dernier'), reason: '', cosigners: [], revision: made.revision }
  const answer = await reviewer.send('PUT', `${plan}/amendments/${made.id}`, improved)
  expect(await refusalCode(answer)).toBe('too-many-amendments')
})

test('a plan takes so many threads and no more', async () => {
  const { reviewer, plan, projectId, ids, fill } = await setupFull()
  fill(
    maxThreads - 1,
    `"thread" ("id", "projectId", "number", "subject", "createdBy", "createdAt")
      select 'filled-' || i, ?, i, '{"type":"node","node":"cover"}', ?, '' from n`,
    projectId,
    ids.editor,
  )
  const sent = { subject: { type: 'node', node: 'cover' }, body: 'Remarque', mentions: [] }
  expect((await reviewer.send('POST', `${plan}/threads`, sent)).status).toBe(200)
  expect(await refusalCode(await reviewer.send('POST', `${plan}/threads`, sent))).toBe('too-many-threads')
})

test('of what a person was told the newest is kept, and only so much', async () => {
  const { reviewer, plan, projectId, ids, database, fill } = await setupFull()
  fill(
    maxNotices + 500,
    `"notification" ("id", "userId", "projectId", "event", "createdAt")
      select 'filled-' || i, ?, ?, '{}', '2026-01-01T00:00:00.' || printf('%04d', i) from n`,
    ids.lead,
    projectId,
  )
  const sent = { subject: { type: 'node', node: 'cover' }, body: 'Remarque', mentions: [ids.lead] }
  expect((await reviewer.send('POST', `${plan}/threads`, sent)).status).toBe(200)
  const kept = database
    .prepare('select "id" from "notification" where "userId" = ? order by "createdAt" desc')
    .all(ids.lead)
  expect(kept).toHaveLength(maxNotices)
  expect(kept[1]).toEqual({ id: `filled-${maxNotices + 500}` })
})

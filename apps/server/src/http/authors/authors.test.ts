import { authorListSchema, authorshipSchema, type UserId } from '@concerte/api'
import {
  blocksToPlain,
  nodeText,
  openPlan,
  plainToBlocks,
  readBlocks,
  readOutline,
  writeBlocks,
} from '@concerte/schema'
import { expect, test } from 'vitest'
import * as Y from 'yjs'

import { firstProject, invite, setUpAdmin } from '../../testing/people.ts'
import { setupApp } from '../../testing/test-app.ts'

async function setupWriters() {
  const { deps, visit } = await setupApp()
  const [admin, ada, reader] = [visit(), visit(), visit()]
  const adminId = await setUpAdmin(admin, deps.setupToken.value)
  const projectId = await firstProject(admin)
  const adaId = await invite(admin, ada, { projectId, role: 'editor', name: 'Ada' })
  await invite(admin, reader, { projectId, role: 'reader' })
  /** Writes at the end of the plan's first entry, as the client `clientId` of a person. */
  const write = async (userId: UserId, clientId: number, words: string) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, await deps.rooms.read(projectId))
    doc.clientID = clientId
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    const { text } = firstEntry(doc)
    doc.transact(() => writeBlocks(text, plainToBlocks(blocksToPlain(readBlocks(text)) + words)))
    await deps.storage.log.append(
      updates.map((update) => ({ projectId, userId, update, claims: [{ clientId, userId }] })),
    )
  }
  return { deps, admin, ada, reader, adminId, adaId, projectId, path: `/api/projects/${projectId}`, write }
}

function firstEntry(doc: Y.Doc) {
  const plan = openPlan(doc)
  const { id } = [...readOutline(plan).nodes.values()].find(({ type }) => type === 'entry')!
  return { id, text: nodeText(plan, id, 'text')! }
}

test('[S3] any member learns whose each client id is, by name, also of someone who left the plan', async () => {
  const { admin, reader, adminId, adaId, path, write } = await setupWriters()
  await write(adaId, 71, ' un')
  await write(adminId, 72, ' deux')
  await write(adaId, 73, ' trois')
  expect((await admin.send('DELETE', `${path}/members/${adaId}`)).status).toBe(204)
  const { people } = await reader.read(authorListSchema, 'GET', `${path}/authors`)
  expect(people.toSorted((a, b) => b.clientIds.length - a.clientIds.length)).toEqual([
    { userId: adaId, name: 'Ada', clientIds: [71, 73] },
    { userId: adminId, name: 'Admin', clientIds: [72] },
  ])
})

test('[S3] the server tells who wrote each character, and nobody for what a seed brought', async () => {
  const { deps, reader, adminId, adaId, projectId, path, write } = await setupWriters()
  await write(adaId, 71, ' un')
  await write(adminId, 72, ' deux')
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await deps.rooms.read(projectId))
  const { id, text } = firstEntry(doc)
  const { people, totals, texts } = await reader.read(authorshipSchema, 'GET', `${path}/authorship`)
  expect(texts.find(({ node }) => node === id)?.runs).toEqual([
    { userId: null, length: blocksToPlain(readBlocks(text)).length - ' un deux'.length },
    { userId: adaId, length: ' un'.length },
    { userId: adminId, length: ' deux'.length },
  ])
  expect(totals.slice(1)).toEqual([
    { userId: adminId, length: ' deux'.length },
    { userId: adaId, length: ' un'.length },
  ])
  expect(totals[0]?.userId).toBeNull()
  expect(new Set(people.map(({ name }) => name))).toEqual(new Set(['Ada', 'Admin']))
})

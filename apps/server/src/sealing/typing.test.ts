import type { ProjectId } from '@concerte/api'
import { nodeText, openPlan, readProject } from '@concerte/schema'
import { splitFrames, type Closing, type Session } from '@concerte/sync'
import { setImmediate as turn } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'

import { canonicalJson } from '../storage/canonical-json.ts'
import { planHash } from '../storage/plan-hash.ts'
import { packVersion } from '../storage/version-content.ts'
import { openStoredRows, updateToProject } from '../plan.ts'
import { firstProject, invite, setUpAdmin } from '../testing/people.ts'
import { message } from '../testing/raw-client.ts'
import { setupApp } from '../testing/test-app.ts'
import { accessOf } from '../ws/access-of-socket.ts'
import { createDoor, type Door } from '../ws/enter-plan.ts'
import { ApiError } from '../api-error.ts'
import { createPlanSealer } from './seal-plan.ts'

const rounds = 24

test(`[S2] [S6] in ${rounds} seals while someone types, no word slips in: what is sealed is what was approved and stays what stands there, and each word is in the plan or was never acknowledged`, async () => {
  const { deps, projectId, leadId, door, headers, sealer } = await setupSealer()
  const { rooms, storage } = deps
  const outcomes = new Map<string, number>()
  for (let round = 0; round < rounds; round += 1) {
    await storage.rights.setPhase(projectId, 'validation')
    await storage.approvals.nameApprovers(projectId, [leadId], leadId)
    const sha256 = planHash(updateToProject(await rooms.read(projectId)))
    await storage.approvals.approve(projectId, sha256, leadId)
    const typist = await createTypist({ rooms, door, headers, projectId })
    const order = { projectId, sha256, name: `Version ${round}`, by: leadId }
    const sealing = sealer(order).then(
      () => 'sealed',
      (error: unknown) => (error instanceof ApiError ? error.code : Promise.reject(error)),
    )
    // Each round a little later: before the text is read, while the files are made, when the plan is held, after.
    for (let waited = 0; waited < round * 3; waited += 1) await turn()
    typist.type()
    const outcome = await sealing
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    const stands = planHash(updateToProject(await rooms.read(projectId)))
    if (outcome === 'sealed') {
      expect(stands).toBe(sha256)
      // With the rights of now, which are none: the word was not taken, and none was said to be.
      await typist.comesBack()
      expect(typist.isAcknowledged()).toBe(false)
      expect(planHash(updateToProject(await rooms.read(projectId)))).toBe(sha256)
      const [version] = await storage.versions.list(projectId)
      expect(version).toMatchObject({ kind: 'final', name: order.name, sha256 })
      const reopening = { projectId, phase: 'validation', reason: 'Encore', by: leadId } as const
      expect(await storage.seals.reopen(reopening)).toBe(true)
    } else {
      expect(outcome).toBe('text-changed')
      await typist.comesBack()
      await typist.whenAcknowledged()
      expect(planHash(updateToProject(await rooms.read(projectId)))).not.toBe(sha256)
    }
    typist.leave()
  }
  expect([...outcomes.values()].reduce((sum, count) => sum + count, 0)).toBe(rounds)
}, 120_000)

async function setupSealer() {
  const { deps, visit } = await setupApp()
  const [admin, lead, typist] = [visit(), visit(), visit()]
  await setUpAdmin(admin, deps.setupToken.value)
  const projectId = await firstProject(admin)
  const leadId = await invite(admin, lead, { projectId, role: 'lead' })
  await invite(admin, typist, { projectId, role: 'lead', name: 'typist' })
  const { accounts, holds, rooms, storage } = deps
  let versionCount = 0
  const door = createDoor({
    accounts,
    accessOf: (user, id) => accessOf(storage, 'lineage', user, id),
    holds,
  })
  const sealer = createPlanSealer({
    storage,
    log: storage.log,
    // At once, so that what takes its time is the seal itself.
    makeFiles: async ({ rows }) => ({ sha256: planHash(readProject(openStoredRows(rows))), files: [] }),
    versions: {
      async prepare({ projectId: id, kind, name, userId }) {
        const state = await rooms.read(id)
        const content = packVersion(state, canonicalJson(updateToProject(state)))
        versionCount += 1
        return { id: `v${versionCount}`, projectId: id, kind, name, createdBy: userId, work: null, content }
      },
    },
    holds,
    now: () => new Date().toISOString(),
  })
  return { deps, projectId, leadId, door, headers: new Headers({ cookie: typist.cookie }), sealer }
}

/** A client in the plan that brings what was not acknowledged again whenever it comes back, as ours does. */
async function createTypist(options: {
  rooms: Awaited<ReturnType<typeof setupApp>>['deps']['rooms']
  door: Door
  headers: Headers
  projectId: ProjectId
}) {
  const { rooms, door, headers, projectId } = options
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await rooms.read(projectId))
  let unsent: Uint8Array | null = null
  let isAcknowledged = false
  let closings: Closing[] = []
  let session = await enter()

  async function enter(): Promise<Session> {
    for (;;) {
      const entry = await door.enter(headers, projectId)
      if (entry.type === 'refused') {
        await turn()
        continue
      }
      closings = []
      const { user, access } = entry
      const entered = rooms.join(projectId, {
        identity: { userId: user.id, name: user.name, colours: ['#112233'] },
        access,
        send(frames) {
          const { messages } = splitFrames(frames, 2 ** 30)
          if (messages.some(([type, kind]) => type === 100 && kind === 1)) isAcknowledged = true
        },
        pause: () => undefined,
        resume: () => undefined,
        close: (closing) => closings.push(closing),
      })
      entered.receive(Uint8Array.from([100, 0, 1]))
      if (unsent !== null) entered.receive(message(0, 2, unsent))
      return entered
    }
  }

  return {
    type() {
      const plan = openPlan(doc)
      const before = Y.encodeStateVector(doc)
      const [axis] = readProject(doc).axes
      if (axis === undefined) throw new Error('The seed has axes')
      nodeText(plan, axis.id, 'title')?.insert(0, [new Y.XmlText('Mot ')])
      unsent = Y.encodeStateAsUpdate(doc, before)
      session.receive(message(0, 2, unsent))
    },
    /** Where the line was ended, another is opened. */
    async comesBack() {
      await turn()
      if (closings.length > 0) session = await enter()
      await turn()
    },
    isAcknowledged: () => isAcknowledged,
    whenAcknowledged: () => vi.waitFor(() => expect(isAcknowledged).toBe(true), { timeout: 20_000 }),
    leave: () => session.leave(),
  }
}

import { addNode, edit, openPlan } from '@concerte/schema'
import { expect, test } from 'vitest'

import { firstProject, invite, setUpAdmin } from '../testing/people.ts'
import { joinPlanRaw } from '../testing/raw-client.ts'
import { squareUpdate } from '../testing/square-update.ts'
import { joinPlanAsApp, saved, setupServer, setupToken, until } from '../testing/test-server.ts'

async function setupPlan() {
  const server = await setupServer()
  const [admin, lead] = [server.visit(), server.visit()]
  await setUpAdmin(admin, setupToken(server))
  const projectId = await firstProject(admin)
  await invite(admin, lead, { projectId, role: 'lead', name: 'lead' })
  const typist = joinPlanAsApp(server, admin, projectId)
  await typist.client.whenLoaded
  const raw = await joinPlanRaw(server, lead, projectId)
  return { server, typist, raw, lead, projectId }
}

test('[S5] structs that would hold everyone up for minutes are sent away with their author, and meanwhile others type and are saved', async () => {
  const { typist, raw, lead, server, projectId } = await setupPlan()
  const closed = raw.closed.then(() => 'closed')
  raw.sendUpdate(squareUpdate(40_000, { client: 50, root: 'test' }))
  let savedMeanwhile = 0
  for (;;) {
    typist.doc.getText('typed').insert(0, 'a')
    const first = await Promise.race([closed, saved(typist.client).then(() => 'saved')])
    if (first === 'closed') break
    savedMeanwhile += 1
  }
  expect(await raw.closed).toBe(4400)
  expect(savedMeanwhile).toBeGreaterThan(0)
  const late = await joinPlanRaw(server, lead, projectId)
  expect([late.doc.getText('test').length, typist.doc.getText('test').length]).toEqual([0, 0])
})

test('[S2] a thousand measures at once are tried, saved and shown', async () => {
  const { typist, raw } = await setupPlan()
  const plan = openPlan(typist.doc)
  const group = addNode(plan, { type: 'group', parent: addNode(plan, { type: 'axis' }) })
  const action = addNode(plan, { type: 'action', parent: group })
  const measures = edit(plan, () =>
    Array.from({ length: 1_000 }, () => addNode(plan, { type: 'entry', parent: action, rubric: 'measures' })),
  )
  await saved(typist.client)
  await until(raw.doc, () => measures.every((id) => openPlan(raw.doc).nodes.has(id)))
  expect(typist.client.state.type).toBe('saved')
})

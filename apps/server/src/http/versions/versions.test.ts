import {
  comparisonAnswerSchema,
  createdProjectSchema,
  restorationSchema,
  trailSchema,
  versionListSchema,
  versionSchema,
} from '@concerte/api'
import { lineToPlain, nodeText, openPlan, readProject, writeLine } from '@concerte/schema'
import { expect, test } from 'vitest'

import { invite, setUpAdmin } from '../../testing/people.ts'
import { setupApp } from '../../testing/test-app.ts'
import { refusalCode } from '../../testing/visitor.ts'

/** A plan with one named version, after which its first axis got another title. */
async function setupPlan() {
  const { deps, visit } = await setupApp()
  const admin = visit()
  const userId = await setUpAdmin(admin, deps.setupToken.value)
  const plan = { academy: 'Lille', template: 'actions', period: null }
  const { id: projectId } = await admin.read(createdProjectSchema, 'POST', '/api/projects', plan)
  const path = `/api/projects/${projectId}`
  const retitle = (words: string) =>
    deps.rooms.edit(projectId, userId, (doc) => {
      const axis = readProject(doc).axes[0]!.id
      writeLine(nodeText(openPlan(doc), axis, 'title')!, [{ text: words }])
    })
  await retitle('Progresser')
  const first = await admin.read(versionSchema, 'POST', `${path}/versions`, { name: 'Première' })
  await retitle('Autrement')
  return { deps, visit, admin, userId, projectId, path, first }
}

test('a version kept by itself says who worked on what; of the same words no second one is kept', async () => {
  const { deps, admin, projectId, path, first, userId } = await setupPlan()
  const order = { projectId, kind: 'auto', name: '', userId: null } as const
  const [kept, again] = await Promise.all([
    deps.versions.keepIfChanged(order),
    deps.versions.keepIfChanged(order),
  ])
  expect(again).toBeNull()
  const { versions } = await admin.read(versionListSchema, 'GET', `${path}/versions`)
  expect(versions.map(({ id }) => id)).toEqual([kept?.id, first.id])
  expect(versions[0]).toMatchObject({
    number: 2,
    kind: 'auto',
    name: '',
    createdBy: null,
    previousSha256: first.sha256,
    work: [{ userId, name: 'Admin', places: [{ type: 'axis', number: 1 }] }],
  })
  const before = await deps.versions.keepBefore(projectId, 'before-decisions', null)
  expect(before.id).toBe(kept?.id)
})

test('a version is compared with now, and with another, by whoever reads the plan', async () => {
  const { admin, visit, projectId, path, first } = await setupPlan()
  const reader = visit()
  await invite(admin, reader, { projectId, role: 'reader' })
  const compared = `${path}/versions/${first.id}/comparison`
  const { comparison, summary } = await reader.read(comparisonAnswerSchema, 'GET', compared)
  expect(comparison.changes).toMatchObject([{ type: 'kept', kind: 'axis', texts: [{ field: 'title' }] }])
  expect(summary.reworded).toMatchObject({ axis: 1 })
  const same = await reader.read(comparisonAnswerSchema, 'GET', `${compared}?with=${first.id}`)
  expect(same.comparison.changes).toEqual([])
  expect(await refusalCode(await reader.send('GET', `${compared}?with=none`))).toBe('not-found')
})

test('restoring keeps the plan as it is, tells the trail, and gives what the version holds', async () => {
  const { admin, path, first } = await setupPlan()
  const asked = { versionId: first.id, scope: { type: 'plan' } }
  const { project, version, before } = await admin.read(
    restorationSchema,
    'POST',
    `${path}/restorations`,
    asked,
  )
  expect(version).toEqual(first)
  expect(lineToPlain(project.axes[0]!.title)).toBe('Progresser')
  const { versions } = await admin.read(versionListSchema, 'GET', `${path}/versions`)
  expect(versions[0]).toMatchObject({ id: before, kind: 'before-restore', createdBy: 'Admin' })
  const axis = project.axes[0]!.id
  const part = { versionId: first.id, scope: { type: 'node', node: axis } }
  await admin.read(restorationSchema, 'POST', `${path}/restorations`, part)
  const { entries } = await admin.read(trailSchema, 'GET', `${path}/trail`)
  expect(entries.slice(0, 2).map(({ event }) => event)).toEqual([
    { type: 'restored', version: 'Première', what: 'Axe 1' },
    { type: 'restored', version: 'Première', what: '' },
  ])
})

test('a version gets another name and becomes a milestone; a sealed one keeps its own, one let go has none to give', async () => {
  const { admin, deps, projectId, path, first } = await setupPlan()
  const name = { name: ' Jalon de mars ', isMilestone: true }
  const renamed = await admin.read(versionSchema, 'PUT', `${path}/versions/${first.id}`, name)
  expect(renamed).toEqual({ ...first, name: 'Jalon de mars', kind: 'milestone' })
  const sealed = await deps.versions.keep({ projectId, kind: 'final', name: 'Finale', userId: null })
  expect(await refusalCode(await admin.send('PUT', `${path}/versions/${sealed.id}`, name))).toBe('forbidden')
  const old = await deps.versions.keep({ projectId, kind: 'auto', name: '', userId: null })
  await deps.storage.versions.letGo(projectId, [old.id])
  for (const [method, at] of [
    ['PUT', `${path}/versions/${old.id}`],
    ['GET', `${path}/versions/${old.id}`],
    ['GET', `${path}/versions/${old.id}/comparison`],
  ] as const) {
    const response = await admin.send(method, at, method === 'PUT' ? name : undefined)
    expect(await refusalCode(response)).toBe('not-found')
  }
})

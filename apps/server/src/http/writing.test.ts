import {
  axisLockListSchema,
  planPhaseSchema,
  projectListSchema,
  projectSummarySchema,
  rightsSchema,
  workingGroupListSchema,
  workingGroupSchema,
  type ProjectId,
  type UserId,
} from '@concerte/api'
import { nodeIdSchema } from '@concerte/schema'
import { closeCodes, type Closing } from '@concerte/sync'
import { expect, test, vi } from 'vitest'

import { firstProject, invite, setUpAdmin } from '../testing/people.ts'
import { setupApp } from '../testing/test-app.ts'
import { refusalCode } from '../testing/visitor.ts'
import { accessOf } from '../ws/access-of-socket.ts'

const axis = nodeIdSchema.parse('axis')
/** For a condition that always comes, on a busy machine. */
const patience = { timeout: 20_000 }

async function setupPlan() {
  const { deps, visit } = await setupApp()
  const [admin, lead, editor] = [visit(), visit(), visit()]
  await setUpAdmin(admin, deps.setupToken.value)
  const projectId = await firstProject(admin)
  const leadId = await invite(admin, lead, { projectId, role: 'lead' })
  const editorId = await invite(admin, editor, { projectId, role: 'editor' })
  const plan = `/api/projects/${projectId}`
  return {
    deps,
    visit,
    admin,
    lead,
    editor,
    projectId,
    leadId,
    editorId,
    plan,
    rights: () => editor.read(rightsSchema, 'GET', `${plan}/rights`),
    /** A line of this person to the plan; resolves when it is ended. */
    open: async (userId: UserId) => joinPlan(deps, projectId, userId),
  }
}

type Rooms = Awaited<ReturnType<typeof setupApp>>['deps']['rooms']

async function joinPlan({ rooms }: { rooms: Rooms }, projectId: ProjectId, userId: UserId) {
  const closed: Closing[] = []
  const before = rooms.counts().connections
  rooms.join(projectId, {
    identity: { userId, name: userId, colours: ['#112233'] },
    access: { canWrite: false, judge: null, rights: '', lineage: '' },
    send: () => undefined,
    pause: () => undefined,
    resume: () => undefined,
    close: (closing) => closed.push(closing),
  })
  await vi.waitFor(() => expect(rooms.counts().connections).toBe(before + 1), patience)
  return {
    closed,
    whenSentAway: () => vi.waitFor(() => expect(closed).toEqual([closeCodes.roleChanged]), patience),
  }
}

test('[S4] a group says which axes its members write, from the moment it is made', async () => {
  const { lead, editorId, leadId, plan, rights, open } = await setupPlan()
  expect(await rights()).toEqual({
    role: 'editor',
    phase: 'drafting',
    scope: 'contents',
    decides: 'contents',
    axes: [],
    locked: [],
  })
  const [line, other] = [await open(editorId), await open(leadId)]
  const group = { name: 'Groupe 1', members: [editorId], axes: [axis] }
  const made = await lead.read(workingGroupSchema, 'POST', `${plan}/groups`, group)
  expect(await rights()).toMatchObject({ scope: 'axes', axes: [axis] })
  await line.whenSentAway()
  expect(other.closed).toEqual([])
  expect(await lead.read(workingGroupListSchema, 'GET', `${plan}/groups`)).toEqual({ groups: [made] })
})

test('[S4] who comes into a group, and who leaves it, comes back with other rights', async () => {
  const { admin, visit, lead, projectId, editorId, plan, rights, open } = await setupPlan()
  const newcomerId = await invite(admin, visit(), { projectId, role: 'editor', name: 'newcomer' })
  const group = { name: 'Groupe 1', members: [editorId], axes: [axis] }
  const { id } = await lead.read(workingGroupSchema, 'POST', `${plan}/groups`, group)
  const lines = [await open(editorId), await open(newcomerId)]
  const changed = { ...group, members: [newcomerId] }
  expect((await lead.send('PUT', `${plan}/groups/${id}`, changed)).status).toBe(204)
  for (const line of lines) await line.whenSentAway()
  expect(await rights()).toMatchObject({ scope: 'contents', axes: [] })
  const line = await open(newcomerId)
  expect((await lead.send('DELETE', `${plan}/groups/${id}`)).status).toBe(204)
  await line.whenSentAway()
})

test('a group of somebody who is no member of the plan is refused', async () => {
  const { lead, editorId, plan } = await setupPlan()
  const group = { name: 'Groupe 1', members: [editorId, 'nobody'], axes: [] }
  expect(await refusalCode(await lead.send('POST', `${plan}/groups`, group))).toBe('not-a-member')
  const kept = await lead.read(workingGroupSchema, 'POST', `${plan}/groups`, { ...group, members: [] })
  expect(await refusalCode(await lead.send('PUT', `${plan}/groups/${kept.id}`, group))).toBe('not-a-member')
  expect(await lead.read(workingGroupListSchema, 'GET', `${plan}/groups`)).toEqual({ groups: [kept] })
})

test('[S4] a locked axis and a new phase are told to everyone in the plan, and only when they change something', async () => {
  const { lead, editor, editorId, plan, rights, open } = await setupPlan()
  const line = await open(editorId)
  await lead.send('PUT', `${plan}/phase`, { phase: 'drafting' })
  await lead.send('DELETE', `${plan}/locks/${axis}`)
  await lead.send('GET', `${plan}/locks`)
  expect(line.closed).toEqual([])
  await lead.send('PUT', `${plan}/locks/${axis}`)
  await line.whenSentAway()
  expect((await rights()).locked).toEqual([axis])
  const { locks } = await editor.read(axisLockListSchema, 'GET', `${plan}/locks`)
  expect(locks).toMatchObject([{ axisId: axis, lockedBy: 'lead' }])

  const second = await open(editorId)
  await lead.send('PUT', `${plan}/phase`, { phase: 'consultation' })
  await second.whenSentAway()
  expect(await rights()).toMatchObject({ phase: 'consultation', scope: 'nothing' })
  expect(await editor.read(planPhaseSchema, 'GET', `${plan}/phase`)).toEqual({ phase: 'consultation' })
  expect((await editor.read(projectSummarySchema, 'GET', plan)).phase).toBe('consultation')
  const { projects } = await editor.read(projectListSchema, 'GET', '/api/projects')
  expect(projects.map(({ phase }) => phase)).toEqual(['consultation'])
  const third = await open(editorId)
  await lead.send('DELETE', `${plan}/locks/${axis}`)
  await third.whenSentAway()
})

test('[S4] over a line, who may write everywhere is not judged, who may not is, and strangers have no line', async () => {
  const { deps, lead, projectId, leadId, editorId, plan } = await setupPlan()
  const accessOfUser = (id: UserId, admin = false) =>
    accessOf(deps.storage, 'lineage', { id, admin }, projectId)
  const nobody = 'nobody' as UserId
  expect(await accessOfUser(leadId)).toMatchObject({ canWrite: true, judge: null, lineage: 'lineage' })
  expect(await accessOfUser(nobody, true)).toMatchObject({ canWrite: true, judge: null })
  expect(await accessOfUser(nobody)).toBeNull()
  expect(await accessOf(deps.storage, '', { id: leadId, admin: true }, 'no-plan' as ProjectId)).toBeNull()
  const access = await accessOfUser(editorId)
  expect(access?.canWrite).toBe(true)
  expect(access?.judge).not.toBeNull()
  expect(rightsSchema.parse(JSON.parse(access?.rights ?? '')).scope).toBe('contents')
  await lead.send('PUT', `${plan}/locks/${axis}`)
  expect((await accessOfUser(leadId))?.judge).not.toBeNull()
  await deps.storage.rights.setPhase(projectId, 'final')
  expect((await accessOfUser(leadId))?.canWrite).toBe(false)
})

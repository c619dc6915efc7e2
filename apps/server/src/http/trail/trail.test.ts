import { createdInvitationSchema, invitationListSchema, trailSchema, workingGroupSchema } from '@concerte/api'
import { expect, test } from 'vitest'

import { updateToProject } from '../../plan.ts'
import { firstProject, invite, setUpAdmin } from '../../testing/people.ts'
import { setupApp } from '../../testing/test-app.ts'
import { refusalCode } from '../../testing/visitor.ts'

async function setupTrail() {
  const { deps, visit } = await setupApp()
  const [admin, lead, editor] = [visit(), visit(), visit()]
  await setUpAdmin(admin, deps.setupToken.value)
  const projectId = await firstProject(admin)
  const plan = `/api/projects/${projectId}`
  await invite(admin, lead, { projectId, role: 'lead' })
  const editorId = await invite(lead, editor, { projectId, role: 'editor' })
  const read = async () => (await lead.read(trailSchema, 'GET', `${plan}/trail`)).entries
  return { deps, projectId, plan, lead, editor, editorId, read }
}

test('[A3] what leads do to a plan is in its trail, with who did it, in order and chained', async () => {
  const { deps, projectId, plan, lead, editorId, read } = await setupTrail()
  const [axis] = updateToProject(await deps.rooms.read(projectId)).axes
  await lead.send('PUT', `${plan}/members/${editorId}`, { role: 'reviewer' })
  await lead.send('PUT', `${plan}/members/${editorId}`, { role: 'reviewer' })
  const group = { name: 'Groupe 1', members: [editorId], axes: [] }
  const { id } = await lead.read(workingGroupSchema, 'POST', `${plan}/groups`, group)
  await lead.send('PUT', `${plan}/groups/${id}`, { ...group, name: 'Groupe A' })
  await lead.send('DELETE', `${plan}/groups/${id}`)
  await lead.send('PUT', `${plan}/locks/${axis?.id}`)
  await lead.send('PUT', `${plan}/locks/${axis?.id}`)
  await lead.send('DELETE', `${plan}/locks/${axis?.id}`)
  await lead.send('PUT', `${plan}/phase`, { phase: 'review' })
  await lead.send('GET', `${plan}/export/json`)
  const invitation = { role: 'reader', expiresInDays: 1, reusable: false }
  await lead.read(createdInvitationSchema, 'POST', `${plan}/invitations`, invitation)
  const { invitations } = await lead.read(invitationListSchema, 'GET', `${plan}/invitations`)
  const open = invitations.find(({ state }) => state === 'open')
  await lead.send('DELETE', `${plan}/invitations/${open?.id}`)
  await lead.send('DELETE', `${plan}/members/${editorId}`)

  const entries = (await read()).toReversed()
  expect(entries.map(({ userName, event }) => [userName, event])).toEqual([
    ['Admin', { type: 'invitation-made', role: 'lead' }],
    ['lead', { type: 'member-joined', name: 'lead', role: 'lead' }],
    ['lead', { type: 'invitation-made', role: 'editor' }],
    ['editor', { type: 'member-joined', name: 'editor', role: 'editor' }],
    ['lead', { type: 'member-changed', name: 'editor', role: 'reviewer' }],
    ['lead', { type: 'group-changed', name: 'Groupe 1', change: 'added' }],
    ['lead', { type: 'group-changed', name: 'Groupe A', change: 'changed' }],
    ['lead', { type: 'group-changed', name: 'Groupe A', change: 'removed' }],
    ['lead', { type: 'axis-locked', axis: expect.stringMatching(/^1\. \S/) }],
    ['lead', { type: 'axis-unlocked', axis: expect.stringMatching(/^1\. \S/) }],
    ['lead', { type: 'phase-changed', from: 'drafting', to: 'review' }],
    ['lead', { type: 'exported', format: 'json', version: null }],
    ['lead', { type: 'invitation-made', role: 'reader' }],
    ['lead', { type: 'invitation-revoked', role: 'reader' }],
    ['lead', { type: 'member-removed', name: 'editor' }],
  ])
  expect(entries.map(({ number }) => number)).toEqual(entries.map((_, i) => i + 1))
  expect(entries.slice(1).map((entry) => entry.previousSha256)).toEqual(
    entries.slice(0, -1).map(({ sha256 }) => sha256),
  )
})

test('[S4] only those who lead the plan read its trail, as a table too', async () => {
  const { plan, lead, editor } = await setupTrail()
  const group = { name: '=1+1', members: [], axes: [] }
  await lead.send('POST', `${plan}/groups`, group)
  expect(await refusalCode(await editor.send('GET', `${plan}/trail`))).toBe('forbidden')
  expect(await refusalCode(await editor.send('GET', `${plan}/trail?format=csv`))).toBe('forbidden')
  const answer = await lead.send('GET', `${plan}/trail?format=csv`)
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const table = await answer.text()
  expect(table).toContain(';editor;Arrivée d’un membre;editor · editor;')
  expect(table).toContain(`;lead;Groupe de travail;"'=1+1 · added";`)
})

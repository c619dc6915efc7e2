import { memberListSchema } from '@concerte/api'
import { expect, test } from 'vitest'

import { firstProject, invite, setUpAdmin } from '../../testing/people.ts'
import { setupApp } from '../../testing/test-app.ts'

test('the addresses of the members are told to leads alone', async () => {
  const { deps, visit } = await setupApp()
  const [admin, reader] = [visit(), visit()]
  await setUpAdmin(admin, deps.setupToken.value)
  const projectId = await firstProject(admin)
  await invite(admin, reader, { projectId, role: 'reader' })
  const path = `/api/projects/${projectId}/members`
  const [forLead, forReader] = await Promise.all([
    admin.read(memberListSchema, 'GET', path),
    reader.read(memberListSchema, 'GET', path),
  ])
  expect(forLead.members.map((member) => member.email)).toEqual([expect.stringContaining('@')])
  expect(forReader.members).toEqual(forLead.members.map(({ userId, name, role }) => ({ userId, name, role })))
})

test('a member may leave, and comes back only by invitation', async () => {
  const { deps, visit } = await setupApp()
  const [admin, reader] = [visit(), visit()]
  await setUpAdmin(admin, deps.setupToken.value)
  const projectId = await firstProject(admin)
  const id = await invite(admin, reader, { projectId, role: 'reader' })
  expect((await reader.send('DELETE', `/api/projects/${projectId}/members/${id}`)).status).toBe(204)
  expect((await reader.send('GET', `/api/projects/${projectId}`)).status).toBe(404)
})

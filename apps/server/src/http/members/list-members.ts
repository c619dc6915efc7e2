import { memberListSchema } from '@concerte/api'
import { createRoute } from '@hono/zod-openapi'

import type { MemberStore } from '../../storage/port.ts'
import type { Access } from '../access.ts'
import { answers, type Api } from '../api.ts'
import { projectParameters } from '../parameters.ts'

const route = createRoute({
  method: 'get',
  path: '/api/projects/{projectId}/members',
  summary: 'Who takes part in a plan',
  request: { params: projectParameters },
  responses: answers('The members, by name', memberListSchema),
})

export function addListMembers(api: Api, access: Access, members: MemberStore): void {
  api.openapi(route, async (c) => {
    const { projectId } = c.req.valid('param')
    const { role } = await access.toProject(c, projectId, 'reader')
    const list = await members.list(projectId)
    const shown = role === 'lead' ? list : list.map(({ userId, name, role }) => ({ userId, name, role }))
    return c.json({ members: shown }, 200)
  })
}

import { workingGroupListSchema } from '@concerte/api'
import { createRoute } from '@hono/zod-openapi'

import type { GroupStore } from '../../storage/port.ts'
import type { Access } from '../access.ts'
import { answers, type Api } from '../api.ts'
import { projectParameters } from '../parameters.ts'

const route = createRoute({
  method: 'get',
  path: '/api/projects/{projectId}/groups',
  summary: 'The working groups of a plan, with who is in them and the axes that they write',
  request: { params: projectParameters },
  responses: answers('The groups, by name', workingGroupListSchema),
})

export function addListGroups(api: Api, access: Access, groups: Pick<GroupStore, 'list'>): void {
  api.openapi(route, async (c) => {
    const { projectId } = c.req.valid('param')
    await access.toProject(c, projectId, 'reader')
    return c.json({ groups: await groups.list(projectId) }, 200)
  })
}

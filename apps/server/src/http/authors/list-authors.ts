import { authorListSchema } from '@concerte/api'
import type { PlanRooms } from '@concerte/sync'
import { createRoute } from '@hono/zod-openapi'

import type { AccountStore } from '../../storage/port.ts'
import type { Access } from '../access.ts'
import { answers, type Api } from '../api.ts'
import { projectParameters } from '../parameters.ts'

const route = createRoute({
  method: 'get',
  path: '/api/projects/{projectId}/authors',
  summary: 'Who wrote in a plan, and under which client ids of its document',
  request: { params: projectParameters },
  responses: answers('The authors, those who left the plan too', authorListSchema),
})

export function addListAuthors(
  api: Api,
  access: Access,
  accounts: Pick<AccountStore, 'names'>,
  rooms: Pick<PlanRooms, 'owners'>,
): void {
  api.openapi(route, async (c) => {
    const { projectId } = c.req.valid('param')
    await access.toProject(c, projectId, 'reader')
    const owners = await rooms.owners(projectId)
    const names = await accounts.names([...new Set(owners.values())])
    const clients = Map.groupBy(owners, ([, userId]) => userId)
    const people = Array.from(clients, ([userId, own]) => ({
      userId,
      name: names.get(userId) ?? null,
      clientIds: own.map(([clientId]) => clientId),
    }))
    return c.json(authorListSchema.parse({ people }), 200)
  })
}

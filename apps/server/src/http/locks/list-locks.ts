import { axisLockListSchema } from '@concerte/api'
import { createRoute } from '@hono/zod-openapi'

import type { LockStore } from '../../storage/port.ts'
import type { Access } from '../access.ts'
import { answers, type Api } from '../api.ts'
import { projectParameters } from '../parameters.ts'

const route = createRoute({
  method: 'get',
  path: '/api/projects/{projectId}/locks',
  summary: 'The axes that are locked, by whom and since when',
  request: { params: projectParameters },
  responses: answers('The locks, the oldest first', axisLockListSchema),
})

export function addListLocks(api: Api, access: Access, locks: Pick<LockStore, 'list'>): void {
  api.openapi(route, async (c) => {
    const { projectId } = c.req.valid('param')
    await access.toProject(c, projectId, 'reader')
    return c.json({ locks: await locks.list(projectId) }, 200)
  })
}

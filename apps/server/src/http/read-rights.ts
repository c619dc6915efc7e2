import { rightsSchema } from '@concerte/api'
import { createRoute } from '@hono/zod-openapi'

import { ApiError } from '../api-error.ts'
import { rightsOf } from '../rights-of.ts'
import type { Storage } from '../storage/port.ts'
import type { Access } from './access.ts'
import { answers, type Api } from './api.ts'
import { projectParameters } from './parameters.ts'

const route = createRoute({
  method: 'get',
  path: '/api/projects/{projectId}/rights',
  summary: 'What the caller may write in a plan',
  request: { params: projectParameters },
  responses: answers('The rights of the caller', rightsSchema),
})

export function addReadRights(api: Api, access: Access, storage: Pick<Storage, 'members' | 'rights'>): void {
  api.openapi(route, async (c) => {
    const { projectId } = c.req.valid('param')
    const { user } = await access.toProject(c, projectId, 'reader')
    const rights = await rightsOf(storage, user, projectId)
    if (rights === null) throw new ApiError('not-found')
    return c.json(rights, 200)
  })
}

import { versionListSchema } from '@concerte/api'
import { createRoute } from '@hono/zod-openapi'

import type { VersionStore } from '../../storage/port.ts'
import type { Access } from '../access.ts'
import { answers, type Api } from '../api.ts'
import { projectParameters } from '../parameters.ts'

const route = createRoute({
  method: 'get',
  path: '/api/projects/{projectId}/versions',
  summary: 'The versions of a plan',
  request: { params: projectParameters },
  responses: answers('The versions, newest first', versionListSchema),
})

export function addListVersions(api: Api, access: Access, versions: VersionStore): void {
  api.openapi(route, async (c) => {
    const { projectId } = c.req.valid('param')
    await access.toProject(c, projectId, 'reader')
    return c.json(versionListSchema.parse({ versions: await versions.list(projectId) }), 200)
  })
}

import { versionContentSchema } from '@concerte/api'
import { createRoute } from '@hono/zod-openapi'

import { ApiError } from '../../api-error.ts'
import type { VersionStore } from '../../storage/port.ts'
import type { Access } from '../access.ts'
import { answers, refusal, type Api } from '../api.ts'
import { schemaReference } from '../openapi.ts'
import { versionParameters } from '../parameters.ts'

const description = 'The version and its plan'

const route = createRoute({
  method: 'get',
  path: '/api/projects/{projectId}/versions/{versionId}',
  summary: 'One version with the plan that it holds',
  request: { params: versionParameters },
  responses: answers(description, versionContentSchema),
  // Documented below: the schema refers to itself.
  hide: true,
})

export function addReadVersion(api: Api, access: Access, versions: VersionStore): void {
  api.openAPIRegistry.registerPath({
    ...route,
    responses: {
      200: {
        description,
        content: { 'application/json': { schema: schemaReference('VersionContent') } },
      },
      default: refusal,
    },
  })
  api.openapi(route, async (c) => {
    const { projectId, versionId } = c.req.valid('param')
    await access.toProject(c, projectId, 'reader')
    const found = await versions.read(projectId, versionId)
    if (found === null) throw new ApiError('not-found')
    return c.json(versionContentSchema.parse(found), 200)
  })
}

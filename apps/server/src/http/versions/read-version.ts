import { versionContentSchema } from '@concerte/api'
import { createRoute } from '@hono/zod-openapi'

import { ApiError } from '../../api-error.ts'
import type { Storage } from '../../storage/port.ts'
import type { Access } from '../access.ts'
import { answers, refusal, type Api } from '../api.ts'
import { schemaReference } from '../openapi.ts'
import { versionParameters } from '../parameters.ts'
import { versionAnswer } from './version-answer.ts'

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

export function addReadVersion(
  api: Api,
  access: Access,
  { accounts, versions }: Pick<Storage, 'accounts' | 'versions'>,
): void {
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
    const { version, project } = found
    return c.json({ version: await versionAnswer(version, accounts), project }, 200)
  })
}

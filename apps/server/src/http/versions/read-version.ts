import { versionContentSchema } from '@concerte/api'
import { createRoute } from '@hono/zod-openapi'

import { ApiError } from '../../api-error.ts'
import type { Storage } from '../../storage/port.ts'
import type { Access } from '../access.ts'
import { answers, type Api } from '../api.ts'
import { describeRoute } from '../describe-route.ts'
import { versionParameters } from '../parameters.ts'
import { versionAnswer } from './version-answer.ts'

const description = 'The version and its plan'

const route = createRoute({
  method: 'get',
  path: '/api/projects/{projectId}/versions/{versionId}',
  summary: 'One version with the plan that it holds',
  request: { params: versionParameters },
  responses: answers(description, versionContentSchema),
  hide: true,
})

export function addReadVersion(
  api: Api,
  access: Access,
  { accounts, versions }: Pick<Storage, 'accounts' | 'versions'>,
): void {
  describeRoute(api, route, { answer: 'VersionContent', description })
  api.openapi(route, async (c) => {
    const { projectId, versionId } = c.req.valid('param')
    await access.toProject(c, projectId, 'reader')
    const found = await versions.read(projectId, versionId)
    if (found === null) throw new ApiError('not-found')
    const { version, project } = found
    return c.json({ version: await versionAnswer(version, accounts), project }, 200)
  })
}

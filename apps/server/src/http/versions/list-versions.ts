import { versionListSchema } from '@concerte/api'
import { createRoute } from '@hono/zod-openapi'

import type { Storage } from '../../storage/port.ts'
import type { Access } from '../access.ts'
import { answers, type Api } from '../api.ts'
import { projectParameters } from '../parameters.ts'
import { versionAnswers } from './version-answer.ts'

const route = createRoute({
  method: 'get',
  path: '/api/projects/{projectId}/versions',
  summary: 'The versions of a plan, and who worked on what before each',
  request: { params: projectParameters },
  responses: answers('The versions, newest first', versionListSchema),
})

export function addListVersions(
  api: Api,
  access: Access,
  { accounts, versions }: Pick<Storage, 'accounts' | 'versions'>,
): void {
  api.openapi(route, async (c) => {
    const { projectId } = c.req.valid('param')
    await access.toProject(c, projectId, 'reader')
    return c.json({ versions: await versionAnswers(await versions.list(projectId), accounts) }, 200)
  })
}

import { newVersionSchema, versionSchema } from '@concerte/api'
import { createRoute } from '@hono/zod-openapi'

import type { Storage } from '../../storage/port.ts'
import type { Versions } from '../../versions/versions.ts'
import type { Access } from '../access.ts'
import { answers, jsonBody, type Api } from '../api.ts'
import { projectParameters } from '../parameters.ts'
import { versionAnswer } from './version-answer.ts'

const route = createRoute({
  method: 'post',
  path: '/api/projects/{projectId}/versions',
  summary: 'Keep the plan as it stands, under a name (leads and editors)',
  request: { params: projectParameters, ...jsonBody(newVersionSchema) },
  responses: answers('The version', versionSchema),
})

export function addCreateVersion(
  api: Api,
  access: Access,
  { accounts }: Pick<Storage, 'accounts'>,
  versions: Pick<Versions, 'keep'>,
): void {
  api.openapi(route, async (c) => {
    const { projectId } = c.req.valid('param')
    const { name, isMilestone = false } = c.req.valid('json')
    const { user } = await access.toPermitted(c, projectId, 'nameVersion')
    const kind = isMilestone ? 'milestone' : 'named'
    const version = await versions.keep({ projectId, kind, name, userId: user.id })
    return c.json(await versionAnswer(version, accounts), 200)
  })
}

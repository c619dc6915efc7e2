import { versionChangeSchema, versionSchema } from '@concerte/api'
import type { PlanRooms } from '@concerte/sync'
import { createRoute } from '@hono/zod-openapi'

import { ApiError } from '../../api-error.ts'
import type { Storage } from '../../storage/port.ts'
import type { Access } from '../access.ts'
import { answers, jsonBody, type Api } from '../api.ts'
import { versionParameters } from '../parameters.ts'
import { versionAnswer } from './version-answer.ts'

const route = createRoute({
  method: 'put',
  path: '/api/projects/{projectId}/versions/{versionId}',
  summary: 'Give a version a name, and say whether it is a milestone (leads and editors)',
  request: { params: versionParameters, ...jsonBody(versionChangeSchema) },
  responses: answers('The version; its words never change', versionSchema),
})

export function addChangeVersion(
  api: Api,
  access: Access,
  storage: Pick<Storage, 'accounts' | 'versions'>,
  rooms: Pick<PlanRooms, 'tell'>,
): void {
  api.openapi(route, async (c) => {
    const { projectId, versionId } = c.req.valid('param')
    const { name, isMilestone } = c.req.valid('json')
    const { user } = await access.toPermitted(c, projectId, 'nameVersion')
    const found = await storage.versions.find(projectId, versionId)
    // One whose words were let go is no milestone any more.
    if (found === null || !found.isKept) throw new ApiError('not-found')
    if (found.kind === 'final') throw new ApiError('forbidden')
    const kind = isMilestone ? 'milestone' : 'named'
    const version = await storage.versions.rename(projectId, versionId, { name, kind, by: user.id })
    if (version === null) throw new ApiError('not-found')
    rooms.tell(projectId, 'versions')
    return c.json(await versionAnswer(version, storage.accounts), 200)
  })
}

import { newVersionSchema, versionSchema } from '@concerte/api'
import type { PlanRooms } from '@concerte/sync'
import { createRoute } from '@hono/zod-openapi'
import { nanoid } from 'nanoid'

import { updateToProject } from '../../plan.ts'
import type { VersionStore } from '../../storage/port.ts'
import type { Access } from '../access.ts'
import { answers, jsonBody, type Api } from '../api.ts'
import { projectParameters } from '../parameters.ts'

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
  versions: VersionStore,
  rooms: Pick<PlanRooms, 'read'>,
): void {
  api.openapi(route, async (c) => {
    const { projectId } = c.req.valid('param')
    const { user } = await access.toProject(c, projectId, 'editor')
    const state = await rooms.read(projectId)
    const version = await versions.add({
      id: nanoid(),
      projectId,
      name: c.req.valid('json').name,
      createdBy: user.id,
      state,
      project: updateToProject(state),
    })
    return c.json(versionSchema.parse(version), 200)
  })
}

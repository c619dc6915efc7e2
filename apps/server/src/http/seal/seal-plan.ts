import { newSealSchema, sealSchema } from '@concerte/api'
import { closeCodes, type PlanRooms } from '@concerte/sync'
import { createRoute } from '@hono/zod-openapi'

import type { Notify } from '../../notices/notify.ts'
import type { PlanSealer } from '../../sealing/seal-plan.ts'
import type { Storage } from '../../storage/port.ts'
import type { Access } from '../access.ts'
import { answers, jsonBody, type Api } from '../api.ts'
import { projectParameters } from '../parameters.ts'

const route = createRoute({
  method: 'post',
  path: '/api/projects/{projectId}/seal',
  summary:
    'Seal the plan: nobody writes in it any more, and its public page opens (leads, in its validation)',
  request: { params: projectParameters, ...jsonBody(newSealSchema) },
  responses: answers('The sealed revision', sealSchema),
})

export function addSealPlan(
  api: Api,
  options: {
    access: Access
    members: Storage['members']
    rooms: Pick<PlanRooms, 'disconnect' | 'tell'>
    sealPlan: PlanSealer
    notify: Notify
  },
): void {
  const { access, members, rooms, sealPlan, notify } = options

  api.openapi(route, async (c) => {
    const { projectId } = c.req.valid('param')
    const { user } = await access.toPermitted(c, projectId, 'seal')
    const seal = await sealPlan({ projectId, ...c.req.valid('json'), by: user.id })
    // Whoever came back while it was being written has the rights of before.
    rooms.disconnect(projectId, closeCodes.roleChanged)
    rooms.tell(projectId, 'phase')
    rooms.tell(projectId, 'versions')
    const to = (await members.list(projectId)).map(({ userId }) => userId)
    await notify({ projectId, to, by: user.id, notice: { type: 'sealed', by: user.name } })
    return c.json(seal, 200)
  })
}

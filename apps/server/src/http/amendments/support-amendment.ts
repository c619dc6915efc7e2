import { createRoute } from '@hono/zod-openapi'

import { emptyAnswer, type Api } from '../api.ts'
import { amendmentParameters } from '../parameters.ts'
import { requireDone, type AmendmentRoutes } from './amendment-routes.ts'

const path = '/api/projects/{projectId}/amendments/{amendmentId}/support'
const giving = createRoute({
  method: 'put',
  path,
  summary: 'Support an amendment of somebody else’s (reviewers, editors, leads)',
  request: { params: amendmentParameters },
  responses: emptyAnswer('Supported, now or before'),
})
const taking = createRoute({
  method: 'delete',
  path,
  summary: 'Support an amendment no longer',
  request: { params: amendmentParameters },
  responses: emptyAnswer('Not supported, now or before'),
})

export function addSupportAmendment(api: Api, { access, amendments, rooms }: AmendmentRoutes): void {
  for (const [route, isGiven] of [
    [giving, true],
    [taking, false],
  ] as const) {
    api.openapi(route, async (c) => {
      const { projectId, amendmentId } = c.req.valid('param')
      const { user } = await access.toPermitted(c, projectId, 'propose')
      requireDone(await amendments.support({ projectId, amendmentId, userId: user.id, isGiven }))
      rooms.tell(projectId, 'amendments')
      return c.body(null, 204)
    })
  }
}

import { createRoute } from '@hono/zod-openapi'

import { emptyAnswer, type Api } from '../api.ts'
import { amendmentParameters } from '../parameters.ts'
import { requireDone, type AmendmentRoutes } from './amendment-routes.ts'

const path = '/api/projects/{projectId}/amendments/{amendmentId}/signature'
const giving = createRoute({
  method: 'put',
  path,
  summary: 'Sign an amendment that one was asked to sign',
  request: { params: amendmentParameters },
  responses: emptyAnswer('Signed'),
})
const taking = createRoute({
  method: 'delete',
  path,
  summary: 'Take one’s signature of an amendment back',
  request: { params: amendmentParameters },
  responses: emptyAnswer('Not signed any more'),
})

export function addSignAmendment(api: Api, { access, amendments, rooms }: AmendmentRoutes): void {
  for (const [route, isGiven] of [
    [giving, true],
    [taking, false],
  ] as const) {
    api.openapi(route, async (c) => {
      const { projectId, amendmentId } = c.req.valid('param')
      const { user } = await access.toPermitted(c, projectId, 'propose')
      requireDone(await amendments.sign({ projectId, amendmentId, userId: user.id, isGiven }))
      rooms.tell(projectId, 'amendments')
      return c.body(null, 204)
    })
  }
}

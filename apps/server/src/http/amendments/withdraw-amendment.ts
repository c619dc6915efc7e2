import { amendmentSchema, withdrawalSchema } from '@concerte/api'
import { createRoute } from '@hono/zod-openapi'

import { ApiError } from '../../api-error.ts'
import { answers, jsonBody, type Api } from '../api.ts'
import { describeRoute } from '../describe-route.ts'
import { amendmentParameters } from '../parameters.ts'
import { changedAmendment, findAmendment, type AmendmentRoutes } from './amendment-routes.ts'

const description = 'The amendment, withdrawn'
const route = createRoute({
  method: 'post',
  path: '/api/projects/{projectId}/amendments/{amendmentId}/withdrawal',
  summary: 'Withdraw an amendment of one’s own while it is open',
  request: { params: amendmentParameters, ...jsonBody(withdrawalSchema) },
  responses: answers(description, amendmentSchema),
  hide: true,
})

export function addWithdrawAmendment(api: Api, { access, amendments, rooms, turns }: AmendmentRoutes): void {
  describeRoute(api, route, { answer: 'Amendment', description })
  api.openapi(route, async (c) => {
    const { projectId, amendmentId } = c.req.valid('param')
    // Whoever may still speak may take back, also in a phase in which nothing more is proposed.
    const { user } = await access.toPermitted(c, projectId, 'comment')
    const { reason } = c.req.valid('json')
    const which = { projectId, amendmentId }
    const amendment = await turns.take(projectId, async () => {
      const { author, fate, fates, number, revision } = await findAmendment({ amendments }, which)
      if (author.userId !== user.id) throw new ApiError('forbidden')
      if (fate.type !== 'open') throw new ApiError('amendment-changed')
      return changedAmendment(
        await amendments.addFate({
          ...which,
          revision,
          after: fates.length,
          fate: { type: 'withdrawn', reason },
          by: user.id,
          inverse: null,
          event: { type: 'amendment-withdrawn', number },
        }),
      )
    })
    rooms.tell(projectId, 'amendments')
    return c.json(amendment, 200)
  })
}

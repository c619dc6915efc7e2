import { amendmentChangeSchema, amendmentSchema } from '@concerte/api'
import { createRoute } from '@hono/zod-openapi'

import { ApiError } from '../../api-error.ts'
import { answers, jsonBody, type Api } from '../api.ts'
import { describeRoute } from '../describe-route.ts'
import { amendmentParameters } from '../parameters.ts'
import {
  askToSign,
  changedAmendment,
  findAmendment,
  keptProposal,
  type AmendmentRoutes,
} from './amendment-routes.ts'

const description = 'The amendment, improved; who signed another proposal is asked again'
const route = createRoute({
  method: 'put',
  path: '/api/projects/{projectId}/amendments/{amendmentId}',
  summary: 'Improve an amendment of one’s own while it is open',
  request: { params: amendmentParameters, ...jsonBody(amendmentChangeSchema) },
  responses: answers(description, amendmentSchema),
  hide: true,
})

export function addImproveAmendment(
  api: Api,
  { access, amendments, rooms, notify, turns }: AmendmentRoutes,
): void {
  describeRoute(api, route, { body: 'AmendmentChange', answer: 'Amendment', description })
  api.openapi(route, async (c) => {
    const { projectId, amendmentId } = c.req.valid('param')
    const { user } = await access.toPermitted(c, projectId, 'propose')
    const { proposal, reason, cosigners, revision } = c.req.valid('json')
    const which = { projectId, amendmentId }
    const asked = cosigners.filter((userId) => userId !== user.id)
    const before = await findAmendment({ amendments }, which)
    if (before.author.userId !== user.id) throw new ApiError('forbidden')
    // In turn with decisions: what is decided on is what the decider saw.
    const amendment = await turns.take(projectId, async () => {
      const kept = await keptProposal(rooms, projectId, proposal)
      return changedAmendment(
        await amendments.improve({ ...which, revision, proposal: kept, reason, cosigners: asked }),
      )
    })
    rooms.tell(projectId, 'amendments')
    const unsigned = amendment.cosigners.filter(({ signedAt }) => signedAt === null)
    const known = new Set(
      before.cosigners.filter(({ signedAt }) => signedAt === null).map(({ userId }) => userId),
    )
    // Whoever was asked before and has not signed knows.
    const to = unsigned.map(({ userId }) => userId).filter((userId) => !known.has(userId))
    await askToSign(notify, { projectId, user, amendment, to })
    return c.json(amendment, 200)
  })
}

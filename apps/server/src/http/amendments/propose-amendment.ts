import { amendmentIdSchema, amendmentSchema, newAmendmentSchema } from '@concerte/api'
import { createRoute } from '@hono/zod-openapi'
import { nanoid } from 'nanoid'

import { answers, jsonBody, type Api } from '../api.ts'
import { describeRoute } from '../describe-route.ts'
import { projectParameters } from '../parameters.ts'
import { askToSign, changedAmendment, keptProposal, type AmendmentRoutes } from './amendment-routes.ts'

const description = 'The amendment'
const route = createRoute({
  method: 'post',
  path: '/api/projects/{projectId}/amendments',
  summary: 'Propose a change of a plan (reviewers, editors, leads)',
  request: { params: projectParameters, ...jsonBody(newAmendmentSchema) },
  responses: answers(description, amendmentSchema),
  hide: true,
})

export function addProposeAmendment(api: Api, { access, amendments, rooms, notify }: AmendmentRoutes): void {
  describeRoute(api, route, { body: 'NewAmendment', answer: 'Amendment', description })
  api.openapi(route, async (c) => {
    const { projectId } = c.req.valid('param')
    const { user } = await access.toPermitted(c, projectId, 'propose')
    const { proposal, reason, cosigners } = c.req.valid('json')
    const asked = cosigners.filter((userId) => userId !== user.id)
    const amendment = changedAmendment(
      await amendments.add({
        projectId,
        amendmentId: amendmentIdSchema.parse(nanoid()),
        authorId: user.id,
        proposal: await keptProposal(rooms, projectId, proposal),
        reason,
        cosigners: asked,
      }),
    )
    rooms.tell(projectId, 'amendments')
    await askToSign(notify, { projectId, user, amendment, to: asked })
    return c.json(amendment, 200)
  })
}

import { decisionResultSchema, decisionSchema } from '@concerte/api'
import { createRoute } from '@hono/zod-openapi'

import type { createDecide } from '../../amendments/decisions.ts'
import type { Access } from '../access.ts'
import { answers, jsonBody, type Api } from '../api.ts'
import { describeRoute } from '../describe-route.ts'
import { amendmentParameters } from '../parameters.ts'

const description = 'The amendment with its fate, and how the other open ones of that place stand now'
const route = createRoute({
  method: 'post',
  path: '/api/projects/{projectId}/amendments/{amendmentId}/decisions',
  summary: 'Decide on an amendment, or undo the last decision (leads; editors on their axes)',
  request: { params: amendmentParameters, ...jsonBody(decisionSchema) },
  responses: answers(description, decisionResultSchema),
  hide: true,
})

export function addDecideAmendment(
  api: Api,
  { access, decide }: { access: Access; decide: ReturnType<typeof createDecide> },
): void {
  describeRoute(api, route, { body: 'Decision', answer: 'DecisionResult', description })
  api.openapi(route, async (c) => {
    const { projectId, amendmentId } = c.req.valid('param')
    const { user } = await access.toPermitted(c, projectId, 'decide')
    const decision = c.req.valid('json')
    const { language } = c.var
    return c.json(await decide({ projectId, amendmentId, decision, user, language }), 200)
  })
}

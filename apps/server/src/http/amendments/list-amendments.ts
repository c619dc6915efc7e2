import { amendmentListSchema } from '@concerte/api'
import { createRoute } from '@hono/zod-openapi'

import type { Storage } from '../../storage/port.ts'
import type { Access } from '../access.ts'
import { answers, type Api } from '../api.ts'
import { describeRoute } from '../describe-route.ts'
import { projectParameters } from '../parameters.ts'

const description = 'The amendments by number, each with what became of it'
const route = createRoute({
  method: 'get',
  path: '/api/projects/{projectId}/amendments',
  summary: 'The amendments to a plan',
  request: { params: projectParameters },
  responses: answers(description, amendmentListSchema),
  hide: true,
})

export function addListAmendments(
  api: Api,
  access: Access,
  { amendments }: Pick<Storage, 'amendments'>,
): void {
  describeRoute(api, route, { answer: 'AmendmentList', description })
  api.openapi(route, async (c) => {
    const { projectId } = c.req.valid('param')
    await access.toProject(c, projectId, 'reader')
    return c.json({ amendments: await amendments.list(projectId) }, 200)
  })
}

import { amendmentRevisionsSchema } from '@concerte/api'
import { createRoute } from '@hono/zod-openapi'

import { ApiError } from '../../api-error.ts'
import type { Storage } from '../../storage/port.ts'
import type { Access } from '../access.ts'
import { answers, type Api } from '../api.ts'
import { describeRoute } from '../describe-route.ts'
import { amendmentParameters } from '../parameters.ts'

const description = 'What it said each time, oldest first'
const route = createRoute({
  method: 'get',
  path: '/api/projects/{projectId}/amendments/{amendmentId}/revisions',
  summary: 'An amendment as it was proposed and improved',
  request: { params: amendmentParameters },
  responses: answers(description, amendmentRevisionsSchema),
  hide: true,
})

export function addReadRevisions(
  api: Api,
  access: Access,
  { amendments }: Pick<Storage, 'amendments'>,
): void {
  describeRoute(api, route, { answer: 'AmendmentRevisions', description })
  api.openapi(route, async (c) => {
    const { projectId, amendmentId } = c.req.valid('param')
    await access.toProject(c, projectId, 'reader')
    const revisions = await amendments.revisions(projectId, amendmentId)
    if (revisions.length === 0) throw new ApiError('not-found')
    return c.json({ revisions }, 200)
  })
}

import { comparedWithSchema, comparisonAnswerSchema } from '@concerte/api'
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'

import { ApiError } from '../../api-error.ts'
import type { Versions } from '../../versions/versions.ts'
import type { Access } from '../access.ts'
import { answers, type Api } from '../api.ts'
import { describeRoute } from '../describe-route.ts'
import { versionParameters } from '../parameters.ts'

const description = 'Node by node, word by word, field by field; and how much of what'

const route = createRoute({
  method: 'get',
  path: '/api/projects/{projectId}/versions/{versionId}/comparison',
  summary: 'What changed from a version to another, or to the plan of now',
  request: { params: versionParameters, query: z.object({ with: comparedWithSchema.default('now') }) },
  responses: answers(description, comparisonAnswerSchema),
  hide: true,
})

export function addCompareVersions(api: Api, access: Access, versions: Pick<Versions, 'compare'>): void {
  describeRoute(api, route, { answer: 'ComparisonAnswer', description })
  api.openapi(route, async (c) => {
    const { projectId, versionId } = c.req.valid('param')
    const after = c.req.valid('query').with
    await access.toProject(c, projectId, 'reader')
    const compared = await versions.compare(projectId, versionId, after)
    if (compared === null) throw new ApiError('not-found')
    return c.json(compared, 200)
  })
}

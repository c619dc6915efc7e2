import { comparedWithSchema, comparisonAnswerSchema } from '@concerte/api'
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'

import { ApiError } from '../../api-error.ts'
import type { Versions } from '../../versions/versions.ts'
import type { Access } from '../access.ts'
import { answers, refusal, type Api } from '../api.ts'
import { schemaReference } from '../openapi.ts'
import { versionParameters } from '../parameters.ts'

const description = 'Node by node, word by word, field by field; and how much of what'

const route = createRoute({
  method: 'get',
  path: '/api/projects/{projectId}/versions/{versionId}/comparison',
  summary: 'What changed from a version to another, or to the plan of now',
  request: { params: versionParameters, query: z.object({ with: comparedWithSchema.default('now') }) },
  responses: answers(description, comparisonAnswerSchema),
  // Documented below: the schema refers to itself.
  hide: true,
})

export function addCompareVersions(api: Api, access: Access, versions: Pick<Versions, 'compare'>): void {
  api.openAPIRegistry.registerPath({
    ...route,
    responses: {
      200: {
        description,
        content: { 'application/json': { schema: schemaReference('ComparisonAnswer') } },
      },
      default: refusal,
    },
  })
  api.openapi(route, async (c) => {
    const { projectId, versionId } = c.req.valid('param')
    const after = c.req.valid('query').with
    await access.toProject(c, projectId, 'reader')
    const compared = await versions.compare(projectId, versionId, after)
    if (compared === null) throw new ApiError('not-found')
    return c.json(compared, 200)
  })
}

import { sealReadinessSchema } from '@concerte/api'
import { createRoute } from '@hono/zod-openapi'

import type { PlanDigester } from '../../jobs/plan-digest.ts'
import type { SealStore } from '../../storage/validation-port.ts'
import type { Access } from '../access.ts'
import { answers, type Api } from '../api.ts'
import { projectParameters } from '../parameters.ts'

const route = createRoute({
  method: 'get',
  path: '/api/projects/{projectId}/seal/readiness',
  summary:
    'What is still open around the plan: findings of the checks, threads, amendments, axes that are not locked',
  request: { params: projectParameters },
  responses: answers('What whoever seals should know', sealReadinessSchema),
})

export function addReadReadiness(
  api: Api,
  access: Access,
  seals: Pick<SealStore, 'pending'>,
  digest: PlanDigester,
): void {
  api.openapi(route, async (c) => {
    const { projectId } = c.req.valid('param')
    await access.toProject(c, projectId, 'reader')
    const { axes, findings, unplaced } = await digest(projectId, { withChecks: true })
    const { locked, openThreads, undecidedAmendments } = await seals.pending(projectId)
    // A lock may outlive its axis in the bin.
    const lockedAxes = axes.filter((id) => locked.includes(id)).length
    return c.json(
      { findings, unplaced, openThreads, undecidedAmendments, axes: axes.length, lockedAxes },
      200,
    )
  })
}

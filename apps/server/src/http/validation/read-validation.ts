import { planValidationSchema } from '@concerte/api'
import { createRoute } from '@hono/zod-openapi'

import type { PlanDigester } from '../../jobs/plan-digest.ts'
import type { Storage } from '../../storage/port.ts'
import type { Access } from '../access.ts'
import { answers, type Api } from '../api.ts'
import { projectParameters } from '../parameters.ts'

const route = createRoute({
  method: 'get',
  path: '/api/projects/{projectId}/validation',
  summary: 'Who must approve the plan as it stands, who did, and what was sealed',
  request: { params: projectParameters },
  responses: answers('The state of the validation', planValidationSchema),
})

export function addReadValidation(
  api: Api,
  access: Access,
  { approvals, seals }: Pick<Storage, 'approvals' | 'seals'>,
  digest: PlanDigester,
): void {
  api.openapi(route, async (c) => {
    const { projectId } = c.req.valid('param')
    await access.toProject(c, projectId, 'reader')
    const { sha256 } = await digest(projectId)
    const approvers = (await approvals.approvers(projectId)).map(({ userId, name, role, ...given }) => ({
      userId,
      name,
      role,
      approvedAt: given.approvals.find((approval) => approval.sha256 === sha256)?.at ?? null,
      approvedFormerAt: given.approvals.find((approval) => approval.sha256 !== sha256)?.at ?? null,
    }))
    const revision = await seals.revision(projectId)
    return c.json({ sha256, revision, approvers, seals: await seals.list(projectId) }, 200)
  })
}

import {
  phaseStorySchema,
  planValidationSchema,
  sealReadinessSchema,
  sealSchema,
  type NewSeal,
  type PhaseDays,
  type ProjectId,
  type Reopening,
  type Seal,
  type UserId,
} from '@concerte/api'
import type { Phase } from '@concerte/schema'
import { queryOptions } from '@tanstack/react-query'

import { projectPath } from './projects.ts'
import { getJson, sendJson, sendOnly } from './request.ts'

/** The phase, the days of each, and who brought the plan where. */
export const phaseQuery = (project: ProjectId) =>
  queryOptions({
    queryKey: ['project', project, 'phase'],
    queryFn: ({ signal }) => getJson(`${projectPath(project)}/phase`, phaseStorySchema, { signal }),
  })

/** Who must approve the plan as it stands, who did, and what was sealed. */
export const validationQuery = (project: ProjectId) =>
  queryOptions({
    queryKey: ['project', project, 'validation'],
    queryFn: ({ signal }) => getJson(`${projectPath(project)}/validation`, planValidationSchema, { signal }),
  })

/** What is still open around the plan. */
export const readinessQuery = (project: ProjectId) =>
  queryOptions({
    queryKey: ['project', project, 'readiness'],
    queryFn: ({ signal }) =>
      getJson(`${projectPath(project)}/seal/readiness`, sealReadinessSchema, { signal }),
  })

export function datePhase(project: ProjectId, phase: Phase, days: PhaseDays): Promise<void> {
  return sendOnly('PUT', `${projectPath(project)}/phases/${phase}`, days)
}

/** Fails with `not-a-member`. */
export function nameApprovers(project: ProjectId, approvers: readonly UserId[]): Promise<void> {
  return sendOnly('PUT', `${projectPath(project)}/approvers`, { approvers })
}

/** Fails with `text-changed` when the plan is no longer this text. */
export function approve(project: ProjectId, sha256: string): Promise<void> {
  return sendOnly('PUT', `${projectPath(project)}/approval`, { sha256 })
}

export function withdrawApproval(project: ProjectId): Promise<void> {
  return sendOnly('DELETE', `${projectPath(project)}/approval`)
}

/** Fails with `text-changed`, `approvals-missing`, `pdf-unsupported-character`. */
export function sealPlan(project: ProjectId, seal: NewSeal): Promise<Seal> {
  return sendJson('POST', `${projectPath(project)}/seal`, seal, sealSchema)
}

export function reopenPlan(project: ProjectId, reopening: Reopening): Promise<void> {
  return sendOnly('POST', `${projectPath(project)}/reopening`, reopening)
}

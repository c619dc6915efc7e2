import {
  planValidationSchema,
  sealSchema,
  type PlanValidation,
  type ProjectId,
  type Seal,
  type UserId,
} from '@concerte/api'

import type { Visitor } from './visitor.ts'

export function readValidation(visitor: Visitor, projectId: ProjectId): Promise<PlanValidation> {
  return visitor.read(planValidationSchema, 'GET', `/api/projects/${projectId}/validation`)
}

/** Brings a plan to its validation, where this lead alone must approve it, and approves it; resolves to the hash of it. */
export async function approveAlone(lead: Visitor, leadId: UserId, projectId: ProjectId): Promise<string> {
  const plan = `/api/projects/${projectId}`
  await expectOk(lead.send('PUT', `${plan}/phase`, { phase: 'validation' }))
  await expectOk(lead.send('PUT', `${plan}/approvers`, { approvers: [leadId] }))
  const { sha256 } = await readValidation(lead, projectId)
  await expectOk(lead.send('PUT', `${plan}/approval`, { sha256 }))
  return sha256
}

/** Brings a plan through its validation to the seal, by one lead who is a member. */
export async function sealAlone(lead: Visitor, leadId: UserId, projectId: ProjectId): Promise<Seal> {
  const sha256 = await approveAlone(lead, leadId, projectId)
  const body = { sha256, name: 'Version finale' }
  return lead.read(sealSchema, 'POST', `/api/projects/${projectId}/seal`, body)
}

async function expectOk(answer: Promise<Response>): Promise<void> {
  const response = await answer
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
}

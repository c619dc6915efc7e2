import { mayDecide, type PlanDoc, type Proposal, type Rights, type WriteRefusal } from '@concerte/schema'

import { ApiError } from '../api-error.ts'

/** @throws ApiError when a proposal is not the person's to decide on */
export function requireDecider(plan: PlanDoc, rights: Rights, proposal: Proposal): void {
  const refusal = mayDecide(plan, rights, proposal)
  if (refusal !== null) throw new ApiError(codes[refusal])
}

const codes = {
  'plan-final': 'phase-forbids',
  phase: 'phase-forbids',
  forbidden: 'forbidden',
  structure: 'forbidden',
  'not-your-axis': 'not-your-axis',
  'axis-locked': 'axis-locked',
} as const satisfies Record<WriteRefusal, string>

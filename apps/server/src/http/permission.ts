import { isAllowed, phaseSchema, type Permission, type Phase, type Role } from '@concerte/schema'

import { ApiError } from '../api-error.ts'

/**
 * Asks the table of what is no writing.
 * @throws ApiError `phase-forbids` where the role has the permission in another phase, `forbidden` where it never has it
 */
export function requirePermission(
  permission: Permission,
  { role, phase }: { role: Role; phase: Phase },
): void {
  if (isAllowed(permission, { role, phase })) return
  const isForAnotherPhase = phaseSchema.options.some((phase) => isAllowed(permission, { role, phase }))
  throw new ApiError(isForAnotherPhase ? 'phase-forbids' : 'forbidden')
}

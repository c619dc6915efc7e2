import { isAllowed, permissions, type Permission } from './permissions.ts'
import { phaseSchema, roleSchema, scopeOf, type Phase, type Role, type Scope } from './rights.ts'

/** What a role may do in a phase: how far it writes where no working group narrows it, and everything else. */
export type PolicyCell = { role: Role; scope: Exclude<Scope, 'axes'>; may: Permission[] }

/** The whole policy, to be shown: the phases in their order, in each the roles from most to least. */
export function policyTable(): { phase: Phase; cells: PolicyCell[] }[] {
  return phaseSchema.options.map((phase) => ({
    phase,
    cells: roleSchema.options.map((role) => ({
      role,
      scope: scopeOf(role, phase),
      may: permissions.filter((permission) => isAllowed(permission, { role, phase })),
    })),
  }))
}

import type { Phase, Role } from './rights.ts'

/**
 * What a person may do beside writing. `decide`: on amendments, within the axes that the person writes (working groups);
 * `manage`: members, groups, phases, locks, approvers, settings of the plan as a whole; `approve`: of those whom a lead
 * named, whatever their role.
 */
export const permissions = [
  'comment',
  'propose',
  'decide',
  'nameVersion',
  'restore',
  'manage',
  'readTrail',
  'approve',
  'seal',
  'reopen',
] as const
export type Permission = (typeof permissions)[number]

/** The whole policy of what is no writing: in which phases a role may. Writing is `scopeOf`. */
const allowed: Record<Permission, Partial<Record<Role, readonly Phase[]>>> = {
  comment: {
    lead: ['drafting', 'review', 'consultation', 'validation'],
    editor: ['drafting', 'review', 'consultation', 'validation'],
    reviewer: ['drafting', 'review', 'consultation', 'validation'],
  },
  propose: {
    lead: ['drafting', 'review', 'consultation', 'validation'],
    editor: ['drafting', 'review', 'consultation', 'validation'],
    reviewer: ['drafting', 'review', 'consultation'],
  },
  decide: {
    lead: ['drafting', 'review', 'consultation', 'validation'],
    editor: ['drafting', 'review', 'consultation'],
  },
  nameVersion: {
    lead: ['drafting', 'review', 'consultation', 'validation', 'final'],
    editor: ['drafting', 'review', 'consultation', 'validation'],
  },
  restore: { lead: ['drafting', 'review', 'consultation', 'validation'] },
  manage: { lead: ['drafting', 'review', 'consultation', 'validation', 'final'] },
  readTrail: { lead: ['drafting', 'review', 'consultation', 'validation', 'final'] },
  approve: {
    lead: ['validation'],
    editor: ['validation'],
    reviewer: ['validation'],
    reader: ['validation'],
  },
  seal: { lead: ['validation'] },
  reopen: { lead: ['final'] },
}

/** Whether a role has a permission in a phase. */
export function isAllowed(permission: Permission, { role, phase }: { role: Role; phase: Phase }): boolean {
  return allowed[permission][role]?.includes(phase) ?? false
}

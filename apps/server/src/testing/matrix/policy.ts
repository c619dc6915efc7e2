import type { Permission, Phase, Role, Scope } from '@concerte/schema'

/** What a role may do in a phase: how far it writes where no working group narrows it, and everything else. */
type Cell = readonly [scope: Exclude<Scope, 'axes'>, ...may: Permission[]]

const drafting: Record<Role, Cell> = {
  lead: ['everything', 'comment', 'propose', 'decide', 'nameVersion', 'restore', 'manage', 'readTrail'],
  editor: ['contents', 'comment', 'propose', 'decide', 'nameVersion'],
  reviewer: ['nothing', 'comment', 'propose'],
  reader: ['nothing'],
}

/** The policy as it was decided, written out a second time: a cell that is turned in the code is found by what the server answers. */
export const policy: Record<Phase, Record<Role, Cell>> = {
  drafting,
  review: drafting,
  consultation: { ...drafting, editor: ['nothing', 'comment', 'propose', 'decide', 'nameVersion'] },
  validation: {
    lead: [...drafting.lead, 'approve', 'seal'],
    editor: ['nothing', 'comment', 'propose', 'nameVersion', 'approve'],
    reviewer: ['nothing', 'comment', 'approve'],
    reader: ['nothing', 'approve'],
  },
  final: {
    lead: ['nothing', 'nameVersion', 'manage', 'readTrail', 'reopen'],
    editor: ['nothing'],
    reviewer: ['nothing'],
    reader: ['nothing'],
  },
}

/** Whether a role may in a phase; where it may not, whether another phase would let it. */
export function verdictOf(
  permission: Permission,
  { role, phase }: { role: Role; phase: Phase },
): 'granted' | 'phase-forbids' | 'forbidden' {
  const may = (cell: Cell): boolean => cell.slice(1).includes(permission)
  if (may(policy[phase][role])) return 'granted'
  return Object.values(policy).some((cells) => may(cells[role])) ? 'phase-forbids' : 'forbidden'
}

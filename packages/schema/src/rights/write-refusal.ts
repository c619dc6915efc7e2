import type { Rights } from './rights.ts'

/**
 * Why a write is refused; where several reasons hold, the first of this list is told.
 * `forbidden`: the role never writes. `phase`: it does, but not in the phase of now. `structure`: for leads alone, or
 * nothing that an editor could have made.
 */
export const writeRefusals = [
  'plan-final',
  'forbidden',
  'phase',
  'structure',
  'not-your-axis',
  'axis-locked',
] as const
export type WriteRefusal = (typeof writeRefusals)[number]

/** The one of two that is told. */
export function graver(a: WriteRefusal | null, b: WriteRefusal | null): WriteRefusal | null {
  if (a === null || b === null) return a ?? b
  return writeRefusals.indexOf(a) <= writeRefusals.indexOf(b) ? a : b
}

/** Why the person writes nothing at all in this plan; null when there is something that they may write. */
export function refusesAll({ role, phase, scope }: Rights): WriteRefusal | null {
  if (scope !== 'nothing') return null
  if (phase === 'final') return 'plan-final'
  return role === 'reader' || role === 'reviewer' ? 'forbidden' : 'phase'
}

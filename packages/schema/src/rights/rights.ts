import { z } from 'zod'

import { nodeIdSchema, type NodeId } from '../ids.ts'
import { isAllowed } from './permissions.ts'

/** «pilote», «rédacteur», «relecteur», «lecteur», from most to least. */
export const roleSchema = z.enum(['lead', 'editor', 'reviewer', 'reader'])
export type Role = z.infer<typeof roleSchema>

/** «rédaction», «relecture», «consultation», «validation», «définitif», in their order. */
export const phaseSchema = z.enum(['drafting', 'review', 'consultation', 'validation', 'final'])
export type Phase = z.infer<typeof phaseSchema>

/**
 * How far a person writes.
 * `contents`: texts, entries, actions, groups and fields of every axis, of the sections, and the texts of the cover;
 * dismissing what checks say of them. `axes`: the same within some axes only. `everything`: also the structure, which is
 * what axes and sections there are and in what order, the colour of an axis, the kind of a section, the period, the
 * website and the template; dismissing a check in the whole plan.
 */
export const scopeSchema = z.enum(['nothing', 'axes', 'contents', 'everything'])
export type Scope = z.infer<typeof scopeSchema>

/** What one person may write in one plan, as the server decided it. */
export const rightsSchema = z.object({
  role: roleSchema,
  phase: phaseSchema,
  scope: scopeSchema,
  /** How far the person decides on amendments; a phase in which editors only read may still let them decide. */
  decides: scopeSchema.default('nothing'),
  /** For `axes` in either: the axes of the person's working groups. */
  axes: z.array(nodeIdSchema),
  /** Axes in which nobody writes before a lead unlocks them. */
  locked: z.array(nodeIdSchema),
})
export type Rights = z.infer<typeof rightsSchema>

type WideScope = Exclude<Scope, 'axes'>

/** The whole policy: how far a role writes in a phase, where no working group narrows it. */
const scopes: Record<Role, Record<Phase, WideScope>> = {
  lead: {
    drafting: 'everything',
    review: 'everything',
    consultation: 'everything',
    validation: 'everything',
    final: 'nothing',
  },
  editor: {
    drafting: 'contents',
    review: 'contents',
    consultation: 'nothing',
    validation: 'nothing',
    final: 'nothing',
  },
  reviewer: {
    drafting: 'nothing',
    review: 'nothing',
    consultation: 'nothing',
    validation: 'nothing',
    final: 'nothing',
  },
  reader: {
    drafting: 'nothing',
    review: 'nothing',
    consultation: 'nothing',
    validation: 'nothing',
    final: 'nothing',
  },
}

export function scopeOf(role: Role, phase: Phase): WideScope {
  return scopes[role][phase]
}

/** @param groupAxes the axes of all working groups of the person together; null when the person is in none */
export function toRights(of: {
  role: Role
  phase: Phase
  groupAxes: readonly NodeId[] | null
  locked: readonly NodeId[]
}): Rights {
  const { role, phase, groupAxes, locked } = of
  const narrow = (wide: WideScope): Scope => (wide === 'contents' && groupAxes !== null ? 'axes' : wide)
  const scope = narrow(scopeOf(role, phase))
  const decides = narrow(decidingScope(role, phase))
  const isNarrowed = scope === 'axes' || decides === 'axes'
  return {
    role,
    phase,
    scope,
    decides,
    axes: isNarrowed ? [...new Set(groupAxes)] : [],
    locked: [...new Set(locked)],
  }
}

/** Who may decide at all decides where a role writes while a plan is drafted. */
function decidingScope(role: Role, phase: Phase): WideScope {
  return isAllowed('decide', { role, phase }) ? scopeOf(role, 'drafting') : 'nothing'
}

/** Whether the person may write everything everywhere, so that there is nothing to be judged. */
export function isUnbounded({ scope, locked }: Rights): boolean {
  return scope === 'everything' && locked.length === 0
}

import { isNodeId, type NodeId } from '../ids.ts'
import { isRoot, mayHold, type NodeType } from '../outline/node-types.ts'
import { nodePlace, nodeType, typeAt, type PlanDoc } from '../outline/plan-doc.ts'
import type { Rights } from './rights.ts'
import type { WriteRefusal } from './write-refusal.ts'

/**
 * What a node belongs to, for the question who writes it. `nowhere`: its axis cannot be found, so that it waits in the
 * tray, or is gone.
 */
export type Stand = { type: 'axis'; id: NodeId } | { type: 'sections' } | { type: 'nowhere' }

const nowhere: Stand = { type: 'nowhere' }

/**
 * Climbs from a node to its axis. The bin makes no difference: what is thrown away still belongs where it stood.
 * Every step goes up one layer of {@link nodeTypes}, so that places which a hostile replica closed into a ring end it.
 */
export function standOf(plan: PlanDoc, id: string): Stand {
  let type = nodeType(plan, id)
  for (let at = id; type !== undefined;) {
    const axis = toAxis(at, type)
    if (axis !== null) return axis
    const parent = nodePlace(plan, at)?.parent ?? ''
    const parentType = typeAt(plan, parent)
    if (parentType === undefined || isRoot(parentType) || !mayHold(parentType, type)) return nowhere
    at = parent
    type = parentType
  }
  return nowhere
}

/** Axes and sections: only leads make, move, bin and bring back these. */
export function isStructural(type: NodeType | undefined): boolean {
  return type === 'axis' || type === 'section'
}

/** Why the contents of an axis, of the sections or of what stands nowhere are not the person's to write. */
export function refusesContents({ scope, axes, locked }: Rights, stand: Stand): WriteRefusal | null {
  if (scope === 'axes' && (stand.type !== 'axis' || !axes.includes(stand.id))) return 'not-your-axis'
  return stand.type === 'axis' && locked.includes(stand.id) ? 'axis-locked' : null
}

function toAxis(id: string, type: NodeType): Stand | null {
  if (type === 'section') return { type: 'sections' }
  return type === 'axis' && isNodeId(id) ? { type: 'axis', id } : null
}

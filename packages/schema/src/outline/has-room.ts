import type { Template } from '../template.ts'
import { mayHold, type NodeType, type Root } from './node-types.ts'

/**
 * Whether a node of `type` may stand under a node of type (or root) `parent`; an entry stands under a rubric that the
 * template has for that parent, and nothing else does. `parent` undefined: there is no such parent.
 */
export function hasRoom(
  template: Template,
  parent: NodeType | Root | undefined,
  type: NodeType,
  rubric: string | undefined,
): boolean {
  if (parent === undefined || !mayHold(parent, type)) return false
  if (type !== 'entry') return rubric === undefined
  const slots = template[parent === 'axis' ? 'axis' : 'action']
  return slots.some((slot) => slot.type === 'rubric' && slot.id === rubric)
}

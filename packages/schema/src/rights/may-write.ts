import { isRoot, type Root } from '../outline/node-types.ts'
import { nodeType, type PlanDoc } from '../outline/plan-doc.ts'
import type { NodeId } from '../ids.ts'
import { refusesDismissal } from './refuses-dismissal.ts'
import type { Rights } from './rights.ts'
import { isStructural, refusesContents, standOf } from './stand.ts'
import { graver, refusesAll, type WriteRefusal } from './write-refusal.ts'

/*
 * What `judgeTouches` would say, asked before anything is written: for what an interface offers. Each gives why not, or
 * null.
 */

/** Texts and fields of a node (but for the colour of an axis and the kind of a section: {@link mayArrangeNode}). */
export function mayWriteNode(plan: PlanDoc, rights: Rights, id: NodeId): WriteRefusal | null {
  return refusesAll(rights) ?? refusesContents(rights, standOf(plan, id))
}

/** Moving a node, throwing it away, bringing it back. Where it goes to: {@link mayAddTo}. */
export function mayArrangeNode(plan: PlanDoc, rights: Rights, id: NodeId): WriteRefusal | null {
  const written = mayWriteNode(plan, rights, id)
  return isStructural(nodeType(plan, id)) ? graver(mayChangeStructure(rights), written) : written
}

/** Adding nodes under a node or a root, and moving them there. */
export function mayAddTo(plan: PlanDoc, rights: Rights, parent: NodeId | Root): WriteRefusal | null {
  return isRoot(parent) ? mayChangeStructure(rights) : mayWriteNode(plan, rights, parent)
}

/** The texts of the cover. */
export function mayWriteCover(rights: Rights): WriteRefusal | null {
  return refusesAll(rights) ?? refusesContents(rights, { type: 'sections' })
}

/** Dismissing what a key names (`dismissalKey`: of a finding, or a check everywhere), and taking that back. */
export function mayDismiss(plan: PlanDoc, rights: Rights, key: string): WriteRefusal | null {
  return refusesAll(rights) ?? refusesDismissal(plan, rights, key)
}

/** Which axes and sections there are, the period, the website, the template. */
export function mayChangeStructure(rights: Rights): WriteRefusal | null {
  return refusesAll(rights) ?? (rights.scope === 'everything' ? null : 'structure')
}

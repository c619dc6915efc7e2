import type * as Y from 'yjs'

import { dismissalKey, dismissalSchema } from '../dismissals/dismissal.ts'
import { isNodeId } from '../ids.ts'
import { isNodeType, isPlace, isRoot, mayHold, type NodeType, type Root } from '../outline/node-types.ts'
import { coverTexts, nodeType, openPlan, typeAt, type PlanDoc } from '../outline/plan-doc.ts'
import { refusesDismissal } from './refuses-dismissal.ts'
import type { Rights } from './rights.ts'
import { isStructural, refusesContents, standOf } from './stand.ts'
import type { Touch } from './touch.ts'
import { graver, refusesAll, type WriteRefusal } from './write-refusal.ts'

/**
 * [S4] Why an update may not be, from what it touches; null when it may. The cost grows with the touches, never with
 * the plan.
 *
 * What no command of the outline makes is refused as `structure`, to leads too: a node without a type or a place, or
 * under a parent that cannot hold it; another type for a node that is there. A node that is put where its parent is
 * gone waits in the tray, which belongs to those who write every axis.
 *
 * @param doc without the update
 */
export function judgeTouches(doc: Y.Doc, rights: Rights, touches: readonly Touch[]): WriteRefusal | null {
  const nothing = refusesAll(rights)
  if (nothing !== null) return nothing
  const plan = openPlan(doc)
  const made = nodesMade(touches)
  const judged = createNodeJudge(plan, rights, made)
  let refusal: WriteRefusal | null = null
  for (const touch of touches) {
    refusal = graver(refusal, judgeTouch(touch))
  }
  for (const [id, node] of made) refusal = graver(refusal, judgeMade(plan, rights, id, node))
  return refusal

  function judgeTouch(touch: Touch): WriteRefusal | null {
    switch (touch.root) {
      case 'nodes':
        return judged(touch)
      case 'dismissals':
        return judgeDismissal(plan, rights, touch)
      default:
        return judgeRoot(rights, touch)
    }
  }
}

/** What an update says of a node whose map it makes, or takes away. */
type NodeMade = { isMade: boolean; isTaken: boolean; types: Set<unknown>; places: number }

/** The nodes whose maps come or go with the update; most updates have none. */
function nodesMade(touches: readonly Touch[]): ReadonlyMap<string, NodeMade> {
  const made = new Map<string, NodeMade>()
  for (const { root, keys, isValue, change } of touches) {
    const [id, field] = keys
    if (root !== 'nodes' || id === undefined || field !== undefined || !isValue) continue
    const node = made.get(id) ?? { isMade: false, isTaken: false, types: new Set(), places: 0 }
    made.set(id, node)
    if (change === 'add') node.isMade = true
    else node.isTaken = true
  }
  if (made.size === 0) return made
  for (const { root, keys, isValue, change, value } of touches) {
    const [id = '', field, ...deeper] = keys
    const node = root === 'nodes' ? made.get(id) : undefined
    if (node === undefined || !isValue || change === 'remove' || deeper.length > 0) continue
    if (field === 'type') node.types.add(value)
    if (field === 'place' && isPlace(value)) node.places += 1
  }
  return made
}

/** Where a made node may stand is seen in the touches of its places. */
function judgeMade(plan: PlanDoc, rights: Rights, id: string, node: NodeMade): WriteRefusal | null {
  if (!node.isMade) return null
  const type = typeMade(node)
  if (!isNodeId(id) || type === undefined || node.places === 0) return 'structure'
  // What undoing took away and redoing brought back while its author was offline comes as one update.
  if (plan.nodes.has(id) && (!node.isTaken || nodeType(plan, id) !== type)) return 'structure'
  return isStructural(type) ? refusesStructure(rights) : null
}

/** Judges one touch of the outline; what it learns of a node it keeps for the touches that follow. */
function createNodeJudge(
  plan: PlanDoc,
  rights: Rights,
  made: ReadonlyMap<string, NodeMade>,
): (touch: Touch) => WriteRefusal | null {
  const writes = new Map<string, WriteRefusal | null>()

  return (touch) => {
    const [id, field] = touch.keys
    if (id === undefined) return 'structure'
    return graver(judgeHere(id, touch), field === undefined ? null : judgeField(id, field, touch))
  }

  /** The node as it stands without the update; one that it makes stands where its places say. */
  function judgeHere(id: string, { keys, isValue, change }: Touch): WriteRefusal | null {
    // Inside of a node are its fields and nothing else.
    if (keys.length === 1 && !isValue) return 'structure'
    // Neither there nor made by the update: what someone typed in a node that is gone, which Yjs drops.
    if (!plan.nodes.has(id)) return null
    let written = writes.get(id)
    if (written === undefined) {
      written = refusesContents(rights, standOf(plan, id))
      writes.set(id, written)
    }
    if (keys.length > 1) return written
    const isGone = change === 'remove' && isStructural(nodeType(plan, id))
    return isGone ? graver(refusesStructure(rights), written) : written
  }

  function judgeField(id: string, field: string, touch: Touch): WriteRefusal | null {
    const node = made.get(id)
    if (node === undefined && !plan.nodes.has(id)) return null
    const type = nodeType(plan, id) ?? (node && typeMade(node))
    switch (field) {
      case 'type':
        // judgeMade looks at the type of a node that is made.
        if (!isWhole(touch)) return 'structure'
        return (touch.change === 'add' ? node?.isMade : node?.isTaken) === true ? null : 'structure'
      case 'place':
        return graver(isStructural(type) ? refusesStructure(rights) : null, judgePlace(type, touch))
      case 'trashed':
      case 'colour':
      case 'kind':
        return isStructural(type) && isLeadsField(type, field) ? refusesStructure(rights) : null
      default:
        return null
    }
  }

  function judgePlace(type: NodeType | undefined, touch: Touch): WriteRefusal | null {
    if (!isWhole(touch)) return 'structure'
    // A place that the update itself took away again has no value any more; without one the node waits in the tray.
    if (touch.change === 'remove' || touch.value === undefined) return null
    if (type === undefined || !isPlace(touch.value)) return 'structure'
    const { parent } = touch.value
    const parentMade = made.get(parent)
    const parentType: NodeType | Root | undefined =
      typeAt(plan, parent) ?? (parentMade?.isMade === true ? typeMade(parentMade) : undefined)
    if (parentType !== undefined && !mayHold(parentType, type)) return 'structure'
    // The places of a parent that the update makes are judged themselves.
    if (isRoot(parent) || (parentMade?.isMade === true && !plan.nodes.has(parent))) return null
    return refusesContents(rights, standOf(plan, parent))
  }
}

/** One dismissal that comes or goes, whole. */
function judgeDismissal(
  plan: PlanDoc,
  rights: Rights,
  { keys, isValue, change, value }: Touch,
): WriteRefusal | null {
  const [key = ''] = keys
  if (!isValue || keys.length !== 1) return 'structure'
  if (change === 'add') {
    const { data } = dismissalSchema.safeParse(value)
    if (data === undefined || dismissalKey(data) !== key) return 'structure'
  }
  return refusesDismissal(plan, rights, key)
}

function judgeRoot(rights: Rights, { root }: Touch): WriteRefusal | null {
  if (!coverRoots.has(root)) return refusesStructure(rights)
  return refusesContents(rights, { type: 'sections' })
}

const coverRoots: ReadonlySet<string> = new Set(coverTexts.map((text) => `cover.${text}`))

function refusesStructure({ scope }: Rights): WriteRefusal | null {
  return scope === 'everything' ? null : 'structure'
}

/** Fields of axes and sections that are no contents. */
function isLeadsField(type: NodeType | undefined, field: string): boolean {
  return field === 'trashed' || (type === 'axis' ? field === 'colour' : field === 'kind')
}

/** The one type that the update gives a node that it makes; undefined when it gives none, several or an unknown one. */
function typeMade({ types }: NodeMade): NodeType | undefined {
  const [type, ...others] = types
  return isNodeType(type) && others.length === 0 ? type : undefined
}

function isWhole({ keys, isValue }: Touch): boolean {
  return isValue && keys.length === 2
}

import type * as Y from 'yjs'

import { hasRoom } from './has-room.ts'
import { isRoot } from './node-types.ts'
import { nodeIdOf, type PlanDoc } from './plan-doc.ts'
import {
  byOrder,
  byPlace,
  byTrashed,
  listKey,
  outlineNode,
  type Outline,
  type OutlineNode,
} from './read-outline.ts'
import { isTemplateKey, readTemplate } from './read-template.ts'

/** The outline of a plan that stays open, kept current by what each transaction changed. */
export type LiveOutline = {
  /**
   * What `readOutline` would read now, also within a transaction. Cost: that of what changed since. Another object when
   * something changed; lists, tray and bin are never changed in place, but `nodes` and `children` are always those of now.
   */
  current: () => Outline
  close: () => void
}

/** Opens a plan for long: what reads its outline, commands above all, then costs the same however long the plan is. */
export function followPlan(plan: PlanDoc): PlanDoc & { readonly live: LiveOutline } {
  return { ...plan, live: followOutline(plan) }
}

/** So many changed nodes at once are read with all the others: a list is copied for each that enters or leaves it. */
const many = 2000

function followOutline(plan: PlanDoc): LiveOutline {
  let template = readTemplate(plan)
  const nodes = new Map<string, OutlineNode>()
  /** All nodes by the parent that their place names, wherever they stand. */
  const below = new Map<string, Set<string>>()
  let lists = new Map<string, OutlineNode[]>()
  let unplaced: OutlineNode[] = []
  let trash: OutlineNode[] = []
  let current = readAll()

  function view(): Outline {
    return {
      template,
      nodes,
      children: (parent, rubric) => lists.get(listKey(parent, rubric)) ?? [],
      unplaced,
      trash,
    }
  }

  function readAll(): Outline {
    template = readTemplate(plan)
    nodes.clear()
    below.clear()
    plan.nodes.forEach((found: unknown, id) => {
      const node = outlineNode(found, id)
      if (node === undefined) return
      nodes.set(id, node)
      addBelow(node)
    })
    lists = new Map()
    unplaced = []
    trash = []
    for (const node of nodes.values()) {
      const list = listOf(node)
      list.push(node)
      if (list !== unplaced && list !== trash) lists.set(listKey(node.place.parent, node.place.rubric), list)
    }
    for (const list of lists.values()) list.sort(byOrder)
    unplaced.sort(byPlace)
    trash.sort(byTrashed)
    return view()
  }

  /** The list that a node belongs to now. */
  function listOf({ type, place, trashed }: OutlineNode): OutlineNode[] {
    if (trashed !== undefined) return trash
    const { parent, rubric } = place
    const parentType = isRoot(parent) ? parent : nodes.get(parent)?.type
    if (!hasRoom(template, parentType, type, rubric)) return unplaced
    return lists.get(listKey(parent, rubric)) ?? []
  }

  function addBelow({ id, place }: OutlineNode): void {
    const known = below.get(place.parent)
    if (known === undefined) below.set(place.parent, new Set([id]))
    else known.add(id)
  }

  function leave(node: OutlineNode): void {
    const list = listOf(node)
    if (list === trash) trash = trash.filter(({ id }) => id !== node.id)
    else if (list === unplaced) unplaced = unplaced.filter(({ id }) => id !== node.id)
    else {
      const key = listKey(node.place.parent, node.place.rubric)
      const left = list.filter(({ id }) => id !== node.id)
      if (left.length === 0) lists.delete(key)
      else lists.set(key, left)
    }
  }

  function enter(node: OutlineNode): void {
    const list = listOf(node)
    if (list === trash) trash = inserted(trash, node, byTrashed)
    else if (list === unplaced) unplaced = inserted(unplaced, node, byPlace)
    else lists.set(listKey(node.place.parent, node.place.rubric), inserted(list, node, byOrder))
  }

  /** Reads one node again, and moves it where it belongs; false when nothing of it changed. */
  function readAgain(id: string): boolean {
    const before = nodes.get(id)
    const now = outlineNode(plan.nodes.get(id), id)
    if (isSame(before, now)) return false
    // Where those below stand follows from the type of the node that is above them.
    const moved = before?.type === now?.type ? [] : [...(below.get(id) ?? [])]
    const others = moved.flatMap((child) => nodes.get(child) ?? [])
    for (const node of others) leave(node)
    if (before !== undefined) {
      leave(before)
      below.get(before.place.parent)?.delete(id)
      nodes.delete(id)
    }
    if (now !== undefined) {
      nodes.set(id, now)
      addBelow(now)
      enter(now)
    }
    for (const node of others) enter(node)
    return true
  }

  function catchUp({ changed }: Y.Transaction): void {
    const ids = new Set<string>()
    for (const [type, keys] of changed) {
      // Yjs types the keys by their events, which no map of ours narrows.
      const changedType: unknown = type
      if (changedType === plan.nodes) for (const key of keys) ids.add(key ?? '')
      else if (changedType === plan.project) {
        if (![...keys].some(isTemplateKey)) continue
        if (JSON.stringify(readTemplate(plan)) === JSON.stringify(template)) continue
        current = readAll()
        return
      } else if (keys.has('place') || keys.has('trashed') || keys.has('type')) {
        const id = nodeIdOf(plan, changedType)
        if (id !== undefined) ids.add(id)
      }
    }
    if (ids.size > many) current = readAll()
    else if ([...ids].filter(readAgain).length > 0) current = view()
  }

  // Before the observers of Yjs, which may ask where something stands.
  plan.doc.on('beforeObserverCalls', catchUp)
  return {
    current() {
      // Commands read what they themselves wrote a moment ago. Yjs tells of a transaction that is under way nowhere else.
      // oxlint-disable-next-line eslint/no-underscore-dangle
      const underWay: Y.Transaction | null = plan.doc._transaction
      if (underWay !== null) catchUp(underWay)
      return current
    },
    close: () => plan.doc.off('beforeObserverCalls', catchUp),
  }
}

function isSame(a: OutlineNode | undefined, b: OutlineNode | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  // A place and a mark of removal are written whole: what Yjs gives is the same object until then.
  return a.type === b.type && a.place === b.place && isSameMark(a, b)
}

function isSameMark({ trashed: a }: OutlineNode, { trashed: b }: OutlineNode): boolean {
  return a?.by === b?.by && a?.at === b?.at
}

/** A copy with one more, in its place. */
function inserted(
  list: readonly OutlineNode[],
  node: OutlineNode,
  compare: (a: OutlineNode, b: OutlineNode) => number,
): OutlineNode[] {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (compare(list[middle]!, node) < 0) low = middle + 1
    else high = middle
  }
  return list.toSpliced(low, 0, node)
}

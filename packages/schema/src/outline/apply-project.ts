import * as Y from 'yjs'

import { InvalidProjectError, normalizeProject } from '../normalize-project.ts'
import type { Project } from '../project.ts'
import { writeBlocks, writeLine } from '../text/write-fragment.ts'
import type { BlockText, LineText } from '../text/rich-text.ts'
import { applyTemplate } from './apply-template.ts'
import { createNode } from './create-node.ts'
import { nodeTypes, textsOf, type NodeType, type Place, type Trashed } from './node-types.ts'
import { keysBetween } from './order.ts'
import {
  coverText,
  coverTexts,
  edit,
  nodeMap,
  nodeText,
  nodeTrashed,
  nodeType,
  openPlan,
  type PlanDoc,
} from './plan-doc.ts'
import { readOutline } from './read-outline.ts'
import { setValue } from './set-value.ts'

/**
 * Makes the plan read as `project`, by the least edits, matched by id: nodes that are missing are made, nodes in the
 * bin come back, nodes that `project` lacks go to the bin, only what differs is written. One transaction.
 * Node types and fields that this version does not know are left as they are.
 *
 * @throws {InvalidProjectError} before anything is written
 */
export function applyProject(
  doc: Y.Doc,
  project: Project,
  options: { origin?: unknown; trashed?: Trashed } = {},
): void {
  const plan = openPlan(doc, options.origin)
  const target = normalizeProject(project)
  const wanted = wantedNodes(target)
  for (const { node } of wanted) requireSameType(plan, node)
  edit(plan, () => {
    applyCover(plan, target)
    applyTemplate(plan, target.template)
    applyPlaces(plan, wanted)
    // After the places: what comes back from the bin may bring back nodes that the target lacks.
    trashOthers(plan, new Set(wanted.map(({ node }) => node.id)), options.trashed ?? { by: null, at: null })
    for (const { node } of wanted) applyContent(plan, node)
  })
}

type ProjectNode = Project['unplaced'][number]['node']
/** A node of the target with the list that it stands in; `list` is one parent's children of one rubric, in order. */
type Wanted = { node: ProjectNode; parent: string; rubric?: string | undefined }

function wantedNodes(project: Project): Wanted[] {
  return [
    ...project.front.map((node) => ({ node, parent: 'front' })),
    ...project.axes.map((node) => ({ node, parent: 'axes' })),
    ...project.back.map((node) => ({ node, parent: 'back' })),
    ...project.unplaced,
  ].flatMap(withBelow)
}

function withBelow(wanted: Wanted): Wanted[] {
  const { node } = wanted
  const entries =
    'rubrics' in node
      ? node.rubrics.flatMap(({ rubric, entries }) =>
          entries.map((entry) => ({ node: entry, parent: node.id, rubric })),
        )
      : []
  const children = node.type === 'axis' ? node.content : node.type === 'group' ? node.actions : []
  return [wanted, ...entries, ...children.flatMap((child) => withBelow({ node: child, parent: node.id }))]
}

function typeOf(node: ProjectNode): NodeType {
  switch (node.type) {
    case 'measure':
    case 'indicator':
    case 'statement':
      return 'entry'
    case 'section':
    case 'axis':
    case 'group':
    case 'action':
      return node.type
  }
}

function requireSameType(plan: PlanDoc, node: ProjectNode): void {
  if (plan.nodes.has(node.id) && nodeType(plan, node.id) !== typeOf(node)) {
    throw new InvalidProjectError('type-conflict', node.id)
  }
}

function applyCover(plan: PlanDoc, { cover }: Project): void {
  for (const field of coverTexts) writeLine(coverText(plan, field), cover[field])
  setValue(plan.project, 'period', cover.period)
  setValue(plan.project, 'website', cover.website)
}

/** Puts what the target lacks in the bin; what stands under a node that goes there goes with it, unmarked. */
function trashOthers(plan: PlanDoc, wantedIds: Set<string>, trashed: Trashed): void {
  const outline = readOutline(plan)
  const visit = (nodes: readonly { id: string; type: NodeType }[]): void => {
    for (const { id, type } of nodes) {
      if (!wantedIds.has(id)) nodeMap(plan, id)?.set('trashed', trashed)
      else visit(childrenOf(id, type))
    }
  }
  const childrenOf = (id: string, type: NodeType) => [
    ...outline.children(id),
    ...(type === 'axis' || type === 'action'
      ? outline.template[type].flatMap((slot) => outline.children(id, slot.id))
      : []),
  ]
  for (const root of ['front', 'axes', 'back']) visit(outline.children(root))
  visit(outline.unplaced)
}

function applyPlaces(plan: PlanDoc, wanted: Wanted[]): void {
  for (const list of Map.groupBy(wanted, ({ parent, rubric }) => JSON.stringify([parent, rubric])).values()) {
    const orders = list.map((item) => currentOrder(plan, item))
    const kept = longestRise(orders)
    for (let start = 0; start < list.length;) {
      if (kept.has(start)) {
        start += 1
        continue
      }
      let end = start
      while (end < list.length && !kept.has(end)) end += 1
      const keys = keysBetween(orders[start - 1] ?? undefined, orders[end] ?? undefined, end - start)
      // The kept keys rise strictly and are well formed, so there is always room between two of them.
      if (keys === undefined) throw new Error('no room between two rising keys')
      keys.forEach((order, offset) => place(plan, list[start + offset]!, order))
      start = end
    }
    for (const { node } of list) {
      if (nodeTrashed(plan, node.id) !== undefined) nodeMap(plan, node.id)?.delete('trashed')
    }
  }
}

/** The node's key when it already stands in the list wanted and the key is well formed; null when it must get one. */
function currentOrder(plan: PlanDoc, { node, parent, rubric }: Wanted): string | null {
  const place = nodeMap(plan, node.id)?.get('place') as Place | undefined
  if (place?.parent !== parent || place.rubric !== rubric) return null
  return keysBetween(place.order, undefined, 1) === undefined ? null : place.order
}

function place(plan: PlanDoc, { node, parent, rubric }: Wanted, order: string): void {
  const place: Place = { parent, order, ...(rubric !== undefined && { rubric }) }
  const existing = nodeMap(plan, node.id)
  if (existing === undefined) createNode(plan, node.id, typeOf(node), place)
  else existing.set('place', place)
}

/** Positions of a longest strictly rising run of keys, nulls left aside (patience sorting, n log n). */
function longestRise(keys: (string | null)[]): Set<number> {
  const tails: number[] = []
  const previous = new Map<number, number | undefined>()
  keys.forEach((key, position) => {
    if (key === null) return
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (keys[tails[middle]!]! < key) low = middle + 1
      else high = middle
    }
    previous.set(position, tails[low - 1])
    tails[low] = position
  })
  const rise = new Set<number>()
  for (let at = tails.at(-1); at !== undefined; at = previous.get(at)) rise.add(at)
  return rise
}

function applyContent(plan: PlanDoc, node: ProjectNode): void {
  const content = node as unknown as Record<string, unknown>
  const type = typeOf(node)
  const map = nodeMap(plan, node.id)!
  for (const [field, profile] of textsOf(type)) {
    const fragment = nodeText(plan, node.id, field) ?? createMissingText(map, field)
    if (profile === 'line') writeLine(fragment, content[field] as LineText)
    else writeBlocks(fragment, content[field] as BlockText)
  }
  // The fields of an indicator stay in a node that became a measure: they come back with the rubric.
  if (node.type === 'measure' || node.type === 'statement') return
  for (const field of Object.keys(nodeTypes[type].values.shape)) setValue(map, field, content[field])
}

/** A damaged node (its text is gone) gets a new one: there is nothing left to lose. */
function createMissingText(map: Y.Map<unknown>, field: string): Y.XmlFragment {
  const fragment = new Y.XmlFragment()
  map.set(field, fragment)
  return fragment
}

import type * as Y from 'yjs'

import { applyDismissalsOf } from '../dismissals/plan-dismissals.ts'
import {
  awayFrom,
  InvalidProjectError,
  layerOf,
  normalizeProject,
  type ProjectNode,
} from '../normalize-project.ts'
import { coverSchema, type Project } from '../project.ts'
import { writeLine } from '../text/write-fragment.ts'
import { applyContent } from './apply-content.ts'
import { applyPlaces, type Wanted } from './apply-places.ts'
import { applyTemplate } from './apply-template.ts'
import type { NodeType, Trashed } from './node-types.ts'
import { coverText, coverTexts, edit, nodeMap, nodeType, openPlan, typeAt, type PlanDoc } from './plan-doc.ts'
import { readOutline } from './read-outline.ts'
import { setValue } from './set-value.ts'

/**
 * Makes the plan read as `project`, by the least edits, matched by id: nodes that are missing are made, nodes in the
 * bin come back, nodes that `project` lacks go to the bin, only what differs is written. One transaction.
 * Node types, fields and elements of texts that this version does not know are left as they are. A node of the tray
 * whose parent is still in the document, in the bin or not, stands nowhere: under its parent it would not be in the tray.
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
  const wanted = wantedNodes(plan, target)
  for (const { node } of wanted) requireSameType(plan, node)
  edit(plan, () => {
    applyCover(plan, target)
    applyTemplate(plan, target.template)
    applyPlaces(plan, wanted)
    // After the places: what comes back from the bin may bring back nodes that the target lacks.
    trashOthers(plan, new Set(wanted.map(({ node }) => node.id)), options.trashed ?? { by: null, at: null })
    for (const item of wanted) applyContent(plan, target.template, item)
    applyDismissalsOf(plan, target.dismissals ?? [])
  })
}

function wantedNodes(plan: PlanDoc, project: Project): Wanted[] {
  const waiting = project.unplaced.map((item) => {
    const { parent } = item
    return awayFrom(project.template, item, typeAt(plan, parent))
  })
  return [
    ...project.front.map((node) => ({ node, parent: 'front' })),
    ...project.axes.map((node) => ({ node, parent: 'axes' })),
    ...project.back.map((node) => ({ node, parent: 'back' })),
    ...waiting,
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

function requireSameType(plan: PlanDoc, node: ProjectNode): void {
  if (plan.nodes.has(node.id) && nodeType(plan, node.id) !== layerOf(node)) {
    throw new InvalidProjectError('type-conflict', node.id)
  }
}

function applyCover(plan: PlanDoc, { cover }: Project): void {
  for (const field of coverTexts) writeLine(coverText(plan, field), cover[field])
  setValue(plan.project, 'period', coverSchema.shape.period, cover.period)
  setValue(plan.project, 'website', coverSchema.shape.website, cover.website)
}

/** Puts what the target lacks in the bin; what stands under a node that goes there goes with it, unmarked. */
function trashOthers(plan: PlanDoc, wantedIds: ReadonlySet<string>, trashed: Trashed): void {
  const outline = readOutline(plan)
  const visit = (nodes: readonly { id: string; type: NodeType }[]): void => {
    for (const { id, type } of nodes) {
      if (wantedIds.has(id)) visit(childrenOf(id, type))
      else nodeMap(plan, id)?.set('trashed', trashed)
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

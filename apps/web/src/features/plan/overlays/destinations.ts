import {
  findRubric,
  lineToPlain,
  nodeText,
  readLine,
  rubricsOf,
  type NodeId,
  type NodeType,
  type OutlineNode,
} from '@concerte/schema'

import type { fr } from '../messages.fr.ts'
import type { PlanStore } from '../store/plan-store.ts'
import { actionsUnder, groupsUnder } from '../store/structure.ts'

/** A list of the plan that may hold a node. `depth`: 0 for the plan itself and its axes, 1 for groups and actions within. */
export type Destination = {
  key: string
  parent: string
  rubric?: string | undefined
  label: string
  depth: 0 | 1
  isHere: boolean
}

/** A node, or what is yet to be one. */
export type Placed = {
  id: string
  type: NodeType
  place: { parent: string; rubric?: string | undefined }
}

/** Every place where a node may go, in the order of the plan. Entries go where the template has a rubric for their kind. */
export function destinationsFor(store: PlanStore, node: Placed, t: typeof fr): Destination[] {
  const structure = store.structure()
  const { template, outline, numbers } = structure
  const titled = (label: string, { id }: { id: NodeId }) => {
    const number = numbers.get(id)
    const title = titleOf(store, id)
    const head = number === undefined ? label : `${label} ${number}`
    return title === '' ? head : `${head}\u00A0: ${title}`
  }
  const to = (parent: string, label: string, depth: 0 | 1, rubric?: string): Destination => ({
    key: `${parent} ${rubric ?? ''}`,
    parent,
    rubric,
    label,
    depth,
    isHere:
      node.place.parent === parent && node.place.rubric === rubric && !isAdrift(structure.unplaced, node.id),
  })
  if (node.type === 'axis') return [to('axes', t.move.toAxes, 0)]
  if (node.type === 'section') return [to('front', t.move.toFront, 0), to('back', t.move.toBack, 0)]
  const found: Destination[] = []
  const kind = findRubric(template, node.place.rubric)?.entryType
  const addRubrics = (holder: OutlineNode, label: string, depth: 0 | 1) => {
    const level = holder.type === 'axis' ? 'axis' : 'action'
    const rubrics = rubricsOf(template, level).filter((rubric) => rubric.retired !== true)
    // Elsewhere, the rubrics of its own kind; where it stands, also the others: there one may make it another kind.
    const offered = rubrics.filter(
      (rubric) => kind === undefined || rubric.entryType === kind || holder.id === node.place.parent,
    )
    for (const rubric of offered) {
      const heading = rubric.heading === '' ? t.kinds[rubric.entryType] : rubric.heading
      found.push(to(holder.id, offered.length === 1 ? label : `${label} › ${heading}`, depth, rubric.id))
    }
  }
  for (const axis of outline.children('axes')) {
    const label = titled(template.labels.axis, axis)
    const groups = groupsUnder(outline, axis.id)
    if (node.type === 'entry') {
      addRubrics(axis, label, 0)
      for (const action of actionsUnder(outline, axis.id)) {
        addRubrics(action, `${label} › ${titled(template.labels.action, action)}`, 1)
      }
      continue
    }
    const isBeside = node.type === 'action' && groups.length > 0
    found.push(to(axis.id, isBeside ? t.move.outside(label) : label, 0))
    if (node.type !== 'action') continue
    for (const group of groups) found.push(to(group.id, `${label} › ${titled(t.names.group, group)}`, 1))
  }
  return found
}

function titleOf({ plan }: PlanStore, id: NodeId): string {
  const title = nodeText(plan, id, 'title')
  return title === undefined ? '' : lineToPlain(readLine(title))
}

function isAdrift(unplaced: readonly OutlineNode[], id: string): boolean {
  return unplaced.some((node) => node.id === id)
}

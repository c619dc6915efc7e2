import type { ProjectNode } from '../normalize-project.ts'
import type { Project } from '../project.ts'
import { findRubric, rubricHeading } from '../reading.ts'
import { lineToPlain } from '../text/plain-text.ts'
import type { NodeChange } from './comparison.ts'
import type { PlaceName } from './plan-text.ts'

/** Siblings in reading order. `key` names the list: its parent and its rubric. */
export type SiblingList = { key: string; nodes: ProjectNode[] }

/** A node and where it stands. `index` counts from 0 among its siblings. */
export type StandingNode = {
  node: ProjectNode
  list: SiblingList
  index: number
  heading: string
  part: NodeChange['part']
  axis: string | null
  action: string | null
  path: PlaceName[]
}

/** Every node of a plan with its place, found by id, and the lists under each. One pass. */
export type PlanIndex = {
  nodes: ReadonlyMap<string, StandingNode>
  listsUnder: (id: string) => readonly SiblingList[]
}

export function indexPlan(project: Project): PlanIndex {
  const nodes = new Map<string, StandingNode>()
  const lists = new Map<string, SiblingList[]>()
  const { template } = project
  type Above = {
    id: string
    part: NodeChange['part']
    axis: string | null
    action: string | null
    path: PlaceName[]
  }

  const addList = (above: Above, given: readonly ProjectNode[], rubric?: string): void => {
    if (given.length === 0) return
    const list: SiblingList = { key: `${above.id} ${rubric ?? ''}`, nodes: [...given] }
    lists.set(above.id, (lists.get(above.id) ?? []).concat(list))
    const found = findRubric(template, rubric)
    const heading = found === undefined ? '' : rubricHeading(found, given.length)
    given.forEach((node, index) => {
      const { part } = above
      const axis = node.type === 'axis' ? node.id : above.axis
      const action = node.type === 'action' ? node.id : above.action
      const path = [
        ...above.path,
        nameOf(node, template.labels, above.path.length === 0 && part === 'tray' ? null : index),
      ]
      nodes.set(node.id, { node, list, index, heading, part, axis, action, path })
      addBelow({ id: node.id, part, axis, action, path }, node)
    })
  }
  const addBelow = (above: Above, node: ProjectNode): void => {
    if ('rubrics' in node) for (const { rubric, entries } of node.rubrics) addList(above, entries, rubric)
    if (node.type === 'axis') addList(above, node.content)
    if (node.type === 'group') addList(above, node.actions)
  }
  for (const part of ['front', 'axes', 'back'] as const) {
    addList({ id: part, part, axis: null, action: null, path: [] }, project[part])
  }
  const waiting = project.unplaced.map(({ node }) => node)
  addList({ id: 'tray', part: 'tray', axis: null, action: null, path: [] }, waiting)
  return { nodes, listsUnder: (id) => lists.get(id) ?? [] }
}

/** `index`: null for what waits in the tray, where numbers say nothing. */
function nameOf(node: ProjectNode, labels: Project['template']['labels'], index: number | null): PlaceName {
  switch (node.type) {
    case 'section':
    case 'group':
      return { type: node.type, title: lineToPlain(node.title) }
    case 'axis':
    case 'action': {
      const number = index === null ? null : node.number
      return { type: node.type, label: labels[node.type], number, title: lineToPlain(node.title) }
    }
    case 'measure':
    case 'indicator':
    case 'statement':
      return { type: node.type, position: index === null ? null : index + 1 }
  }
}

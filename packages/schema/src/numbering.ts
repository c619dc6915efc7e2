import type { Action, Axis, Project } from './project.ts'
import type { Numbering } from './template.ts'

/** Gives axes and actions their numbers: axes from 1, actions by the template's rule, groups left aside. */
export function numberProject(project: Project): Project {
  const counter = { action: 0 }
  return {
    ...project,
    axes: project.axes.map((axis, index) => numberAxis(axis, index + 1, project.template.numbering, counter)),
    unplaced: project.unplaced.map((item) => ({
      ...item,
      node: numberAlone(item.node, project.template.numbering),
    })),
  }
}

function numberAxis(axis: Axis, number: number, numbering: Numbering, counter: { action: number }): Axis {
  if (numbering.actions === 'perAxis') counter.action = 0
  return {
    ...axis,
    number,
    content: axis.content.map((item) =>
      item.type === 'group'
        ? { ...item, actions: item.actions.map((action) => numberAction(action, counter)) }
        : numberAction(item, counter),
    ),
  }
}

function numberAction(action: Action, counter: { action: number }): Action {
  counter.action += 1
  return { ...action, number: counter.action }
}

/** What waits in the tray has no place yet, hence no number in the plan: it counts from 1. */
function numberAlone(
  node: Project['unplaced'][number]['node'],
  numbering: Numbering,
): Project['unplaced'][number]['node'] {
  const counter = { action: 0 }
  if (node.type === 'axis') return numberAxis(node, 1, numbering, counter)
  if (node.type === 'action') return numberAction(node, counter)
  if (node.type === 'group') {
    return { ...node, actions: node.actions.map((action) => numberAction(action, counter)) }
  }
  return node
}

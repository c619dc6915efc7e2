import type { Action, Axis, Project } from '@concerte/schema'

import { pickOne, shuffled, type Pick } from './random.ts'

/** The plan with one change of its structure, its fields or its template; every text that stays is the same. */
export function reshapeProject(project: Project, pick: Pick): Project {
  const changed = structuredClone(project)
  const change = pickOne(pick, [
    swapAxes,
    moveAction,
    moveEntry,
    dropNode,
    swapMatter,
    setLead,
    editTemplate,
    emptyTray,
  ])!
  change(changed, pick)
  return changed
}

function swapAxes(project: Project, pick: Pick): void {
  project.axes = shuffled(pick, project.axes)
}

function moveAction(project: Project, pick: Pick): void {
  const from = pickOne(pick, actionLists(project))
  const to = pickOne(pick, actionLists(project))
  const action = from?.splice(pick(from.length), 1)[0]
  if (action?.type === 'action') to?.splice(pick(to.length), 0, action)
  else if (action !== undefined) from?.push(action)
}

function moveEntry(project: Project, pick: Pick): void {
  const rubrics = holders(project).flatMap((holder) => holder.rubrics)
  const from = pickOne(pick, rubrics)
  const to = pickOne(
    pick,
    rubrics.filter(({ rubric }) => rubric === from?.rubric),
  )
  const entry = from?.entries.splice(pick(from.entries.length), 1)[0]
  if (entry !== undefined) to?.entries.splice(pick(to.entries.length), 0, entry)
}

function dropNode(project: Project, pick: Pick): void {
  const lists: unknown[][] = [project.front, project.axes, project.back, ...actionLists(project)]
  const entries = holders(project).flatMap((holder) => holder.rubrics.map((item) => item.entries))
  const list = pickOne(pick, [...lists, ...entries])
  list?.splice(pick(list.length), 1)
}

function swapMatter(project: Project): void {
  ;[project.front, project.back] = [project.back, project.front]
}

function setLead(project: Project, pick: Pick): void {
  const action = pickOne(
    pick,
    holders(project).filter((holder) => holder.type === 'action'),
  )
  if (action !== undefined) action.lead = `Pilote ${pick(9)}`
}

function editTemplate(project: Project, pick: Pick): void {
  project.template.axis = shuffled(pick, project.template.axis)
  const slot = pickOne(pick, project.template.action)
  if (slot?.type === 'rubric') slot.heading = `Rubrique ${pick(9)}`
}

function emptyTray(project: Project): void {
  project.unplaced = []
}

function actionLists(project: Project): Axis['content'][] {
  return project.axes.map(({ content }) => content)
}

function holders(project: Project): (Axis | Action)[] {
  return project.axes.flatMap((axis) => [
    axis,
    ...axis.content.flatMap((item) => (item.type === 'group' ? item.actions : [item])),
  ])
}

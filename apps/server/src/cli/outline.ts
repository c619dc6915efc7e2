import { actionsOf, lineToPlain, rubricsOf, type Action, type Axis, type Project } from '@concerte/schema'

/** The plan as an indented outline, one line a title, with how many entries stand under each. */
export function outline(project: Project): string {
  const { cover, template } = project
  const period = cover.period === undefined ? '' : ` (${cover.period.start}-${cover.period.end})`
  const sections = [...project.front, ...project.back].map(
    (section) => lineToPlain(section.title) || template.labels.foreword,
  )
  const lines = [
    `${lineToPlain(cover.title)}, ${lineToPlain(cover.academy)}${period}`,
    ...sections.map((title) => `  ${title}`),
    ...project.axes.flatMap((axis) => axisLines(axis, project)),
  ]
  return `${lines.join('\n')}\n`
}

function axisLines(axis: Axis, { template }: Project): string[] {
  const title = `  ${template.labels.axis} ${axis.number}. ${lineToPlain(axis.title)}`
  const entries = rubricsOf(template, 'axis').map((rubric) => {
    const count = axis.rubrics.find((item) => item.rubric === rubric.id)?.entries.length ?? 0
    return `    ${rubric.heading}\u00a0: ${count}`
  })
  const actions = actionsOf(axis).map((action) => actionLine(action, template.labels.action))
  return [title, ...entries, ...actions]
}

function actionLine(action: Action, label: string): string {
  const entries = action.rubrics.reduce((count, rubric) => count + rubric.entries.length, 0)
  return `    ${label} ${action.number}. ${lineToPlain(action.title)} [${entries}]`
}

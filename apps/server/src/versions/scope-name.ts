import {
  actionsOf,
  blocksToPlain,
  lineToPlain,
  shortened,
  type Project,
  type RestoreScope,
} from '@concerte/schema'

const longest = 80

/** What a restoring is of, as its readers call it: «Axe 2», «Action 3», a title, first words; empty: the whole plan. */
export function scopeName(project: Project, scope: RestoreScope): string {
  if (scope.type === 'plan') return ''
  const { axis: axisLabel, action: actionLabel } = project.template.labels
  for (const section of [...project.front, ...project.back]) {
    if (section.id === scope.node) return short(lineToPlain(section.title))
  }
  for (const axis of project.axes) {
    if (axis.id === scope.node) return `${axisLabel} ${axis.number}`
    const group = axis.content.find((item) => item.type === 'group' && item.id === scope.node)
    if (group !== undefined) return short(lineToPlain(group.title))
    const entry = entryWords(axis, scope.node)
    if (entry !== null) return entry
    for (const action of actionsOf(axis)) {
      if (action.id === scope.node) return `${actionLabel} ${action.number}`
      const words = entryWords(action, scope.node)
      if (words !== null) return words
    }
  }
  return scope.node === 'cover' ? short(lineToPlain(project.cover.title)) : scope.node
}

function entryWords({ rubrics }: Pick<Project['axes'][number], 'rubrics'>, id: string): string | null {
  const entry = rubrics.flatMap(({ entries }) => entries).find((item) => item.id === id)
  return entry === undefined ? null : short(blocksToPlain(entry.text))
}

function short(words: string): string {
  return shortened(words.replaceAll(/[ \n\t]+/g, ' ').trim(), longest)
}

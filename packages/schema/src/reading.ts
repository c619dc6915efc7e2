import type { Action, Axis, DatedValue, Project, RubricEntries } from './project.ts'
import type { LineText } from './text/rich-text.ts'
import { plainToLine } from './text/plain-text.ts'
import type { Rubric, SlotLevel, Template } from './template.ts'

/** Default colours of the axes, by number; each has a contrast of at least 5.5:1 on white. */
export const axisColours = [
  '#0b5c8f',
  '#94284f',
  '#9a4306',
  '#2b6a3c',
  '#5a479e',
  '#7a5600',
  '#14646b',
  '#84357f',
] as const

/** The colour of an axis: its own, else the default of its number. Form `#rrggbb`. */
export function axisColour(axis: Pick<Axis, 'number' | 'colour'>): string {
  return axis.colour ?? axisColours[(axis.number - 1) % axisColours.length] ?? axisColours[0]
}

/** The title by which the axis page lists an action: the announced one, else the action's own. */
export function announcedTitle(action: Pick<Action, 'announcedTitle' | 'title'>): LineText {
  return action.announcedTitle === undefined ? action.title : plainToLine(action.announcedTitle)
}

/** A value and its date, as they were typed: «80 % (2028)». */
export function datedWords({ value, date }: DatedValue): string {
  return date === undefined ? value : `${value} (${date})`
}

/** The heading over `count` entries of a rubric; empty when the rubric shows none. */
export function rubricHeading(rubric: Rubric, count: number): string {
  return count === 1 ? (rubric.headingOne ?? rubric.heading) : rubric.heading
}

/** The rubrics of a level of the template, in order. */
export function rubricsOf(template: Template, level: SlotLevel): Rubric[] {
  return template[level].filter((slot) => slot.type === 'rubric')
}

/** A rubric of the template, on whichever page it stands; undefined when it is none of them. */
export function findRubric(template: Template, id: string | undefined): Rubric | undefined {
  const slot = [...template.axis, ...template.action].find((found) => found.id === id)
  return slot?.type === 'rubric' ? slot : undefined
}

/** The entries of one rubric among those of an axis or an action; none when it has none. */
export function entriesOf(
  holder: { rubrics: RubricEntries[] },
  rubric: Pick<Rubric, 'id'>,
): RubricEntries['entries'] {
  return holder.rubrics.find((item) => item.rubric === rubric.id)?.entries ?? []
}

/** The actions of an axis, in reading order, whether they stand in a group or not. */
export function actionsOf(axis: Axis): Action[] {
  return axis.content.flatMap((item) => (item.type === 'group' ? item.actions : [item]))
}

/** The actions of an axis in runs of one group; `group` is absent for actions that stand alone. */
export function actionRuns(axis: Axis): { group?: { id: string; title: LineText }; actions: Action[] }[] {
  const runs: { group?: { id: string; title: LineText }; actions: Action[] }[] = []
  for (const item of axis.content) {
    const last = runs.at(-1)
    if (item.type === 'group') runs.push({ group: item, actions: item.actions })
    else if (last !== undefined && last.group === undefined) last.actions.push(item)
    else runs.push({ actions: [item] })
  }
  return runs
}

/** How many axes, actions and entries a plan has (what stands in the tray is not counted). */
export function countNodes(project: Project): { axes: number; actions: number; entries: number } {
  const actions = project.axes.flatMap(actionsOf)
  const holders = [...project.axes, ...actions]
  const entries = holders.flatMap((holder) => holder.rubrics.flatMap((item) => item.entries))
  return { axes: project.axes.length, actions: actions.length, entries: entries.length }
}

import {
  lineToPlain,
  nodeIdSchema,
  plainToLine,
  projectFormatVersion,
  projectSchema,
  type Action,
  type Axis,
  type Cover,
  type Entry,
  type NodeId,
  type Project,
  type RubricEntries,
  type Section,
  type Slot,
  type Template,
} from '@concerte/schema'

import {
  commonHeading,
  groupTitle,
  isNumberedThrough,
  listActions,
  type ListedAction,
} from './action-lists.ts'
import type { AxisDraft, RubricDraft } from './axis-draft.ts'
import { emptyBlocks, readFlow } from './flow.ts'
import { joinLines } from './lines.ts'
import { buildTemplate, findRubric } from './plan-template.ts'
import { note, type Report } from './report.ts'

/** Makes the id of a node of its readable name, `axe-1-action-3-mesure-2`. Names are unique in a plan. */
export type MakeNodeId = (name: string) => NodeId

/** The name itself as the id: the same text always gives the same ids. */
export const nameAsId: MakeNodeId = (name) => nodeIdSchema.parse(name)

const longestAnnouncedTitle = 1000
const entryNames = { measure: 'mesure', indicator: 'indicateur', statement: 'enonce' }

/** Puts what was read together, numbered. Numbers of the source that are not those of the plan are reported. */
export function buildProject(
  cover: Cover,
  front: Section[],
  drafts: readonly AxisDraft[],
  makeId: MakeNodeId,
  report: Report,
): Project {
  const common = commonHeading(drafts)
  const numbering = isNumberedThrough(drafts) ? 'continuous' : 'perAxis'
  const template = buildTemplate(drafts, common, { actions: numbering })
  let count = 0
  const axes = drafts.map((draft, index): Axis => {
    const name = `axe-${index + 1}`
    const listed = listActions(draft)
    const used = new Set(listed.map((item) => item.list))
    for (const list of draft.lists) if (!used.has(list)) note(report.unplaced, list.headingLines)
    const offset = numbering === 'continuous' ? count : 0
    count += listed.length
    reportNumber(report, draft.title.number, index + 1, draft.title.line)
    const actions = listed.map((item, place) => {
      const number = offset + place + 1
      const line = item.action?.title[0] ?? item.announced?.lines[0]
      reportNumber(report, item.number, number, line?.number ?? draft.title.line)
      return buildAction(item, number, `${name}-action-${place + 1}`, template, makeId, report)
    })
    return {
      type: 'axis',
      id: makeId(name),
      number: index + 1,
      title: plainToLine(draft.title.title),
      slogan: plainToLine(joinLines(draft.slogan)),
      introduction: draft.introduction.length === 0 ? emptyBlocks() : readFlow(draft.introduction),
      rubrics: buildRubrics(draft.rubrics, template.axis, name, makeId),
      content: groupActions(listed, actions, common, name, makeId),
    }
  })
  return projectSchema.parse({
    format: 'concerte-project',
    version: projectFormatVersion,
    cover,
    template,
    front,
    axes,
    back: [],
    unplaced: [],
  })
}

function buildAction(
  item: ListedAction,
  number: number,
  name: string,
  template: Template,
  makeId: MakeNodeId,
  report: Report,
): Action {
  const announced = joinLines(item.announced?.lines ?? [])
  const title = item.action === undefined ? withoutStop(announced) : joinLines(item.action.title)
  const action: Action = {
    type: 'action',
    id: makeId(name),
    number,
    title: plainToLine(title),
    rubrics: buildRubrics(item.action?.rubrics ?? [], template.action, name, makeId),
  }
  if (announced === '' || sameTitle(announced, title)) return action
  if (announced.length <= longestAnnouncedTitle) return { ...action, announcedTitle: withoutStop(announced) }
  note(report.unplaced, item.announced?.lines ?? [])
  return action
}

function groupActions(
  listed: readonly ListedAction[],
  actions: readonly Action[],
  common: string,
  name: string,
  makeId: MakeNodeId,
): Axis['content'] {
  const content: Axis['content'] = []
  let groups = 0
  for (const [index, action] of actions.entries()) {
    const list = listed[index]?.list
    const title = list === undefined ? '' : (groupTitle(list.heading, common) ?? '')
    const last = content.at(-1)
    if (title === '') content.push(action)
    else if (last?.type === 'group' && lineToPlain(last.title) === title) last.actions.push(action)
    else {
      groups++
      const id = makeId(`${name}-groupe-${groups}`)
      content.push({ type: 'group', id, title: plainToLine(title), actions: [action] })
    }
  }
  return content
}

function buildRubrics(
  drafts: readonly RubricDraft[],
  slots: readonly Slot[],
  name: string,
  makeId: MakeNodeId,
): RubricEntries[] {
  const counts = { measure: 0, indicator: 0, statement: 0 }
  return slots.flatMap((slot): RubricEntries[] => {
    if (slot.type !== 'rubric') return []
    const own = drafts.filter((draft) => findRubric(slots, draft.heading) === slot)
    const entries = own
      .flatMap((draft) => draft.entries)
      .map((lines): Entry => {
        const type = slot.entryType
        const id = makeId(`${name}-${entryNames[type]}-${++counts[type]}`)
        return { id, type, text: readFlow(lines) }
      })
    return [{ rubric: slot.id, entries }]
  })
}

function reportNumber(report: Report, read: number, shown: number, line: number): void {
  if (read !== shown) report.unplaced.push({ line, text: String(read) })
}

function sameTitle(one: string, other: string): boolean {
  return withoutStop(one).replace(/\s+/gu, ' ') === withoutStop(other).replace(/\s+/gu, ' ')
}

/** Without a final full stop; dots of suspension stay. */
function withoutStop(text: string): string {
  return text.replace(/(?<!\.)\.$/u, '')
}

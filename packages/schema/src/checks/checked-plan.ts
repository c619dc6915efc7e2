import type { Action, Axis, Entry, Project, RubricEntries, Section } from '../project.ts'
import type { Rubric } from '../template.ts'
import { blocksToPlain, lineToPlain } from '../text/plain-text.ts'
import type { BlockText, LineText } from '../text/rich-text.ts'
import type { CheckedPlace } from './finding.ts'
import { wordsOf, type Word } from './text-words.ts'

/**
 * What stands in a text. `title`: of a section, an axis, a group, an action, and the lines of the cover; `entry`: of a
 * rubric; `prose`: everything longer; `value`: a structured field.
 */
export type TextRole = 'title' | 'entry' | 'prose' | 'value'

/** A text of the plan in its plain form, with its position in reading order. */
export type CheckedText = {
  place: CheckedPlace
  role: TextRole
  plain: string
  words: readonly Word[]
  index: number
}

/** The entries of one rubric of an axis or an action. Their texts are `CheckedPlan.texts`, by `index`. */
export type CheckedList = {
  rubric: Rubric
  holder: Action | Axis
  entries: { entry: Entry; text: CheckedText }[]
}

/** A plan as the checks read it. What waits in the tray is not in the plan, and is not checked. */
export type CheckedPlan = {
  project: Project
  texts: CheckedText[]
  lists: CheckedList[]
  /** The first text of a node, by its id. */
  indexOf: ReadonlyMap<string, number>
}

export function toCheckedPlan(project: Project): CheckedPlan {
  const texts: CheckedText[] = []
  const lists: CheckedList[] = []
  const rubrics = new Map<string, Rubric>()
  for (const slot of [...project.template.axis, ...project.template.action]) {
    if (slot.type === 'rubric') rubrics.set(slot.id, slot)
  }
  const add = (node: CheckedPlace['node'], field: string, role: TextRole, plain: string): CheckedText => {
    const text = { place: { node, field }, role, plain, words: wordsOf(plain), index: texts.length }
    texts.push(text)
    return text
  }
  const addTitle = (node: CheckedPlace['node'], field: string, line: LineText): CheckedText =>
    add(node, field, 'title', lineToPlain(line))
  const addProse = (node: CheckedPlace['node'], field: string, blocks: BlockText): CheckedText =>
    add(node, field, 'prose', blocksToPlain(blocks))
  const addValue = (node: CheckedPlace['node'], field: string, value: string | undefined): void => {
    if (value !== undefined) add(node, field, 'value', value)
  }

  const addRubrics = (holder: Action | Axis, given: RubricEntries[]): void => {
    for (const item of given) {
      const entries = item.entries.map((entry) => {
        const text = add(entry.id, 'text', 'entry', blocksToPlain(entry.text))
        if (entry.type === 'indicator') {
          addValue(entry.id, 'unit', entry.unit)
          addValue(entry.id, 'source', entry.source)
          addValue(entry.id, 'frequency', entry.frequency)
        }
        return { entry, text }
      })
      const rubric = rubrics.get(item.rubric)
      if (rubric !== undefined) lists.push({ rubric, holder, entries })
    }
  }
  const addSection = ({ id, title, body, signatory }: Section): void => {
    addTitle(id, 'title', title)
    addProse(id, 'body', body)
    addProse(id, 'signatory', signatory)
  }
  const addAction = (action: Action): void => {
    addTitle(action.id, 'title', action.title)
    if (action.announcedTitle !== undefined) add(action.id, 'announcedTitle', 'title', action.announcedTitle)
    for (const field of ['lead', 'partners', 'schedule', 'continues'] as const) {
      addValue(action.id, field, action[field])
    }
    addRubrics(action, action.rubrics)
  }

  for (const field of ['title', 'academy', 'slogan', 'mention'] as const) {
    addTitle('cover', field, project.cover[field])
  }
  for (const section of project.front) addSection(section)
  for (const axis of project.axes) {
    addTitle(axis.id, 'title', axis.title)
    addTitle(axis.id, 'slogan', axis.slogan)
    addProse(axis.id, 'introduction', axis.introduction)
    addRubrics(axis, axis.rubrics)
    for (const item of axis.content) {
      if (item.type === 'action') addAction(item)
      else {
        addTitle(item.id, 'title', item.title)
        for (const action of item.actions) addAction(action)
      }
    }
  }
  for (const section of project.back) addSection(section)
  return { project, texts, lists, indexOf: firstIndices(texts) }
}

function firstIndices(texts: readonly CheckedText[]): ReadonlyMap<string, number> {
  const indices = new Map<string, number>()
  for (const { place, index } of texts) if (!indices.has(place.node)) indices.set(place.node, index)
  return indices
}

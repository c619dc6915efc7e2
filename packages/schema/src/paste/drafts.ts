import type { ActionFields, IndicatorFields } from '../project.ts'
import type { BlockText, LineText } from '../text/rich-text.ts'

export type EntryDraft = { text: BlockText; fields: IndicatorFields }
/** Entries that could be made under one rubric. */
export type RubricDraft = { rubric: string; entries: EntryDraft[] }
export type ActionDraft = { type: 'action'; title: LineText; fields: ActionFields; rubrics: RubricDraft[] }
export type GroupDraft = { type: 'group'; title: LineText; actions: ActionDraft[] }

/** What could be made of what was pasted. Nothing of it is in the plan. */
export type Drafts = {
  /** Entries of the axis or the action that one pastes in. */
  rubrics: RubricDraft[]
  content: (ActionDraft | GroupDraft)[]
  /** Fields of the action that one pastes in. */
  fields: ActionFields
  /** A title that stood over the entries, for an action that has none. */
  title?: LineText
  /** Words that found no place, in reading order. */
  leftOut: LineText[]
}

export type DraftCounts = { groups: number; actions: number; entries: ReadonlyMap<string, number> }

/** How many groups and actions there are, and how many entries under each rubric. */
export function countDrafts({ rubrics, content }: Drafts): DraftCounts {
  const actions = content.flatMap((item) => (item.type === 'group' ? item.actions : [item]))
  const entries = new Map<string, number>()
  for (const draft of [...rubrics, ...actions.flatMap((action) => action.rubrics)]) {
    entries.set(draft.rubric, (entries.get(draft.rubric) ?? 0) + draft.entries.length)
  }
  return {
    groups: content.filter((item) => item.type === 'group').length,
    actions: actions.length,
    entries,
  }
}

import {
  edit,
  insertDrafts,
  nodeText,
  nodeType,
  setField,
  writeBlocks,
  writeLine,
  type Drafts,
  type IndicatorFields,
  type NodeId,
  type PlanDoc,
} from '@concerte/schema'

import { mainText } from '../plan/commands/node-commands.ts'
import type { Outcome } from '../plan/commands/plan-commands.ts'
import type { PasteOption } from './paste-options.ts'

/** Puts entries or actions in the plan, in one step of undo, and the caret at the end of the last of them. */
export function applyPaste(plan: PlanDoc, option: Exclude<PasteOption, { type: 'field' }>): Outcome {
  const last = edit(plan, () =>
    option.type === 'actions'
      ? insertDrafts(plan, option.drafts, { parent: { id: option.at.parent, index: option.at.index } })
      : applyEntries(plan, option),
  )
  const type = last === null ? undefined : nodeType(plan, last)
  return last === null || type === undefined
    ? {}
    : { focus: mainText({ id: last, type }), target: { type: 'end' } }
}

function applyEntries(
  plan: PlanDoc,
  { drafts, at }: Extract<PasteOption, { type: 'entries' }>,
): NodeId | null {
  const { title } = drafts
  const titled = at.titles === undefined ? undefined : nodeText(plan, at.titles, 'title')
  const { first, rest } =
    at.fills === undefined ? { first: null, rest: drafts } : withoutFirst(drafts, at.rubric)
  const filled = at.fills === undefined ? undefined : nodeText(plan, at.fills, 'text')
  // Refused before anything is written.
  const last = insertDrafts(plan, rest, {
    holder: { id: at.holder, rubric: at.rubric, entryIndex: at.index },
  })
  if (title !== undefined && titled !== undefined) writeLine(titled, title)
  if (first !== null && filled !== undefined && at.fills !== undefined) {
    writeBlocks(filled, first.text)
    setIndicator(plan, at.fills, first.fields)
  }
  return last ?? at.fills ?? null
}

/** The first entry of a rubric, and all the others. */
function withoutFirst(drafts: Drafts, rubric: string) {
  const first = drafts.rubrics.find((draft) => draft.rubric === rubric)?.entries[0] ?? null
  const rest = drafts.rubrics.map((draft) =>
    draft.rubric === rubric ? { ...draft, entries: draft.entries.slice(1) } : draft,
  )
  return { first, rest: { ...drafts, rubrics: rest } }
}

function setIndicator(plan: PlanDoc, id: NodeId, fields: IndicatorFields): void {
  const { kind, unit, baseline, target, source, frequency } = fields
  if (kind !== undefined) setField(plan, id, 'entry', 'kind', kind)
  if (unit !== undefined) setField(plan, id, 'entry', 'unit', unit)
  if (baseline !== undefined) setField(plan, id, 'entry', 'baseline', baseline)
  if (target !== undefined) setField(plan, id, 'entry', 'target', target)
  if (source !== undefined) setField(plan, id, 'entry', 'source', source)
  if (frequency !== undefined) setField(plan, id, 'entry', 'frequency', frequency)
}

import {
  axisPalette,
  actionRuns,
  announcedTitle,
  entriesOf,
  isBlockTextEmpty,
  plainToLine,
  rubricHeading,
  type Action,
  type Axis,
  type Entry,
  type LineText,
  type RubricEntries,
  type Slot,
  type Template,
} from '@concerte/schema'

import { cleanText } from './clean-text.ts'
import { actionFields, indicatorFields } from './printed-fields.ts'
import type {
  PrintedAction,
  PrintedActionList,
  PrintedAxis,
  PrintedEntry,
  PrintedPart,
  PrintedRubric,
  PrintedRun,
} from './printed-plan.ts'
import { capitalised, printedBlocks, printedLine } from './printed-text.ts'
import type { WriteLocale, Words } from './words.ts'

/** `listsActions`: a list of actions shows their announced titles, so that they need not stand among their fields. */
export type PrintContext = { locale: WriteLocale; words: Words; template: Template; listsActions: boolean }

/** An axis: the places of its page in the order of the template, then its actions. */
export function printedAxis(axis: Axis, context: PrintContext): PrintedAxis {
  const { template } = context
  const parts = template.axis.flatMap((slot) => axisParts(axis, slot, context))
  if (!template.axis.some((slot) => slot.type === 'introduction')) parts.unshift(...introduction(axis))
  return {
    type: 'axis',
    id: axis.id,
    number: axis.number,
    label: numbered(template.labels.axis, axis.number),
    title: printedLine(axis.title),
    slogan: printedLine(axis.slogan),
    palette: axisPalette(axis),
    parts: [...parts, ...strayRubrics(axis, template.axis, context)],
    runs: actionRuns(axis)
      .filter((run) => run.actions.length > 0 || run.group !== undefined)
      .map((run) => printedRun(run, context)),
  }
}

/** Actions that stand together, their group's title as a heading of its own. */
export function printedRun(run: ReturnType<typeof actionRuns>[number], context: PrintContext): PrintedRun {
  const actions = run.actions.map((action) => printedAction(action, context))
  if (run.group === undefined) return { heading: [], actions }
  return { id: run.group.id, heading: capitalised(printedLine(run.group.title)), actions }
}

/** The rubric that these entries make, or none when no entry has a word. `heading` gets the number of entries. */
export function printedRubric(
  entries: readonly Entry[],
  heading: (count: number) => string,
  context: PrintContext,
): PrintedRubric[] {
  const printed = entries
    .map((entry) => printedEntry(entry, context))
    .filter((entry) => entry.text.length > 0 || entry.fields.length > 0)
  if (printed.length === 0) return []
  return [{ type: 'rubric', heading: cleanText(heading(printed.length)).trim(), entries: printed }]
}

function axisParts(axis: Axis, slot: Slot, context: PrintContext): PrintedPart[] {
  switch (slot.type) {
    case 'introduction':
      return introduction(axis)
    case 'rubric':
      return printedRubric(entriesOf(axis, slot), (count) => rubricHeading(slot, count), context)
    case 'actionList':
      return announcedLists(axis, slot.heading)
  }
}

function introduction(axis: Axis): PrintedPart[] {
  const body = printedBlocks(axis.introduction)
  return isBlockTextEmpty(body) ? [] : [{ type: 'introduction', body }]
}

function announcedLists(axis: Axis, heading: string): PrintedActionList[] {
  return actionRuns(axis)
    .filter((run) => run.actions.length > 0)
    .map((run) => ({
      type: 'actionList',
      heading: joined(plainToLine(cleanText(heading)), printedLine(run.group?.title ?? [])),
      items: run.actions.map((action) => ({
        id: action.id,
        number: String(action.number),
        title: printedLine(announcedTitle(action)),
      })),
    }))
}

function printedAction(action: Action, context: PrintContext): PrintedAction {
  const { template, words, listsActions } = context
  const rubrics = template.action.flatMap((slot) =>
    slot.type === 'rubric'
      ? printedRubric(entriesOf(action, slot), (count) => rubricHeading(slot, count), context)
      : [],
  )
  return {
    id: action.id,
    number: String(action.number),
    label: numbered(template.labels.action, action.number),
    title: printedLine(action.title),
    fields: actionFields(action, words, { announced: !listsActions }),
    rubrics: [...rubrics, ...strayRubrics(action, template.action, context)],
  }
}

/** Entries whose rubric the template of this level does not have: printed last, without a heading, rather than dropped. */
function strayRubrics(
  holder: { rubrics: RubricEntries[] },
  slots: readonly Slot[],
  context: PrintContext,
): PrintedRubric[] {
  const shown = new Set(
    slots.flatMap((slot) =>
      slot.type === 'rubric' ? [holder.rubrics.find((item) => item.rubric === slot.id)] : [],
    ),
  )
  return holder.rubrics
    .filter((item) => !shown.has(item))
    .flatMap((item) => printedRubric(item.entries, () => '', context))
}

function printedEntry(entry: Entry, { words, locale }: PrintContext): PrintedEntry {
  const fields = entry.type === 'indicator' ? indicatorFields(entry, words, locale) : []
  return { id: entry.id, type: entry.type, text: printedBlocks(entry.text), fields }
}

function numbered(label: string, number: number): string {
  return `${cleanText(label)}\u00a0${number}`.trim()
}

function joined(start: LineText, end: LineText): LineText {
  return start.length === 0 || end.length === 0 ? [...start, ...end] : [...start, { text: ' ' }, ...end]
}

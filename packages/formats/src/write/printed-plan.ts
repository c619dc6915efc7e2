import {
  actionRuns,
  announcedTitle,
  entriesOf,
  isBlockTextEmpty,
  lineToPlain,
  plainToLine,
  rubricHeading,
  type Action,
  type Axis,
  type BlockText,
  type Entry,
  type LineText,
  type Period,
  type Project,
  type RubricEntries,
  type Section,
  type Slot,
  type Template,
  type Unplaced,
} from '@concerte/schema'

import { axisPalette, type AxisPalette } from './axis-palette.ts'
import { cleanText } from './clean-text.ts'
import { actionFields, indicatorFields, type PrintedField } from './printed-fields.ts'
import { capitalised, printedBlocks, printedLine } from './printed-text.ts'
import { websiteLink } from './web-address.ts'
import { wordsIn, type WriteLocale, type WriteOptions, type Words } from './words.ts'

/**
 * What every paper-like export (HTML, Markdown, PDF) prints, in reading order: which headings, which rubrics, which
 * labels. They differ only in how they draw it. Plain JSON; its strings hold no control character.
 */
export type PrintedPlan = {
  locale: WriteLocale
  words: Words
  /** «Projet académique 2024-2028 – Académie d’Orléans-Tours» */
  documentTitle: string
  cover: PrintedCover
  chapters: PrintedChapter[]
}

export type PrintedCover = {
  title: LineText
  academy: LineText
  slogan: LineText
  mention: LineText
  period: string
  website: { text: string; link?: string }
  /** The fill colours of the axes, in order. */
  colours: string[]
}

export type PrintedChapter = PrintedSection | PrintedAxis | PrintedTray
export type PrintedSection = {
  type: 'section'
  id: string
  title: LineText
  body: BlockText
  signatory: BlockText
}
export type PrintedAxis = {
  type: 'axis'
  id: string
  number: number
  /** «Axe 1» */
  label: string
  title: LineText
  slogan: LineText
  palette: AxisPalette
  parts: PrintedPart[]
  runs: PrintedRun[]
}
/** What lost its place in the plan. */
export type PrintedTray = {
  type: 'tray'
  chapters: (PrintedSection | PrintedAxis)[]
  runs: PrintedRun[]
  rubrics: PrintedRubric[]
}

export type PrintedPart = { type: 'introduction'; body: BlockText } | PrintedRubric | PrintedActionList
/** A list of announced titles; `id` is that of the action. */
export type PrintedActionList = {
  type: 'actionList'
  heading: LineText
  items: { id: string; number: string; title: LineText }[]
}
/** An empty heading shows none. Entries without a word are left out. */
export type PrintedRubric = { type: 'rubric'; heading: string; entries: PrintedEntry[] }
export type PrintedEntry = {
  id: string
  type: Entry['type']
  text: BlockText
  fields: PrintedField[]
}
/** Actions that stand together, under the title of their group if they have one. */
export type PrintedRun = { id?: string; heading: LineText; actions: PrintedAction[] }
export type PrintedAction = {
  id: string
  number: string
  /** «Action 1» */
  label: string
  title: LineText
  fields: PrintedField[]
  rubrics: PrintedRubric[]
}

/** What is printed of a plan. Every word of the plan stands in it; nothing else decides what an export shows. */
export function printedPlan(project: Project, options: WriteOptions): PrintedPlan {
  const context: Context = {
    locale: options.locale,
    words: wordsIn(options.locale),
    template: project.template,
    listsActions: project.template.axis.some((slot) => slot.type === 'actionList'),
  }
  const cover = printedCover(project, context)
  const chapters: PrintedChapter[] = [
    ...project.front.map((section) => printedSection(section, context)),
    ...project.axes.map((axis) => printedAxis(axis, context)),
    ...project.back.map((section) => printedSection(section, context)),
  ]
  if (project.unplaced.length > 0) chapters.push(printedTray(project.unplaced, context))
  const name = [lineToPlain(cover.title), cover.period].filter((part) => part !== '').join(' ')
  const documentTitle = [name, lineToPlain(cover.academy)].filter((part) => part !== '').join(' – ')
  return { locale: context.locale, words: context.words, documentTitle, cover, chapters }
}

/** `listsActions`: a list of actions shows their announced titles, so that they need not stand among their fields. */
type Context = { locale: WriteLocale; words: Words; template: Template; listsActions: boolean }

function printedCover({ cover, axes }: Project, { words }: Context): PrintedCover {
  const website = cleanText(cover.website ?? '').trim()
  const link = websiteLink(website)
  return {
    title: titleOr(cover.title, words.untitledPlan),
    academy: printedLine(cover.academy),
    slogan: printedLine(cover.slogan),
    mention: printedLine(cover.mention),
    period: printedPeriod(cover.period),
    website: link === undefined ? { text: website } : { text: website, link },
    colours: axes.map((axis) => axisPalette(axis).fill),
  }
}

function printedPeriod(period: Period | undefined): string {
  if (period === undefined) return ''
  return period.start === period.end ? String(period.start) : `${period.start}-${period.end}`
}

function printedSection(section: Section, { words, template }: Context): PrintedSection {
  const unnamed = section.kind === 'foreword' ? cleanText(template.labels.foreword) : words.annex
  return {
    type: 'section',
    id: section.id,
    title: titleOr(section.title, unnamed),
    body: printedBlocks(section.body),
    signatory: printedBlocks(section.signatory),
  }
}

function printedAxis(axis: Axis, context: Context): PrintedAxis {
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

function axisParts(axis: Axis, slot: Slot, context: Context): PrintedPart[] {
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

function printedRun(run: ReturnType<typeof actionRuns>[number], context: Context): PrintedRun {
  const actions = run.actions.map((action) => printedAction(action, context))
  if (run.group === undefined) return { heading: [], actions }
  return { id: run.group.id, heading: capitalised(printedLine(run.group.title)), actions }
}

function printedAction(action: Action, context: Context): PrintedAction {
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
  context: Context,
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

function printedRubric(
  entries: readonly Entry[],
  heading: (count: number) => string,
  context: Context,
): PrintedRubric[] {
  const printed = entries
    .map((entry) => printedEntry(entry, context))
    .filter((entry) => entry.text.length > 0 || entry.fields.length > 0)
  if (printed.length === 0) return []
  return [{ type: 'rubric', heading: cleanText(heading(printed.length)).trim(), entries: printed }]
}

function printedEntry(entry: Entry, { words, locale }: Context): PrintedEntry {
  const fields = entry.type === 'indicator' ? indicatorFields(entry, words, locale) : []
  return { id: entry.id, type: entry.type, text: printedBlocks(entry.text), fields }
}

function printedTray(unplaced: readonly Unplaced[], context: Context): PrintedTray {
  const tray: PrintedTray = { type: 'tray', chapters: [], runs: [], rubrics: [] }
  const unlisted = { ...context, listsActions: false }
  for (const { node, rubric } of unplaced) {
    switch (node.type) {
      case 'section':
        tray.chapters.push(printedSection(node, context))
        break
      case 'axis':
        tray.chapters.push(printedAxis(node, context))
        break
      case 'group':
        tray.runs.push(printedRun({ group: node, actions: node.actions }, unlisted))
        break
      case 'action':
        tray.runs.push(printedRun({ actions: [node] }, unlisted))
        break
      case 'measure':
      case 'statement':
      case 'indicator':
        tray.rubrics.push(...printedRubric([node], (count) => headingById(rubric, count, context), context))
        break
    }
  }
  return tray
}

function headingById(id: string | undefined, count: number, { template }: Context): string {
  const known = [...template.axis, ...template.action].find((slot) => slot.id === id)
  return known?.type === 'rubric' ? rubricHeading(known, count) : ''
}

function titleOr(title: LineText, unnamed: string): LineText {
  const printed = printedLine(title)
  return lineToPlain(printed).trim() === '' ? plainToLine(unnamed) : printed
}

function joined(start: LineText, end: LineText): LineText {
  return start.length === 0 || end.length === 0 ? [...start, ...end] : [...start, { text: ' ' }, ...end]
}

function numbered(label: string, number: number): string {
  return `${cleanText(label)}\u00a0${number}`.trim()
}

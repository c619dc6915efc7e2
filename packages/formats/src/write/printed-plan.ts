import type { AxisPalette, BlockText, Entry, LineText } from '@concerte/schema'

import type { PrintedField } from './printed-fields.ts'
import type { AmendmentRow, WriteLocale, Words } from './words.ts'

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

export type PrintedChapter = PrintedSection | PrintedAxis | PrintedTray | PrintedAmendments
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

/** The annex of amendments, a row each. */
export type PrintedAmendments = { type: 'amendments'; rows: AmendmentRow[] }

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

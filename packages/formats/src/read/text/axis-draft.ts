import type { AxisTitle } from './axis-titles.ts'
import type { Line } from './lines.ts'

/** What stands under one heading; an empty heading for what stands under none. Entries hold their lines, bullets off. */
export type RubricDraft = { heading: string; entries: Line[][] }

/** One item of the list that announces the actions of an axis. */
export type AnnouncedDraft = { number: number; lines: Line[] }

/** A list of actions: its heading, and what it announces. */
export type ListDraft = { heading: string; headingLines: Line[]; items: AnnouncedDraft[] }

/** An action; `list`: the list whose heading stands right over it, when no list announces it. */
export type ActionDraft = { number: number; title: Line[]; list?: ListDraft; rubrics: RubricDraft[] }

/** An axis as the text shows it. `order`: the text keys of its rubrics and its other places, as they come. */
export type AxisDraft = {
  title: AxisTitle
  slogan: Line[]
  introduction: Line[]
  rubrics: RubricDraft[]
  lists: ListDraft[]
  actions: ActionDraft[]
  order: string[]
}

/** The places of an axis's page that are no rubrics, in `AxisDraft.order`; no text key begins so. */
export const introductionPlace = '/introduction'
export const actionListPlace = '/actionList'

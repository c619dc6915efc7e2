import type { Inline } from '../text/rich-text.ts'

/**
 * What was copied elsewhere, whatever it came from: headings, paragraphs and list items one after another, in reading order.
 * Levels of headings are 1 to 6 as in the source, 7 for a line that only looks like one; levels of items start at 0.
 */
export type PastedBlock =
  | { type: 'heading'; level: number; content: Inline[] }
  /** `under`: the level of the item that it goes on with; absent where it stands by itself. */
  | { type: 'paragraph'; content: Inline[]; under?: number }
  | { type: 'item'; level: number; isOrdered: boolean; content: Inline[] }

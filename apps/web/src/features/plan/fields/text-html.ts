import { blocksToHtml, lineToHtml } from '@concerte/editor/static'
import { readBlocks, readLine, type TextProfile } from '@concerte/schema'
import type * as Y from 'yjs'

/** What a server fills the element of a text with; in a page, `PlanFields` does. */
export function textHtml(fragment: Y.XmlFragment, profile: TextProfile): string {
  return profile === 'line' ? lineToHtml(readLine(fragment)) : blocksToHtml(readBlocks(fragment))
}

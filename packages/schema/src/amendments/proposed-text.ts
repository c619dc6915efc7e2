import { findText, type FoundText } from '../outline/find-text.ts'
import type { PlanDoc } from '../outline/plan-doc.ts'
import { blocksToOneLine, lineToBlocks, normalizeBlocks } from '../text/normalize-text.ts'
import { readBlocks, readLine } from '../text/read-fragment.ts'
import type { BlockText, TextProfile } from '../text/rich-text.ts'
import { writeBlocks, writeLine } from '../text/write-fragment.ts'

/** What a text reads now, in the form of proposals: a line is one paragraph. Null when the plan has no such text. */
export function readProposedText(plan: PlanDoc, node: string, field: string): BlockText | null {
  const text = findText(plan, node, field)
  return text === null ? null : readText(text)
}

export function readText({ fragment, profile }: FoundText): BlockText {
  return profile === 'line' ? lineToBlocks(readLine(fragment)) : readBlocks(fragment)
}

/** Makes a text read as `blocks`, by the least edits. */
export function writeText({ fragment, profile }: FoundText, blocks: BlockText): void {
  if (profile === 'line') writeLine(fragment, blocksToOneLine(blocks))
  else writeBlocks(fragment, blocks)
}

/** The one form in which texts of proposals are kept and compared. */
export function normalText(profile: TextProfile, blocks: BlockText): BlockText {
  return profile === 'line' ? lineToBlocks(blocksToOneLine(blocks)) : normalizeBlocks(blocks)
}

/** Whether two texts in normal form are the same, marks included. */
export function isSameText(a: BlockText, b: BlockText): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

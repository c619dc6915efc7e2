import type * as Y from 'yjs'

import { copyingWords } from '../anchors/lineage.ts'
import type { NodeId } from '../ids.ts'
import { copyChildren } from '../text/copy-fragment.ts'
import { childrenOf, readBlock, readBlocks } from '../text/read-fragment.ts'
import { joinTexts, type TextPoint } from '../text/split-text.ts'
import { writeBlocks } from '../text/write-fragment.ts'
import { readWithPrevious } from './entry-place.ts'
import type { Trashed } from './node-types.ts'
import { edit, type PlanDoc } from './plan-doc.ts'
import { trashNode } from './trash-node.ts'

/**
 * Puts the words of an entry at the end of the one before it in the same rubric, and the entry in the bin (with its
 * words, so that what others type in it meanwhile can be found). Returns the entry that goes on and the place of the
 * seam; null when there is none before.
 *
 * @throws {UnknownNodeError}
 */
export function joinWithPrevious(
  plan: PlanDoc,
  id: NodeId,
  trashed: Trashed,
): { id: NodeId; seam: TextPoint } | null {
  const found = readWithPrevious(plan, id)
  if (found === null) return null
  const { text, previous, before } = found
  return edit(plan, () => {
    const join = () => ({ id: previous, text: before, seam: append(before, text) })
    const { seam } = copyingWords(plan, { id, text }, join)
    trashNode(plan, id, trashed)
    return { id: previous, seam }
  })
}

/**
 * Adds to the text of now and takes nothing from it, since others may be typing there. What follows the paragraph at
 * the seam comes with the elements and marks of a newer version.
 */
function append(before: Y.XmlFragment, added: Y.XmlFragment): TextPoint {
  const first = readBlocks(before)
  const { text, seam } = joinTexts(first, readBlocks(added))
  const isMerged = seam.path[0] !== first.length
  const counts = childrenOf(added).map((child) => readBlock(child).length)
  const start = counts.findIndex((count) => count > 0)
  if (!isMerged || counts[start] === 1) {
    before.insert(before.length, copyChildren(added).slice(isMerged ? start + 1 : 0))
  }
  writeBlocks(before, text)
  return seam
}

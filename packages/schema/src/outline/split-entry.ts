import { copyingWords } from '../anchors/lineage.ts'
import type { NodeId } from '../ids.ts'
import { copyChildren } from '../text/copy-fragment.ts'
import { readBlocks } from '../text/read-fragment.ts'
import { splitText, type TextPoint } from '../text/split-text.ts'
import { writeBlocks } from '../text/write-fragment.ts'
import { addNode } from './add-node.ts'
import { requirePlacedEntry } from './entry-place.ts'
import { edit, nodeText, type PlanDoc } from './plan-doc.ts'

/**
 * Cuts an entry in two: a copy of what stands after `point`, with the marks and elements of a newer version, becomes
 * the next entry of the rubric, whose id is returned. What others type in the cut paragraph at the same moment stays at
 * the end of the first; what they type in the paragraphs after it goes along, with the help of who sees both edits (`bringWordsBack`).
 *
 * @throws {UnknownNodeError} when the node is no entry
 * @throws {MisplacedNodeError} when the entry waits in the tray
 */
export function splitEntry(plan: PlanDoc, id: NodeId, point: TextPoint): NodeId {
  const { parent, rubric, text, index } = requirePlacedEntry(plan, id)
  const cut = () => {
    const [head, tail] = splitText(readBlocks(text), point)
    const added = addNode(plan, { type: 'entry', parent, rubric }, index + 1)
    const addedText = nodeText(plan, added, 'text')!
    addedText.delete(0, addedText.length)
    addedText.insert(0, copyChildren(text))
    writeBlocks(addedText, tail)
    writeBlocks(text, head)
    return { id: added, text: addedText }
  }
  return edit(plan, () => copyingWords(plan, { id, text }, cut).id)
}

import { isNodeId, type NodeId } from '../ids.ts'
import { copyChildren } from '../text/copy-fragment.ts'
import { readBlocks } from '../text/read-fragment.ts'
import { splitText, type TextPoint } from '../text/split-text.ts'
import { writeBlocks } from '../text/write-fragment.ts'
import { addNode } from './add-node.ts'
import {
  edit,
  MisplacedNodeError,
  nodeText,
  requireNode,
  UnknownNodeError,
  type PlanDoc,
} from './plan-doc.ts'
import { readChildren } from './read-outline.ts'

/**
 * Cuts an entry in two: a copy of what stands after `point`, with the marks and elements of a newer version, becomes
 * the next entry of the rubric, whose id is returned. What others type after `point` at the same moment stays at the
 * end of the first, but what they type in paragraphs that follow the cut one goes with those paragraphs.
 *
 * @throws {UnknownNodeError} when the node is no entry
 * @throws {MisplacedNodeError} when the entry waits in the tray
 */
export function splitEntry(plan: PlanDoc, id: NodeId, point: TextPoint): NodeId {
  const { type, place } = requireNode(plan, id)
  const text = nodeText(plan, id, 'text')
  if (type !== 'entry' || text === undefined) throw new UnknownNodeError(id)
  const { parent, rubric } = place
  if (!isNodeId(parent) || rubric === undefined) {
    throw new MisplacedNodeError(`entry ${id} stands in no rubric`)
  }
  return edit(plan, () => {
    const [head, tail] = splitText(readBlocks(text), point)
    const index = readChildren(plan, place).findIndex((sibling) => sibling.id === id)
    const added = addNode(plan, { type: 'entry', parent, rubric }, index + 1)
    const addedText = nodeText(plan, added, 'text')!
    addedText.delete(0, addedText.length)
    addedText.insert(0, copyChildren(text))
    writeBlocks(addedText, tail)
    writeBlocks(text, head)
    return added
  })
}

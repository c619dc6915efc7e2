import type { NodeId } from '../ids.ts'
import { readBlocks } from '../text/read-fragment.ts'
import { splitText, type TextPoint } from '../text/split-text.ts'
import { writeBlocks } from '../text/write-fragment.ts'
import { addNode } from './add-node.ts'
import { siblingsIn } from './places.ts'
import { edit, nodeText, requireNode, UnknownNodeError, type PlanDoc } from './plan-doc.ts'

/**
 * Cuts an entry in two: what stands after `point` becomes the next entry of the rubric, whose id is returned.
 * What others type in the second half at the same moment stays in the first.
 *
 * @throws {UnknownNodeError}
 */
export function splitEntry(plan: PlanDoc, id: NodeId, point: TextPoint): NodeId {
  const { type, place } = requireNode(plan, id)
  const text = nodeText(plan, id, 'text')
  if (type !== 'entry' || place.rubric === undefined || text === undefined) throw new UnknownNodeError(id)
  const rubric = place.rubric
  return edit(plan, () => {
    const [head, tail] = splitText(readBlocks(text), point)
    const index = siblingsIn(plan, place).findIndex((sibling) => sibling.id === id)
    const added = addNode(plan, { type: 'entry', parent: place.parent as NodeId, rubric }, index + 1)
    writeBlocks(nodeText(plan, added, 'text')!, tail)
    writeBlocks(text, head)
    return added
  })
}

import * as Y from 'yjs'

import { copyingWords } from '../anchors/lineage.ts'
import type { NodeId } from '../ids.ts'
import { copyChild } from '../text/copy-fragment.ts'
import { isList } from '../text/is-list.ts'
import { childrenOf } from '../text/read-fragment.ts'
import { addNode } from './add-node.ts'
import { requirePlacedEntry } from './entry-place.ts'
import { edit, nodeText, type PlanDoc } from './plan-doc.ts'

/**
 * Makes a sub-point (an item of a list that stands in no other) an entry of its own, right after its entry, and returns it.
 * What follows the item goes along, so that the words keep their order: the items after it become sub-points of the new entry.
 * Null where the path leads to no item. As where an entry is cut, copies go: what others type at the same moment in
 * what goes along follows with the help of who sees both edits (`bringWordsBack`).
 *
 * @throws {UnknownNodeError} when the node is no entry
 * @throws {MisplacedNodeError} when the entry waits in the tray
 */
export function outdentItem(
  plan: PlanDoc,
  id: NodeId,
  [block, index]: readonly [block: number, item: number],
): NodeId | null {
  const { parent, rubric, text, index: position } = requirePlacedEntry(plan, id)
  const list: unknown = childrenOf(text)[block]
  if (!isList(list)) return null
  const item: unknown = childrenOf(list)[index]
  if (!(item instanceof Y.XmlElement)) return null
  const lift = () => {
    const added = addNode(plan, { type: 'entry', parent, rubric }, position + 1)
    const addedText = nodeText(plan, added, 'text')!
    const own = item.nodeName === 'listItem' ? childrenOf(item).flatMap(copyChild) : copyChild(item)
    if (own.length > 0) {
      addedText.delete(0, addedText.length)
      addedText.insert(0, own)
    }
    addItems(
      addedText,
      list.nodeName,
      childrenOf(list)
        .slice(index + 1)
        .flatMap(copyChild),
    )
    addedText.insert(
      addedText.length,
      childrenOf(text)
        .slice(block + 1)
        .flatMap(copyChild),
    )
    text.delete(block + 1, text.length - block - 1)
    // A list without items would leave a gap on the page.
    if (index === 0) text.delete(block, 1)
    else list.delete(index, list.length - index)
    if (text.length === 0) text.insert(0, [new Y.XmlElement('paragraph')])
    return { id: added, text: addedText }
  }
  return edit(plan, () => copyingWords(plan, { id, text }, lift).id)
}

/** Puts items at the end of a text: in the list of their kind that stands there, else in one of their own. */
function addItems(text: Y.XmlFragment, kind: string, items: (Y.XmlElement | Y.XmlText)[]): void {
  if (items.length === 0) return
  const last: unknown = text.get(text.length - 1)
  if (isList(last) && last.nodeName === kind) {
    last.insert(last.length, items)
    return
  }
  const list = new Y.XmlElement(kind)
  text.insert(text.length, [list])
  list.insert(0, items)
}

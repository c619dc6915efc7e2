import * as Y from 'yjs'

import { copyingWords } from '../anchors/lineage.ts'
import type { NodeId } from '../ids.ts'
import { copyChildren } from '../text/copy-fragment.ts'
import { isList } from '../text/is-list.ts'
import { readWithPrevious } from './entry-place.ts'
import type { Trashed } from './node-types.ts'
import { edit, type PlanDoc } from './plan-doc.ts'
import { trashNode } from './trash-node.ts'

/**
 * Makes an entry the last sub-point of the one before it in the same rubric: an item of the list at its end, or of a new
 * bullet list. The entry goes to the bin with its words, as one that is joined does, so that what others type in it
 * meanwhile can be found; nothing is taken from the text that it goes to, where others may be typing. Returns the entry
 * that goes on and the path of the item in its text; null when there is none before.
 *
 * @throws {UnknownNodeError}
 */
export function indentEntry(
  plan: PlanDoc,
  id: NodeId,
  trashed: Trashed,
): { id: NodeId; item: [block: number, item: number] } | null {
  const found = readWithPrevious(plan, id)
  if (found === null) return null
  const { text, previous, before } = found
  return edit(plan, () => {
    const list = lastList(before)
    copyingWords(plan, { id, text }, () => {
      const item = new Y.XmlElement('listItem')
      list.insert(list.length, [item])
      item.insert(0, text.length === 0 ? [new Y.XmlElement('paragraph')] : copyChildren(text))
      return { id: previous, text: before }
    })
    trashNode(plan, id, trashed)
    return { id: previous, item: [before.length - 1, list.length - 1] }
  })
}

function lastList(text: Y.XmlFragment): Y.XmlElement {
  const last: unknown = text.length === 0 ? undefined : text.get(text.length - 1)
  if (isList(last)) return last
  const list = new Y.XmlElement('bulletList')
  text.insert(text.length, [list])
  return list
}

import type { Node } from '@tiptap/pm/model'
import * as Y from 'yjs'

import { pointAt } from './text-position.ts'

/*
 * Not the binding's own conversions: those take a caret for lost when the words before it, back to the start of the text,
 * were deleted, and the caret jumps to the end. The form of a relative position is the same.
 */

/** A caret as a place that holds through what others do; null where document and text do not (yet) agree. */
export function toRelative(fragment: Y.XmlFragment, doc: Node, position: number): Y.RelativePosition | null {
  const { path, offset } = pointAt(doc.resolve(position))
  let at: Y.XmlFragment = fragment
  for (const step of path) {
    const child: unknown = at.get(step)
    if (!(child instanceof Y.XmlElement)) return null
    at = child
  }
  let left = offset
  for (const text of at.toArray()) {
    if (!(text instanceof Y.XmlText)) return null
    if (left <= text.length) return Y.createRelativePositionFromTypeIndex(text, left, -1)
    left -= text.length
  }
  return left === 0 ? Y.createRelativePositionFromTypeIndex(at, 0, -1) : null
}

/** Where such a place is now in the editor's document; null when it is in another text, or gone. */
export function toPosition(fragment: Y.XmlFragment, relative: Y.RelativePosition): number | null {
  if (fragment.doc === null) return null
  const found = Y.createAbsolutePositionFromRelativePosition(relative, fragment.doc)
  if (found === null) return null
  let position = sizeBefore(found.type, found.index)
  let at: unknown = found.type
  while (at !== fragment) {
    if (!(at instanceof Y.XmlElement || at instanceof Y.XmlText)) return null
    const parent: unknown = at.parent
    if (!(parent instanceof Y.XmlFragment)) return null
    const index = parent.toArray().findIndex((child) => child === at)
    if (index === -1) return null
    position += sizeBefore(parent, index) + (at instanceof Y.XmlElement ? 1 : 0)
    at = parent
  }
  return position
}

/** What the first `count` children (of a text: characters) take in the editor's document. */
function sizeBefore(type: unknown, count: number): number {
  if (!(type instanceof Y.XmlFragment)) return count
  return type
    .toArray()
    .slice(0, count)
    .reduce((sum, child) => sum + sizeOf(child), 0)
}

function sizeOf(child: unknown): number {
  if (child instanceof Y.XmlText) return child.length
  return child instanceof Y.XmlElement ? 2 + sizeBefore(child, child.length) : 0
}

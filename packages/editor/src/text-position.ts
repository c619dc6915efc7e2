import type { TextPoint } from '@concerte/schema'
import type { Node, ResolvedPos } from '@tiptap/pm/model'

/** Where a position of the editor's document stands in the plan's text. */
export function pointAt($position: ResolvedPos): TextPoint {
  const path: number[] = []
  for (let depth = 0; depth < $position.depth; depth += 1) path.push($position.index(depth))
  return { path, offset: $position.parentOffset }
}

/** The position of the editor's document for a place of the plan's text; the nearest one where the text is shorter. */
export function positionOf(doc: Node, point: TextPoint): number {
  let position = 0
  let node = doc
  for (const step of point.path) {
    const index = Math.min(step, node.childCount - 1)
    if (index < 0) break
    for (let before = 0; before < index; before += 1) position += node.child(before).nodeSize
    node = node.child(index)
    position += 1
  }
  return position + (node.isTextblock ? Math.min(point.offset, node.content.size) : 0)
}

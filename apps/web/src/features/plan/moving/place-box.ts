import type { NodeId, OutlineNode } from '@concerte/schema'

import { lineAnchor } from '../outline/line-anchor.ts'
import { nodeAnchor } from '../page/reveal.ts'
import type { PlanStructure } from '../store/structure.ts'
import { neighboursOf, type DropPlace } from './drop-places.ts'
import { rubricElement, type Surface } from './point-at-place.ts'

/** Where a gap shows in the window: a line between two neighbours, or a box around what takes the node in. */
export type PlaceBox = {
  kind: 'line' | 'box'
  left: number
  top: number
  width: number
  height: number
  /** What it stands in, whose colour it takes. */
  owner: Element
}

/** Where to draw a gap; null when nothing around it is on the page. */
export function placeBox(
  structure: PlanStructure,
  moved: OutlineNode,
  place: DropPlace,
  surface: Surface,
): PlaceBox | null {
  return surface === 'page' ? inPage(structure, moved.id, place) : inOutline(structure, moved, place)
}

function inPage(structure: PlanStructure, moved: NodeId, place: DropPlace): PlaceBox | null {
  const { before, after } = neighboursOf(structure, moved, place)
  const above = before === undefined ? null : document.getElementById(nodeAnchor(before.id))
  const below = after === undefined ? null : document.getElementById(nodeAnchor(after.id))
  const beside = below ?? above
  if (beside !== null) {
    const [bottom, top] = [above?.getBoundingClientRect().bottom, below?.getBoundingClientRect().top]
    // Entries stand close; an action begins with the room above its title.
    const gap = place.rubric === undefined ? 0 : 6
    const between = bottom !== undefined && top !== undefined && top - bottom < 40
    const height = between ? (bottom + top) / 2 : top !== undefined ? top - gap : (bottom ?? 0) + gap
    return line(beside, height)
  }
  const holder = rubricElement(place) ?? document.getElementById(nodeAnchor(place.parent))
  return holder === null ? null : line(holder, holder.getBoundingClientRect().bottom - 4)
}

/** The outline has no lines for entries, nor for what is folded away: there, what takes the node in is marked. */
function inOutline(structure: PlanStructure, moved: OutlineNode, place: DropPlace): PlaceBox | null {
  const { before, after } = neighboursOf(structure, moved.id, place)
  const [above, below] = [rowOf(before?.id), rowOf(after?.id)]
  if (moved.type !== 'entry' && (above !== null || below !== null)) {
    // With what stands under it: a line after an axis is one after its last action.
    const [end, start] = [above?.closest('li') ?? null, below?.closest('li') ?? null]
    const beside = below ?? above
    const bottom = end?.getBoundingClientRect().bottom
    const top = start?.getBoundingClientRect().top
    const height = top ?? bottom
    if (beside !== null && height !== undefined) return line(beside, height)
  }
  const row = rowOf(place.parent)
  if (row === null) return null
  const { left, top, width, height } = row.getBoundingClientRect()
  return { kind: 'box', left, top, width, height, owner: row }
}

function rowOf(node: string | undefined): HTMLElement | null {
  return node === undefined ? null : document.getElementById(lineAnchor(node))
}

/** A line as wide as what an element holds, without its padding. */
function line(element: Element, top: number): PlaceBox {
  const { left, width } = element.getBoundingClientRect()
  const { paddingLeft, paddingRight } = getComputedStyle(element)
  const [start, end] = [Number.parseFloat(paddingLeft), Number.parseFloat(paddingRight)]
  return {
    kind: 'line',
    left: left + start,
    top,
    width: width - start - end,
    height: 0,
    owner: element,
  }
}

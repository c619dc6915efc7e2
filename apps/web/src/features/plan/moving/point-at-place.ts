import type { OutlineNode } from '@concerte/schema'

import { nodeAnchor } from '../page/reveal.ts'
import { coverNode } from '../store/place.ts'
import type { PlanStructure } from '../store/structure.ts'
import { listsWithin, placeUnder, targetOf, type DropPlace, type MayHold, type Under } from './drop-places.ts'

/** Where in the page something is pointed at: the sheet, or the outline beside it. */
export type Surface = 'page' | 'outline'

/**
 * The gap under a point of the window; null where the node cannot go. Looks at what is under the point and at its siblings, never
 * at the whole plan: parts of it that are far are not even on the page.
 */
export function placeAtPoint(
  structure: PlanStructure,
  moved: OutlineNode,
  { x, y }: { x: number; y: number },
  may: MayHold,
): { place: DropPlace | null; surface: Surface } {
  const line = document.elementFromPoint(x, y)?.closest('#plan-outline')
  if (line !== null && line !== undefined) {
    return { surface: 'outline', place: placeInOutline(structure, moved, line, y, may) }
  }
  return { surface: 'page', place: placeInPage(structure, moved, { x, y }, may) }
}

function placeInOutline(
  structure: PlanStructure,
  moved: OutlineNode,
  outline: Element,
  y: number,
  may: MayHold,
): DropPlace | null {
  const { left, width } = outline.getBoundingClientRect()
  const row = document.elementFromPoint(left + width / 3, y)?.closest('[data-line]')
  const node = row?.getAttribute('data-line')
  if (row === null || row === undefined || node === null || node === undefined) return null
  return placeUnder(structure, moved, { node, half: halfOf(row, y) }, may)
}

function placeInPage(
  structure: PlanStructure,
  moved: OutlineNode,
  { x, y }: { x: number; y: number },
  may: MayHold,
): DropPlace | null {
  const node = nodeAt(x, y) ?? nodeAt(middleOfSheet(), y)
  if (node === null) return null
  if (node === coverNode) return placeUnder(structure, moved, { node, half: 'upper' }, may)
  const target = targetOf(structure, moved, node)
  const element = target === undefined ? null : document.getElementById(nodeAnchor(target.id))
  if (target === undefined || element === null) {
    return placeUnder(structure, moved, { node, half: 'upper' }, may)
  }
  const head = element.firstElementChild
  const isOnHead = target.type === 'group' && head !== null && y < head.getBoundingClientRect().bottom
  const lists = isOnHead ? [] : listsWithin(structure, moved, target.id)
  // The first list that reaches down to the pointer, else the last one.
  let found: DropPlace | null = null
  for (const list of lists) {
    const { index, isWithin } = gapAt(structure, moved, list, y)
    found = { ...list, index }
    if (isWithin) break
  }
  if (found !== null) return may(found.parent) ? found : null
  const half = halfOf(isOnHead ? head : element, y)
  return placeUnder(structure, moved, { node: target.id, half }, may)
}

/** How many siblings of a list (without the moved one) stand above a height; those that are not on the page are not looked at. */
function gapAt(
  structure: PlanStructure,
  moved: OutlineNode,
  list: { parent: string; rubric: string | undefined },
  y: number,
): { index: number; isWithin: boolean } {
  const siblings = structure.list(list.parent, list.rubric).filter(({ id }) => id !== moved.id)
  let [low, high] = [0, siblings.length]
  const end = rubricElement(list)?.getBoundingClientRect() ?? rectNear(siblings, siblings.length - 1, 0)
  while (low < high) {
    const middle = (low + high) >> 1
    const rect = rectNear(siblings, middle, low)
    if (rect === null) {
      low = middle + 1
      continue
    }
    if ((rect.top + rect.bottom) / 2 < y) low = rect.index + 1
    else high = rect.index
  }
  return { index: low, isWithin: end !== null && y <= end.bottom }
}

/** The part of a node's element that shows one of its rubrics. */
export function rubricElement({ parent, rubric }: Omit<DropPlace, 'index'>): Element | null {
  if (rubric === undefined) return null
  const holder = document.getElementById(nodeAnchor(parent))
  return holder?.querySelector(`[data-rubric="${CSS.escape(rubric)}"]`) ?? null
}

/** The box of a sibling, or of the nearest one before it that is on the page. */
function rectNear(
  siblings: readonly { id: string }[],
  from: number,
  low: number,
): { top: number; bottom: number; index: number } | null {
  for (let index = from; index >= low; index -= 1) {
    const element = document.getElementById(nodeAnchor(siblings[index]?.id ?? ''))
    if (element === null) continue
    const { top, bottom } = element.getBoundingClientRect()
    return { top, bottom, index }
  }
  return null
}

function nodeAt(x: number, y: number): string | null {
  const element = document.elementFromPoint(x, y)?.closest(`main [id^="${nodeAnchor('')}"]`)
  return element?.id.slice(nodeAnchor('').length) ?? null
}

function middleOfSheet(): number {
  const { left, width } = (document.querySelector('main') ?? document.body).getBoundingClientRect()
  return left + width / 2
}

/** The half of a box in which a height is. Of one that is higher than the window, the half whose edge one sees. */
function halfOf(element: Element, y: number): Under['half'] {
  const { top, bottom } = element.getBoundingClientRect()
  const [seesTop, seesBottom] = [top >= 0, bottom <= innerHeight]
  if (seesTop !== seesBottom && bottom - top > innerHeight / 2) return seesTop ? 'upper' : 'lower'
  return y < (top + bottom) / 2 ? 'upper' : 'lower'
}

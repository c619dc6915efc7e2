import { nodeAnchor } from '../page/reveal.ts'

/** A node and how far below the top of the window it was. */
export type Anchor = { node: string; top: number }

/** The node at the middle of the window. */
export function nodeInView(root: Element): string | null {
  const { left, width } = root.getBoundingClientRect()
  const under = document.elementFromPoint(left + width / 2, innerHeight / 2)
  const element = under?.closest(`[id^="${nodeAnchor('')}"]`)
  return element === null || element === undefined || !root.contains(element)
    ? null
    : element.id.slice(nodeAnchor('').length)
}

/** What to hold still, best first: a node, then what stands beside it and around it. Reads the layout, of these few alone. */
export function anchorsAround(node: string): Anchor[] {
  const found: Anchor[] = []
  let at = document.getElementById(nodeAnchor(node))
  const add = (element: Element | null) => {
    if (element?.id.startsWith(nodeAnchor('')) !== true) return
    found.push({ node: element.id.slice(nodeAnchor('').length), top: element.getBoundingClientRect().top })
  }
  while (at !== null && found.length < 9) {
    add(at)
    add(at.nextElementSibling)
    add(at.previousElementSibling)
    at = at.parentElement?.closest<HTMLElement>(`[id^="${nodeAnchor('')}"]`) ?? null
  }
  return found
}

/** Scrolls so that an anchor is where it was. False when it is no longer on the page. */
export function holdStill({ node, top }: Anchor): boolean {
  const element = document.getElementById(nodeAnchor(node))
  if (element === null) return false
  const moved = element.getBoundingClientRect().top - top
  if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: 'instant' })
  return true
}

export function isInWindow(node: string): boolean {
  const rect = document.getElementById(nodeAnchor(node))?.getBoundingClientRect()
  return rect !== undefined && rect.bottom > 0 && rect.top < innerHeight
}

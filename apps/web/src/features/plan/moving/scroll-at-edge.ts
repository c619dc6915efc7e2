/** How near the edge a pointer makes its surroundings scroll, and by how much a frame at most. In pixels. */
const edge = 72
const fastest = 18

/** What scrolls under a point: the outline, else the page. */
export function scrollerAt(x: number, y: number): Element {
  const outline = document.elementFromPoint(x, y)?.closest('#plan-outline')
  const page = document.scrollingElement ?? document.documentElement
  return outline !== null && outline !== undefined && outline.scrollHeight > outline.clientHeight
    ? outline
    : page
}

/** Pixels to scroll in this frame: the nearer the edge, the faster; 0 away from it. Negative: upwards. */
export function scrollSpeed(scroller: Element, y: number): number {
  const isPage = scroller === document.scrollingElement
  const rect = scroller.getBoundingClientRect()
  return speedAt(y, isPage ? 0 : rect.top, isPage ? innerHeight : Math.min(rect.bottom, innerHeight))
}

export function speedAt(y: number, top: number, bottom: number): number {
  const [above, below] = [top + edge - y, y - (bottom - edge)]
  if (above > 0) return -Math.ceil((Math.min(above, edge) / edge) * fastest)
  if (below > 0) return Math.ceil((Math.min(below, edge) / edge) * fastest)
  return 0
}

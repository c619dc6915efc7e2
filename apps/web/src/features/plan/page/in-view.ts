/** Under the bar of a plan, with some room. */
const top = 80

/** What is under the bar, or under a panel that lies over the foot of the page, is not in view. */
export function isInView(element: Element): boolean {
  const box = element.getBoundingClientRect()
  return box.top >= top && box.bottom <= foot()
}

/** Brings words to the upper third of what is in view, where they are not in view. */
export function bringIntoView(words: Range): void {
  const box = words.getBoundingClientRect()
  if (box.top >= top && box.bottom <= foot()) return
  scrollBy({ top: box.top - Math.max(top, foot() * 0.3), behavior: 'instant' })
}

/** Where a panel that lies over the foot of the page begins (side-panel.module.css), else the foot of the window. */
function foot(): number {
  const padding = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingBottom) || 0
  return innerHeight - padding
}

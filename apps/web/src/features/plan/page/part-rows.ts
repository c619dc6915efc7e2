/** A part that is not on the page, and the height in px that is kept free for it. */
export type FarPart = { part: string; height: number }

/** One thing in the order of the page: a part, the beginning of one that has parts within it, or a gap where far parts are not. */
export type Row = { element: Element; part: string | null; isAround: boolean }

/** Which parts stand in the window, and which within `margin` px above and below it, far ones too. */
export function partsWithin(
  rows: readonly Row[],
  margin: number,
  farIn: (gap: Element) => readonly FarPart[],
): { visible: string[]; around: string[] } {
  const visible: string[] = []
  const around: string[] = []
  const put = (part: string, top: number, bottom: number) => {
    if (bottom <= -margin || top >= innerHeight + margin) return
    const isVisible = bottom > 0 && top < innerHeight
    ;(isVisible ? visible : around).push(part)
  }
  // Rows stand one below the other: some ten boxes are read, however many there are.
  const first = firstWhere(rows, (row) => boxOf(row).bottom > -margin)
  for (let index = first; index < rows.length; index += 1) {
    const { element, part } = rows[index]!
    const { top, bottom } = boxOf(rows[index]!)
    if (top > innerHeight + margin) break
    if (part !== null) put(part, top, bottom)
    else {
      let at = top
      for (const far of farIn(element)) {
        put(far.part, at, at + far.height)
        at += far.height
      }
    }
  }
  return { visible, around }
}

/** The far part next to an element of the page, if what is next to it is far. */
export function farBeside(
  rows: readonly Row[],
  element: Element,
  direction: 1 | -1,
  farIn: (gap: Element) => readonly FarPart[],
): string | undefined {
  const own = element.closest('[data-part]')
  const at = rows.findIndex((row) => row.element === own)
  const after = firstWhere(rows, (row) => isBefore(element, row.element))
  const beside = rows[direction === 1 ? (at === -1 ? after : at + 1) : (at === -1 ? after : at) - 1]
  if (beside === undefined || beside.part !== null) return undefined
  return farIn(beside.element).at(direction === 1 ? 0 : -1)?.part
}

/** All rows within an element, in the order of the page. */
export function readRows(root: HTMLElement): Row[] {
  return [...root.querySelectorAll<HTMLElement>('[data-part], [data-gap]')].map((element) => ({
    element,
    part: element.dataset['part'] ?? null,
    isAround: element.dataset['around'] !== undefined,
  }))
}

function boxOf({ element, isAround }: Row): { top: number; bottom: number } {
  const { top, bottom } = element.getBoundingClientRect()
  return { top, bottom: isAround ? top + 1 : bottom }
}

/** The index from which on `holds` is true. */
function firstWhere(rows: readonly Row[], holds: (row: Row) => boolean): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(rows[middle]!)) high = middle
    else low = middle + 1
  }
  return low
}

function isBefore(a: Element, b: Element): boolean {
  return (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}

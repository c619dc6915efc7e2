/** The elements of the parts, in the order of the page, and which of them stand where one looks. */
export type PartOrder = {
  add: (part: string, element: HTMLElement) => () => void
  follow: (root: HTMLElement) => void
  elementOf: (part: string) => HTMLElement | undefined
  /** The parts in the window, and those within `margin` px above and below it. Reads some twenty boxes, however many there are. */
  within: (margin: number) => { visible: string[]; around: string[] }
  /** The part before or after the one that an element is in; for an element in none, before or after the element. */
  beside: (element: Element, direction: 1 | -1) => string | undefined
}

export function createPartOrder(): PartOrder {
  const elements = new Map<string, HTMLElement>()
  let root: HTMLElement | null = null
  /** Null: some came or went. */
  let inOrder: readonly HTMLElement[] | null = null

  function all(): readonly HTMLElement[] {
    inOrder ??= root === null ? [] : [...root.querySelectorAll<HTMLElement>('[data-part]')]
    return inOrder
  }

  return {
    add(part, element) {
      elements.set(part, element)
      inOrder = null
      return () => {
        if (elements.get(part) === element) elements.delete(part)
        inOrder = null
      }
    },
    follow(element) {
      root = element
      inOrder = null
    },
    elementOf: (part) => elements.get(part),
    within(margin) {
      const list = all()
      const visible: string[] = []
      const around: string[] = []
      const first = firstWhere(list, (element) => element.getBoundingClientRect().bottom > -margin)
      for (let index = first; index < list.length; index += 1) {
        const element = list[index]!
        const { top, bottom } = element.getBoundingClientRect()
        if (top > innerHeight + margin) break
        const isVisible = bottom > 0 && top < innerHeight
        ;(isVisible ? visible : around).push(partOf(element))
      }
      return { visible, around }
    },
    beside(element, direction) {
      const list = all()
      const own = element.closest<HTMLElement>('[data-part]')
      if (own !== null) {
        const index = firstWhere(list, (other) => !isBefore(other, own))
        return partAt(list, index + direction)
      }
      const next = firstWhere(list, (other) => isBefore(element, other))
      return partAt(list, direction === 1 ? next : next - 1)
    },
  }
}

function partAt(list: readonly HTMLElement[], index: number): string | undefined {
  const element = list[index]
  return element === undefined ? undefined : partOf(element)
}

function partOf(element: HTMLElement): string {
  return element.dataset['part'] ?? ''
}

function isBefore(a: Element, b: Element): boolean {
  return (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}

/** The first element for which `holds`, from which on it holds for all. */
function firstWhere(list: readonly HTMLElement[], holds: (element: HTMLElement) => boolean): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(list[middle]!)) high = middle
    else low = middle + 1
  }
  return low
}

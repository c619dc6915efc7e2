/** Reads where the selection begins and ends within an element, and gives what puts it there again once a live text, which has the same elements, took the place of the plain one. */
export function keepSelection(element: Element): () => void {
  const selection = document.getSelection()
  const anchor = pathTo(element, selection?.anchorNode ?? null)
  const focus = pathTo(element, selection?.focusNode ?? null)
  const [start, end] = [selection?.anchorOffset ?? 0, selection?.focusOffset ?? 0]
  return () => {
    const from = anchor === null ? null : nodeAt(element, anchor)
    const to = focus === null ? null : nodeAt(element, focus)
    if (selection === null || from === null || to === null) return
    selection.setBaseAndExtent(from, within(from, start), to, within(to, end))
  }
}

/** The way down from an element to a node, as indexes among children; null when the node is elsewhere. */
function pathTo(element: Element, node: Node | null): number[] | null {
  const path: number[] = []
  for (let at = node; at !== null; at = at.parentNode) {
    if (at === element) return path
    path.unshift(
      at.parentNode === null ? 0 : [...at.parentNode.childNodes].findIndex((child) => child === at),
    )
  }
  return null
}

function nodeAt(element: Element, path: readonly number[]): Node | null {
  let at: Node | null = element
  for (const step of path) at = at?.childNodes[step] ?? null
  return at
}

function within(node: Node, offset: number): number {
  return Math.min(
    offset,
    node.nodeType === Node.TEXT_NODE ? (node.textContent?.length ?? 0) : node.childNodes.length,
  )
}

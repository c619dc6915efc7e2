import type { AuthorRun } from '@concerte/schema'

/** Where a stretch of a text stands in the page: from `start` in one text node to `end` in another or the same. */
export type Stretch<Author> = {
  author: Author
  start: { node: Text; offset: number }
  end: { node: Text; offset: number }
}

/**
 * Finds the runs of a text in the elements that show it. The page has no breaks between paragraphs, which the plain
 * words have: they are passed over. Null when the page does not show these words (it is just being drawn anew).
 */
export function stretchesInPage<Author>(
  nodes: readonly Text[],
  words: string,
  runs: readonly AuthorRun<Author>[],
): Stretch<Author>[] | null {
  const found: Stretch<Author>[] = []
  const page = createReader(nodes)
  let at = 0
  for (const { author, length } of runs) {
    let stretch: Stretch<Author> | null = null
    for (const end = at + length; at < end; at += 1) {
      const place = page.peek()
      if (place === null || place.letter !== words[at]) {
        if (!isBreak(words[at])) return null
        continue
      }
      const { node, offset } = place
      const after = { node, offset: offset + 1 }
      if (stretch === null) stretch = { author, start: { node, offset }, end: after }
      else stretch.end = after
      page.next()
    }
    if (stretch !== null) found.push(stretch)
  }
  return at === words.length && page.peek() === null ? found : null
}

/** The text nodes of an element, in their order. */
export function textNodes(element: Element): Text[] {
  const nodes: Text[] = []
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text) nodes.push(node)
  }
  return nodes
}

/** What stands between paragraphs in the plain words: of a block, of a line that a merge gave two of them. */
function isBreak(letter: string | undefined): boolean {
  return letter === '\n' || letter === ' '
}

function createReader(nodes: readonly Text[]) {
  let index = 0
  let offset = 0
  const settle = () => {
    while (index < nodes.length && offset >= nodes[index]!.data.length) {
      index += 1
      offset = 0
    }
  }
  return {
    peek(): { node: Text; offset: number; letter: string | undefined } | null {
      settle()
      const node = nodes[index]
      return node === undefined ? null : { node, offset, letter: node.data[offset] }
    },
    next() {
      offset += 1
    },
  }
}

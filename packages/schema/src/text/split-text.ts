import { normalizeBlocks, normalizeInlines } from './normalize-text.ts'
import type { Block, BlockText, Inline } from './rich-text.ts'

/**
 * A place in a text: `path` leads to a paragraph, child by child (in lists: block, item, block…), `offset` counts
 * its UTF-16 units.
 */
export type TextPoint = { path: readonly number[]; offset: number }

/** Cuts a text in two at a point; both halves are in normal form, and hold every character once. */
export function splitText(blocks: BlockText, point: TextPoint): [head: BlockText, tail: BlockText] {
  const [head, tail] = splitBlocks(blocks, point.path, point.offset)
  return [normalizeBlocks(head), normalizeBlocks(tail)]
}

/** Two texts as one: the last paragraph of the first goes on with the first of the second where both are paragraphs. */
export function joinTexts(first: BlockText, second: BlockText): { text: BlockText; seam: TextPoint } {
  const last = first.at(-1)
  const [next, ...rest] = second
  if (last?.type !== 'paragraph' || next?.type !== 'paragraph') {
    const seam = { path: [first.length, ...firstParagraph(next)], offset: 0 }
    return { text: normalizeBlocks([...first, ...second]), seam }
  }
  const joined: Block = {
    type: 'paragraph',
    content: normalizeInlines([...last.content, ...next.content], 'block'),
  }
  return {
    text: normalizeBlocks([...first.slice(0, -1), joined, ...rest]),
    seam: { path: [first.length - 1], offset: lengthOf(last.content) },
  }
}

/** The path within a block to its first paragraph. */
function firstParagraph(block: Block | undefined): number[] {
  return block === undefined || block.type === 'paragraph'
    ? []
    : [0, 0, ...firstParagraph(block.items[0]?.[0])]
}

function splitBlocks(blocks: BlockText, path: readonly number[], offset: number): [BlockText, BlockText] {
  const [index = 0, ...below] = path
  const block = blocks[index]
  if (block === undefined) return [blocks.slice(0, index), blocks.slice(index)]
  const [head, tail] = splitBlock(block, below, offset)
  return [
    [...blocks.slice(0, index), ...head],
    [...tail, ...blocks.slice(index + 1)],
  ]
}

function splitBlock(block: Block, path: readonly number[], offset: number): [Block[], Block[]] {
  if (block.type === 'paragraph') {
    const [head, tail] = splitInlines(block.content, offset)
    return [[{ ...block, content: head }], [{ ...block, content: tail }]]
  }
  const [index = 0, ...below] = path
  const item = block.items[index]
  if (item === undefined) return [[block], []]
  const [head, tail] = splitBlocks(item, below, offset)
  return [
    [{ ...block, items: [...block.items.slice(0, index), head] }],
    [{ ...block, items: [tail, ...block.items.slice(index + 1)] }],
  ]
}

function splitInlines(inlines: Inline[], offset: number): [Inline[], Inline[]] {
  const head: Inline[] = []
  const tail: Inline[] = []
  let at = 0
  for (const inline of inlines) {
    const cut = wholeCharacters(inline.text, Math.min(Math.max(0, offset - at), inline.text.length))
    head.push({ ...inline, text: inline.text.slice(0, cut) })
    tail.push({ ...inline, text: inline.text.slice(cut) })
    at += inline.text.length
  }
  return [normalizeInlines(head, 'block'), normalizeInlines(tail, 'block')]
}

/** `cut`, or the place before it where it would part a surrogate pair. */
function wholeCharacters(text: string, cut: number): number {
  return cut > 0 && text.codePointAt(cut - 1)! > 0xffff ? cut - 1 : cut
}

function lengthOf(inlines: Inline[]): number {
  return inlines.reduce((sum, inline) => sum + inline.text.length, 0)
}

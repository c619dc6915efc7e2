import type { Block, BlockText, Inline, LineText } from '@concerte/schema'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'

const processor = unified().use(remarkStringify, { bullet: '-', listItemIndent: 'one' })

// The node types of mdast, as the processor takes them.
type Tree = Parameters<typeof processor.stringify>[0]
export type TreeBlock = Tree['children'][number]
type TreeParagraph = Extract<TreeBlock, { type: 'paragraph' }>
export type TreeInline = TreeParagraph['children'][number]
type TreeList = Extract<TreeBlock, { type: 'list' }>
type ListItem = TreeList['children'][number]

/** The Markdown (CommonMark) of these blocks, with a final newline. */
export function markdownOf(children: TreeBlock[]): string {
  return processor.stringify({ type: 'root', children })
}

export function text(value: string): TreeInline {
  return { type: 'text', value }
}

export function strong(value: string): TreeInline {
  return { type: 'strong', children: [text(value)] }
}

export function paragraph(children: TreeInline[]): TreeParagraph {
  return { type: 'paragraph', children }
}

/** A heading of level 1 to 6; deeper ones stay at 6. */
export function heading(level: number, children: TreeInline[]): TreeBlock {
  const levels = [1, 2, 3, 4, 5, 6] as const
  return { type: 'heading', depth: levels[level - 1] ?? 6, children }
}

/** A list; a numbered one starts at `start`. */
export function list(items: TreeBlock[][], start?: number): TreeList {
  const children = items.map((item): ListItem => ({
    type: 'listItem',
    spread: false,
    children: item.filter(isFlow),
  }))
  return start === undefined
    ? { type: 'list', ordered: false, spread: false, children }
    : { type: 'list', ordered: true, start, spread: false, children }
}

/** A text as paragraphs and lists. */
export function blockTree(blocks: BlockText): TreeBlock[] {
  return blocks.map(oneBlock)
}

/** A line with its marks. Markdown has no superscript: it is HTML's `<sup>`, which CommonMark allows in a line. */
export function lineTree(line: LineText): TreeInline[] {
  return marked(line, ['link', 'bold', 'italic', 'superscript'])
}

type Mark = 'link' | 'bold' | 'italic' | 'superscript'

// Runs that share a mark stand in one node: `**a*****b***` would not read back as bold.
function marked(runs: readonly Inline[], marks: readonly Mark[]): TreeInline[] {
  const [mark, ...inner] = marks
  if (mark === undefined) return [text(runs.map((run) => run.text).join(''))]
  return stretches(runs, mark).flatMap((stretch) => {
    const value = stretch[0]?.[mark]
    const children = marked(stretch, inner)
    return value === undefined ? children : wrapped(mark, value, children)
  })
}

function stretches(runs: readonly Inline[], mark: Mark): Inline[][] {
  const result: Inline[][] = []
  for (const run of runs) {
    const last = result.at(-1)
    if (last !== undefined && last[0]?.[mark] === run[mark]) last.push(run)
    else result.push([run])
  }
  return result
}

function wrapped(mark: Mark, value: true | string, children: TreeInline[]): TreeInline[] {
  switch (mark) {
    case 'link':
      return typeof value === 'string' ? [linkTo(value, children)] : children
    case 'bold':
      return [{ type: 'strong', children }]
    case 'italic':
      return [{ type: 'emphasis', children }]
    case 'superscript':
      return [{ type: 'html', value: '<sup>' }, ...children, { type: 'html', value: '</sup>' }]
  }
}

export function linkTo(url: string, children: TreeInline[]): TreeInline {
  return { type: 'link', url, children: children.filter((child) => child.type !== 'link') }
}

function oneBlock(block: Block): TreeBlock {
  if (block.type === 'paragraph') return paragraph(lineTree(block.content))
  return list(block.items.map(blockTree), block.type === 'orderedList' ? 1 : undefined)
}

function isFlow(block: TreeBlock): block is ListItem['children'][number] {
  return block.type === 'paragraph' || block.type === 'list'
}

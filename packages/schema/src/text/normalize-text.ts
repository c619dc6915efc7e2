import type { Block, BlockText, Inline, LineText, TextProfile } from './rich-text.ts'

/** Addresses that a link may carry; anything else (javascript:, data:…) is dropped and its text stays. */
const safeLink = /^(https?:\/\/|mailto:)[^\s]+$/i

/** The one form of a line: unknown marks dropped, neighbours with the same marks joined, no empty run. */
export function normalizeLine(line: LineText): LineText {
  return normalizeInlines(line, 'line')
}

/** A line as a text of one paragraph, which is how proposals keep it and how it is merged and compared. */
export function lineToBlocks(line: LineText): BlockText {
  return [{ type: 'paragraph', content: line }]
}

/** The one form of a line that stands in blocks: paragraphs that a merge or a paste put side by side are joined by a space. */
export function blocksToOneLine(blocks: BlockText): LineText {
  const line: Inline[] = []
  for (const content of blocks.flatMap(paragraphsOf)) {
    if (content.length > 0 && line.length > 0) line.push({ text: ' ' })
    line.push(...content)
  }
  return normalizeLine(line)
}

/** The one form of a text: at least one paragraph, no empty list, runs joined as in {@link normalizeLine}. */
export function normalizeBlocks(blocks: BlockText): BlockText {
  const normal = blocks.flatMap(normalizeBlock)
  return normal.length === 0 ? [{ type: 'paragraph', content: [] }] : normal
}

export function normalizeInlines(inlines: readonly Inline[], profile: TextProfile): Inline[] {
  const normal: Inline[] = []
  for (const inline of inlines) {
    if (inline.text === '') continue
    const run = normalizeInline(inline, profile)
    const last = normal.at(-1)
    if (last !== undefined && haveSameMarks(last, run)) last.text += run.text
    else normal.push(run)
  }
  return normal
}

export function haveSameMarks(a: Omit<Inline, 'text'>, b: Omit<Inline, 'text'>): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.superscript === b.superscript && a.link === b.link
}

/** One block in normal form; none for an empty list. */
export function normalizeBlock(block: Block): Block[] {
  if (block.type === 'paragraph') {
    return [{ type: 'paragraph', content: normalizeInlines(block.content, 'block') }]
  }
  return block.items.length === 0 ? [] : [{ type: block.type, items: block.items.map(normalizeBlocks) }]
}

/** A run with the marks that its profile allows. It keeps its length. */
export function normalizeInline(inline: Inline, profile: TextProfile): Inline {
  const run: Inline = { text: inline.text.toWellFormed() }
  if (inline.bold && profile === 'block') run.bold = true
  if (inline.italic) run.italic = true
  if (inline.superscript) run.superscript = true
  if (inline.link !== undefined && profile === 'block' && safeLink.test(inline.link)) run.link = inline.link
  return run
}

function paragraphsOf(block: Block): Inline[][] {
  return block.type === 'paragraph' ? [block.content] : block.items.flat().flatMap(paragraphsOf)
}

import type { Block, BlockText, LineText } from './rich-text.ts'

/** The characters of a line, without its marks. */
export function lineToPlain(line: LineText): string {
  return line.map((inline) => inline.text).join('')
}

/** The characters of a text: one line of output a paragraph, list items in their order. Markers are not written. */
export function blocksToPlain(blocks: BlockText): string {
  return blocks.flatMap(blockLines).join('\n')
}

/** Whether a text holds no character at all. */
export function isBlockTextEmpty(blocks: BlockText): boolean {
  return blocksToPlain(blocks).trim() === ''
}

/** A line of unmarked text; an empty string gives an empty line. */
export function plainToLine(text: string): LineText {
  return text === '' ? [] : [{ text }]
}

/** One unmarked paragraph a line of `text`; an empty string gives one empty paragraph. */
export function plainToBlocks(text: string): BlockText {
  return text.split('\n').map((line) => ({ type: 'paragraph', content: plainToLine(line) }))
}

function blockLines(block: Block): string[] {
  if (block.type === 'paragraph') return [lineToPlain(block.content)]
  return block.items.flatMap((item) => item.flatMap(blockLines))
}

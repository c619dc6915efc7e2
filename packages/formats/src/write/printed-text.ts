import { lineToPlain, type Block, type BlockText, type Inline, type LineText } from '@concerte/schema'

import { cleanText } from './clean-text.ts'
import { safeLink } from './web-address.ts'

/** A line as it is printed: clean characters, addresses that are safe to follow, no empty run. */
export function printedLine(line: LineText): LineText {
  return line.map(printedInline).filter((inline) => inline.text !== '')
}

/** Lists nest this deep on a page (the PDF compiler stops at about 30); the items of deeper ones become paragraphs. */
const deepestList = 12

/** A text as it is printed: without its empty paragraphs, items and lists. */
export function printedBlocks(blocks: BlockText, depth = 0): BlockText {
  return blocks.flatMap((block): Block[] => {
    if (block.type === 'paragraph') {
      const content = printedLine(block.content)
      return lineToPlain(content).trim() === '' ? [] : [{ type: 'paragraph', content }]
    }
    if (depth === deepestList) return block.items.flatMap((item) => printedBlocks(item, depth))
    const items = block.items.map((item) => printedBlocks(item, depth + 1)).filter((item) => item.length > 0)
    return items.length === 0 ? [] : [{ type: block.type, items }]
  })
}

/** The line with a capital at its start, for a heading made of what was the end of a sentence. */
export function capitalised(line: LineText): LineText {
  const [first, ...rest] = line
  if (first === undefined) return line
  const letter = String.fromCodePoint(first.text.codePointAt(0) ?? 0)
  const capital = letter.toLocaleUpperCase('fr')
  // A letter without a capital of its own («ß» gives «SS») stays: it would make another word.
  if (capital.toLocaleLowerCase('fr') !== letter) return line
  return [{ ...first, text: capital + first.text.slice(letter.length) }, ...rest]
}

function printedInline(inline: Inline): Inline {
  const { link, ...marks } = inline
  const address = link === undefined ? undefined : safeLink(link)
  const text = cleanText(inline.text)
  return address === undefined ? { ...marks, text } : { ...marks, text, link: address }
}

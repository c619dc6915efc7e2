import { normalizeBlocks, normalizeLine } from '../text/normalize-text.ts'
import type { Block, BlockText, Inline, LineText, List } from '../text/rich-text.ts'
import type { PastedBlock } from './pasted-block.ts'

/** All that was pasted as one text: headings are bold paragraphs, items stand in lists. */
export function pastedText(blocks: readonly PastedBlock[]): BlockText {
  const text: BlockText = []
  /** The lists that are open, from the outermost in. */
  let open: List[] = []
  for (const block of blocks) {
    if (block.type === 'item') {
      const depth = Math.min(block.level, open.length)
      const kind = block.isOrdered ? 'orderedList' : 'bulletList'
      open = open.slice(0, depth + 1)
      let list = open[depth]
      if (list === undefined || list.type !== kind) {
        list = { type: kind, items: [] }
        const parent = open[depth - 1]
        const around: Block[] = parent === undefined ? text : lastItem(parent)
        around.push(list)
        open = [...open.slice(0, depth), list]
      }
      list.items.push([{ type: 'paragraph', content: block.content }])
      continue
    }
    const content = block.type === 'heading' ? block.content.map(toBold) : block.content
    const list = block.type === 'paragraph' && block.under !== undefined ? open[block.under] : undefined
    if (list !== undefined && block.type === 'paragraph') {
      open = open.slice(0, block.under! + 1)
      lastItem(list).push({ type: 'paragraph', content })
    } else {
      open = []
      text.push({ type: 'paragraph', content })
    }
  }
  return normalizeBlocks(text)
}

/** All the words that were pasted, on one line. */
export function pastedLine(blocks: readonly PastedBlock[]): LineText {
  return normalizeLine(
    blocks.flatMap((block, index) => (index === 0 ? block.content : [{ text: ' ' }, ...block.content])),
  )
}

function lastItem(list: List): Block[] {
  const last = list.items.at(-1)
  if (last !== undefined) return last
  const added: Block[] = []
  list.items.push(added)
  return added
}

function toBold(inline: Inline): Inline {
  return { ...inline, bold: true }
}

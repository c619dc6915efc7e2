import type { PastedBlock } from '@concerte/schema'

import { htmlBlocks } from './html-blocks.ts'
import { parsePastedHtml } from './pasted-element.ts'
import { plainBlocks } from './plain-blocks.ts'

/** What the clipboard holds: HTML where the source gave some, and plain text. */
export type Clipboard = { html: string; text: string }

export type PastedReading = { type: 'blocks'; blocks: PastedBlock[] } | { type: 'too-much' }

/** What is more than this is a document to import, not a passage to paste. In characters, lines and levels. */
export const pasteLimits = { characters: 2_000_000, blocks: 5_000, depth: 50 }

/** Reads what was copied elsewhere. */
export function readPasted({ html, text }: Clipboard): PastedReading {
  if (html.length > pasteLimits.characters || text.length > pasteLimits.characters)
    return { type: 'too-much' }
  const blocks = html.trim() === '' ? plainBlocks(text) : htmlBlocks(parsePastedHtml(html))
  const isTooMuch =
    blocks.length > pasteLimits.blocks ||
    blocks.some((block) => block.type === 'item' && block.level >= pasteLimits.depth)
  return isTooMuch ? { type: 'too-much' } : { type: 'blocks', blocks }
}

import type { Inline, PastedBlock } from '@concerte/schema'

/** A bullet or a number that stands at the start of a line as plain characters. `length`: with the spaces after it. */
export type Marker = { kind: string; isOrdered: boolean; length: number }

const bullet = /^([•●▪■◦○‣⁃∙·➢➤►▶✓✔❖\u25AA\uF0B7\uF0A7\uF0D8\uF0FC*])(?:[\s\u00A0]+|$)/u
const dash = /^([-–—])[\s\u00A0]+(?=\S)/
const hollow = /^(o)[\s\u00A0]+(?=\S)/
const number =
  /^((?:\d{1,2}\.)+\d{1,2}\.?|\d{1,2}[.)]|\(\d{1,2}\)|[a-z][.)]|\([a-z]\)|[IVX]{1,5}[.)]|[A-Z][.)])[\s\u00A0]+(?=\S)/

/** The marker that a line starts with; null where it has none. */
export function markerOf(line: string): Marker | null {
  const drawn = bullet.exec(line) ?? dash.exec(line) ?? hollow.exec(line)
  if (drawn !== null) return { kind: drawn[1]!, isOrdered: false, length: drawn[0].length }
  const counted = number.exec(line)
  if (counted === null) return null
  return { kind: kindOf(counted[1]!), isOrdered: true, length: counted[0].length }
}

/**
 * Paragraphs that start with a marker become items. The level of a kind of marker is where it first came: under the kinds that
 * were open then. A single dash is no list.
 */
export function markersToItems(
  blocks: readonly PastedBlock[],
  indents: ReadonlyMap<PastedBlock, number> = new Map(),
): PastedBlock[] {
  const markers = blocks.map((block) =>
    block.type === 'paragraph' && block.under === undefined ? markerOf(wordsOf(block.content)) : null,
  )
  const count = markers.filter((marker) => marker !== null).length
  let open: string[] = []
  return blocks.map((block, index) => {
    const marker = markers[index]
    if (marker === null || marker === undefined || (count === 1 && /^[-–—o*]$/.test(marker.kind))) {
      if (block.type !== 'paragraph' || block.under === undefined) open = []
      return block
    }
    const kind = `${indents.get(block) ?? 0} ${marker.kind}`
    const known = open.indexOf(kind)
    open = known === -1 ? [...open, kind] : open.slice(0, known + 1)
    const content = dropStart(block.content, marker.length)
    return { type: 'item', level: open.length - 1, isOrdered: marker.isOrdered, content }
  })
}

/** `1.` and `2.` are of one kind, `1.1` and `a)` of others. */
function kindOf(marker: string): string {
  const parts = marker.split('.').filter((part) => part !== '').length
  if (parts > 1) return `number ${parts}`
  return marker
    .replace(/\d+/, 'number')
    .replace(/^(\(?)[IVX]+(?=[.)])/, '$1roman')
    .replace(/^(\(?)[a-z](?=[.)])/, '$1letter')
    .replace(/^(\(?)[A-Z](?=[.)])/, '$1capital')
}

function wordsOf(content: readonly Inline[]): string {
  return content.map(({ text }) => text).join('')
}

function dropStart(content: readonly Inline[], count: number): Inline[] {
  let left = count
  return content.flatMap((inline) => {
    const text = inline.text.slice(left)
    left = Math.max(0, left - inline.text.length)
    return text === '' ? [] : [{ ...inline, text }]
  })
}

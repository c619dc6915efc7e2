import type { Inline, PastedBlock } from '@concerte/schema'

import { safeLink } from '../link-attributes.ts'
import { markersToItems } from './list-markers.ts'
import { styleOf, type PastedElement } from './pasted-element.ts'
import { tidyLines } from './tidy-lines.ts'

/*
 * Reads what browsers, Word, LibreOffice, Google Docs and BlockNote put on the clipboard. Word writes a list as paragraphs whose
 * style says `mso-list: l0 level2 lfo1`, with the drawn bullet in a span of its own; Word on the web makes each item a list and
 * says the level in `aria-level`; Google Docs and LibreOffice put a list within a list right under it.
 */

/** The lines of pasted HTML with their levels and the marks that a text may have. */
export function htmlBlocks(root: PastedElement): PastedBlock[] {
  const reader: Reader = { blocks: [], open: null, line: [] }
  readChildren(reader, root, { marks: {}, listLevel: -1, isOrdered: false, keepsLines: false })
  endLine(reader)
  return fakeHeadings(markersToItems(reader.blocks))
}

type Marks = Omit<Inline, 'text'>
type Context = { marks: Marks; listLevel: number; isOrdered: boolean; keepsLines: boolean }
type Reader = {
  blocks: PastedBlock[]
  /** What the line that is being read will be; null where nothing said yet. */
  open: PastedBlock | null
  line: Inline[]
}

const ignored = new Set(
  'audio button canvas del embed head iframe img input link math meta noscript object script select style svg template textarea title video xml'.split(
    ' ',
  ),
)
const blockTags = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul h1 h2 h3 h4 h5 h6'.split(
    ' ',
  ),
)

function readChildren(reader: Reader, element: PastedElement, context: Context): void {
  for (const child of element.children) {
    if (typeof child === 'string') addText(reader, child, context)
    else readElement(reader, child, context)
  }
}

function readElement(reader: Reader, element: PastedElement, outer: Context): void {
  const { tag } = element
  const style = styleOf(element)
  if (ignored.has(tag) || style['display'] === 'none' || style['mso-hide'] === 'all') return
  // The bullet or number that Word drew.
  if (style['mso-list'] === 'ignore') return
  if (tag === 'br') {
    addRun(reader, '\n', outer)
    return
  }
  const context = { ...outer, marks: marksOf(element, style, outer.marks) }
  if (!blockTags.has(tag)) return readChildren(reader, element, context)
  endLine(reader)
  switch (tag) {
    case 'ul':
    case 'ol':
      readChildren(reader, element, { ...context, listLevel: context.listLevel + 1, isOrdered: tag === 'ol' })
      break
    case 'li':
      readItem(reader, element, context)
      break
    default: {
      const said = lineKind(element, style)
      // Within an item, its first line is the item, and what looks like a heading is no part of a title.
      if (said !== null && reader.open === null && (context.listLevel < 0 || said.type === 'item')) {
        reader.open = said
        // A heading that is bold is no bolder for it.
        const marks = { ...context.marks }
        if (said.type === 'heading') delete marks.bold
        readChildren(reader, element, { ...context, marks })
        endLine(reader)
        reader.open = null
      } else readChildren(reader, element, { ...context, keepsLines: context.keepsLines || tag === 'pre' })
    }
  }
  endLine(reader)
}

function readItem(reader: Reader, element: PastedElement, context: Context): void {
  const told = Number(element.attributes['aria-level'] ?? element.attributes['data-aria-level'])
  const level = Number.isInteger(told) && told > 0 ? told - 1 : Math.max(0, context.listLevel)
  reader.open = { type: 'item', level, isOrdered: context.isOrdered, content: [] }
  readChildren(reader, element, { ...context, listLevel: level })
  endLine(reader)
  reader.open = null
}

/** What an element says that its line is; null for an ordinary paragraph. */
function lineKind(element: PastedElement, style: Readonly<Record<string, string>>): Reader['open'] {
  const tag = /^h([1-6])$/.exec(element.tag)?.[1]
  const outline = /^([1-6])$/.exec(style['mso-outline-level'] ?? '')?.[1]
  const aria =
    element.attributes['role'] === 'heading' ? (element.attributes['aria-level'] ?? '2') : undefined
  const title = /\bmso(title)\b/i.test(element.attributes['class'] ?? '') ? '1' : undefined
  const level = Number(tag ?? outline ?? aria ?? title)
  if (level >= 1 && level <= 6) return { type: 'heading', level, content: [] }
  const list = /\blevel([1-9])\b/.exec(style['mso-list'] ?? '')?.[1]
  if (list === undefined) return null
  return { type: 'item', level: Number(list) - 1, isOrdered: isNumber(drawnMarker(element)), content: [] }
}

/** What Word drew before an item. */
function drawnMarker(element: PastedElement): string {
  for (const child of element.children) {
    if (typeof child === 'string') continue
    const found = styleOf(child)['mso-list'] === 'ignore' ? wordsOf(child) : drawnMarker(child)
    if (found !== '') return found
  }
  return ''
}

function isNumber(marker: string): boolean {
  // «o» is how Word draws a hollow bullet.
  return /^[\s\u00A0]*\(?(\d+|[a-z]|[ivx]+)[.)]/i.test(marker)
}

function wordsOf(element: PastedElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : wordsOf(child))).join('')
}

function marksOf(element: PastedElement, style: Readonly<Record<string, string>>, outer: Marks): Marks {
  const marks: Marks = { ...outer }
  const { tag, attributes } = element
  const weight = style['font-weight']
  if (tag === 'strong' || tag === 'b') marks.bold = true
  if (weight !== undefined) {
    if (/^(bold(er)?|[6-9]\d\d)$/.test(weight)) marks.bold = true
    else delete marks.bold
  }
  if (tag === 'em' || tag === 'i' || style['font-style'] === 'italic') marks.italic = true
  if (tag === 'sup' || style['vertical-align'] === 'super') marks.superscript = true
  const href = tag === 'a' ? (attributes['href'] ?? '').trim() : ''
  if (safeLink.test(href)) marks.link = href
  return marks
}

function addText(reader: Reader, text: string, context: Context): void {
  if (context.keepsLines) return addRun(reader, text.replaceAll(/\r\n?/g, '\n'), context)
  // A line feed of the source is no break: those come as <br>.
  addRun(reader, text.replaceAll(/[ \t\r\n\f]+/g, ' '), context)
}

function addRun(reader: Reader, text: string, { marks }: Context): void {
  if (text !== '') reader.line.push({ ...marks, text })
}

function endLine(reader: Reader): void {
  for (const content of tidyLines(reader.line)) {
    const { open } = reader
    reader.blocks.push(open === null ? { type: 'paragraph', content } : { ...open, content })
    // What follows within an item goes on with it.
    if (open?.type === 'item') reader.open = { type: 'paragraph', content: [], under: open.level }
    else if (open?.type === 'heading') reader.open = null
  }
  reader.line = []
}

/** A short bold line over points or plain text is a heading that was made by hand. */
function fakeHeadings(blocks: readonly PastedBlock[]): PastedBlock[] {
  return blocks.map((block, index) => {
    const next = blocks[index + 1]
    if (block.type !== 'paragraph' || block.under !== undefined || next === undefined) return block
    const isShort = block.content.reduce((sum, { text }) => sum + text.length, 0) <= 160
    if (!isShort || !isBold(block) || (next.type === 'paragraph' && isBold(next))) return block
    return { type: 'heading', level: 7, content: block.content }
  })
}

function isBold({ content }: PastedBlock): boolean {
  return content.length > 0 && content.every((inline) => inline.bold === true || inline.text.trim() === '')
}

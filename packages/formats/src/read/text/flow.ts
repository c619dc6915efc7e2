import type { Block, BlockText, Paragraph } from '@concerte/schema'
import { plainToLine } from '@concerte/schema'

import { joinLines, type Line } from './lines.ts'
import { readMark, type Mark } from './marks.ts'
import { continuesSentence, endsSentence } from './sentences.ts'

/** Deeper dashes stay on the last level: nobody reads further, and every later reader recurses over the levels. */
const deepestList = 6

type OpenList = { mark: string; indent: number; items: BlockText[] }

/** An empty text, as the editor makes it. */
export function emptyBlocks(): BlockText {
  return [{ type: 'paragraph', content: [] }]
}

/** Paragraphs and nested lists of running text. The bullet of a rubric's item is taken off before. */
export function readFlow(lines: readonly Line[]): BlockText {
  const root: BlockText = []
  const lists: OpenList[] = []
  const widest = lines.reduce((width, line) => Math.max(width, line.text.length), 0)
  let paragraph: Line[] = []

  const closeParagraph = (): void => {
    if (paragraph.length === 0) return
    const into = lists.at(-1)?.items.at(-1) ?? root
    into.push(toParagraph(paragraph))
    paragraph = []
  }

  for (const line of lines) {
    const before = paragraph.at(-1)
    const mark = readMark(line.text)
    if (mark !== undefined && (lists.length > 0 || opensList(mark, line, before))) {
      closeParagraph()
      openItem(root, lists, mark, line)
      paragraph = [{ ...line, text: mark.rest }]
      continue
    }
    if (before !== undefined && breaksParagraph(before, line, lists.length === 0 ? widest : 0)) {
      closeParagraph()
      lists.length = 0
    }
    paragraph.push(line)
  }
  closeParagraph()
  return root.length === 0 ? emptyBlocks() : root
}

function toParagraph(lines: readonly Line[]): Paragraph {
  return { type: 'paragraph', content: plainToLine(joinLines(lines)) }
}

/** A dash in the middle of a sentence that happens to begin a line is prose. */
function opensList(mark: Mark, line: Line, before: Line | undefined): boolean {
  return !mark.dash || before === undefined || line.gap || /[\p{P}]$/u.test(before.text)
}

/**
 * A sentence that ends a line, when the next word would still have fitted there, was ended on purpose.
 * `width` is that of the widest line; 0 inside a list, whose lines are of another width.
 */
function breaksParagraph(before: Line, line: Line, width: number): boolean {
  if (line.gap) return !continuesSentence(before.text, line.text) && !(width > 0 && before.text.endsWith(','))
  const firstWord = line.text.split(' ', 1)[0] ?? ''
  return endsSentence(before.text) && before.text.length + 1 + firstWord.length <= width
}

function openItem(root: BlockText, lists: OpenList[], mark: Mark, line: Line): void {
  const level = findLevel(lists, mark, line)
  if (level < lists.length) {
    lists.length = level + 1
  } else {
    const parent = lists.at(-1)?.items.at(-1) ?? root
    const list: Block = { type: 'bulletList', items: [] }
    parent.push(list)
    lists.push({ mark: mark.mark, indent: line.indent, items: list.items })
  }
  lists.at(-1)?.items.push([])
}

/** The level of an item: that of the same mark at the same depth, else one deeper, else the last. */
function findLevel(lists: readonly OpenList[], mark: Mark, line: Line): number {
  const same = lists.findLastIndex(
    (list) => list.mark === mark.mark && (!mark.dash || Math.abs(list.indent - line.indent) <= 1),
  )
  if (same >= 0) return same
  const last = lists.at(-1)
  const isDeeper = last === undefined || line.indent > last.indent + 1 || last.mark !== mark.mark
  if (isDeeper) return Math.min(lists.length, deepestList - 1)
  return Math.max(
    0,
    lists.findLastIndex((list) => list.indent <= line.indent + 1),
  )
}

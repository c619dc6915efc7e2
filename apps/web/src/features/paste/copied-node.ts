import { escapeHtml, itemHtml, lineHtml, textHtml, textPlain } from '@concerte/editor/paste'
import {
  actionLines,
  indicatorLines,
  lineToPlain,
  nodeText,
  readBlocks,
  readLine,
  readValues,
  rubricHeading,
  rubricsOf,
  type BlockText,
  type NodeId,
  type OutlineNode,
  type PlanDoc,
  type SlotLevel,
  type Template,
} from '@concerte/schema'

import type { PlanStructure } from '../plan/store/structure.ts'

/** What goes to the clipboard: for word processors, and for where only characters go. */
export type Copied = { html: string; text: string }

/**
 * A whole node with all that stands in it, as headings and lists. An axis starts at the first level of headings, a group at the
 * second, an action at the third: pasted at another axis or action, the same nodes come of it.
 */
export function copiedNode(plan: PlanDoc, structure: PlanStructure, node: OutlineNode): Copied {
  const parts: Copied[] = []
  addNode({ plan, structure, parts }, node)
  return {
    html: parts.map(({ html }) => html).join(''),
    text: parts.map(({ text }) => text).join('\n'),
  }
}

type Writer = { plan: PlanDoc; structure: PlanStructure; parts: Copied[] }

function addNode(writer: Writer, node: OutlineNode): void {
  const { template, outline } = writer.structure
  switch (node.type) {
    case 'section':
      addHeading(writer, 1, node, '')
      addText(writer, node.id, 'body')
      addText(writer, node.id, 'signatory')
      return
    case 'axis':
      addHeading(writer, 1, node, template.labels.axis)
      addLine(writer, node.id, 'slogan')
      for (const slot of template.axis) {
        if (slot.type === 'introduction') addText(writer, node.id, 'introduction')
        else if (slot.type === 'rubric') addRubric(writer, node.id, 'axis', slot.id)
      }
      break
    case 'group':
      addHeading(writer, 2, node, '')
      break
    case 'action':
      addHeading(writer, 3, node, template.labels.action)
      for (const line of actionLines(readValues(writer.plan, node.id, 'action'))) {
        writer.parts.push({ html: `<p>${escapeHtml(line)}</p>`, text: line })
      }
      for (const rubric of rubricsOf(template, 'action')) addRubric(writer, node.id, 'action', rubric.id)
      return
    case 'entry':
      addEntries(writer, [node.id], isIndicator(template, node.place.rubric))
      return
  }
  for (const child of outline.children(node.id)) addNode(writer, child)
}

function addHeading(
  { plan, structure, parts }: Writer,
  level: number,
  node: OutlineNode,
  label: string,
): void {
  const title = textOf(plan, node.id, 'title')
  const line = title === undefined ? [] : readLine(title)
  const number = structure.numbers.get(node.id)
  const words = lineToPlain(line)
  const head = number === undefined ? '' : `${label} ${number}${words === '' ? '' : '\u00A0: '}`
  if (head === '' && words === '') return
  parts.push({ html: `<h${level}>${escapeHtml(head)}${lineHtml(line)}</h${level}>`, text: `${head}${words}` })
}

function addLine({ plan, parts }: Writer, id: NodeId, field: string): void {
  const text = textOf(plan, id, field)
  const line = text === undefined ? [] : readLine(text)
  if (line.length > 0) parts.push({ html: `<p>${lineHtml(line)}</p>`, text: lineToPlain(line) })
}

function addText({ plan, parts }: Writer, id: NodeId, field: string): void {
  const text = textOf(plan, id, field)
  const blocks = text === undefined ? [] : readBlocks(text)
  if (textPlain(blocks).trim() !== '') parts.push({ html: textHtml(blocks), text: textPlain(blocks) })
}

function addRubric(writer: Writer, parent: NodeId, level: SlotLevel, id: string): void {
  const { template, outline } = writer.structure
  const rubric = rubricsOf(template, level).find((slot) => slot.id === id)
  const entries = outline.children(parent, id).map((entry) => entry.id)
  if (rubric === undefined || entries.length === 0) return
  const heading = rubricHeading(rubric, entries.length)
  if (heading !== '') writer.parts.push({ html: `<h4>${escapeHtml(heading)}</h4>`, text: heading })
  addEntries(writer, entries, rubric.entryType === 'indicator')
}

function addEntries({ plan, parts }: Writer, entries: readonly NodeId[], areIndicators: boolean): void {
  const items = entries.map((id) => {
    const text = textOf(plan, id, 'text')
    const fields = areIndicators ? indicatorLines(readValues(plan, id, 'entry')) : []
    return [...(text === undefined ? [] : readBlocks(text)), ...listOf(fields)]
  })
  parts.push({
    html: `<ul>${items.map((item) => `<li>${itemHtml(item)}</li>`).join('')}</ul>`,
    text: textPlain([{ type: 'bulletList', items }]),
  })
}

function isIndicator({ axis, action }: Template, rubric: string | undefined): boolean {
  return [...axis, ...action].some(
    (slot) => slot.type === 'rubric' && slot.id === rubric && slot.entryType === 'indicator',
  )
}

/** Lines as the sub-points of an entry. */
function listOf(lines: readonly string[]): BlockText {
  const items = lines.map((line): BlockText => [{ type: 'paragraph', content: [{ text: line }] }])
  return items.length === 0 ? [] : [{ type: 'bulletList', items }]
}

function textOf(plan: PlanDoc, id: NodeId, field: string) {
  return nodeText(plan, id, field)
}

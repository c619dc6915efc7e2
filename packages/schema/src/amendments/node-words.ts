import { isNodeId } from '../ids.ts'
import { textsOf, type NodeType } from '../outline/node-types.ts'
import { nodeText, nodeType, type PlanDoc } from '../outline/plan-doc.ts'
import { readOutline, type Outline } from '../outline/read-outline.ts'
import { readValues } from '../outline/read-values.ts'
import { blocksToPlain, lineToPlain } from '../text/plain-text.ts'
import { readBlocks, readLine } from '../text/read-fragment.ts'

/** The plain words of a node and of all in it that stands in the plan, fields included, in reading order, a line each. */
export function nodeWords(plan: PlanDoc, id: string): string {
  const type = nodeType(plan, id)
  if (type === undefined) return ''
  // Nothing stands under an entry: the outline, which may be a pass over the plan, need not be read.
  const lines = type === 'entry' ? ownWords(plan, id, type) : wordsWithin(plan, readOutline(plan), id, type)
  return lines.join('\n')
}

function wordsWithin(plan: PlanDoc, outline: Outline, id: string, type: NodeType): string[] {
  const slots = type === 'axis' || type === 'action' ? outline.template[type] : []
  const entries = slots.flatMap((slot) => (slot.type === 'rubric' ? outline.children(id, slot.id) : []))
  const inner = [...entries, ...outline.children(id)]
  return [
    ...ownWords(plan, id, type),
    ...inner.flatMap((node) => wordsWithin(plan, outline, node.id, node.type)),
  ]
}

function ownWords(plan: PlanDoc, id: string, type: NodeType): string[] {
  const texts = textsOf(type).map(([field, profile]) => {
    const fragment = isNodeId(id) ? nodeText(plan, id, field) : undefined
    if (fragment === undefined) return ''
    return profile === 'line' ? lineToPlain(readLine(fragment)) : blocksToPlain(readBlocks(fragment))
  })
  const values = Object.values(readValues(plan, id, type)).map(valueWords)
  return [...texts, ...values].filter((words) => words.trim() !== '')
}

function valueWords(value: string | { value: string; date?: string | undefined } | undefined): string {
  if (value === undefined || typeof value === 'string') return value ?? ''
  return value.date === undefined ? value.value : `${value.value} (${value.date})`
}

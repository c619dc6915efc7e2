import { isNodeId } from '../ids.ts'
import { textsOf, type NodeType } from '../outline/node-types.ts'
import { nodeText, nodeType, type PlanDoc } from '../outline/plan-doc.ts'
import { allChildren, readOutline, type Outline } from '../outline/read-outline.ts'
import { readValues } from '../outline/read-values.ts'
import type { DatedValue } from '../project.ts'
import { datedWords } from '../reading.ts'
import { readWords } from '../text/read-fragment.ts'

/** The plain words of a node and of all in it that stands in the plan, fields included, in reading order, a line each. */
export function nodeWords(plan: PlanDoc, id: string): string {
  const type = nodeType(plan, id)
  if (type === undefined) return ''
  // Nothing stands under an entry: the outline, which may be a pass over the plan, need not be read.
  const lines =
    type === 'entry' ? ownWords(plan, id, type) : wordsWithin(plan, readOutline(plan), { id, type })
  return lines.join('\n')
}

type Node = { id: string; type: NodeType }

function wordsWithin(plan: PlanDoc, outline: Outline, node: Node): string[] {
  const inner = allChildren(outline, node)
  return [
    ...ownWords(plan, node.id, node.type),
    ...inner.flatMap((child) => wordsWithin(plan, outline, child)),
  ]
}

function ownWords(plan: PlanDoc, id: string, type: NodeType): string[] {
  const texts = textsOf(type).map(([field, profile]) => {
    const fragment = isNodeId(id) ? nodeText(plan, id, field) : undefined
    return fragment === undefined ? '' : readWords(fragment, profile)
  })
  const values = Object.values(readValues(plan, id, type)).map(valueWords)
  return [...texts, ...values].filter((words) => words.trim() !== '')
}

function valueWords(value: string | DatedValue | undefined): string {
  return typeof value === 'object' ? datedWords(value) : (value ?? '')
}

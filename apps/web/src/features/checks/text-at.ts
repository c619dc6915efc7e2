import {
  blocksToPlain,
  coverTexts,
  isNodeId,
  lineToPlain,
  nodeType,
  readBlocks,
  readLine,
  textsOf,
  type TextProfile,
} from '@concerte/schema'
import type * as Y from 'yjs'

import type { PlanStore } from '../plan/store/plan-store.ts'

/** The profile of the text at a place; undefined where there is none, but a structured field or a rubric. */
export function profileOf(
  { plan }: Pick<PlanStore, 'plan'>,
  { node, field }: { node: string; field: string },
): TextProfile | undefined {
  if (node === 'cover') return coverTexts.some((name) => name === field) ? 'line' : undefined
  const type = isNodeId(node) ? nodeType(plan, node) : undefined
  return type === undefined ? undefined : textsOf(type).find(([name]) => name === field)?.[1]
}

/** The form of a text in which the ranges of findings count. */
export function plainText(text: Y.XmlFragment, profile: TextProfile = 'block'): string {
  return profile === 'line' ? lineToPlain(readLine(text)) : blocksToPlain(readBlocks(text))
}

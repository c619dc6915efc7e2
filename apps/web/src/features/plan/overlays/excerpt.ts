import {
  blocksToPlain,
  nodeText,
  readBlocks,
  shortened,
  type OutlineNode,
  type PlanDoc,
} from '@concerte/schema'

import { mainText } from '../commands/node-commands.ts'

const longest = 60

/** The first words of a node, to tell which one it is. */
export function excerptOf(plan: PlanDoc, node: OutlineNode): string {
  return shortened(wordsOf(plan, node), longest)
}

/** All words of the text that a node is known by. */
export function wordsOf(plan: PlanDoc, node: OutlineNode): string {
  const text = nodeText(plan, node.id, mainText(node).field)
  return text === undefined ? '' : blocksToPlain(readBlocks(text)).replaceAll(/\s+/g, ' ').trim()
}

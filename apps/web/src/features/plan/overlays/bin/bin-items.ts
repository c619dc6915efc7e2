import {
  nodeMap,
  nodeText,
  blocksToPlain,
  readBlocks,
  textsOf,
  type NodeId,
  type OutlineNode,
} from '@concerte/schema'

import { writerOf } from '../../notes/what-happened.ts'
import type { PlanStore } from '../../store/plan-store.ts'
import { withAncestors, type PlanStructure } from '../../store/structure.ts'
import { wordsOf } from '../excerpt.ts'

/** Something that was put in the bin. */
export type BinItem = {
  node: OutlineNode
  words: string
  /** How many nodes went along, at any depth. */
  contents: number
  /** What it stood in that is in the bin too, from within: these come back with it. */
  above: readonly OutlineNode[]
  /** Not a word in it, and nothing under it. */
  isEmpty: boolean
}

/** What is in the bin, latest first. Reads the texts of these nodes alone. */
export function readBin(store: Pick<PlanStore, 'plan' | 'structure'>): BinItem[] {
  const structure = store.structure()
  return structure.trash.map((node) => {
    const contents = countWithin(structure, node)
    return {
      node,
      contents,
      words: wordsOf(store.plan, node),
      above: binnedAbove(structure, node),
      isEmpty: contents === 0 && textsOf(node.type).every(([field]) => isBlank(store, node.id, field)),
    }
  })
}

/**
 * Who removed a node: by the Yjs client that wrote the removal, which the server knows to be one person's [S3]; else by the id that
 * the removal carries. Before ids, removals carried a name. Null when nobody knows.
 */
export function removerOf(
  { plan }: Pick<PlanStore, 'plan'>,
  { id, trashed }: OutlineNode,
  book: { authorOf: (client: number) => string | null; nameOf: (userId: string) => string | null },
): string | null {
  const map = nodeMap(plan, id)
  const author = map === undefined ? null : book.authorOf(writerOf(map, 'trashed'))
  const by = trashed?.by ?? null
  const name = (author === null ? null : book.nameOf(author)) ?? (by === null ? null : book.nameOf(by))
  return name ?? (by === null || isUserId(by) ? null : by)
}

function countWithin(structure: PlanStructure, { id, type }: OutlineNode): number {
  const { template } = structure
  const slots = type === 'axis' ? template.axis : type === 'action' ? template.action : []
  const lists = [structure.list(id), ...slots.map((slot) => structure.list(id, slot.id))]
  let count = 0
  for (const child of lists.flat()) {
    const node = structure.outline.nodes.get(child.id)
    count += 1 + (node === undefined ? 0 : countWithin(structure, node))
  }
  return count
}

function binnedAbove(structure: PlanStructure, node: OutlineNode): OutlineNode[] {
  return withAncestors(structure, node.id)
    .slice(1)
    .filter(({ trashed }) => trashed !== undefined)
}

function isBlank({ plan }: Pick<PlanStore, 'plan'>, id: NodeId, field: string): boolean {
  const text = nodeText(plan, id, field)
  return text === undefined || blocksToPlain(readBlocks(text)).trim() === ''
}

/** Ids are one word of many letters and figures; what people are called has a space in it, or is short. */
function isUserId(by: string): boolean {
  return /^[\w-]{16,}$/.test(by)
}

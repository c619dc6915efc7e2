import {
  blocksToPlain,
  lineToPlain,
  nodeText,
  readBlocks,
  readLine,
  readValues,
  rubricsOf,
  type NodeId,
  type OutlineNode,
  type PlanDoc,
  type SlotLevel,
  type Template,
} from '@concerte/schema'

import { indexOf } from '../plan/commands/node-commands.ts'
import type { PlanStructure } from '../plan/store/structure.ts'

/** Where entries and actions would come, when something is pasted at a node. */
export type PasteSpot = {
  entries?: {
    holder: NodeId
    level: SlotLevel
    rubric: string
    index: number
    /** An empty entry, which takes the first of them. */
    fills?: NodeId
    /** An action without a title, which takes the one that stood over them. */
    titles?: NodeId
    /** Fields of the action that hold something: pasting leaves them alone. */
    taken: readonly string[]
  }
  actions?: { parent: NodeId; index: number; isInGroup: boolean }
  /** What is pasted at an axis or a group is first taken for actions, elsewhere for entries. */
  prefers: 'entries' | 'actions'
}

export function pasteSpot(plan: PlanDoc, structure: PlanStructure, node: OutlineNode): PasteSpot | null {
  const { template, outline } = structure
  if (indexOf(structure, node) === -1) return null
  switch (node.type) {
    case 'section':
      return null
    case 'axis':
      return {
        ...entriesIn(template, node.id, 'axis'),
        ...(holdsActions(template) && { actions: { parent: node.id, index: end, isInGroup: false } }),
        prefers: 'actions',
      }
    case 'group':
      return { actions: { parent: node.id, index: end, isInGroup: true }, prefers: 'actions' }
    case 'action': {
      const at = entriesIn(template, node.id, 'action')
      const isUntitled = isEmptyLine(plan, node.id)
      return {
        ...(at.entries !== undefined && {
          entries: { ...at.entries, taken: takenIn(plan, node.id), ...(isUntitled && { titles: node.id }) },
        }),
        ...actionsAfter(structure, node),
        prefers: 'entries',
      }
    }
    case 'entry': {
      const holder = outline.nodes.get(node.place.parent)
      const { rubric } = node.place
      if (holder === undefined || rubric === undefined) return null
      const level = holder.type === 'axis' ? 'axis' : 'action'
      const isEmpty = isEmptyEntry(plan, node.id)
      return {
        entries: {
          holder: holder.id,
          level,
          rubric,
          index: indexOf(structure, node) + 1,
          taken: level === 'action' ? takenIn(plan, holder.id) : [],
          ...(isEmpty && { fills: node.id }),
        },
        ...(level === 'action'
          ? actionsAfter(structure, holder)
          : holdsActions(template) && { actions: { parent: holder.id, index: end, isInGroup: false } }),
        prefers: 'entries',
      }
    }
  }
}

const end = Number.POSITIVE_INFINITY

function entriesIn(template: Template, holder: NodeId, level: SlotLevel): Pick<PasteSpot, 'entries'> {
  const rubric = rubricsOf(template, level).find((slot) => slot.retired !== true)?.id
  return rubric === undefined ? {} : { entries: { holder, level, rubric, index: end, taken: [] } }
}

function actionsAfter(structure: PlanStructure, action: OutlineNode): Pick<PasteSpot, 'actions'> {
  const parent = structure.outline.nodes.get(action.place.parent)
  if (parent === undefined) return {}
  const index = indexOf(structure, action) + 1
  return { actions: { parent: parent.id, index, isInGroup: parent.type === 'group' } }
}

/** A plan of orientations has no actions. */
function holdsActions(template: Template): boolean {
  return template.action.length > 0 || template.axis.some((slot) => slot.type === 'actionList')
}

function takenIn(plan: PlanDoc, action: NodeId): string[] {
  return Object.keys(readValues(plan, action, 'action'))
}

function isEmptyEntry(plan: PlanDoc, id: NodeId): boolean {
  const text = nodeText(plan, id, 'text')
  return text !== undefined && blocksToPlain(readBlocks(text)).trim() === ''
}

function isEmptyLine(plan: PlanDoc, id: NodeId): boolean {
  const text = nodeText(plan, id, 'title')
  return text !== undefined && lineToPlain(readLine(text)).trim() === ''
}

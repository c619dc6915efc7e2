import { nodeIdSchema, type NewNode, type NodeId, type OutlineNode } from '@concerte/schema'

import { plainWords } from '../../find/plain-words.ts'
import type { PlanTools } from '../plan-context.ts'
import { toAdd } from '../rights/plan-rights.ts'
import { coverNode } from '../store/place.ts'
import { withAncestors, type PlanStructure } from '../store/structure.ts'
import type { fr } from './messages.fr.ts'

/** Something that may come where one writes. */
export type InsertItem = { key: string; label: string; note: string; also: string } & (
  | { type: 'node'; added: NewNode; index: number | undefined }
  | { type: 'list'; list: 'bulletList' | 'orderedList' }
)

/** What may come at a node, or at the cover, of all that the template and the person's rights allow: the nearest first. */
export function insertItems(
  { store, rights }: Pick<PlanTools, 'store' | 'rights'>,
  node: string,
  hasLists: boolean,
  t: typeof fr,
): InsertItem[] {
  const structure = store.structure()
  const found = structure.outline.nodes.get(node)
  if (found === undefined && node !== coverNode) return []
  const lists: InsertItem[] = (['bulletList', 'orderedList'] as const).map((list) => ({
    type: 'list',
    key: list,
    list,
    label: t[list],
    note: t.listNote,
    also: t.also[list],
  }))
  const nodes = nodesAt(structure, found, t).filter(
    (item) => item.type !== 'node' || rights.refusal(toAdd(item.added)) === null,
  )
  if (!hasLists) return nodes
  // In a long text a list is what one wants; in a measure, another line of the plan.
  return found?.type === 'entry' ? [...nodes, ...lists] : [...lists, ...nodes]
}

/** Those that the words after the `/` mean. Accents and capitals are as one happens to write them. */
export function matchingItems(items: readonly InsertItem[], query: string): InsertItem[] {
  const words = plainWords(query).split(/\s+/).filter(Boolean)
  return items.filter(({ label, note, also }) => {
    const own = plainWords(`${label} ${note} ${also}`).split(/[\s']+/)
    return words.every((word) => own.some((known) => known.startsWith(word)))
  })
}

function nodesAt(structure: PlanStructure, node: OutlineNode | undefined, t: typeof fr): InsertItem[] {
  const { template, outline } = structure
  const above = node === undefined ? [] : withAncestors(structure, node.id)
  const action = above.find(({ type }) => type === 'action')
  const group = above.find(({ type }) => type === 'group')
  const axis = above.find(({ type }) => type === 'axis')
  const items: InsertItem[] = []
  const offer = (
    added: NewNode,
    words: { label: string; note: string; also: string },
    after?: OutlineNode,
  ): void => {
    const index = after === undefined ? undefined : indexAfter(structure, after)
    const key =
      added.type === 'entry' ? added.rubric : `${added.type} ${'parent' in added ? added.parent : ''}`
    items.push({ type: 'node', key, added, index, ...words })
  }

  const holder = action ?? axis
  const owner = holder && idOf(holder)
  if (holder !== undefined && owner !== undefined) {
    for (const slot of template[holder.type === 'axis' ? 'axis' : 'action']) {
      if (slot.type !== 'rubric' || slot.retired === true) continue
      const isHere = node?.type === 'entry' && node.place.rubric === slot.id
      const label = t.kinds[slot.entryType]
      // «Indicateur», under «Indicateurs»: said once.
      const note = plainWords(slot.heading).startsWith(plainWords(label)) ? '' : slot.heading
      offer(
        { type: 'entry', parent: owner, rubric: slot.id },
        { label, note, also: t.also[slot.entryType] },
        isHere ? node : undefined,
      )
    }
  }
  const axisId = axis && idOf(axis)
  const groupId = group && idOf(group)
  if (axis !== undefined && axisId !== undefined) {
    const words = { label: template.labels.action, also: t.also.action }
    if (groupId !== undefined) {
      offer({ type: 'action', parent: groupId }, { ...words, note: action ? t.action : '' }, action)
    } else {
      offer({ type: 'action', parent: axisId }, { ...words, note: action ? t.action : '' }, action)
    }
    offer(
      { type: 'group', parent: axisId },
      { label: t.group, note: t.groupNote, also: t.also.group },
      group ?? action,
    )
  }
  offer(
    { type: 'axis' },
    { label: template.labels.axis, note: axis ? t.axis : '', also: t.also.axis },
    axis ?? (node?.place.parent === 'back' ? outline.children('axes').at(-1) : undefined),
  )
  const section = node?.type === 'section' ? node : undefined
  const isIn = (root: 'front' | 'back') => (section?.place.parent === root ? section : undefined)
  if (section !== undefined || node === undefined) {
    const front = { label: t.front, note: t.frontNote, also: t.also.section }
    const back = { label: t.back, note: t.backNote, also: t.also.section }
    offer({ type: 'section', parent: 'front' }, front, isIn('front'))
    offer({ type: 'section', parent: 'back' }, back, isIn('back'))
  }
  return items
}

function indexAfter(structure: PlanStructure, { id, place }: OutlineNode): number | undefined {
  const index = structure.list(place.parent, place.rubric).findIndex((sibling) => sibling.id === id)
  return index === -1 ? undefined : index + 1
}

function idOf({ id }: { id: string }): NodeId | undefined {
  return nodeIdSchema.safeParse(id).data
}

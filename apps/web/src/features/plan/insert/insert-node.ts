import type { FieldPlace } from '@concerte/editor'
import {
  edit,
  moveNode,
  trashNode,
  writeBlocks,
  writeLine,
  type OutlineNode,
  type PlanDoc,
  type TextProfile,
  type Trashed,
} from '@concerte/schema'

import { addAt, mainText } from '../commands/node-commands.ts'
import type { Outcome } from '../commands/plan-commands.ts'
import type { PlanTools } from '../plan-context.ts'
import { toAdd, type Intent } from '../rights/plan-rights.ts'
import type { InsertItem } from './insert-items.ts'

type NodeItem = Extract<InsertItem, { type: 'node' }>

/** Adds what was chosen at a button. */
export function insertNode({ commands }: Pick<PlanTools, 'commands'>, { added, index }: NodeItem): void {
  commands.run(toAdd(added), (plan) => addAt(plan, added, index))
}

/**
 * Puts what was chosen behind a `/` in the place of what was written: an entry in which nothing else stands becomes an entry of
 * the other kind, or makes room for what is no entry.
 */
export function insertInstead(
  { store, commands }: Pick<PlanTools, 'store' | 'commands'>,
  place: FieldPlace,
  profile: TextProfile,
  { added, index }: NodeItem,
): void {
  const node = store.structure().outline.nodes.get(place.node)
  const entry = node?.type === 'entry' ? node : undefined
  const own: Intent = entry ? { type: 'arrange', node: entry.id } : { type: 'write', node: place.node }
  const text = store.text(place)
  if (text === undefined) return
  commands.run([toAdd(added), own], (plan) =>
    edit(plan, () => {
      const outcome = become(plan, entry, { added, index }, commands.trashed())
      if (profile === 'line') writeLine(text, [])
      else writeBlocks(text, [])
      return outcome
    }),
  )
}

function become(
  plan: PlanDoc,
  entry: OutlineNode | undefined,
  { added, index }: Pick<NodeItem, 'added' | 'index'>,
  trashed: Trashed,
): Outcome {
  if (entry === undefined) return addAt(plan, added, index)
  if (added.type === 'entry') {
    const isOther = added.rubric !== entry.place.rubric || added.parent !== entry.place.parent
    if (isOther) moveNode(plan, entry.id, added, Number.POSITIVE_INFINITY)
    return { focus: mainText(entry), target: { type: 'start' } }
  }
  trashNode(plan, entry.id, trashed)
  return addAt(plan, added, index)
}

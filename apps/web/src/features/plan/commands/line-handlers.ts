import type { FieldHandlers, FieldPlace } from '@concerte/editor'
import type { NewNode, NodeId } from '@concerte/schema'

import type { PlanTools } from '../plan-context.ts'
import { toAdd } from '../rights/plan-rights.ts'
import { addAt, remove } from './node-commands.ts'

/** Keys within a title or another line: Enter goes on to what comes next, and makes the first item where there is none. */
export function lineHandlers(
  { store, fields, commands }: PlanTools,
  place: FieldPlace,
): Pick<FieldHandlers, 'enter' | 'backspaceAtStart'> {
  const add = (added: NewNode) => commands.run(toAdd(added), (plan) => addAt(plan, added))
  return {
    enter() {
      const structure = store.structure()
      const node = structure.outline.nodes.get(place.node)
      const rubric = structure.template.action.find((slot) => slot.type === 'rubric' && slot.retired !== true)
      if (
        node?.type === 'action' &&
        rubric !== undefined &&
        structure.list(node.id, rubric.id).length === 0
      ) {
        add({ type: 'entry', parent: node.id, rubric: rubric.id })
        return true
      }
      if (node?.type === 'group' && structure.list(node.id).length === 0) {
        add({ type: 'action', parent: node.id })
        return true
      }
      return fields.step(place, 1, { type: 'start' })
    },
    backspaceAtStart({ isEmpty }) {
      const structure = store.structure()
      const node = structure.outline.nodes.get(place.node)
      const isRemovable =
        (node?.type === 'action' || node?.type === 'group') && isBare(structure.list, node.id)
      if (!isEmpty || !isRemovable || structure.list(node.place.parent).length < 2) return false
      // An action that was added by mistake goes as an empty item does; one that holds something is removed by its menu.
      const rubrics = structure.template.action.filter((slot) => structure.list(node.id, slot.id).length > 0)
      if (rubrics.length > 0) return false
      commands.run({ type: 'arrange', node: node.id }, (plan) =>
        remove(plan, structure, node, commands.trashed()),
      )
      return true
    },
  }
}

function isBare(list: (parent: string) => readonly unknown[], id: NodeId): boolean {
  return list(id).length === 0
}

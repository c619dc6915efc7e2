import type { FieldHandlers } from '@concerte/editor'
import {
  indentEntry,
  joinWithPrevious,
  outdentItem,
  readValues,
  splitEntry,
  type NodeId,
  type OutlineNode,
} from '@concerte/schema'

import { currentLocale } from '../../../i18n/locale.ts'
import { keysMessages } from '../keys/messages.ts'
import type { PlanTools } from '../plan-context.ts'
import { addBeside, indexOf, mainText, remove, siblingsOf } from './node-commands.ts'

/** Keys within a measure, an indicator or a statement. */
export function entryHandlers(
  { store, fields, commands }: PlanTools,
  id: NodeId,
): Pick<FieldHandlers, 'enter' | 'backspaceAtStart' | 'deleteAtEnd' | 'indent' | 'outdent'> {
  const read = (): OutlineNode | undefined => store.structure().outline.nodes.get(id)
  return {
    enter({ point, isEmpty, isAtStart, isAtEnd }) {
      const node = read()
      if (node === undefined) return false
      const siblings = siblingsOf(store.structure(), node)
      if (isEmpty && indexOf(store.structure(), node) === siblings.length - 1) {
        // Enter in an empty last item means that the list is done.
        return fields.step({ node: id, field: 'text' }, 1, { type: 'start' })
      }
      commands.run({ type: 'write', node: id }, (plan) => {
        // The words keep their node: an empty one comes before them.
        if (isAtStart && !isEmpty) {
          addBeside(plan, store.structure(), node, 0)
          return { focus: { node: id, field: 'text' }, target: { type: 'start' } }
        }
        // Nothing to take along, not even the list that the caret stands in.
        if (isAtEnd) return addBeside(plan, store.structure(), node, 1)
        const added = splitEntry(plan, id, point)
        return { focus: { node: added, field: 'text' }, target: { type: 'start' } }
      })
      return true
    },
    backspaceAtStart({ isEmpty }) {
      const node = read()
      if (node === undefined) return false
      const isFirst = indexOf(store.structure(), node) === 0
      if (isFirst && !isEmpty) return true
      commands.run({ type: 'arrange', node: id }, (plan) => {
        if (isEmpty) return remove(plan, store.structure(), node, commands.trashed())
        const joined = joinWithPrevious(plan, id, commands.trashed())
        return joined === null
          ? undefined
          : { focus: { node: joined.id, field: 'text' }, target: { type: 'point', point: joined.seam } }
      })
      return true
    },
    deleteAtEnd() {
      const node = read()
      if (node === undefined) return false
      const next = siblingsOf(store.structure(), node)[indexOf(store.structure(), node) + 1]
      if (next === undefined) return true
      commands.run({ type: 'arrange', node: next.id }, (plan) => {
        const joined = joinWithPrevious(plan, next.id, commands.trashed())
        return joined === null
          ? undefined
          : { focus: mainText(node), target: { type: 'point', point: joined.seam } }
      })
      return true
    },
    indent(caret) {
      const node = read()
      if (node === undefined) return false
      const t = keysMessages[currentLocale()]
      commands.run({ type: 'arrange', node: id }, (plan) => {
        // Its words would go on without them.
        if (Object.keys(readValues(plan, id, 'entry')).length > 0) return { said: t.hasFields }
        const done = indentEntry(plan, id, commands.trashed())
        if (done === null) return { said: t.nothingAbove }
        const point = { path: [...done.item, ...caret.path], offset: caret.offset }
        return {
          focus: { node: done.id, field: 'text' },
          target: { type: 'point', point },
          heard: t.indented,
        }
      })
      return true
    },
    outdent({ item, point }) {
      commands.run({ type: 'write', node: id }, (plan) => {
        const added = outdentItem(plan, id, item)
        return added === null
          ? undefined
          : {
              focus: { node: added, field: 'text' },
              target: { type: 'point', point },
              heard: keysMessages[currentLocale()].outdented,
            }
      })
      return true
    },
  }
}

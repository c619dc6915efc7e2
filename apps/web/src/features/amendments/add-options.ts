import { rubricsOf, type NodeId, type Proposal, type RubricId, type Spot } from '@concerte/schema'

import type { PlanStructure } from '../plan/store/structure.ts'
import { nodeIdAt } from './place-now.ts'

/** A list to which something may be added, and what. */
export type AddOption = {
  key: string
  parent: Spot['parent']
  type: 'entry' | 'action' | 'axis'
  rubric?: RubricId
}

type Draft = Extract<Proposal, { type: 'add' }>['draft']

/** What may be added at a node (beside an entry, within an action, a group or an axis) or to the plan (`axes`): the nearest first. */
export function addOptions(structure: PlanStructure, node: string): AddOption[] {
  if (node === 'axes') return [{ key: 'axis', parent: 'axes', type: 'axis' }]
  const { outline, template } = structure
  const found = outline.nodes.get(node)
  if (found === undefined) return []
  if (found.type === 'entry') {
    const own = found.place.rubric
    const all = addOptions(structure, found.place.parent)
    return all.toSorted((a, b) => Number(b.rubric === own) - Number(a.rubric === own))
  }
  const toRubrics = (level: 'axis' | 'action', parent: NodeId): AddOption[] =>
    rubricsOf(template, level)
      .filter(({ retired }) => retired !== true)
      .map(({ id }) => ({ key: id, parent, type: 'entry', rubric: id }))
  switch (found.type) {
    case 'section':
      return []
    case 'action':
      return toRubrics('action', found.id)
    case 'group':
      return [{ key: 'action', parent: found.id, type: 'action' }]
    case 'axis': {
      const hasActions = template.axis.some(({ type }) => type === 'actionList')
      const action: AddOption = { key: 'action', parent: found.id, type: 'action' }
      return [...(hasActions ? [action] : []), ...toRubrics('axis', found.id)]
    }
  }
}

/** Something new at the end of a list, or right after the entry from which it was asked. */
export function startAddition(
  structure: PlanStructure,
  option: AddOption,
  asked: string,
): Extract<Proposal, { type: 'add' }> {
  const siblings = structure.list(option.parent, option.rubric)
  const after = siblings.find(({ id }) => id === asked) ?? siblings.at(-1)
  const at: Spot = {
    parent: option.parent,
    ...(option.rubric !== undefined && { rubric: option.rubric }),
    after: after === undefined ? null : nodeIdAt(after.id),
  }
  return { type: 'add', at, draft: emptyDraft(option.type) }
}

function emptyDraft(type: Draft['type']): Draft {
  const empty = [{ type: 'paragraph' as const, content: [] }]
  return type === 'entry' ? { type, text: empty } : { type, title: empty }
}

import type { NodeId, Outline, OutlineNode, PlanDoc, Template } from '@concerte/schema'
import { readOutline } from '@concerte/schema'

/** A node and its type, as a list of siblings shows it. */
export type Listed = Pick<OutlineNode, 'id' | 'type'>

/**
 * Where everything stands, without texts or fields. Parts that did not change are the same objects from one structure to
 * the next, so that what shows them need not render again.
 */
export type PlanStructure = {
  template: Template
  outline: Outline
  /** Numbers of axes and actions, by id; what waits in the tray has none. */
  numbers: ReadonlyMap<string, number>
  /** Children of a node or root; for entries, those of one rubric. */
  list: (parent: string, rubric?: string) => readonly Listed[]
  unplaced: readonly OutlineNode[]
  trash: readonly OutlineNode[]
}

/** Reads the structure of a plan, taking from `before` what is still the same. */
export function readStructure(plan: PlanDoc, before?: PlanStructure): PlanStructure {
  const outline = readOutline(plan)
  const lists = new Map<string, readonly Listed[]>()
  const list = (parent: string, rubric?: string): readonly Listed[] => {
    const key = `${parent} ${rubric ?? ''}`
    const known = lists.get(key)
    if (known !== undefined) return known
    const found = kept(before?.list(parent, rubric), outline.children(parent, rubric), isSameListed)
    lists.set(key, found)
    return found
  }
  return {
    outline,
    template: isSameJson(before?.template, outline.template) ? before!.template : outline.template,
    numbers: numbersOf(outline),
    list,
    unplaced: kept(before?.unplaced, outline.unplaced, isSameJson),
    trash: kept(before?.trash, outline.trash, isSameJson),
  }
}

function numbersOf(outline: Outline): Map<string, number> {
  const numbers = new Map<string, number>()
  let action = 0
  outline.children('axes').forEach((axis, index) => {
    numbers.set(axis.id, index + 1)
    if (outline.template.numbering.actions === 'perAxis') action = 0
    for (const { id } of actionsUnder(outline, axis.id)) {
      action += 1
      numbers.set(id, action)
    }
  })
  return numbers
}

/** The actions of an axis, in reading order, whether they stand in a group or not. */
export function actionsUnder(outline: Outline, axis: NodeId): OutlineNode[] {
  return outline
    .children(axis)
    .flatMap((node) => (node.type === 'group' ? outline.children(node.id) : [node]))
}

function kept<T>(
  before: readonly T[] | undefined,
  now: readonly T[],
  isSame: (a: T, b: T) => boolean,
): readonly T[] {
  return before?.length === now.length && before.every((item, index) => isSame(item, now[index]!))
    ? before
    : now
}

function isSameListed(a: Listed, b: Listed): boolean {
  return a.id === b.id && a.type === b.type
}

function isSameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

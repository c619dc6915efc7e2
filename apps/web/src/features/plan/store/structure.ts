import type { NodeId, Outline, OutlineNode, PlanDoc, Template } from '@concerte/schema'
import { readOutline } from '@concerte/schema'

/** A node and its type, as a list of siblings shows it. */
export type Listed = Pick<OutlineNode, 'id' | 'type'>

/**
 * Where everything stands, without texts or fields. Parts that did not change are the same objects from one structure to
 * the next, so that what shows them need not render again. Lists stay as they were read; the outline and what a structure
 * is asked are always those of now.
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

/** Gives the structure of a plan as it is now. Where the plan is followed, the cost is that of what changed since. */
export function createStructureReader(plan: PlanDoc): () => PlanStructure {
  const lists = new Map<string, { read: readonly OutlineNode[]; shown: readonly Listed[] }>()
  let numbered: readonly (readonly OutlineNode[])[] = []
  let structure: PlanStructure | undefined

  const list = (parent: string, rubric?: string): readonly Listed[] => {
    const read = readOutline(plan).children(parent, rubric)
    const key = `${parent} ${rubric ?? ''}`
    const known = lists.get(key)
    if (known?.read === read) return known.shown
    const shown = known !== undefined && isSameList(known.shown, read) ? known.shown : read
    lists.set(key, { read, shown })
    return shown
  }

  /** As before while the lists are that number them, which entries do not stand in. */
  function numbers(outline: Outline, before: PlanStructure | undefined): ReadonlyMap<string, number> {
    const now = numberedLists(outline)
    const isSame =
      before?.template.numbering.actions === outline.template.numbering.actions &&
      now.length === numbered.length &&
      now.every((items, index) => items === numbered[index])
    numbered = now
    return isSame ? before.numbers : numbersOf(outline)
  }

  return () => {
    const outline = readOutline(plan)
    if (structure?.outline === outline) return structure
    const before = structure
    structure = {
      outline,
      template: isSameJson(before?.template, outline.template) ? before!.template : outline.template,
      numbers: numbers(outline, before),
      list,
      unplaced: outline.unplaced,
      trash: outline.trash,
    }
    return structure
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

/** The lists of axes, groups and actions. */
function numberedLists(outline: Outline): (readonly OutlineNode[])[] {
  const axes = outline.children('axes')
  const within = ({ id }: OutlineNode) => outline.children(id)
  return [axes].concat(
    axes.flatMap((axis) => [within(axis)].concat(groupsUnder(outline, axis.id).map(within))),
  )
}

export function idOf({ id }: Listed): NodeId {
  return id
}

/** A node and what it stands in, from within. Places of a hostile replica may close a ring: types are four layers at most. */
export function withAncestors({ outline }: Pick<PlanStructure, 'outline'>, node: string): OutlineNode[] {
  const found: OutlineNode[] = []
  let at = outline.nodes.get(node)
  while (at !== undefined && found.length < 5) {
    found.push(at)
    at = outline.nodes.get(at.place.parent)
  }
  return found
}

/** What a node stands in: a root or a node; null where it is nowhere. */
export function parentOf({ outline }: PlanStructure, node: string): string | null {
  return outline.nodes.get(node)?.place.parent ?? null
}

/** The groups of an axis. */
export function groupsUnder(outline: Outline, axis: NodeId): OutlineNode[] {
  return outline.children(axis).filter(({ type }) => type === 'group')
}

/** The actions of an axis, in reading order, whether they stand in a group or not. */
export function actionsUnder(outline: Outline, axis: NodeId): OutlineNode[] {
  return outline
    .children(axis)
    .flatMap((node) => (node.type === 'group' ? outline.children(node.id) : [node]))
}

function isSameList(a: readonly Listed[], b: readonly Listed[]): boolean {
  return (
    a.length === b.length && a.every(({ id, type }, index) => id === b[index]!.id && type === b[index]!.type)
  )
}

function isSameJson(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}

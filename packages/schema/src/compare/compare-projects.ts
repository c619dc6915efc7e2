import { longestRising } from '../merge/align-sequences.ts'
import type { Project } from '../project.ts'
import { compareContent } from './compare-content.ts'
import { compareTemplates } from './compare-template.ts'
import { comparisonFormatVersion, type Comparison, type NodeChange } from './comparison.ts'
import { coverContent, nodeContent } from './node-content.ts'
import { indexPlan, type PlanIndex, type SiblingList, type StandingNode } from './plan-index.ts'

/**
 * What differs between two states of a plan: node by node, matched by id, field by field. Of siblings in another order, the fewest that
 * explain it have moved. Pure; the cost grows as the plans do.
 */
export function compareProjects(before: Project, after: Project): Comparison {
  const plans: Plans = { before: indexPlan(before), after: indexPlan(after), stayed: new Map() }
  const changes = [...compareCovers(before, after)]
  for (const root of ['front', 'axes', 'back', 'tray']) addChanges(changes, plans, root)
  return {
    format: 'concerte-comparison',
    version: comparisonFormatVersion,
    template: compareTemplates(before.template, after.template),
    changes,
  }
}

/** Whether two states of a plan are the same. */
export function isSamePlan({ template, changes }: Comparison): boolean {
  return changes.length === 0 && template.values.length === 0 && template.slots.length === 0
}

/** `stayed`: for each list that is in both, the nodes that kept their order. */
type Plans = { before: PlanIndex; after: PlanIndex; stayed: Map<SiblingList, ReadonlySet<string>> }

function compareCovers(before: Project, after: Project): NodeChange[] {
  const content = compareContent(coverContent(before.cover), coverContent(after.cover))
  if (content.texts.length === 0 && content.values.length === 0) return []
  const cover: NodeChange = {
    type: 'kept',
    node: 'cover',
    kind: 'cover',
    part: 'cover',
    axis: null,
    action: null,
    path: [{ type: 'cover' }],
    heading: '',
    move: null,
    ...content,
  }
  return [cover]
}

/** The changes of all that stands under a node or a root, in reading order. No plan is deep: its layers bound the recursion. */
function addChanges(changes: NodeChange[], plans: Plans, parent: string): void {
  for (const { old, now } of pairLists(plans, parent)) {
    for (const id of inReadingOrder(plans, old, now)) {
      const change = compareNode(plans, id)
      if (change !== null) changes.push(change)
      addChanges(changes, plans, id)
    }
  }
}

/** The lists under a node as they are, then those that only were. */
function pairLists(
  { before, after }: Plans,
  parent: string,
): { old: SiblingList | undefined; now: SiblingList | undefined }[] {
  const [olds, nows] = [before.listsUnder(parent), after.listsUnder(parent)]
  const present = nows.map((now) => ({ old: olds.find(({ key }) => key === now.key), now }))
  const gone = olds.filter(({ key }) => !nows.some((now) => now.key === key))
  return [...present, ...gone.map((old) => ({ old, now: undefined }))]
}

/** The nodes of a list, and those withdrawn from it, each after the one that it stood after. */
function inReadingOrder(
  { after }: Plans,
  old: SiblingList | undefined,
  now: SiblingList | undefined,
): string[] {
  const withdrawn = new Map<string, string[]>()
  let previous = ''
  for (const { id } of old?.nodes ?? []) {
    const standing = after.nodes.get(id)
    if (standing === undefined) {
      const run = withdrawn.get(previous)
      if (run === undefined) withdrawn.set(previous, [id])
      else run.push(id)
    } else if (standing.list === now) previous = id
  }
  const ids: string[] = [...(withdrawn.get('') ?? [])]
  for (const { id } of now?.nodes ?? []) ids.push(id, ...(withdrawn.get(id) ?? []))
  return ids
}

function compareNode(plans: Plans, id: string): NodeChange | null {
  const [old, now] = [plans.before.nodes.get(id), plans.after.nodes.get(id)]
  const shown = now ?? old
  if (shown === undefined) return null
  const content = compareContent(
    old === undefined ? null : nodeContent(old.node),
    now === undefined ? null : nodeContent(now.node),
  )
  const move = old === undefined || now === undefined ? null : moveOf(plans, old, now)
  const isKept = old !== undefined && now !== undefined
  if (isKept && move === null && content.texts.length === 0 && content.values.length === 0) return null
  return {
    type: isKept ? 'kept' : old === undefined ? 'added' : 'withdrawn',
    node: id,
    kind: shown.node.type,
    part: shown.part,
    axis: shown.axis,
    action: shown.action,
    path: shown.path,
    heading: shown.heading,
    move,
    ...content,
  }
}

function moveOf(plans: Plans, old: StandingNode, now: StandingNode): NodeChange['move'] {
  const isWithin = old.list.key === now.list.key
  // The order of the tray is nobody's choice.
  if (isWithin && (now.list.key.startsWith('tray ') || stayedOf(plans, now.list).has(now.node.id)))
    return null
  return { from: old.path, fromHeading: old.heading, isWithin }
}

function stayedOf({ before, stayed }: Plans, now: SiblingList): ReadonlySet<string> {
  const known = stayed.get(now)
  if (known !== undefined) return known
  const kept = now.nodes.flatMap(({ id }) => {
    const old = before.nodes.get(id)
    return old?.list.key === now.key ? [{ id, index: old.index }] : []
  })
  const found = new Set<string>(longestRising(kept.map(({ index }) => index)).map((at) => kept[at]!.id))
  stayed.set(now, found)
  return found
}

import { normalizeProject, layerOf, type ProjectNode } from '../normalize-project.ts'
import { hasRoom } from '../outline/has-room.ts'
import { isRoot, nodeTypes, textsOf } from '../outline/node-types.ts'
import { coverTexts } from '../outline/plan-doc.ts'
import type { Project } from '../project.ts'
import { childrenOf, putTogether, takeApart, withBelow, type PlanLists } from './plan-lists.ts'
import type { RestoreScope } from './restore-scope.ts'

/**
 * The plan of now in which so much of `then` is as it was; ids are kept. Pure: `applyProject` brings a document to it. Null
 * where there is nothing to bring back: `then` has no such node, or a field's node is gone.
 *
 * Of a node: it stays where it stands now, or comes back to where it stood (into the tray when that place is gone), with what
 * stood under it then, also what was moved elsewhere since. What was added under it since goes to the bin; what was moved there
 * since stays, after the rest. Everything else is as in `now`. The dismissals of findings are always those of now.
 */
export function projectWithRestored(now: Project, then: Project, scope: RestoreScope): Project | null {
  switch (scope.type) {
    case 'plan': {
      const { dismissals: _then, ...restored } = then
      return normalizeProject({ ...restored, ...(now.dismissals && { dismissals: now.dismissals }) })
    }
    case 'node':
      return withNode(now, then, scope.node)
    case 'field':
      return scope.node === 'cover' ? withCover(now, then, scope.field) : withField(now, then, scope)
  }
}

function withNode(now: Project, then: Project, id: string): Project | null {
  const former = takeApart(then)
  const lists = takeApart(now)
  const node = former.nodes.get(id)
  if (node === undefined) return null
  const inside = new Set(withBelow(former, node).map((item) => item.id))
  const known = (item: ProjectNode): boolean => former.nodes.has(item.id)
  const kept: { at: string; rubric: string | undefined; node: ProjectNode }[] = []
  for (const at of inside) {
    for (const child of childrenOf(lists, at)) {
      if (inside.has(child.id)) continue
      const rubric = lists.listOf(child.id)?.rubric
      if (known(child)) kept.push({ at, rubric, node: child })
      else
        lists.tray.push(
          ...knownBelow(lists, child, inside, known).map((found) => ({ parent: '', node: found })),
        )
    }
  }
  const home = lists.listOf(id)
  const position = home?.nodes.findIndex((item) => item.id === id) ?? -1
  for (const item of inside) lists.remove(item)
  for (const at of inside) {
    for (const list of lists.listsUnder(at)) list.nodes = []
    for (const list of former.listsUnder(at)) lists.list(at, list.rubric).nodes = [...list.nodes]
  }
  for (const { at, rubric, node: child } of kept) lists.list(at, rubric).nodes.push(child)
  if (home !== undefined && position !== -1) home.nodes = home.nodes.toSpliced(position, 0, node)
  else comeBack(now, { former, lists, node })
  return normalizeProject(putTogether(now, withRoomForEntries(now, lists, former, inside)))
}

/** To where it stood: after the nearest of those before it that is still there. */
function comeBack(
  { template }: Project,
  { former, lists, node }: { former: PlanLists; lists: PlanLists; node: ProjectNode },
): void {
  const place = former.listOf(node.id)
  const parentNode = lists.nodes.get(place?.parent ?? '')
  const isThere = place !== undefined && (isRoot(place.parent) || lists.listOf(place.parent) !== undefined)
  const parent =
    place !== undefined && isRoot(place.parent) ? place.parent : parentNode && layerOf(parentNode)
  if (!isThere || !hasRoom(template, parent, layerOf(node), place.rubric)) {
    lists.tray.push({ parent: '', ...(place?.rubric !== undefined && { rubric: place.rubric }), node })
    return
  }
  const list = lists.list(place.parent, place.rubric)
  const before = place.nodes.slice(
    0,
    place.nodes.findIndex(({ id }) => id === node.id),
  )
  const after = before.findLast(({ id }) => list.nodes.some((item) => item.id === id))
  const position = after === undefined ? 0 : list.nodes.findIndex(({ id }) => id === after.id) + 1
  list.nodes = list.nodes.toSpliced(position, 0, node)
}

/** Entries that came back under a rubric that the template has no more wait in the tray. */
function withRoomForEntries(
  { template }: Project,
  lists: PlanLists,
  former: PlanLists,
  inside: ReadonlySet<string>,
): PlanLists {
  for (const at of inside) {
    const node = former.nodes.get(at)!
    for (const { rubric, nodes: entries } of lists.listsUnder(at)) {
      if (rubric === undefined || hasRoom(template, layerOf(node), 'entry', rubric)) continue
      lists.tray.push(...entries.map((entry) => ({ parent: at, rubric, node: entry })))
    }
  }
  return lists
}

/** Of what goes to the bin, the topmost nodes that were in the plan then, with what stands under them; none of `inside`. */
function knownBelow(
  lists: PlanLists,
  node: ProjectNode,
  inside: ReadonlySet<string>,
  known: (node: ProjectNode) => boolean,
): ProjectNode[] {
  return childrenOf(lists, node.id).flatMap((child) => {
    if (inside.has(child.id)) return []
    return known(child) ? [child] : knownBelow(lists, child, inside, known)
  })
}

function withCover(now: Project, then: Project, field: string): Project | null {
  const isField = field === 'period' || field === 'website' || coverTexts.some((name) => name === field)
  if (!isField) return null
  return normalizeProject({ ...now, cover: withValue(now.cover, then.cover, field) })
}

function withField(
  now: Project,
  then: Project,
  { node: id, field }: { node: string; field: string },
): Project | null {
  const before = takeApart(then).nodes.get(id)
  const lists = takeApart(now)
  const node = lists.nodes.get(id)
  if (before === undefined || node === undefined || layerOf(before) !== layerOf(node)) return null
  const layer = layerOf(node)
  const isField =
    textsOf(layer).some(([name]) => name === field) || Object.hasOwn(nodeTypes[layer].values.shape, field)
  if (!isField) return null
  lists.replace(withValue(node, before, field))
  return normalizeProject(putTogether(now, lists))
}

/** `object` with the value that `source` has for a key, or without it where `source` has none. */
function withValue<T extends object>(object: T, source: object, key: string): T {
  const copy = { ...object }
  if (Object.hasOwn(source, key)) Reflect.set(copy, key, Reflect.get(source, key))
  else Reflect.deleteProperty(copy, key)
  return copy
}

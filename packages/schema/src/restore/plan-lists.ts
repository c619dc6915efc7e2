import type { ProjectNode } from '../normalize-project.ts'
import type { Action, Axis, Group, Project, Unplaced } from '../project.ts'
import { rubricsOf } from '../reading.ts'
import type { SlotLevel } from '../template.ts'

/** A list of siblings: under a node or a root, entries under a rubric of it. */
type List = { parent: string; rubric?: string | undefined; nodes: ProjectNode[] }

/** A plan taken apart: which nodes stand in which list, in reading order, so that nodes can change places without a look at their kinds. */
export type PlanLists = {
  nodes: ReadonlyMap<string, ProjectNode>
  /** Where a node stands; undefined for what waits in the tray, and for what is not there. */
  listOf: (id: string) => List | undefined
  listsUnder: (id: string) => readonly List[]
  list: (parent: string, rubric?: string) => List
  remove: (id: string) => void
  /** Puts a node in place of the one that has its id. */
  replace: (node: ProjectNode) => void
  tray: Unplaced[]
}

export function takeApart(project: Project): PlanLists {
  const nodes = new Map<string, ProjectNode>()
  const listsByParent = new Map<string, List[]>()
  const homes = new Map<string, List>()
  const listsUnder = (id: string): readonly List[] => listsByParent.get(id) ?? []
  const list = (parent: string, rubric?: string): List => {
    const found = listsUnder(parent).find((one) => one.rubric === rubric)
    if (found !== undefined) return found
    const made: List = { parent, rubric, nodes: [] }
    listsByParent.set(parent, [...listsUnder(parent), made])
    return made
  }
  const take = (node: ProjectNode): void => {
    nodes.set(node.id, node)
    if ('rubrics' in node)
      for (const { rubric, entries } of node.rubrics) fill(list(node.id, rubric), entries)
    const below = node.type === 'axis' ? node.content : node.type === 'group' ? node.actions : []
    if (below.length > 0) fill(list(node.id), below)
  }
  const fill = (home: List, given: readonly ProjectNode[]): void => {
    home.nodes.push(...given)
    for (const node of given) {
      homes.set(node.id, home)
      take(node)
    }
  }
  for (const root of ['front', 'axes', 'back'] as const) fill(list(root), project[root])
  const tray = [...project.unplaced]
  for (const { node } of tray) take(node)
  return {
    nodes,
    listOf: (id) => homes.get(id),
    listsUnder,
    list,
    remove(id) {
      const home = homes.get(id)
      if (home !== undefined) home.nodes = home.nodes.filter((node) => node.id !== id)
      const waiting = tray.findIndex(({ node }) => node.id === id)
      if (waiting !== -1) tray.splice(waiting, 1)
    },
    replace(node) {
      const home = homes.get(node.id)
      if (home !== undefined) home.nodes = home.nodes.map((item) => (item.id === node.id ? node : item))
      tray.forEach((item, index) => {
        if (item.node.id === node.id) tray[index] = { ...item, node }
      })
    },
    tray,
  }
}

/** Everything that stands under a node, itself first. */
export function withBelow(lists: PlanLists, node: ProjectNode): ProjectNode[] {
  return [node, ...childrenOf(lists, node.id).flatMap((child) => withBelow(lists, child))]
}

export function childrenOf({ listsUnder }: PlanLists, id: string): ProjectNode[] {
  return listsUnder(id).flatMap(({ nodes }) => nodes)
}

/** The plan that the lists make, with cover, template and the rest of `project`; entries of rubrics that its template lacks wait in the tray. */
export function putTogether(project: Project, { list, tray }: PlanLists): Project {
  const { template } = project
  const entriesUnder = (id: string, level: SlotLevel) =>
    rubricsOf(template, level).map(({ id: rubric }) => ({
      rubric,
      entries: only(list(id, rubric).nodes, 'measure', 'indicator', 'statement'),
    }))
  const action = (node: Action): Action => ({ ...node, rubrics: entriesUnder(node.id, 'action') })
  const group = (node: Group): Group => ({
    ...node,
    actions: only(list(node.id).nodes, 'action').map(action),
  })
  const axis = (node: Axis): Axis => ({
    ...node,
    rubrics: entriesUnder(node.id, 'axis'),
    content: only(list(node.id).nodes, 'action', 'group').map((item) =>
      item.type === 'group' ? group(item) : action(item),
    ),
  })
  const any = (node: ProjectNode): ProjectNode =>
    node.type === 'axis'
      ? axis(node)
      : node.type === 'group'
        ? group(node)
        : node.type === 'action'
          ? action(node)
          : node
  return {
    ...project,
    front: only(list('front').nodes, 'section'),
    axes: only(list('axes').nodes, 'axis').map(axis),
    back: only(list('back').nodes, 'section'),
    unplaced: tray.map((item) => ({ ...item, node: any(item.node) })),
  }
}

function only<T extends ProjectNode['type']>(given: readonly ProjectNode[], ...types: T[]) {
  return given.filter((node): node is Extract<ProjectNode, { type: T }> =>
    types.some((type) => type === node.type),
  )
}

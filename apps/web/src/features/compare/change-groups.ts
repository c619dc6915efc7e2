import type { NodeChange } from '@concerte/schema'

/** What is looked for: of one part or axis of the plan, and of one kind. */
export type ChangeFilter = { place: string; what: ChangeKind | 'all' }
export type ChangeKind = 'added' | 'withdrawn' | 'moved' | 'words' | 'values'

/** The changes of one part or axis, those of each action together. `path`: its place, empty for a part that is no axis. */
export type ChangeGroup = {
  key: string
  part: NodeChange['part']
  path: NodeChange['path']
  runs: ChangeRun[]
}
/** `path` ends with the action; null for changes that stand in none. */
export type ChangeRun = { key: string; path: NodeChange['path'] | null; changes: NodeChange[] }

/** In the order of the changes, which is that of reading. */
export function groupChanges(changes: readonly NodeChange[]): ChangeGroup[] {
  const groups: ChangeGroup[] = []
  for (const change of changes) {
    const key = placeOf(change)
    let group = groups.at(-1)
    if (group?.key !== key) {
      group = { key, part: change.part, path: axisPath(change), runs: [] }
      groups.push(group)
    }
    const run = change.action ?? ''
    const last = group.runs.at(-1)
    if (last !== undefined && last.key.endsWith(` ${run}`)) last.changes.push(change)
    else {
      const end = change.path.findIndex(({ type }) => type === 'action') + 1
      const path = change.action === null ? null : change.path.slice(0, end)
      group.runs.push({ key: `${group.runs.length} ${run}`, path, changes: [change] })
    }
  }
  return groups
}

/** The parts and axes that have changes, for a choice among them. */
export function changedPlaces(changes: readonly NodeChange[]): Omit<ChangeGroup, 'runs'>[] {
  const places = new Map<string, Omit<ChangeGroup, 'runs'>>()
  for (const change of changes) {
    const key = placeOf(change)
    if (places.has(key)) continue
    places.set(key, { key, part: change.part, path: axisPath(change) })
  }
  return [...places.values()]
}

export function filterChanges(changes: readonly NodeChange[], { place, what }: ChangeFilter): NodeChange[] {
  return changes.filter(
    (change) => (place === 'all' || placeOf(change) === place) && (what === 'all' || isOfKind(change, what)),
  )
}

/** What came or went has words and fields too, but is one thing. */
function isOfKind({ type, move, texts, values }: NodeChange, what: ChangeKind): boolean {
  switch (what) {
    case 'added':
    case 'withdrawn':
      return type === what
    case 'moved':
      return move !== null
    case 'words':
      return type === 'kept' && texts.length > 0
    case 'values':
      return type === 'kept' && values.length > 0
  }
}

/** An axis in the tray is with the tray. */
function placeOf({ part, axis }: NodeChange): string {
  return part === 'axes' && axis !== null ? `axis ${axis}` : part
}

function axisPath({ part, path }: NodeChange): NodeChange['path'] {
  return part === 'axes' ? path.slice(0, 1) : []
}

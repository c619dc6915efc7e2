import type { PersonWork, WorkPlace } from '@concerte/api'
import { actionsOf, nodeType, openPlan, readOutline, type Outline, type Project } from '@concerte/schema'
import * as Y from 'yjs'

/** More places than this of one person are no news, but an import or the like. */
const mostPlaces = 40

/**
 * Who worked on what in a plan since the state `since` (null: from the beginning, where what the server itself put in does not
 * count). What was made since and is still there is summed by the person whose the Yjs client id is, and by the axis, action or
 * section in which it stands now. Words that were deleted have no author in Yjs: they count nowhere.
 */
export function workSince(
  doc: Y.Doc,
  {
    since,
    owners,
    project,
  }: { since: Uint8Array | null; owners: ReadonlyMap<number, string>; project: Project },
): PersonWork[] {
  const known =
    since === null ? new Map<number, number>() : Y.decodeStateVector(Y.encodeStateVectorFromUpdate(since))
  const placeOf = createPlaceFinder(doc, project)
  const people = new Map<string | null, Map<string, WorkPlace>>()
  for (const [client, structs] of doc.store.clients) {
    const userId = owners.get(client) ?? null
    if (since === null && userId === null) continue
    const from = known.get(client) ?? 0
    for (const item of structs) {
      if (!(item instanceof Y.Item) || item.deleted || item.id.clock + item.length <= from) continue
      const about = placeOf(item.parent)
      if (about === null) continue
      const places = people.get(userId) ?? new Map<string, WorkPlace>()
      people.set(userId, places)
      const place = places.get(about.node) ?? { ...about, characters: 0, changes: 0 }
      places.set(about.node, place)
      if (item.content instanceof Y.ContentString)
        place.characters += item.length - Math.max(0, from - item.id.clock)
      else if (item.parentSub !== null && !(item.content instanceof Y.ContentType)) place.changes += 1
    }
  }
  return Array.from(people, ([userId, places]) => ({ userId, places: sorted([...places.values()]) }))
    .filter(({ places }) => places.length > 0)
    .toSorted((a, b) => amount(b.places) - amount(a.places))
}

type Place = Pick<WorkPlace, 'type' | 'node' | 'number' | 'axis'>

function sorted(places: WorkPlace[]): WorkPlace[] {
  return places
    .filter(({ characters, changes }) => characters + changes > 0)
    .toSorted((a, b) => amount([b]) - amount([a]))
    .slice(0, mostPlaces)
}

function amount(places: readonly WorkPlace[]): number {
  return places.reduce((total, { characters, changes }) => total + characters + 10 * changes, 0)
}

/** Where a Yjs type stands in the plan: each is looked for once. */
function createPlaceFinder(doc: Y.Doc, project: Project): (type: unknown) => Place | null {
  const plan = openPlan(doc)
  const outline = readOutline(plan)
  const numbers = numbersOf(project)
  const found = new Map<unknown, Place | null>()

  function find(type: unknown): Place | null {
    const before = found.get(type)
    if (before !== undefined) return before
    const place = look(type)
    found.set(type, place)
    return place
  }

  function look(type: unknown): Place | null {
    if (!(type instanceof Y.AbstractType)) return null
    // Yjs tells nowhere else in which item a type stands.
    // oxlint-disable-next-line eslint/no-underscore-dangle
    const item = type._item
    if (item === null)
      return isOfCover(doc, type) ? { type: 'cover', node: 'cover', number: null, axis: null } : null
    return item.parent === plan.nodes && item.parentSub !== null ? ofNode(item.parentSub) : find(item.parent)
  }

  function ofNode(id: string): Place {
    const at = holderOf(outline, id)
    const type = nodeType(plan, at)
    const known = type === 'axis' || type === 'action' || type === 'section' ? type : 'other'
    return { type: known, node: at, ...(numbers.get(at) ?? { number: null, axis: null }) }
  }

  return find
}

function isOfCover(doc: Y.Doc, type: unknown): boolean {
  for (const [name, root] of doc.share)
    if (root === type) return name === 'project' || name.startsWith('cover.')
  return false
}

/** The action, axis or section that a node is of: an entry is of what it stands under, a group of its axis. */
function holderOf({ nodes }: Outline, id: string): string {
  const node = nodes.get(id)
  if (node?.type !== 'entry' && node?.type !== 'group') return id
  const { parent } = node.place
  return nodes.has(parent) ? parent : id
}

function numbersOf({ axes }: Project): Map<string, Pick<Place, 'number' | 'axis'>> {
  const numbers = new Map<string, Pick<Place, 'number' | 'axis'>>()
  for (const axis of axes) {
    numbers.set(axis.id, { number: axis.number, axis: null })
    for (const { id, number } of actionsOf(axis)) numbers.set(id, { number, axis: axis.number })
  }
  return numbers
}

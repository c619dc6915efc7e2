import type { Rights } from '@concerte/schema'
import * as Y from 'yjs'

import { dumpDocument, dumpEntries } from './dump-document.ts'

/** A plan as it stands, for asking what its author should not have been able to change. */
export type Parts = { roots: ReadonlyMap<string, string>; nodes: ReadonlyMap<string, Part> }
type Part = {
  fields: ReadonlyMap<string, string>
  /** The axis that it belongs to, `sections`, or nothing that can be found. */
  stand: string | null
  type: string | undefined
}

export function partsOf(doc: Y.Doc): Parts {
  const nodes = doc.getMap<unknown>('nodes')
  const roots = dumpDocument(doc)
  roots.delete('nodes')
  const parts = new Map<string, Part>()
  for (const [id, node] of nodes) {
    if (node instanceof Y.Map) {
      const type: unknown = node.get('type')
      parts.set(id, {
        fields: dumpEntries(node),
        stand: standOf(nodes, id),
        type: typeof type === 'string' ? type : undefined,
      })
    } else parts.set(id, { fields: new Map([['', JSON.stringify(node)]]), stand: null, type: undefined })
  }
  return { roots, nodes: parts }
}

/** What an author has changed beyond its rights, in words; null when nothing. */
export function findTrespass(rights: Rights, before: Parts, after: Parts): string | null {
  for (const root of new Set([...before.roots.keys(), ...after.roots.keys()])) {
    const mayWrite =
      rights.scope === 'everything' || (rights.scope === 'contents' && root.startsWith('cover.'))
    if (!mayWrite && before.roots.get(root) !== after.roots.get(root)) return `root ${root}`
  }
  for (const id of new Set([...before.nodes.keys(), ...after.nodes.keys()])) {
    const found = compareNode(rights, before.nodes.get(id), after.nodes.get(id))
    if (found !== null) return `node ${id}: ${found}`
  }
  return null
}

function compareNode(rights: Rights, before: Part | undefined, after: Part | undefined): string | null {
  if (before !== undefined && !isWritable(rights, before)) {
    if (after === undefined) return 'taken away'
    return isSame(before.fields, after.fields) ? null : 'changed'
  }
  // What is left behind by a parent that was taken away stands nowhere, and was its author's.
  const isLeft = before !== undefined && after?.stand === null
  if (after !== undefined && !isLeft && after.stand !== null && !isWritable(rights, after)) return 'put there'
  if (before !== undefined && after !== undefined && before.type !== after.type)
    return 'became of another type'
  if (rights.scope === 'everything') return null
  const isStructural = [before, after].some((part) => part?.type === 'axis' || part?.type === 'section')
  if (!isStructural) return null
  if (before === undefined || after === undefined) return 'structure'
  for (const field of ['place', 'trashed', before.type === 'axis' ? 'colour' : 'kind']) {
    if (before.fields.get(field) !== after.fields.get(field)) return `its ${field}`
  }
  return null
}

function isWritable({ scope, axes, locked }: Rights, { stand }: Part): boolean {
  if (locked.some((axis) => axis === stand)) return false
  return scope === 'everything' || scope === 'contents' || axes.some((axis) => axis === stand)
}

function isSame(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([key, value]) => other.get(key) === value)
}

/** Climbs by the places; six steps are more than there are layers. */
function standOf(nodes: Y.Map<unknown>, id: string): string | null {
  let at = id
  for (let step = 0; step < 6; step += 1) {
    const node = nodes.get(at)
    if (!(node instanceof Y.Map)) return null
    const type: unknown = node.get('type')
    if (type === 'axis') return at
    if (type === 'section') return 'sections'
    const place: unknown = node.get('place')
    const parent = typeof place === 'object' && place !== null && 'parent' in place ? place.parent : null
    if (typeof parent !== 'string') return null
    at = parent
  }
  return null
}
